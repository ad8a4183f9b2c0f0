import { documentTypes, type DocumentTypeId } from '../norms/documentTypes.ts';
import { ruleById } from '../rules/index.ts';
import { rule, type Example, type Localized, type Rule, type Severity } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';
import { asWord } from '../source/words.ts';
import { housePattern } from './housePattern.ts';
import { houseSectionRule, sectionExampleProblem, type HouseSection } from './houseSection.ts';
import type { ConfigProblem } from './layer.ts';
import { plain } from './ruleChoices.ts';
import { yamlTree, type Placed } from './yamlTree.ts';

export interface HouseRules {
  readonly rules: readonly Rule[];
  /** What was refused, each at its place with the number of its rule in the file; by position. */
  readonly problems: readonly ConfigProblem[];
}

const severities: readonly string[] = ['error', 'warning', 'info', 'hint'];

/** Why a rule is refused, with the key whose value is at fault. */
type Refusal = Localized & { readonly key?: string };

/** The office's own rules in the text of `.vanban/rules.yml`; what cannot be used is refused with its reason. */
export function readHouseRules(text: string): HouseRules {
  const { tree, problems: syntax } = yamlTree(text);
  if (!tree) return { rules: [], problems: syntax };
  const list =
    tree.kind === 'map' ? tree.entries.find(({ key }) => key === 'rules')?.value : undefined;
  if (list?.kind !== 'list') {
    const span = firstLine(text, list?.span ?? tree.span);
    const message = { vi: 'thiếu danh sách rules', en: 'expected a list “rules”' };
    return { rules: [], problems: [{ span, message, severity: 'error' }] };
  }
  const rules: Rule[] = [];
  const problems: ConfigProblem[] = [];
  list.items.forEach((item, index) => {
    const read = readRule(plain(item), rules);
    if ('id' in read) rules.push(read);
    else {
      problems.push({
        span: firstLine(text, placeOf(item, read.key)),
        message: {
          vi: `quy tắc thứ ${index + 1}: ${read.vi}`,
          en: `rule ${index + 1}: ${read.en}`,
        },
        severity: 'warning',
      });
    }
  });
  return { rules, problems };
}

/** The value at fault; the whole rule where a key is missing. */
function placeOf(item: Placed, key: string | undefined): Span {
  const entry = item.kind === 'map' ? item.entries.find((one) => one.key === key) : undefined;
  return entry?.value.span ?? item.span;
}

/** The span up to the end of its first line. */
function firstLine(text: string, { start, end }: Span): Span {
  const line = text.indexOf('\n', start);
  return { start, end: line < 0 ? end : Math.min(end, line) };
}

function readRule(entry: unknown, before: readonly Rule[]): Rule | Refusal {
  if (!isRecord(entry)) return { vi: 'cần một đối tượng', en: 'expected an object' };
  const { id, kind, message, why } = entry;
  const level = entry['level'] ?? 'warning';
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/u.test(id)) {
    return {
      vi: 'id cần có dạng nha/ten-quy-tac',
      en: 'expected an id like house/rule-name',
      key: 'id',
    };
  }
  if (ruleById(id) || before.some((other) => other.id === id)) {
    return { vi: `id ${id} đã có`, en: `the id ${id} is taken`, key: 'id' };
  }
  if (!isSeverity(level))
    return {
      vi: `level cần ${severities.join(', ')}`,
      en: `expected a level of ${severities.join(', ')}`,
      key: 'level',
    };
  if (typeof message !== 'string')
    return { vi: 'thiếu message', en: 'expected a message', key: 'message' };
  const types = typesOf(entry['types']);
  if (types === 'unknown') {
    return {
      vi: 'types cần mã loại văn bản, ví dụ ke-hoach',
      en: 'expected ids of types, such as ke-hoach',
      key: 'types',
    };
  }
  const common = {
    id,
    level,
    message: {
      vi: message,
      en: typeof entry['messageEn'] === 'string' ? entry['messageEn'] : message,
    },
    why: typeof why === 'string' ? why : message,
    types,
    bad: texts(entry['bad']),
    good: texts(entry['good']),
  };
  if (kind === 'required-section')
    return readSection({ ...common, headings: texts(entry['headings']) });
  const source =
    kind === 'term' ? entry['write'] : kind === 'pattern' ? entry['pattern'] : undefined;
  if (typeof source !== 'string' || source === '') {
    return {
      vi: 'kind cần term (có write), pattern (có pattern) hoặc required-section (có headings)',
      en: 'expected kind term (with write), pattern (with pattern) or required-section (with headings)',
      key: 'kind',
    };
  }
  const pattern = housePattern(kind === 'term' ? literal(source) : source);
  if ('problem' in pattern) {
    const place = pattern.at + 1;
    return {
      vi: `pattern, ký tự ${place}: ${pattern.problem.vi}`,
      en: `pattern, character ${place}: ${pattern.problem.en}`,
      key: kind === 'term' ? 'write' : 'pattern',
    };
  }
  const instead = entry[kind === 'term' ? 'instead' : 'replacement'];
  const made = houseRule({
    ...common,
    regex: new RegExp(asWord(pattern.regex.source), 'gu'),
    instead: typeof instead === 'string' ? instead : undefined,
  });
  const missed = texts(entry['bad']).find(
    (bad) => !new RegExp(asWord(pattern.regex.source), 'u').test(bad),
  );
  if (texts(entry['bad']).length === 0)
    return { vi: 'cần ít nhất một ví dụ bad', en: 'expected at least one bad example' };
  if (missed !== undefined)
    return {
      vi: `không khớp ví dụ bad “${missed}”`,
      en: `never matches its bad example “${missed}”`,
      key: 'bad',
    };
  const caught = texts(entry['good']).find((good) =>
    new RegExp(asWord(pattern.regex.source), 'u').test(good),
  );
  if (caught !== undefined)
    return {
      vi: `khớp cả ví dụ good “${caught}”`,
      en: `matches its good example “${caught}”`,
      key: 'good',
    };
  return made;
}

function readSection(section: HouseSection): Rule | Refusal {
  if (section.headings.length === 0) {
    return { vi: 'thiếu headings', en: 'expected headings', key: 'headings' };
  }
  if (section.bad.length === 0)
    return { vi: 'cần ít nhất một ví dụ bad', en: 'expected at least one bad example' };
  const made = houseSectionRule(section);
  return sectionExampleProblem(made, section) ?? made;
}

function typesOf(value: unknown): readonly DocumentTypeId[] | 'unknown' | undefined {
  if (value === undefined) return undefined;
  const known = documentTypes.map(({ id }) => id);
  const wanted = texts(value);
  const found = known.filter((id) => wanted.includes(id));
  return wanted.length > 0 && found.length === wanted.length ? found : 'unknown';
}

interface HouseRule {
  readonly id: string;
  readonly level: Severity;
  readonly message: Localized;
  readonly why: string;
  readonly types: readonly DocumentTypeId[] | undefined;
  readonly regex: RegExp;
  readonly instead: string | undefined;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

function houseRule({ id, level, message, why, types, regex, instead, bad, good }: HouseRule): Rule {
  const examples: readonly Example[] = [
    ...bad.map((text) => ({ bad: text })),
    ...good.map((text) => ({ good: text })),
  ];
  return rule({
    id,
    severity: level,
    fix: instead === undefined ? 'none' : 'choice',
    ...(types ? { types } : {}),
    norm: 'Quy định của cơ quan',
    title: message,
    why: { vi: why, en: why },
    examples: () => examples,
    check(document, report) {
      for (const line of document.body) {
        for (const match of line.text.matchAll(regex)) {
          const span = line.spanOf(match.index, match.index + match[0].length);
          report({
            span,
            message,
            fixes:
              instead === undefined
                ? []
                : [
                    {
                      title: { vi: `Thay bằng “${instead}”`, en: `Replace with “${instead}”` },
                      safe: false,
                      edits: [{ span, newText: instead }],
                    },
                  ],
          });
        }
      }
    },
  });
}

function literal(text: string): string {
  return text.normalize('NFC').replace(/[.*+?()[\]{}|/\\^$]/gu, '\\$&');
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && severities.includes(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
