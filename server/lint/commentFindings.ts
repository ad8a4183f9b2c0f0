import { editDistance } from '../norms/editDistance.ts';
import { ruleById, rules as catalogue } from '../rules/index.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import { limitRule } from './limits.ts';
import type { Lines } from './lines.ts';
import type { LintSettings } from './settings.ts';
import type { Directive, NamedRule, Suppressions } from './suppressions.ts';

/** The rules about the comments themselves: `lint` asks for their findings after all others have spoken. */
export const unusedRule = 'disable-unused';
export const reasonRule = 'disable-reason';

/** What these say hangs on the documents that happen to be known: silence today proves nothing. */
const hangOnOthers: ReadonlySet<string> = new Set([
  unusedRule,
  reasonRule,
  'citation-conflict',
  'citation-register',
  'citation-repealed',
  'citation-unknown',
]);

interface Commented {
  readonly suppressions: Suppressions;
  readonly source: Source;
  readonly linesOf: () => Lines;
  readonly settings: LintSettings;
  /** The rules that ran to their end on some document of the file. */
  readonly ran: ReadonlySet<string>;
}

/** What the rule of that id has to say about the comments that silence rules; empty for every other rule. */
export function commentFindings(rule: string, commented: Commented): readonly Finding[] {
  const { directives } = commented.suppressions;
  if (rule === reasonRule) return directives.flatMap((directive) => withoutReason(directive));
  if (rule !== unusedRule) return [];
  return directives.flatMap((directive) => needless(directive, commented));
}

function withoutReason({ kind, reason, span }: Directive): readonly Finding[] {
  if (kind === 'enable' || reason !== '') return [];
  const message = {
    vi: 'Chú thích tắt quy tắc không nêu lý do: cần “-- lý do” ở cuối chú thích',
    en: 'This comment silences rules without saying why: expected “-- reason” at its end',
  };
  return [{ span, message }];
}

function needless(directive: Directive, commented: Commented): readonly Finding[] {
  const { rules, span } = directive;
  if (rules.length === 0) {
    if (directive.kind === 'enable' || !isIdle(directive, commented)) return [];
    return [
      {
        span,
        message: {
          vi: 'Chú thích này không tắt báo cáo nào: có thể bỏ',
          en: 'This comment silences nothing: it can go',
        },
        unnecessary: true,
        fixes: [removal(span, commented)],
      },
    ];
  }
  const unknown = rules.filter(({ id }) => !isKnown(id, commented.settings));
  const idle = rules.filter((named) => isUnused(named, directive, commented));
  if (unknown.length === 0 && idle.length === rules.length) {
    return [
      {
        span,
        message: {
          vi: `Chú thích tắt ${names(idle)} nhưng không có báo cáo nào như thế: có thể bỏ`,
          en: `This comment silences ${names(idle)}, which reports nothing here: it can go`,
        },
        unnecessary: true,
        fixes: [removal(span, commented)],
      },
    ];
  }
  return [
    ...unknown.map((named) => unknownFinding(named)),
    ...idle.map((named) => ({
      span: named.span,
      message: {
        vi: `Không có báo cáo nào của ${named.id} ở đây: có thể bỏ tên này khỏi chú thích`,
        en: `${named.id} reports nothing here: its name can go from the comment`,
      },
      unnecessary: true,
      fixes: named.span === span ? [] : [nameRemoval(named, rules)],
    })),
  ];
}

/** A comment that names no rule is idle only where every rule of the catalogue could have spoken. */
function isIdle(directive: Directive, { suppressions, settings, ran }: Commented): boolean {
  if (suppressions.usedBy(directive).size > 0) return false;
  if (Object.values(settings.rules ?? {}).includes('off')) return false;
  return catalogue.every(
    ({ id, offByDefault, types }) => offByDefault === true || types !== undefined || ran.has(id),
  );
}

function isUnused({ id }: NamedRule, directive: Directive, commented: Commented): boolean {
  if (directive.kind === 'enable' || hangOnOthers.has(id) || !commented.ran.has(id)) return false;
  return !commented.suppressions.usedBy(directive).has(id);
}

/** An office's own rules bear a `/`: where none are loaded, nothing is known of them. */
function isKnown(id: string, { houseRules }: LintSettings): boolean {
  if (id === limitRule || ruleById(id) !== undefined) return true;
  if (houseRules === undefined || houseRules.length === 0) return id.includes('/');
  return houseRules.some((rule) => rule.id === id);
}

function unknownFinding({ id, span }: NamedRule): Finding {
  const near = id.length > 40 ? undefined : nearest(id);
  return {
    span,
    message: {
      vi: `Không có quy tắc ${id}: ${near ? `có phải là ${near}` : 'cần tên trong danh mục quy tắc'}`,
      en: `There is no rule ${id}: ${near ? `was ${near} meant` : 'expected a name of the catalogue'}`,
    },
    fixes: near
      ? [
          {
            title: { vi: `Đổi thành ${near}`, en: `Change to ${near}` },
            safe: false,
            edits: [{ span, newText: near }],
          },
        ]
      : [],
  };
}

function nearest(id: string): string | undefined {
  const [best] = catalogue
    .map((rule) => ({ id: rule.id, distance: editDistance(id, rule.id) }))
    .filter(({ distance }) => distance <= 3)
    .sort((a, b) => a.distance - b.distance);
  return best?.id;
}

function names(rules: readonly NamedRule[]): string {
  return rules.map(({ id }) => id).join(', ');
}

/** Takes one name out of several, with the separator before it (after it for the first). */
function nameRemoval(named: NamedRule, rules: readonly NamedRule[]): Fix {
  const at = rules.indexOf(named);
  const before = rules[at - 1];
  const after = rules[at + 1];
  const start = before ? before.span.end : named.span.start;
  const end = before || !after ? named.span.end : after.span.start;
  return {
    title: { vi: `Bỏ ${named.id} khỏi chú thích`, en: `Take ${named.id} out of the comment` },
    safe: true,
    edits: [{ span: { start, end }, newText: '' }],
  };
}

function removal(span: Span, { source, linesOf }: Commented): Fix {
  return {
    title: { vi: 'Bỏ chú thích', en: 'Remove the comment' },
    safe: true,
    edits: [{ span: withItsPlace(span, source.text, linesOf()), newText: '' }],
  };
}

/** The comment with its own line and one of the blank lines around it, or with the space that set it apart. */
function withItsPlace(span: Span, text: string, lines: Lines): Span {
  const first = lines.positionAt(span.start).line;
  const last = lines.positionAt(span.end).line;
  const before = text.slice(lines.lineSpan(first).start, span.start);
  const after = text.slice(span.end, lines.lineSpan(last).end);
  if (/^\uFEFF?[ \t>]*$/u.test(before) && after.trim() === '') {
    const mark = before.startsWith('\uFEFF') ? 1 : 0;
    const blankAbove = first === 0 || isBlank(lines.lineText(first - 1));
    const blankBelow = last + 1 < lines.count && isBlank(lines.lineText(last + 1));
    const through = blankAbove && blankBelow ? last + 2 : last + 1;
    return {
      start: lines.lineSpan(first).start + mark,
      end: through < lines.count ? lines.lineSpan(through).start : text.length,
    };
  }
  if (after.trim() === '') {
    return { start: span.start - (before.length - before.trimEnd().length), end: span.end };
  }
  const spaced = /[ \t]$/u.test(before) && /^[ \t]/u.test(after);
  return { start: span.start, end: span.end + (spaced ? 1 : 0) };
}

function isBlank(line: string): boolean {
  return /^[ \t>]*$/u.test(line);
}
