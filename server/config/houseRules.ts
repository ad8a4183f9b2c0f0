import { parseDocument } from 'yaml';
import { documentTypes, type DocumentTypeId } from '../norms/documentTypes.ts';
import { ruleById } from '../rules/index.ts';
import { rule, type Example, type Localized, type Rule, type Severity } from '../rules/rule.ts';
import { asWord } from '../source/words.ts';
import { housePattern } from './housePattern.ts';
import { houseSectionRule, sectionExampleProblem, type HouseSection } from './houseSection.ts';

export interface HouseRules {
  readonly rules: readonly Rule[];
  /** What was refused, each with the number of its rule in the file. */
  readonly problems: readonly Localized[];
}

const severities: readonly string[] = ['error', 'warning', 'info', 'hint'];

/** The office's own rules in the text of `.vanban/rules.yml`; what cannot be used is refused with its reason. */
export function readHouseRules(text: string): HouseRules {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    return none({
      vi: `dòng ${line}: YAML sai cú pháp`,
      en: `line ${line}: YAML that does not parse`,
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch {
    return none({ vi: 'dùng quá nhiều bí danh YAML', en: 'too many YAML aliases' });
  }
  const list = isRecord(value) ? value['rules'] : undefined;
  if (!Array.isArray(list))
    return none({ vi: 'thiếu danh sách rules', en: 'expected a list “rules”' });
  const rules: Rule[] = [];
  const problems: Localized[] = [];
  const entries: readonly unknown[] = list;
  entries.forEach((entry, index) => {
    const read = readRule(entry, rules);
    if ('id' in read) rules.push(read);
    else {
      problems.push({
        vi: `quy tắc thứ ${index + 1}: ${read.vi}`,
        en: `rule ${index + 1}: ${read.en}`,
      });
    }
  });
  return { rules, problems };
}

function readRule(entry: unknown, before: readonly Rule[]): Rule | Localized {
  if (!isRecord(entry)) return { vi: 'cần một đối tượng', en: 'expected an object' };
  const { id, kind, message, why } = entry;
  const level = entry['level'] ?? 'warning';
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/u.test(id)) {
    return { vi: 'id cần có dạng nha/ten-quy-tac', en: 'expected an id like house/rule-name' };
  }
  if (ruleById(id) || before.some((other) => other.id === id)) {
    return { vi: `id ${id} đã có`, en: `the id ${id} is taken` };
  }
  if (!isSeverity(level))
    return {
      vi: `level cần ${severities.join(', ')}`,
      en: `expected a level of ${severities.join(', ')}`,
    };
  if (typeof message !== 'string') return { vi: 'thiếu message', en: 'expected a message' };
  const types = typesOf(entry['types']);
  if (types === 'unknown') {
    return {
      vi: 'types cần mã loại văn bản, ví dụ ke-hoach',
      en: 'expected ids of types, such as ke-hoach',
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
    };
  }
  const pattern = housePattern(kind === 'term' ? literal(source) : source);
  if ('problem' in pattern) {
    const place = pattern.at + 1;
    return {
      vi: `pattern, ký tự ${place}: ${pattern.problem.vi}`,
      en: `pattern, character ${place}: ${pattern.problem.en}`,
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
    };
  const caught = texts(entry['good']).find((good) =>
    new RegExp(asWord(pattern.regex.source), 'u').test(good),
  );
  if (caught !== undefined)
    return { vi: `khớp cả ví dụ good “${caught}”`, en: `matches its good example “${caught}”` };
  return made;
}

function readSection(section: HouseSection): Rule | Localized {
  if (section.headings.length === 0) {
    return { vi: 'thiếu headings', en: 'expected headings' };
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
    examples,
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

function none(problem: Localized): HouseRules {
  return { rules: [], problems: [problem] };
}

function isSeverity(value: unknown): value is Severity {
  return typeof value === 'string' && severities.includes(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
