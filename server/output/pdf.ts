import { picturesOf } from './block.ts';
import type { DocumentProperties } from './documentProperties.ts';
import type { LaidOut } from './laidOut.ts';
import { archived } from './pdfArchive.ts';
import type { Typesetter } from './typeset.ts';
import { typstOf } from './typst.ts';

/** `pdfa`: PDF/A-2b (ISO 19005-2), for archives. */
export type PdfKind = 'pdf' | 'pdfa';

export type PdfResult =
  | { readonly state: 'done'; readonly bytes: Uint8Array }
  | { readonly state: 'failed'; readonly reason: 'error' | 'timeout'; readonly detail: string };

/**
 * The PDF file of a document's pages: the very pages of the preview, their text to be searched and copied. The
 * same bytes for the same document. Never rejects.
 */
export async function pdfOf(
  { blocks, layout }: LaidOut,
  properties: DocumentProperties,
  typesetter: Pick<Typesetter, 'pdf'>,
  kind: PdfKind,
): Promise<PdfResult> {
  const result = await typesetter.pdf(typstOf(blocks, properties, layout), picturesOf(blocks));
  if (result.state === 'done') {
    try {
      return { state: 'done', bytes: kind === 'pdfa' ? archived(result.pdf) : result.pdf };
    } catch (error) {
      return { state: 'failed', reason: 'error', detail: String(error) };
    }
  }
  if (result.state === 'outdated') return { state: 'failed', reason: 'error', detail: 'stopped' };
  const reason = result.reason === 'timeout' ? 'timeout' : 'error';
  return { state: 'failed', reason, detail: result.detail };
}
