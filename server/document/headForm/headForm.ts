import type { Document } from '../document.ts';
import { parseDocuments } from '../parseDocuments.ts';
import { parseSource } from '../../source/parseSource.ts';
import type { Span } from '../../source/span.ts';
import { isSameDocument } from './sameDocument.ts';
import { headAsText } from './headAsText.ts';
import { headAsFrontMatter } from './headAsFrontMatter.ts';

export type HeadForm = 'frontMatter' | 'text';

/** Replacements in the file, UTF-16 offsets, in order and apart from each other. */
export interface HeadEdit {
  readonly span: Span;
  readonly newText: string;
}

export type HeadSwitch =
  | { readonly to: HeadForm; readonly edits: readonly HeadEdit[] }
  /** Why the other form would not say the same. */
  | { readonly to: HeadForm; readonly refused: { readonly vi: string; readonly en: string } };

/**
 * The edits that write a document's head in its other form: lines of text as front matter, or back. They are
 * tried first: where the outcome would not be the same document in every component, there are none.
 */
export function switchedHead(document: Document, inFile: readonly Document[]): HeadSwitch {
  const to = document.origin === 'text' ? 'frontMatter' : 'text';
  if (inFile[0] !== document) return { to, refused: notFirst };
  const edits = to === 'frontMatter' ? headAsFrontMatter(document) : headAsText(document);
  if (!edits) return { to, refused: to === 'frontMatter' ? unusualHead : unusualValues };
  const text = applied(document.source.text, edits);
  const outcome = parseDocuments(parseSource(text));
  const same =
    outcome.length === inFile.length &&
    outcome.every((each, index) => {
      const before = inFile[index];
      return before !== undefined && isSameDocument(before, each);
    });
  const [first] = outcome;
  if (!same || first?.origin !== to) {
    return { to, refused: to === 'frontMatter' ? unusualHead : unusualValues };
  }
  return { to, edits };
}

/** The text with the edits made. */
export function applied(text: string, edits: readonly HeadEdit[]): string {
  let made = '';
  let at = 0;
  for (const { span, newText } of edits) {
    made += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return made + text.slice(at);
}

const notFirst = {
  vi: 'Chỉ văn bản đầu tiên của tệp có thể khai phần đầu bằng YAML.',
  en: 'Only the first document of a file can declare its head as YAML.',
};

const unusualHead = {
  vi: 'Phần đầu có chỗ mà YAML không ghi lại đúng nguyên văn được; hãy sửa các lỗi ở phần đầu trước.',
  en: 'The head has something that YAML cannot hold word for word; mend the head’s mistakes first.',
};

const unusualValues = {
  vi: 'Phần đầu YAML có giá trị mà dòng chữ thường không ghi lại đúng được.',
  en: 'The front matter has a value that lines of text cannot hold as it is.',
};
