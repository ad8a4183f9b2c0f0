/** One record: its cells as written, quotes resolved, and the line (from 1) on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Csv {
  readonly delimiter: ',' | ';' | '\t';
  readonly rows: readonly CsvRow[];
  /** The line (from 1) of a quote that never closes; everything behind it is one cell. */
  readonly openQuote: number | undefined;
}

/**
 * The records of a comma-, semicolon- or tab-separated text (RFC 4180): a byte order mark, any line ending, and
 * quotes with doubled quotes inside. Blank lines are no records. Linear in the text.
 */
export function readCsv(text: string): Csv {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let begun = 1;
  let openQuote: number | undefined;
  const close = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: begun });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) begun = line;
    const cell = readCell(text, at, delimiter);
    if (!cell.closed) openQuote ??= line;
    cells.push(cell.value);
    line += cell.breaks;
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    close();
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at < text.length) line += 1;
    at += 1;
  }
  return { delimiter, rows, openQuote };
}

interface Cell {
  readonly value: string;
  /** The offset behind the cell. */
  readonly end: number;
  /** How many line breaks the cell holds. */
  readonly breaks: number;
  readonly closed: boolean;
}

function readCell(text: string, start: number, delimiter: string): Cell {
  const bare = cellEnd(text, start, delimiter);
  if (text[start] !== '"') {
    return { value: text.slice(start, bare), end: bare, breaks: 0, closed: true };
  }
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      parts.push(text.slice(at));
      const value = parts.join('');
      return { value, end: text.length, breaks: breaksIn(value), closed: false };
    }
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      at = quote + 1;
      break;
    }
    parts.push('"');
    at = quote + 2;
  }
  const quoted = parts.join('');
  // What stands behind the closing quote is no CSV, yet it is somebody's words.
  const end = cellEnd(text, at, delimiter);
  return { value: quoted + text.slice(at, end), end, breaks: breaksIn(quoted), closed: true };
}

function cellEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
    at += 1;
  }
  return at;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}

/** The mark that separates the most columns of the first line. */
function delimiterOf(text: string): Csv['delimiter'] {
  const [line = ''] = text.split(/[\r\n]/u, 1);
  const bare = line.replace(/"[^"]*"/gu, '');
  const count = (mark: string): number => bare.split(mark).length;
  const marks = [',', ';', '\t'] as const;
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** One record as a line without its end; cells are quoted only where they must be. */
export function writeCsvRow(cells: readonly string[], delimiter: Csv['delimiter'] = ','): string {
  return cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(cell)
        ? `"${cell.replaceAll('"', '""')}"`
        : cell,
    )
    .join(delimiter);
}
