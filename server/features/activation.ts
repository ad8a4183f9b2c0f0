import type { Document } from '../document/document.ts';

/** The language of `*.vb.md`: its files are administrative documents by name. */
export const ownLanguage = 'vanban-markdown';

/** Whether a file's own name or language says that it is ours, whatever it holds. */
export function isOurs(uriOrPath: string, languageId?: string): boolean {
  return languageId === ownLanguage || /\.vb\.md$/iu.test(uriOrPath);
}

/**
 * Whether a plain Markdown file holds an administrative document, by its head or its front matter. A type that we
 * cannot read counts by its Vietnamese key alone: other tools write `type: post`.
 */
export function holdsDocument(documents: readonly Document[]): boolean {
  return documents.some(
    ({ recognised, frontMatter }) =>
      recognised ||
      frontMatter?.entries.some(({ field, key }) => field === 'type' && key !== 'type') === true,
  );
}
