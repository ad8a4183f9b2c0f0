import { HtmlScanner, type HtmlTag } from './htmlScanner.ts';
import { span, type Span } from './span.ts';

/** A stretch of a cell's text that stands at `source` over `sourceLength` UTF-16 units; `\n` parts its lines. */
export interface HtmlPiece {
  readonly text: string;
  readonly source: number;
  readonly sourceLength: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface HtmlCell {
  readonly isHeader: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly pieces: readonly HtmlPiece[];
  /** The tag that opens it; empty where none does. */
  readonly open: Span;
  /** From the opening tag to the closing one, if there is one. */
  readonly span: Span;
}

export interface HtmlRow {
  readonly inHead: boolean;
  readonly cells: readonly HtmlCell[];
  readonly span: Span;
}

export interface HtmlTable {
  readonly rows: readonly HtmlRow[];
  /** The width of each column in per cent, where the author gives it; may be shorter than a row. */
  readonly columnPercents: readonly (number | undefined)[];
  readonly span: Span;
}

/** Whether raw HTML holds a table, or the rest of one that a blank line cut. */
export function holdsTable(html: string): boolean {
  return /<(?:table|tr|td|th)[\s>]/iu.test(html);
}

/**
 * The tables of raw HTML, offsets from its start. Text that stands in no cell is a row of its own, so that no
 * word is lost; scripts and styles are no text. Reads any text at all, once from left to right.
 */
export function readHtmlTables(html: string): readonly HtmlTable[] {
  return new TableReader(html).read();
}

/** More columns or rows than any page holds would only cost time. */
const mostSpan = { colspan: 50, rowspan: 1000 } as const;
const mostColumns = 500;

const lineTags = new Set(
  'p div br li ul ol blockquote h1 h2 h3 h4 h5 h6 hr pre dl dt dd caption'.split(' '),
);
const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em']);

interface OpenCell {
  readonly isHeader: boolean;
  readonly open: Span;
  readonly colspan: number;
  readonly rowspan: number;
  /** Whether a tag opened it; text outside every cell opens one too. */
  readonly tagged: boolean;
  readonly pieces: HtmlPiece[];
}

class TableReader {
  readonly #scanner: HtmlScanner;
  readonly #tables: HtmlTable[] = [];
  #rows: HtmlRow[] = [];
  #columns: (number | undefined)[] = [];
  #cells: HtmlCell[] = [];
  #cell: OpenCell | undefined;
  /** Tables that are open: what stands in a table of a cell is that cell's text. */
  #depth = 0;
  #tableStart = 0;
  #rowStart: number | undefined;
  #inHead = false;
  #bold = 0;
  #italic = 0;
  /** A blank or a line break that waits for text after it. */
  #gap: { readonly text: ' ' | '\n'; readonly place: Span } | undefined;

  constructor(html: string) {
    this.#scanner = new HtmlScanner(html);
  }

  read(): readonly HtmlTable[] {
    for (let token = this.#scanner.next(); token; token = this.#scanner.next()) {
      if (token.kind === 'tag') this.#tag(token);
      else if (token.kind === 'blank') this.#wait(' ', token.place);
      else this.#text(token.text, token.place);
    }
    this.#endTable(this.#scanner.length);
    return this.#tables;
  }

  #tag(tag: HtmlTag): void {
    const { name, closes, place } = tag;
    if (boldTags.has(name)) this.#bold = Math.max(0, this.#bold + (closes ? -1 : 1));
    else if (italicTags.has(name)) this.#italic = Math.max(0, this.#italic + (closes ? -1 : 1));
    else if (lineTags.has(name)) this.#wait('\n', place);
    else if (name === 'table') this.#table(closes, place);
    else if (this.#depth > 1) this.#nested(name, closes, place);
    else if (name === 'col') this.#column(tag);
    else if (name === 'thead') this.#inHead = !closes;
    else if (name === 'tbody' || name === 'tfoot') this.#inHead = false;
    else if (name === 'tr') this.#row(closes, place);
    else if (name === 'td' || name === 'th') this.#cellTag(tag);
  }

  #column(tag: HtmlTag): void {
    const count = Math.min(mostSpan.colspan, tag.number('span') ?? 1);
    for (let index = 0; index < count && this.#columns.length < mostColumns; index += 1) {
      this.#columns.push(tag.widthPercent());
    }
  }

  #table(closes: boolean, place: Span): void {
    if (!closes) {
      this.#depth += 1;
      if (this.#depth > 1) this.#wait('\n', place);
    } else if (this.#depth <= 1) {
      this.#endTable(place.end);
      this.#depth = 0;
    } else {
      this.#depth -= 1;
      this.#wait('\n', place);
    }
  }

  /** Rows and cells of a table within a cell. */
  #nested(name: string, closes: boolean, place: Span): void {
    if (name === 'tr') this.#wait('\n', place);
    else if ((name === 'td' || name === 'th') && !closes) this.#wait(' ', place);
  }

  #row(closes: boolean, place: Span): void {
    this.#endRow(closes ? place.end : place.start);
    if (!closes) this.#rowStart = place.start;
  }

  #cellTag({ name, closes, place, number }: HtmlTag): void {
    this.#endCell(closes ? place.end : place.start);
    if (closes) return;
    this.#rowStart ??= place.start;
    this.#cell = {
      isHeader: name === 'th',
      open: place,
      colspan: Math.min(mostSpan.colspan, number('colspan') ?? 1),
      rowspan: Math.min(mostSpan.rowspan, number('rowspan') ?? 1),
      tagged: true,
      pieces: [],
    };
    this.#bold = 0;
    this.#italic = 0;
    this.#gap = undefined;
  }

  #wait(text: ' ' | '\n', place: Span): void {
    if (this.#gap?.text === '\n') return;
    // a blank before a break goes with it
    this.#gap = { text, place: this.#gap ? span(this.#gap.place.start, place.end) : place };
  }

  #text(text: string, place: Span): void {
    const cell = (this.#cell ??= this.#looseCell(place.start));
    const bold = this.#bold > 0;
    const italic = this.#italic > 0;
    const before = cell.pieces.at(-1);
    if (this.#gap && before) {
      const { start, end } = this.#gap.place;
      cell.pieces.push({
        text: this.#gap.text,
        source: start,
        sourceLength: end - start,
        bold: bold && before.bold,
        italic: italic && before.italic,
      });
    }
    this.#gap = undefined;
    const sourceLength = place.end - place.start;
    cell.pieces.push({ text, source: place.start, sourceLength, bold, italic });
  }

  #looseCell(start: number): OpenCell {
    this.#endRow(start);
    this.#rowStart = start;
    return {
      isHeader: false,
      open: span(start, start),
      colspan: mostSpan.colspan,
      rowspan: 1,
      tagged: false,
      pieces: [],
    };
  }

  #endCell(end: number): void {
    const cell = this.#cell;
    this.#cell = undefined;
    this.#gap = undefined;
    if (!cell) return;
    const { isHeader, colspan, rowspan, pieces, open, tagged } = cell;
    const place = span(open.start, end);
    this.#cells.push({ isHeader, colspan, rowspan, pieces, open, span: place });
    if (!tagged) this.#endRow(end);
  }

  #endRow(end: number): void {
    this.#endCell(end);
    if (this.#cells.length > 0) {
      const place = span(this.#rowStart ?? end, end);
      this.#rows.push({ inHead: this.#inHead, cells: this.#cells, span: place });
    }
    this.#cells = [];
    this.#rowStart = undefined;
  }

  #endTable(end: number): void {
    this.#endRow(end);
    if (this.#rows.length > 0) {
      const widest = Math.max(...this.#rows.map(({ cells }) => width(cells)));
      const rows = this.#rows.map((row) => withinWidth(row, widest));
      const place = span(this.#tableStart, end);
      this.#tables.push({ rows, columnPercents: this.#columns, span: place });
      this.#tableStart = end;
    }
    this.#rows = [];
    this.#columns = [];
    this.#inHead = false;
  }
}

function isLoose({ open }: HtmlCell): boolean {
  return open.start === open.end;
}

function width(cells: readonly HtmlCell[]): number {
  return cells.reduce((sum, cell) => sum + (isLoose(cell) ? 1 : cell.colspan), 0);
}

/** A row of loose text is as wide as the widest row. */
function withinWidth(row: HtmlRow, widest: number): HtmlRow {
  if (!row.cells.some(isLoose)) return row;
  const cells = row.cells.map((cell) => (isLoose(cell) ? { ...cell, colspan: widest } : cell));
  return { ...row, cells };
}
