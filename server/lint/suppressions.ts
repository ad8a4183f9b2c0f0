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
  readonly #switches: readonly Directive[];
  #ofLine: readonly { readonly directive: Directive; readonly line: Span }[] = [];
  readonly #used = new Map<Directive, Set<string>>();

  /** `text` is the file's, which the comments' spans are of; `linesOf` gives its lines where they are needed. */
  constructor(comments: readonly Comment[], linesOf: () => Lines, text: string) {
    this.directives = comments.flatMap((comment) => readDirective(comment, text) ?? []);
    this.#switches = this.directives
      .filter(({ kind }) => kind === 'disable' || kind === 'enable')
      .sort((a, b) => b.span.start - a.span.start);
    const ofLine = this.directives.filter(({ kind }) => kind === 'disable-next-line');
    if (ofLine.length === 0) return;
    const lines = linesOf();
    this.#ofLine = ofLine.map((directive) => ({
      directive,
      line: nextLine(directive.span.end, lines),
    }));
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
    const concerns = ({ rules }: Directive): boolean =>
      rules.length === 0 || rules.some(({ id }) => id === rule);
    const lastSwitch = this.#switches.find(
      (directive) => directive.span.end <= span.start && concerns(directive),
    );
    return [
      ...(lastSwitch?.kind === 'disable' ? [lastSwitch] : []),
      ...this.directives.filter(
        (directive) => directive.kind === 'disable-file' && concerns(directive),
      ),
      ...this.#ofLine.flatMap(({ directive, line }) =>
        line.start <= span.start && span.start <= line.end && concerns(directive)
          ? [directive]
          : [],
      ),
    ];
  }
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
