import type { PageLine, PreviewPage } from '../../server/features/previewProtocol.ts';
import type { ShownPage } from '../webview/messages.ts';

interface DrawnPage extends PreviewPage {
  readonly svg: string;
}

/** The pages that the panel has, by hash, so that the server sends and the page draws only those that changed. */
export class PageStore {
  #pages: readonly DrawnPage[] = [];
  #sent: ReadonlySet<string> = new Set();

  get count(): number {
    return this.#pages.length;
  }

  /** The hashes that the server need not draw again. */
  known(): readonly string[] {
    return [...new Set(this.#pages.map(({ hash }) => hash))];
  }

  /** Takes an answer's pages; false, and nothing taken, when a drawing is neither sent nor known. */
  take(pages: readonly PreviewPage[]): boolean {
    const drawings = new Map(this.#pages.map(({ hash, svg }) => [hash, svg]));
    for (const { hash, svg } of pages) if (svg !== undefined) drawings.set(hash, svg);
    const complete = pages.flatMap((page) => {
      const svg = drawings.get(page.hash);
      return svg === undefined ? [] : [{ ...page, svg }];
    });
    if (complete.length < pages.length) return false;
    this.#pages = complete;
    return true;
  }

  clear(): void {
    this.#pages = [];
  }

  /** The page was loaded anew and has nothing. */
  forgetSent(): void {
    this.#sent = new Set();
  }

  /** All pages as the webview is told of them: drawings only where it was not told of them last time. */
  toSend(): readonly ShownPage[] {
    const before = this.#sent;
    const told = new Set(before);
    const pages = this.#pages.map((page) => {
      const isNew = !told.has(page.hash);
      told.add(page.hash);
      return shownPage(page, isNew);
    });
    this.#sent = new Set(this.#pages.map(({ hash }) => hash));
    return pages;
  }
}

function shownPage({ hash, svg, width, height, lines }: DrawnPage, isNew: boolean): ShownPage {
  return {
    hash,
    width,
    height,
    ...(isNew ? { drawing: { svg, lines: lines.map(textLine) } } : {}),
    sourceLines: lines.map(({ sourceLine }) => sourceLine ?? null),
    tops: lines.map(({ y }) => y),
  };
}

function textLine({ text, x, y, width, height }: PageLine) {
  return { text, x, y, width, height };
}
