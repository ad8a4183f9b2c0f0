import { applyEdits, type Edit } from '../../source/span.ts';
import type { Document } from '../document.ts';
import type { Extent } from './declaredHead.ts';
import { headToFrontMatter, headToText, type Reason } from './turnHead.ts';

export type HeadForm = 'frontMatter' | 'text';

export type HeadSwitch =
  | { readonly to: HeadForm; readonly edits: readonly Edit[] }
  /** Why the other form would not say the same. */
  | { readonly to: HeadForm; readonly refused: Reason };

/**
 * The edits that write a document's head in its other form: lines of text as front matter, or back; with the
 * bases, recipients and signature when the extent is the whole. They do not overlap, leave the body as it is and
 * were tried there and back first: where a component or a word would differ, there are none.
 */
export function switchedHead(
  document: Document,
  inFile: readonly Document[],
  extent: Extent = 'head',
): HeadSwitch {
  const to = document.origin === 'text' ? 'frontMatter' : 'text';
  if (inFile[0] !== document) return { to, refused: notFirst };
  const file = { source: document.source, documents: inFile };
  const turned = to === 'frontMatter' ? headToFrontMatter(file, extent) : headToText(file);
  return turned.edits ? { to, edits: turned.edits } : { to, refused: turned.reason };
}

/** The text with the edits made. */
export const applied = applyEdits;

const notFirst: Reason = {
  vi: 'Chỉ văn bản đầu tiên của tệp có thể khai phần đầu bằng YAML.',
  en: 'Only the first document of a file can declare its head as YAML.',
};
