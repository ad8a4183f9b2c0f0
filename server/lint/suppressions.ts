import type { Comment } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Lines } from './lines.ts';

interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-file';
  /** Rule ids; undefined for every rule. */
  readonly rules: ReadonlySet<string> | undefined;
  /** The comment's place. */
  readonly span: Span;
}

const pattern = /^vanban-(disable-next-line|disable-file|disable|enable)(?![^\s,])([^]*)$/u;

/**
 * Whether comments silence a diagnostic: `vanban-disable-next-line rule[, rule] -- reason`,
 * `vanban-disable` up to `vanban-enable`, `vanban-disable-file`. Without a rule's name every rule is meant.
 */
export function suppressions(
  comments: readonly Comment[],
  lines: Lines,
): (diagnostic: Diagnostic) => boolean {
  const directives = comments.flatMap((comment) => readDirective(comment) ?? []);
  const ofFile = directives.filter(({ kind }) => kind === 'disable-file');
  const switches = directives
    .filter(({ kind }) => kind === 'disable' || kind === 'enable')
    .sort((a, b) => b.span.start - a.span.start);
  const ofLine = directives
    .filter(({ kind }) => kind === 'disable-next-line')
    .map((directive) => ({ ...directive, line: nextLine(directive.span.end, lines) }));

  return ({ rule, span }) => {
    const concerns = (directive: Directive): boolean =>
      !directive.rules || directive.rules.has(rule);
    const lastSwitch = switches.find(
      (directive) => directive.span.end <= span.start && concerns(directive),
    );
    return (
      lastSwitch?.kind === 'disable' ||
      ofFile.some(concerns) ||
      ofLine.some(
        (directive) =>
          directive.line.start <= span.start &&
          span.start <= directive.line.end &&
          concerns(directive),
      )
    );
  };
}

function readDirective({ text, span }: Comment): Directive | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [names = ''] = (match[2] ?? '').split(/(?:^|\s)--(?:\s|$)/u);
  const ids = names.split(/[\s,]+/u).filter((id) => id !== '');
  return {
    kind: match[1] as Directive['kind'],
    rules: ids.length > 0 ? new Set(ids) : undefined,
    span,
  };
}

/** The first line after the offset's own that is not blank: writers leave a blank line after a comment. */
function nextLine(offset: number, lines: Lines): Span {
  let line = lines.positionAt(offset).line + 1;
  while (line + 1 < lines.count && lines.lineText(line).trim() === '') line += 1;
  return lines.lineSpan(line);
}
