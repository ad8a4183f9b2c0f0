import type { Document, LegalBasis, NumberingKind, Section } from '../document/document.ts';
import { isCapitals } from '../document/letterCase.ts';
import type { Line } from '../source/source.ts';
import { span } from '../source/span.ts';
import { paragraph, type Block, type ParagraphBlock, type Run } from './block.ts';
import type { StyleName } from './layout.ts';
import { Notes } from './notes.ts';
import { runsOf, textOffset } from './runs.ts';
import { tableAt } from './tableBlock.ts';

/** Legal bases and body (PL I, II.6). */
export function bodyBlocks(document: Document): readonly Block[] {
  const declared = document.legalBases.filter((basis) => isInFrontMatter(document, basis));
  return [...declaredBases(declared), ...blocksOfLines(document, document.body, document.sections)];
}

/** The blocks of lines of text with their sections: of the body, or of an annex. */
export function blocksOfLines(
  document: Document,
  lines: readonly Line[],
  sections: readonly Section[],
): readonly Block[] {
  return new LineReader(document, lines, sections).read();
}

function isInFrontMatter({ frontMatter }: Document, basis: LegalBasis): boolean {
  return frontMatter !== undefined && basis.span.end <= frontMatter.span.end;
}

function declaredBases(bases: readonly LegalBasis[]): readonly ParagraphBlock[] {
  return bases.map((basis, index) => {
    const end = basis.endMark?.text ?? (index === bases.length - 1 ? '.' : ';');
    return paragraph('legalBasis', `${basis.content.text}${end}`, basis.span);
  });
}

/** Section headings whose number stands on its own line, centred. */
const divisions: ReadonlySet<NumberingKind> = new Set([
  'part',
  'chapter',
  'namedSection',
  'subsection',
]);

class LineReader {
  readonly #document: Document;
  readonly #lines: readonly Line[];
  readonly #sections: ReadonlyMap<number, Section>;
  readonly #notes: Notes;
  readonly #blocks: Block[] = [];

  constructor(document: Document, lines: readonly Line[], sections: readonly Section[]) {
    this.#document = document;
    this.#notes = new Notes(document);
    this.#lines = lines.filter((line) => !this.#notes.holds(line));
    this.#sections = new Map(allSections(sections).map((each) => [each.heading.start, each]));
  }

  read(): readonly Block[] {
    let at = 0;
    for (let line = this.#lines[at]; line; line = this.#lines[at]) at = this.#block(at, line);
    return this.#blocks;
  }

  /** Adds the block that begins at a line, and gives the index after it. */
  #block(at: number, line: Line): number {
    if (line.paragraph.kind === 'tableRow') return this.#table(at, line);
    const section = this.#sections.get(line.span.start);
    if (section && divisions.has(section.numbering.kind)) return this.#division(at, section);
    const end = this.#endOfParagraph(at);
    const lines = this.#lines.slice(at, end);
    const text = lines.map((each) => each.text).join(' ');
    if (!section && isResolvingWord(line, text)) this.#add('resolvingWord', lines);
    else if (this.#isLegalBasis(line)) this.#add('legalBasis', lines, upright);
    else if (section && isTitle(section)) this.#add('heading', lines, upright, section);
    else if (!section && line.paragraph.kind === 'heading') this.#add('heading', lines, upright);
    else if (section) {
      this.#add('body', lines, (runs) => withBoldNumber(runs, line, section), section);
    } else this.#add('body', lines);
    return end;
  }

  #table(at: number, line: Line): number {
    const table = tableAt(this.#document.source, line.span.start);
    if (!table) {
      this.#add('cell', [line]);
      return at + 1;
    }
    this.#blocks.push(table);
    let end = at + 1;
    while ((this.#lines[end]?.span.start ?? Infinity) < table.span.end) end += 1;
    return end;
  }

  /** The number's line, then the title's, which may also stand below as lines in capitals. */
  #division(at: number, section: Section): number {
    let end = at;
    for (let line = this.#lines[end]; line; line = this.#lines[end]) {
      const inHeading = line.span.start < section.heading.end;
      if (!inHeading && !(isCapitals(line.text) && !this.#sections.has(line.span.start))) break;
      this.#add(end === at ? 'partNumber' : 'partTitle', [line], undefined, section);
      end += 1;
    }
    return Math.max(end, at + 1);
  }

  /** Lines of one Markdown paragraph that a plain break divides are one paragraph, unless it ended before. */
  #endOfParagraph(at: number): number {
    let end = at + 1;
    for (let next = this.#lines[end]; next; next = this.#lines[end]) {
      const before = this.#lines[end - 1];
      if (!before || next.paragraph !== before.paragraph || this.#isBreak(before, next)) break;
      end += 1;
    }
    return end;
  }

  #isBreak(before: Line, next: Line): boolean {
    const between = this.#document.source.text.slice(before.span.end, next.span.start);
    return (
      / {2}[\r\n]|\\[\r\n]|<br/u.test(between) ||
      next.paragraph.kind === 'code' ||
      this.#sections.has(next.span.start) ||
      this.#isTitleLine(before) ||
      this.#isLegalBasis(next) ||
      /^[-+–•*] /u.test(next.text) ||
      (/[.;:!?…”"/]$/u.test(before.text.trimEnd()) && /^[^\p{Ll}]/u.test(next.text))
    );
  }

  /** A section's title on a line of its own ends there, whatever the paragraph goes on with. */
  #isTitleLine(line: Line): boolean {
    const section = this.#sections.get(line.span.start);
    return section !== undefined && isTitle(section) && section.heading.end <= line.span.end;
  }

  /** A letter's `Thực hiện …` is its first sentence: only a `Căn cứ` of its stands as a basis. */
  #isLegalBasis(line: Line): boolean {
    const basis = this.#document.legalBases.find((each) => each.span.start === line.span.start);
    return (
      basis !== undefined &&
      (this.#document.type?.id !== 'cong-van' || /^căn cứ/iu.test(basis.lead.text))
    );
  }

  #add(
    style: StyleName,
    lines: readonly Line[],
    look?: (runs: readonly Run[]) => readonly Run[],
    section?: Section,
  ): void {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return;
    const runs = lines.flatMap((line, index) => {
      const own = runsOf(this.#document.source, line);
      return index === 0 ? own : [{ text: ' ', bold: false, italic: false }, ...own];
    });
    this.#blocks.push({
      kind: 'paragraph',
      style,
      runs: this.#notes.hungOn(tidyMarker(look ? look(runs) : runs)),
      span: span(first.span.start, last.span.end),
      ...(section ? { section: section.numbering.kind } : {}),
    });
  }
}

function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.children)]);
}

/** `QUYẾT ĐỊNH:` and its like: a short line in capitals that is no numbered heading. */
function isResolvingWord(line: Line, text: string): boolean {
  return (
    text.length < 120 &&
    isCapitals(text) &&
    (line.bold || line.paragraph.kind === 'heading' || /:$/u.test(text))
  );
}

/** Whether the whole line is the section's title, to be set bold. */
function isTitle({ form, runIn, numbering, title }: Section): boolean {
  if (runIn) return false;
  if (form !== 'plain') return true;
  return (numbering.kind === 'roman' || numbering.kind === 'capital') && title.text.length < 150;
}

/** The style says what is bold and italic. */
function upright(runs: readonly Run[]): readonly Run[] {
  return [{ text: runs.map((run) => run.text).join(''), bold: false, italic: false }];
}

/** An article's number is bold; so is the title of a Markdown heading that runs on as text. */
function withBoldNumber(runs: readonly Run[], line: Line, section: Section): readonly Run[] {
  const to =
    section.form === 'heading'
      ? section.title.span.end
      : section.numbering.kind === 'article'
        ? section.numbering.span.end
        : undefined;
  return to === undefined ? runs : boldUpTo(runs, textOffset(line, to));
}

function boldUpTo(runs: readonly Run[], length: number): readonly Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const inside = Math.max(0, Math.min(run.text.length, length - at));
    at += run.text.length;
    return [
      { ...run, text: run.text.slice(0, inside), bold: true },
      { ...run, text: run.text.slice(inside) },
    ].filter((part) => part.text !== '');
  });
}

/** One space after a marker (`-`, `1.`, `a)`), and a hyphen for the marks that stand for one. */
function tidyMarker(runs: readonly Run[]): readonly Run[] {
  const [first, ...rest] = runs;
  if (!first) return runs;
  const text = first.text
    .replace(/^[*•–] +/u, '- ')
    .replace(/^(-|\+|[\p{L}\d.]{1,8}[.)]) {2,}/u, '$1 ');
  return [{ ...first, text }, ...rest];
}
