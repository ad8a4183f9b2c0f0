import { span, type Edit } from '../../source/span.ts';
import { saysNoStamp, stampOf } from '../../norms/stamps.ts';
import type { Document } from '../document.ts';
import type { FrontMatter, FrontMatterEntry } from '../frontMatter.ts';
import type { Extent } from './declaredHead.ts';
import { closingFields, headFields } from './fields.ts';
import { lineEndAt, lineEndingOf, lineStartAt, skipBlankLines } from './physicalLines.ts';
import { restOfYaml } from './restOfYaml.ts';
import {
  basisParagraphs,
  closingParagraphs,
  headParagraphs,
  type DeclaredFields,
} from './writtenText.ts';

interface Reason {
  readonly vi: string;
  readonly en: string;
}

/**
 * The edits that write what the front matter declares as text, with how much of the document that was; or why it
 * cannot be written. Keys without a place in the text, and comments, stay in the front matter.
 */
export function editsToText(
  document: Document,
): { readonly edits: readonly Edit[]; readonly extent: Extent } | { readonly reason: Reason } {
  const { frontMatter, source } = document;
  const block = source.frontMatter;
  if (!frontMatter || !block || frontMatter.problems.some(({ kind }) => kind !== 'unknown-key')) {
    return { reason: brokenYaml };
  }
  const moved = frontMatter.entries.filter((entry) => isWritten(frontMatter, entry));
  const rest = restOfYaml(block, frontMatter, moved);
  if (rest === undefined) return { reason: unusualYaml };
  const { text } = source;
  const eol = lineEndingOf(text);
  const declared = declaredFields(moved);
  const paragraphs = headParagraphs(document, declared);
  const kept = rest.length === 0 ? [] : [['---', ...rest, '---'].join(eol)];
  const head = [...kept, ...paragraphs.map((one) => one.replaceAll('\n', eol)), ''];
  const edits: Edit[] = [
    {
      span: span(block.span.start, skipBlankLines(text, block.span.end)),
      newText: head.join(`${eol}${eol}`),
    },
  ];
  const bases = basisParagraphs(document, declared).map((one) => one.replaceAll('\n', eol));
  if (bases.length > 0) {
    // under who decides, where a decision says it above its bases
    const first = document.body[0]?.span.start ?? document.span.end;
    const at = Math.max(lineStartAt(text, first), edits[0]?.span.end ?? 0);
    edits.push({ span: span(at, at), newText: bases.map((one) => one + eol + eol).join('') });
  }
  const closing = closingParagraphs(document, declared).map((one) => one.replaceAll('\n', eol));
  if (closing.length > 0)
    edits.push(closingEdit(document, closing, eol, edits.at(-1)?.span.end ?? 0));
  const extent = moved.some(({ field }) => closingFields.has(field ?? '')) ? 'whole' : 'head';
  return { edits, extent };
}

/** Whether the entry becomes text: a value that says that there is no mark has no text. */
function isWritten(frontMatter: FrontMatter, entry: FrontMatterEntry): boolean {
  const { field, items } = entry;
  if (field === undefined || !(headFields.has(field) || closingFields.has(field))) return false;
  if (entry !== frontMatter.entries.find((each) => each.field === field)) return false;
  const [first] = items;
  if (!first) return false;
  if (field === 'draft') return entry.value === true;
  if (field === 'urgency' || field === 'secrecy') return stampOf(first.text)?.kind === field;
  if (field === 'circulation') {
    return !saysNoStamp(first.text) && stampOf(first.text)?.kind === field;
  }
  return true;
}

function declaredFields(entries: readonly FrontMatterEntry[]): DeclaredFields {
  const values = new Map(
    entries.map(({ field, items }) => [field, items.map(({ text }) => text).join(' ')] as const),
  );
  return { has: (field) => values.has(field), value: (field) => values.get(field) };
}

/** The closing stands after the body and before the annexes and the next document. */
function closingEdit(
  document: Document,
  paragraphs: readonly string[],
  eol: string,
  from: number,
): Edit {
  const { text } = document.source;
  const annex = document.annexes[0]?.heading.span.start;
  const limit = annex === undefined ? document.span.end : lineStartAt(text, annex);
  const last = text.slice(0, limit).trimEnd().length;
  const at = Math.max(from, Math.min(lineEndAt(text, last), Math.max(limit, last)));
  const isEnd = skipBlankLines(text, at) === text.length;
  const between = `${eol}${eol}`;
  return {
    span: isEnd ? span(at, text.length) : span(at, at),
    newText: `${between}${paragraphs.join(between)}${isEnd ? eol : ''}`,
  };
}

const brokenYaml: Reason = {
  vi: 'Phần đầu YAML đang có lỗi; hãy sửa trước.',
  en: 'The front matter has faults; mend them first.',
};
const unusualYaml: Reason = {
  vi: 'Phần đầu YAML dùng cách viết (neo, nhãn, ghi chú xen giữa) không chuyển trọn vẹn được.',
  en: 'The front matter is written in a way (anchors, tags, comments within values) that cannot be turned whole.',
};
