import type { Comment } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Lines } from './lines.ts';

/** A rule's id as a comment names it. */
export interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

/** A comment that silences rules, or lets them speak again. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-file';
  /** In the order written; empty for every rule. */
  readonly rules: readonly NamedRule[];
  /** What stands after `--`; empty when nothing does. */
  readonly reason: string;
  /** The comment's place. */
  readonly span: Span;
}

const pattern = /^vanban-(disable-next-line|disable-file|disable|enable)(?![^\s,])([^]*)$/u;

/**
 * What the comments of a file silence: `vanban-disable-next-line rule[, rule] -- reason`, `vanban-disable`
 * up to `vanban-enable`, `vanban-disable-file`. Without a rule's name every rule is meant.
 */
export class Suppressions {
  readonly directives: readonly Directive[];
  readonly #byRule = new Map<string, Concerning>();
  /** The comments before each line that has some, by where the line starts. */
  readonly #ofLine = new Map<number, { readonly line: Span; readonly directives: Directive[] }>();
  /** Where those lines start, in order. */
  readonly #lineStarts: readonly number[];
  readonly #used = new Map<Directive, Set<string>>();

  /** `text` is the file's, which the comments' spans are of; `linesOf` gives its lines where they are needed. */
  constructor(comments: readonly Comment[], linesOf: () => Lines, text: string) {
    this.directives = comments.flatMap((comment) => readDirective(comment, text) ?? []);
    for (const directive of this.directives) {
      if (directive.kind !== 'disable-next-line') continue;
      const line = nextLine(directive.span.end, linesOf());
      const known = this.#ofLine.get(line.start);
      if (known) known.directives.push(directive);
      else this.#ofLine.set(line.start, { line, directives: [directive] });
    }
    this.#lineStarts = [...this.#ofLine.keys()].sort((a, b) => a - b);
  }

  /** Whether a comment silences the diagnostic; each comment that does is remembered as used. */
  silences(diagnostic: Diagnostic): boolean {
    const by = this.#silencing(diagnostic);
    for (const directive of by) {
      const used = this.#used.get(directive) ?? new Set();
      this.#used.set(directive, used.add(diagnostic.rule));
    }
    return by.length > 0;
  }

  /** The rules that the comment has silenced so far. */
  usedBy(directive: Directive): ReadonlySet<string> {
    return this.#used.get(directive) ?? new Set();
  }

  #silencing({ rule, span }: Diagnostic): readonly Directive[] {
    if (this.directives.length === 0) return [];
    const { switches, ofFile } = this.#concerning(rule);
    const lastSwitch = switches[countUpTo(switches, span.start, (each) => each.span.end) - 1];
    const start = this.#lineStarts[countUpTo(this.#lineStarts, span.start, (each) => each) - 1];
    const ofLine = start === undefined ? undefined : this.#ofLine.get(start);
    return [
      ...(lastSwitch?.kind === 'disable' ? [lastSwitch] : []),
      ...ofFile,
      ...(ofLine && span.start <= ofLine.line.end
        ? ofLine.directives.filter((directive) => concerns(directive, rule))
        : []),
    ];
  }

  #concerning(rule: string): Concerning {
    const known = this.#byRule.get(rule);
    if (known) return known;
    const all = this.directives.filter((directive) => concerns(directive, rule));
    const found = {
      switches: all
        .filter(({ kind }) => kind === 'disable' || kind === 'enable')
        .sort((a, b) => a.span.end - b.span.end),
      ofFile: all.filter(({ kind }) => kind === 'disable-file'),
    };
    this.#byRule.set(rule, found);
    return found;
  }
}

/** The comments that bear on one rule. */
interface Concerning {
  /** In the order of the text. */
  readonly switches: readonly Directive[];
  readonly ofFile: readonly Directive[];
}

function concerns({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.some(({ id }) => id === rule);
}

/** How many of what stands in order lie at the offset or before it. */
function countUpTo<T>(ordered: readonly T[], offset: number, placeOf: (each: T) => number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = ordered[middle];
    if (each !== undefined && placeOf(each) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readDirective({ text, span }: Comment, file: string): Directive | undefined {
  const said = text.trim();
  const match = pattern.exec(said);
  if (!match) return undefined;
  const body = match[2] ?? '';
  const dashes = /(?:^|\s)--(?:\s|$)/u.exec(body);
  const names = dashes ? body.slice(0, dashes.index) : body;
  // Not found where a quotation's marks run through the comment: its names have no places of their own then.
  const at = file.slice(span.start, span.end).indexOf(said);
  const start = span.start + at + said.length - body.length;
  return {
    kind: match[1] as Directive['kind'],
    rules: [...names.matchAll(/[^\s,]+/gu)].map(({ 0: id, index }) => ({
      id,
      span: at < 0 ? span : { start: start + index, end: start + index + id.length },
    })),
    reason: dashes ? body.slice(dashes.index + dashes[0].length).trim() : '',
    span,
  };
}

/** The first line after the offset's own that is not blank: writers leave a blank line after a comment. */
function nextLine(offset: number, lines: Lines): Span {
  let line = lines.positionAt(offset).line + 1;
  while (line + 1 < lines.count && lines.lineText(line).trim() === '') line += 1;
  return lines.lineSpan(line);
}
