import { say, type Language } from '../lint/settings.ts';
import type { OpenDocument } from './openDocument.ts';

/** The request by which a client asks for a document's pages. */
export const previewRequest = 'vanban/preview';

export interface PreviewParams {
  readonly uri: string;
  /** Which document of the file, from 0; the first when absent. */
  readonly index?: number;
}

export interface PreviewResult {
  /** The version of the text that was laid out; -1 when the file is not open. */
  readonly version: number;
  readonly title: string;
  /** One SVG a page. */
  readonly pages: readonly string[];
  readonly documents: readonly { readonly index: number; readonly title: string }[];
  /** Why there are no pages, in the person's language. */
  readonly message?: string;
}

/** The pages of one document of an open file, or a message that says why there are none. */
export async function preview(
  document: OpenDocument | undefined,
  params: PreviewParams,
  language: Language | undefined,
): Promise<PreviewResult> {
  const message = say(
    { vi: 'Chưa xem trước được trong phiên bản này.', en: 'No preview in this version.' },
    language,
  );
  return { version: document?.version ?? -1, title: '', pages: [], documents: [], message };
}
