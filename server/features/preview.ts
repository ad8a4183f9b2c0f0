import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import { say, type LintSettings } from '../lint/settings.ts';
import type { DrawnPage } from '../output/pageSvg.ts';
import type { ShownLine, ShownPages } from '../output/shownPages.ts';
import type { Typesetter } from '../output/typeset.ts';
import { documentTitle } from './documentTitle.ts';
import type { OpenDocument } from './openDocument.ts';
import type {
  PageMark,
  PlaceParams,
  PlaceResult,
  PreviewPage,
  PreviewParams,
  PreviewResult,
  SourceParams,
  SourceResult,
} from './previewProtocol.ts';
import { rangeOf } from './ranges.ts';

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
}

/** What a client was last shown of a file. */
interface Shown {
  readonly index: number;
  readonly version: number;
  readonly pages: ShownPages;
}

/** The formatted pages of open files, and the way between them and the text. */
export class Previews {
  readonly #host: PreviewHost;
  readonly #shown = new Map<string, Shown>();

  constructor(host: PreviewHost) {
    this.#host = host;
  }

  /** The pages of one document of an open file, or a message that says why there are none. */
  async show(
    open: OpenDocument | undefined,
    { uri, index = 0, known = [] }: PreviewParams,
    settings: LintSettings,
    folders: readonly string[],
  ): Promise<PreviewResult> {
    const { language, layout = {} } = settings;
    if (!open) return unavailable(-1, say(notOpen, language));
    const { version } = open;
    const { documents } = open.parsed();
    const list = documents
      .map((document, at) => ({ document, index: at }))
      .filter(({ document }) => document.recognised || documents.length === 1)
      .map(({ document, index: at }) => ({ index: at, title: documentTitle(document, language) }));
    const document = documents[index] ?? documents[0];
    const typesetter = this.#host.pageSetter();
    if (!document || !typesetter)
      return { ...unavailable(version, say(noPages, language)), documents: list };
    // Loaded with the first preview: whoever only writes does not wait for it.
    const output = await import('../output/preview.ts');
    const made = await output.preview(document, {
      typesetter,
      readPicture: (path) => this.#host.readPicture(uri, path, folders),
      choices: layout,
      key: uri,
    });
    if (!made || open.version !== version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'outdated');
    }
    const { title, pages, shown, message } = made;
    if (shown) this.#shown.set(uri, { index, version, pages: shown });
    return {
      version,
      title,
      pages: shown ? sent(open, pages, shown, known) : [],
      marks: shown ? marks(open, document, settings, shown) : [],
      documents: list,
      ...(message ? { message: say(message, language) } : {}),
    };
  }

  /** The word of the text at a point of a page that the client shows. */
  source(open: OpenDocument | undefined, params: SourceParams): SourceResult {
    const shown = this.#of(open, params);
    const span = shown?.wordAt(params.page, params.x, params.y);
    return open && span ? rangeOf(open.lines, span) : null;
  }

  /** Where the block of a place of the text stands on the pages that the client shows. */
  place(open: OpenDocument | undefined, params: PlaceParams): PlaceResult {
    const shown = this.#of(open, params);
    const boxes = open && shown?.boxesAt(open.lines.offsetAt(params.position));
    return boxes && boxes.length > 0 ? { boxes } : null;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
  }

  /** The pages shown, where they are of the version and document asked for and the text has not moved on. */
  #of(
    open: OpenDocument | undefined,
    { uri, index, version }: Pick<SourceParams, 'uri' | 'index' | 'version'>,
  ): ShownPages | undefined {
    const shown = this.#shown.get(uri);
    if (!shown || open?.version !== version) return undefined;
    return shown.index === index && shown.version === version ? shown.pages : undefined;
  }
}

function sent(
  open: OpenDocument,
  pages: readonly DrawnPage[],
  shown: ShownPages,
  known: readonly string[],
): readonly PreviewPage[] {
  const has = new Set(known);
  const lines = shown.lines(pages.length);
  return pages.map(({ hash, svg, width, height }, index) => ({
    hash,
    ...(has.has(hash) ? {} : { svg }),
    width,
    height,
    lines: (lines[index] ?? []).map((line) => pageLine(open, line)),
  }));
}

function pageLine(
  open: OpenDocument,
  { x, y, width, height, text, source }: ShownLine,
): PreviewPage['lines'][number] {
  const place = { x, y, width, height, text };
  return source === undefined
    ? place
    : { ...place, sourceLine: open.lines.positionAt(source).line };
}

/** A page is no list: beyond this many underlines the list of problems serves better. */
const mostMarks = 500;

function marks(
  open: OpenDocument,
  document: Document,
  settings: LintSettings,
  shown: ShownPages,
): readonly PageMark[] {
  const { start, end } = document.span;
  const found: PageMark[] = [];
  for (const { rule, severity, message, span } of open.linted(settings)?.diagnostics ?? []) {
    if (span.start < start || span.end > end) continue;
    for (const box of shown.boxesOf(span)) found.push({ ...box, rule, severity, message });
    if (found.length >= mostMarks) break;
  }
  return found;
}

/** An answer without pages. */
export function unavailable(version: number, message: string): PreviewResult {
  return { version, title: '', pages: [], marks: [], documents: [], message };
}

const notOpen = {
  vi: 'Tệp này chưa mở nên chưa xem trước được.',
  en: 'This file is not open, so there is nothing to preview.',
};

const noPages = {
  vi: 'Không dàn được trang ở đây.',
  en: 'Pages cannot be set here.',
};
