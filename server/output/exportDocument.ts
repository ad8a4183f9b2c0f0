import type { Document } from '../document/document.ts';
import type { LayoutChoices } from '../norms/layoutRanges.ts';
import { documentProperties } from './documentProperties.ts';
import { wordDocument } from './docx/wordDocument.ts';
import { lackingIn } from './fontCoverage.ts';
import { htmlOf, type HtmlResult } from './html.ts';
import { layOut } from './laidOut.ts';
import { pdfOf, type PdfResult } from './pdf.ts';
import type { MissingPicture, PictureReader } from './pictures.ts';
import type { Typesetter } from './typeset.ts';

/** `pdfa`: PDF/A-2b (ISO 19005-2), for archives. */
export type ExportFormat = 'docx' | 'pdf' | 'pdfa' | 'html';

/** What an export needs beside the document. */
export interface ExportMeans {
  /** Undefined where there is none: then Word files alone can be made. */
  readonly typesetter: () => Pick<Typesetter, 'typeset' | 'pdf' | 'coverage'> | undefined;
  readonly readPicture: PictureReader;
  readonly choices: LayoutChoices;
}

export type Exported =
  | {
      readonly state: 'done';
      readonly bytes: Uint8Array;
      /** Pictures in whose place the file says that they are missing. */
      readonly missing: readonly MissingPicture[];
      /** Characters that the pages show as empty boxes, for their font has none of them. */
      readonly lacking: readonly string[];
    }
  | { readonly state: 'failed'; readonly message: { readonly vi: string; readonly en: string } };

/** The file of a document in a format, the same bytes for the same document. Never rejects. */
export async function exportDocument(
  document: Document,
  format: ExportFormat,
  means: ExportMeans,
): Promise<Exported> {
  try {
    const laidOut = await layOut(document, means.choices, means.readPicture);
    const properties = documentProperties(document);
    const { missing } = laidOut;
    if (format === 'docx') {
      const bytes = await wordDocument(laidOut.blocks, laidOut.layout, properties);
      return { state: 'done', bytes, missing, lacking: [] };
    }
    const typesetter = means.typesetter();
    if (!typesetter) return { state: 'failed', message: noTypesetter };
    const lacking = lackingIn(laidOut.blocks, await typesetter.coverage());
    if (format === 'pdfa' && lacking.length > 0) {
      return { state: 'failed', message: notArchivable(lacking) };
    }
    const made =
      format === 'html'
        ? await htmlOf(document, laidOut, properties, typesetter, 'export')
        : await pdfOf(laidOut, properties, typesetter, format);
    if (made.state === 'failed') return { state: 'failed', message: failure(made) };
    const bytes = 'text' in made ? new TextEncoder().encode(made.text) : made.bytes;
    return { state: 'done', bytes, missing, lacking };
  } catch (error) {
    return { state: 'failed', message: failure({ reason: 'error', detail: String(error) }) };
  }
}

function failure({
  reason,
  detail,
}: Pick<Extract<PdfResult | HtmlResult, { state: 'failed' }>, 'reason' | 'detail'>) {
  const told = detail.split(/[\r\n]/u)[0]?.slice(0, 200) ?? '';
  return reason === 'timeout'
    ? {
        vi: `dàn trang quá lâu (${told}) nên đã dừng`,
        en: `typesetting took too long (${told}) and was stopped`,
      }
    : { vi: `không dàn được trang: ${told}`, en: `the pages could not be set: ${told}` };
}

/** A PDF/A file shows no sign that its font has not (ISO 19005-2, 6.2.11.8). */
function notArchivable(lacking: readonly string[]) {
  const shown = shownCharacters(lacking);
  return {
    vi: `phông không có ${shown} nên không xuất được PDF/A; hãy thay các ký tự ấy hoặc bỏ --pdfa`,
    en: `the font has no ${shown}, so that PDF/A is not possible; replace them or leave out --pdfa`,
  };
}

/** `☐ (U+2610), …`: the first of them. */
export function shownCharacters(characters: readonly string[]): string {
  const first = characters.slice(0, 8).map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${character} (U+${code})`;
  });
  return [...first, ...(characters.length > 8 ? ['…'] : [])].join(', ');
}

const noTypesetter = {
  vi: 'bản cài đặt này thiếu bộ dàn trang; hãy cài lại vanban',
  en: 'this installation lacks the typesetter; install vanban again',
};
