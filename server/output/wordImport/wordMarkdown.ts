import type {
  WordBlock,
  WordCell,
  WordImage,
  WordParagraph,
  WordRun,
  WordTable,
} from './wordContent.ts';

/** Where a picture of the package is put, as the text names it; undefined where it cannot be. */
export type PicturePlace = (part: string) => string | undefined;

/** Writes a Word file's blocks as Markdown whose visible text is theirs. */
export class MarkdownWriter {
  readonly #notes: ReadonlyMap<string, string>;
  readonly #place: PicturePlace;
  /** The ids of the notes that the text refers to, in its order. */
  readonly #used: string[] = [];
  readonly #referred = new Set<string>();

  constructor(notes: ReadonlyMap<string, string>, place: PicturePlace) {
    this.#notes = notes;
    this.#place = place;
  }

  /** The blocks with a blank line between them, and the notes at the end. */
  write(blocks: readonly WordBlock[]): string {
    const written = blocks.map((block) => this.#block(block)).filter((text) => text !== '');
    const notes = this.#used.map(
      (id, index) => `[^${index + 1}]: ${noteText(this.#notes.get(id) ?? '')}`,
    );
    return `${[...written, ...notes].join('\n\n')}\n`;
  }

  /** The ids to which the text that is written refers, notes that the file lacks among them. */
  get referredNotes(): ReadonlySet<string> {
    return this.#referred;
  }

  #block(block: WordBlock): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraph(block);
      case 'table':
        return isPlain(block) ? this.#pipeTable(block) : this.#htmlTable(block);
      case 'image': {
        const place = this.#place(block.part);
        return place === undefined ? '' : `![${escaped(block.alt)}](<${place}>)`;
      }
      case 'turn':
        return `<!-- vanban-page ${block.orientation} -->`;
    }
  }

  #paragraph({ runs, number, outline }: WordParagraph): string {
    const text = this.#runs(withNumber(trimmed(runs), number), '\n');
    if (text === '') return '';
    const isTitle = outline !== undefined && !text.includes('\n');
    if (isTitle) return `${'#'.repeat(Math.min(6, outline + 2))} ${plainHeading(text)}`;
    return text.split('\n').map(lineStart).join('\\\n');
  }

  /** Runs with their marks; a bold or italic stretch never begins or ends with a blank. */
  #runs(runs: readonly WordRun[], lineBreak: string): string {
    return runs
      .map((run) => {
        const text = run.text.replace(/\t/gu, ' ');
        const mark = `${run.bold ? '**' : ''}${run.italic ? '*' : ''}`;
        const lines = text.split('\n').map((line) => {
          const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(line) ?? [];
          if (inner === '') return before + after;
          return before + mark + escaped(inner) + reversed(mark) + after;
        });
        return lines.join(lineBreak) + this.#reference(run.note);
      })
      .join('')
      .replace(/\*\*\*\*(?=[^*])/gu, '')
      .replace(/ {2,}(?=\n)/gu, ' ');
  }

  #reference(note: string | undefined): string {
    if (note === undefined) return '';
    this.#referred.add(note);
    if (!this.#notes.has(note)) return '';
    const known = this.#used.indexOf(note);
    if (known >= 0) return `[^${known + 1}]`;
    this.#used.push(note);
    return `[^${this.#used.length}]`;
  }

  #cell(cell: WordCell): string {
    return cell.blocks
      .map((block) => {
        if (block.kind === 'paragraph') {
          return this.#runs(withNumber(trimmed(block.runs), block.number), '<br>');
        }
        return block.kind === 'table'
          ? block.rows
              .flat()
              .map((inner) => this.#cell(inner))
              .join('<br>')
          : this.#block(block);
      })
      .filter((text) => text !== '')
      .join('<br>');
  }

  #pipeTable({ rows }: WordTable): string {
    const lines = rows.map(
      (row) => `| ${row.map((cell) => this.#cell(cell).replaceAll('|', '\\|')).join(' | ')} |`,
    );
    const [header = '', ...others] = lines;
    const rule = `|${'---|'.repeat(rows[0]?.length ?? 1)}`;
    return [header, rule, ...others].join('\n');
  }

  #htmlTable({ rows }: WordTable): string {
    const written = rows.map((row, index) => {
      const name = index === 0 ? 'th' : 'td';
      const cells = row.map((cell) => {
        const spans =
          (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') +
          (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '');
        return `<${name}${spans}>${this.#htmlCell(cell)}</${name}>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<table>\n${written.join('\n')}\n</table>`;
  }

  #htmlCell(cell: WordCell): string {
    return cell.blocks
      .flatMap((block) => {
        if (block.kind === 'table') return block.rows.flat().map((inner) => this.#htmlCell(inner));
        if (block.kind === 'image') return [this.#htmlPicture(block)];
        if (block.kind !== 'paragraph') return [];
        const runs = withNumber(trimmed(block.runs), block.number);
        return [
          runs
            .map((run) => htmlRun(run) + this.#noteInPlace(run.note))
            .join('')
            .replace(/\n/gu, '<br>'),
        ];
      })
      .filter((text) => text.trim() !== '')
      .join('<br>');
  }

  #htmlPicture({ part, alt }: WordImage): string {
    const place = this.#place(part);
    return place === undefined ? '' : `<img src="${attribute(place)}" alt="${attribute(alt)}">`;
  }

  /** HTML has no footnotes of Markdown: their words stand where the note hangs. */
  #noteInPlace(note: string | undefined): string {
    if (note === undefined) return '';
    this.#referred.add(note);
    const text = this.#notes.get(note);
    return text === undefined || text === ''
      ? ''
      : htmlRun({ text: ` (${text})`, bold: false, italic: false });
  }
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function htmlRun({ text, bold, italic }: WordRun): string {
  const safe = text
    .replace(/\t/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const slanted = italic ? `<em>${safe}</em>` : safe;
  return bold ? `<strong>${slanted}</strong>` : slanted;
}

/** A table that Markdown's own form holds: no merged cells, every row as wide. */
function isPlain({ rows }: WordTable): boolean {
  const width = rows[0]?.length ?? 0;
  return rows.every(
    (row) => row.length === width && row.every((cell) => cell.colspan === 1 && cell.rowspan === 1),
  );
}

function trimmed(runs: readonly WordRun[]): readonly WordRun[] {
  const kept = runs.filter(({ text, note }) => text !== '' || note !== undefined);
  const first = kept.findIndex(({ text, note }) => text.trim() !== '' || note !== undefined);
  if (first < 0) return [];
  const last = kept.findLastIndex(({ text, note }) => text.trim() !== '' || note !== undefined);
  return kept.slice(first, last + 1).map((run, index, all) => ({
    ...run,
    text:
      index === 0
        ? index === all.length - 1
          ? run.text.trim()
          : run.text.trimStart()
        : index === all.length - 1 && run.note === undefined
          ? run.text.trimEnd()
          : run.text,
  }));
}

function withNumber(runs: readonly WordRun[], number: string | undefined): readonly WordRun[] {
  const [first, ...rest] = runs;
  if (number === undefined || !first) return runs;
  return [{ ...first, text: `${number} ${first.text}` }, ...rest];
}

function reversed(mark: string): string {
  return [...mark].reverse().join('');
}

/** The text with the marks of Markdown and HTML taken as text. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<]/gu, '\\$&').replace(/&(?=#|[a-z]+;)/giu, '\\&');
}

/** A note's paragraphs, of which none must begin a list inside the note. */
function noteText(text: string): string {
  return escaped(text)
    .replace(/^[-+](?=\s)/gmu, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/gmu, '$1\\$2')
    .replaceAll('\n', '\n\n    ');
}

/** A line that would begin something else than a paragraph or an item of a list as drafters write it. */
function lineStart(line: string): string {
  const text = line.trimStart();
  if (/^(?:#{1,6}(?:\s|$)|>|\+\s|(?:=+|-+)\s*$|(?:-\s*){3,}$|~~~)/u.test(text)) return `\\${text}`;
  return text;
}

function plainHeading(text: string): string {
  const whole = /^\*\*(?<inner>(?:[^*\\]|\\.)*)\*\*$/u.exec(text);
  return whole?.groups?.['inner'] ?? text;
}
