import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { say, type LintSettings } from '../lint/settings.ts';
import type { Typesetter } from '../output/typeset.ts';
import { documentTitle } from './documentTitle.ts';
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

/** Sets pages; the host starts it with the first request. */
export type PageSetter = Pick<Typesetter, 'typeset'>;

/** What a preview needs of where the server runs. */
export interface PreviewHost {
  readonly pageSetter: () => PageSetter | undefined;
  /** The bytes of the picture at a path of the file's text, of a file inside `folders` or beside the text. */
  readonly readPicture: (
    uri: string,
    path: string,
    folders: readonly string[],
  ) => Promise<Uint8Array | undefined>;
  readonly folders: readonly string[];
}

/** The pages of one document of an open file, or a message that says why there are none. */
export async function preview(
  open: OpenDocument | undefined,
  { uri, index = 0 }: PreviewParams,
  { language, layout = {} }: LintSettings,
  { pageSetter, readPicture, folders }: PreviewHost,
): Promise<PreviewResult> {
  if (!open) return unavailable(-1, say(notOpen, language));
  const { version } = open;
  const { documents } = open.parsed();
  const list = documents
    .map((document, at) => ({ document, index: at }))
    .filter(({ document }) => document.recognised || documents.length === 1)
    .map(({ document, index: at }) => ({ index: at, title: documentTitle(document, language) }));
  const document = documents[index] ?? documents[0];
  const setter = pageSetter();
  if (!document || !setter)
    return { ...unavailable(version, say(noPages, language)), documents: list };
  // Loaded with the first preview: whoever only writes does not wait for it.
  const output = await import('../output/preview.ts');
  const made = await output.preview(document, {
    typesetter: setter,
    readPicture: (path) => readPicture(uri, path, folders),
    choices: layout,
    key: uri,
  });
  if (!made) throw new ResponseError(LSPErrorCodes.ContentModified, 'outdated');
  return {
    version,
    title: made.title,
    pages: made.pages,
    documents: list,
    ...(made.message ? { message: say(made.message, language) } : {}),
  };
}

/** An answer without pages. */
export function unavailable(version: number, message: string): PreviewResult {
  return { version, title: '', pages: [], documents: [], message };
}

const notOpen = {
  vi: 'Tệp này chưa mở nên chưa xem trước được.',
  en: 'This file is not open, so there is nothing to preview.',
};

const noPages = {
  vi: 'Không dàn được trang ở đây.',
  en: 'Pages cannot be set here.',
};
