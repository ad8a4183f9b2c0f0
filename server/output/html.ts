import type { Document } from '../document/document.ts';
import { paragraphsOf, picturesOf } from './block.ts';
import type { DocumentProperties } from './documentProperties.ts';
import type { LaidOut } from './laidOut.ts';
import { font, singleLine } from './layout.ts';
import type { DrawnPage } from './pageSvg.ts';
import { placeTexts } from './placedLines.ts';
import { ShownPages, type ShownLine } from './shownPages.ts';
import type { Typesetter } from './typeset.ts';
import { typstOf } from './typst.ts';
import { printable } from './typstText.ts';

export type HtmlResult =
  | { readonly state: 'done'; readonly text: string }
  | { readonly state: 'failed'; readonly reason: 'error' | 'timeout'; readonly detail: string };

/**
 * One HTML file with the very pages of the preview: their drawings, and over these their words to be read, searched
 * and copied. It holds no script and asks for nothing from outside. Never rejects.
 */
export async function htmlOf(
  document: Document,
  { blocks, layout }: LaidOut,
  properties: DocumentProperties,
  typesetter: Pick<Typesetter, 'typeset'>,
  key: string,
): Promise<HtmlResult> {
  const source = typstOf(blocks, properties, layout, { tagged: true });
  const result = await typesetter.typeset(source, key, picturesOf(blocks));
  if (result.state === 'done') {
    const paragraphs = blocks.flatMap(paragraphsOf);
    const texts = result.pages.map((page) => page.texts);
    const shown = new ShownPages(document, paragraphs, placeTexts(texts, paragraphs, layout));
    const lines = shown.lines(result.pages.length);
    return { state: 'done', text: htmlOfPages(result.pages, lines, properties) };
  }
  if (result.state === 'outdated') return { state: 'failed', reason: 'error', detail: 'stopped' };
  const reason = result.reason === 'timeout' ? 'timeout' : 'error';
  return { state: 'failed', reason, detail: result.detail };
}

/** Drawings with the lines that stand on each, as one HTML file. */
export function htmlOfPages(
  pages: readonly DrawnPage[],
  lines: readonly (readonly ShownLine[])[],
  { title, agency, subject }: DocumentProperties,
): string {
  const outlines = new Map<string, string>();
  const drawn = pages.map((page, index) => pageHtml(page, lines[index] ?? [], index, outlines));
  const meta = (name: string, content: string | undefined): string =>
    content === undefined ? '' : `<meta name="${name}" content="${escaped(content)}">\n`;
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
${meta('author', agency)}${meta('description', subject)}<style>${style}</style>
</head>
<body>
<svg class="outlines" aria-hidden="true"><defs>${[...outlines.values()].join('')}</defs></svg>
<main>
${drawn.join('\n')}
</main>
</body>
</html>
`;
}

const style = `
body { margin: 0; background: #e4e4e4; }
.outlines { position: absolute; width: 0; height: 0; }
.page { max-width: 100%; margin: 16px auto; background: #fff; box-shadow: 0 1px 4px #0006; }
.page svg { display: block; width: 100%; height: auto; }
.words { fill: transparent; font-family: Tinos, "Times New Roman", "Liberation Serif", serif; white-space: pre; }
@page { size: A4; margin: 0; }
@page lying { size: A4 landscape; }
.lying { page: lying; }
@media print { body { background: none; } .page { margin: 0; box-shadow: none; break-after: page; } .page:last-child { break-after: auto; } }
`;

function pageHtml(
  { svg, width, height }: DrawnPage,
  lines: readonly ShownLine[],
  index: number,
  outlines: Map<string, string>,
): string {
  const parts = /^<svg[^>]*><defs>(?<defs>[^]*?)<\/defs>(?<drawing>[^]*)<\/svg>$/u.exec(
    svg,
  )?.groups;
  for (const [path, id = ''] of (parts?.['defs'] ?? '').matchAll(/<path id="([^"]*)"[^>]*>/gu)) {
    outlines.set(id, path);
  }
  // what a page names for itself must not be another page's in the same file
  const drawing = (parts?.['drawing'] ?? '').replace(
    /(?<start>\sid="|url\(#)(?=[^"()]+[")])/gu,
    `$<start>p${index + 1}-`,
  );
  const words = lines.map(lineHtml).join('\n');
  const lying = width > height ? ' lying' : '';
  return `<section class="page${lying}" style="width: ${width}pt" aria-label="Trang ${index + 1}"><svg viewBox="0 0 ${width} ${height}"><g aria-hidden="true">${drawing}</g><g class="words">
${words}
</g></svg></section>`;
}

/** Stretched to its drawn width, so that a selection lies over the drawn letters in any font. */
function lineHtml({ x, y, width, height, text }: ShownLine): string {
  const size = height / singleLine;
  const place = `x="${short(x)}" y="${short(y + size * font.ascent)}" font-size="${short(size)}"`;
  const stretch = width > 0 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text ${place}${stretch}>${escaped(text)}</text>`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
