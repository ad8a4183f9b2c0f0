import type { Source } from '../../source/source.ts';
import { parseSource } from '../../source/parseSource.ts';
import { applyEdits, span, type Edit, type Span } from '../../source/span.ts';
import type { Document } from '../document.ts';
import { parseDocuments } from '../parseDocuments.ts';
import type { Extent } from './declaredHead.ts';
import { hasSoundNation } from './nation.ts';
import { differingMeaning, differingTyping, type ComponentName } from './sameModel.ts';
import { editsToFrontMatter, headParts } from './toFrontMatter.ts';
import { editsToText } from './toText.ts';
import { missingWord } from './words.ts';

/** A reason for people, Vietnamese and English. */
export interface Reason {
  readonly vi: string;
  readonly en: string;
}

/** Edits that turn a head into the other form, or why that cannot be done without loss. */
export type TurnedHead =
  | { readonly edits: readonly Edit[]; readonly reason?: undefined }
  | { readonly edits?: undefined; readonly reason: Reason };

/** Where a document's head stands in its file: its front matter, or its lines above the body. */
export function headSpan(document: Document): Span | undefined {
  if (document.origin === 'frontMatter') return document.source.frontMatter?.span;
  const parts = headParts(document).map((part) => part.span);
  if (parts.length === 0) return undefined;
  return span(
    Math.min(...parts.map(({ start }) => start)),
    Math.max(...parts.map(({ end }) => end)),
  );
}

interface Read {
  readonly source: Source;
  readonly documents: readonly Document[];
}

/**
 * The edits that declare a plain-text head as front matter, which turn back into the same text of every
 * component; otherwise the reason. They do not overlap and leave the body as it is.
 */
export function headToFrontMatter(read: Read, extent: Extent): TurnedHead {
  const [document] = read.documents;
  const obstacle = document && obstacleToFrontMatter(document);
  if (!document || obstacle) return { reason: obstacle ?? noHead };
  const turned = editsToFrontMatter(document, extent);
  if ('reason' in turned) return turned;
  const declared = edited(read, turned.edits);
  const reason = disagreement(read, declared);
  if (reason) return { reason };
  const [there] = declared.documents;
  if (!there) return { reason: noHead };
  const back = editsToText(there);
  if ('reason' in back) return back;
  const again = edited(declared, back.edits);
  const [result] = again.documents;
  const typing = result ? differingTyping(document, result) : undefined;
  if (typing) return { reason: wouldChange(typing) };
  const word = missingWord(read.source, again.source);
  return word === undefined ? turned : { reason: wouldLose(word) };
}

/**
 * The edits that write a declared head as text, in the order of the decree's sample; otherwise the reason. Keys
 * that have no place in the text stay in the front matter.
 */
export function headToText(read: Read): TurnedHead {
  const [document] = read.documents;
  if (!document || document.origin !== 'frontMatter') return { reason: noHead };
  if (document.party) return { reason: partyDocument };
  const turned = editsToText(document);
  if ('reason' in turned) return turned;
  const written = edited(read, turned.edits);
  const reason = disagreement(read, written);
  if (reason) return { reason };
  const [there] = written.documents;
  const back = there && editsToFrontMatter(there, turned.extent);
  if (!back || 'reason' in back) return { reason: back?.reason ?? noHead };
  const again = edited(written, back.edits);
  const lost = disagreement(read, again);
  if (lost) return { reason: lost };
  const word = missingWord(read.source, again.source);
  return word === undefined ? { edits: turned.edits } : { reason: wouldLose(word) };
}

function edited(read: Read, edits: readonly Edit[]): Read {
  const source = parseSource(applyEdits(read.source.text, edits), read.source);
  return { source, documents: parseDocuments(source) };
}

/** Why the two files do not say the same; undefined when every document does. */
function disagreement(one: Read, other: Read): Reason | undefined {
  if (one.documents.length !== other.documents.length) return manyDocuments;
  for (const [index, document] of one.documents.entries()) {
    const turned = other.documents[index];
    const name = turned && differingMeaning(document, turned);
    if (name) return wouldChange(name);
  }
  const written = other.documents[0]?.written;
  const { issuer, number, placeAndDate, type, subject } = written ?? {};
  const stays = [issuer, number, placeAndDate, type, subject].some((part) => part !== undefined);
  return stays ? headStays : undefined;
}

function obstacleToFrontMatter(document: Document): Reason | undefined {
  if (document.origin === 'frontMatter') return noHead;
  if (document.party) return partyDocument;
  if (!document.type) return noType;
  return hasSoundNation(document) ? undefined : faultyNation;
}

const noHead: Reason = {
  vi: 'Không có phần đầu để chuyển.',
  en: 'There is no head to turn.',
};
const noType: Reason = {
  vi: 'Chưa có tên loại văn bản; phần đầu YAML cần khóa “loại”.',
  en: 'There is no document type yet; front matter needs the key “loại”.',
};
const faultyNation: Reason = {
  vi: 'Quốc hiệu, Tiêu ngữ chưa đúng mẫu (national-title); phần đầu YAML luôn có mẫu đúng, nên hãy sửa trước.',
  en: 'The national title or motto is not as the norm has it (national-title); front matter stands for the right one, so mend it first.',
};
const partyDocument: Reason = {
  vi: 'Văn bản của Đảng có thể thức riêng, không chuyển.',
  en: 'Party documents have a form of their own and are not turned.',
};
const manyDocuments: Reason = {
  vi: 'Các văn bản trong tệp sẽ không còn được tách như cũ.',
  en: 'The documents of the file would no longer be told apart as they are.',
};
const headStays: Reason = {
  vi: 'Phần đầu có dòng không có khóa YAML (như thẩm quyền ban hành), nên không chuyển được trọn vẹn.',
  en: 'The head has a line that no YAML key holds (such as the deciding authority), so it cannot be turned whole.',
};

function wouldChange({ vi, en }: ComponentName): Reason {
  return {
    vi: `Chuyển sẽ làm đổi ${vi}: phần ấy viết theo cách mà dạng kia không giữ được.`,
    en: `Turning would change ${en}, written in a way that the other form cannot hold.`,
  };
}

function wouldLose(word: string): Reason {
  return {
    vi: `Chuyển sẽ làm mất chữ “${word}”, vì chữ ấy không thuộc thành phần nào.`,
    en: `Turning would lose the word “${word}”, which is part of no component.`,
  };
}
