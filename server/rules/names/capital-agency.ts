import type { Document } from '../../document/document.ts';
import { PhraseTable } from '../../document/phraseTable.ts';
import { Tokens, isCapital, type Token, wordKey } from '../../document/tokens.ts';
import { agencies, type Agency } from '../../norms/agencies.ts';
import data from '../../norms/data/capitals.json' with { type: 'json' };
import { wordListOf, type WordList } from '../lineWords.ts';
import { isInTitle, isQuotedInLine } from '../quotations.ts';
import { rule, type Finding } from '../rule.ts';
import { fragmentSample, planSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';
import { isInAddress, proseLines } from './prose.ts';
import { pattern } from '../../source/letters.ts';

export default rule({
  id: 'capital-agency',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, IV.1',
  title: {
    vi: 'Viết hoa tên cơ quan chưa đúng',
    en: 'An agency’s name has its capitals wrong',
  },
  why: {
    vi: 'Tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình và từ chỉ chức năng, lĩnh vực: Phòng Nội vụ, Ủy ban nhân dân, Sở Giáo dục và Đào tạo. Chỉ báo với tên cơ quan đã biết, không báo khi nói chung như “các phòng, ban”.',
    en: 'An agency’s name takes capitals on the word for its kind and on those for its field: Phòng Nội vụ, Ủy ban nhân dân, Sở Giáo dục và Đào tạo. Only known names are reported, not offices in general.',
  },
  examples: () => [
    {
      bad: fragmentSample('Giao «phòng Nội vụ» tổng hợp kết quả.'),
      fixed: fragmentSample('Giao Phòng Nội vụ tổng hợp kết quả.'),
    },
    {
      bad: fragmentSample('Báo cáo «ủy ban nhân dân» tỉnh trước ngày 05/3/2026.'),
      fixed: fragmentSample('Báo cáo Ủy ban nhân dân tỉnh trước ngày 05/3/2026.'),
    },
    {
      bad: planSample({
        body: '«Ủy Ban Nhân Dân» xã Hòa Bình ban hành Kế hoạch như sau:\n\n**I. NỘI DUNG**\n\nTheo «Hội đồng Nhân dân» xã./.',
      }),
    },
    {
      bad: fragmentSample('Theo hướng dẫn của «Sở giáo dục và đào tạo» và «Bộ Nội Vụ».'),
      fixed: fragmentSample('Theo hướng dẫn của Sở Giáo dục và Đào tạo và Bộ Nội vụ.'),
    },
    {
      bad: fragmentSample('Giao «sở tài chính» thẩm định, gửi «bộ giáo dục và đào tạo».'),
      fixed: fragmentSample('Giao Sở Tài chính thẩm định, gửi Bộ Giáo dục và Đào tạo.'),
    },
    {
      good: fragmentSample(
        'Các sở, ban, ngành; của các sở tài chính; tại sở y tế các tỉnh; cán bộ y tế, cơ sở y tế; giao bộ phận tài chính; giao phòng nội vụ; sở tài chính.',
      ),
    },
    { good: fragmentSample('Các phòng, ban, đơn vị thuộc xã; phòng họp và quyền sở hữu.') },
    {
      bad: fragmentSample(
        'Quyết định phê duyệt Đề án “Chỉ số của các bộ, «ủy ban nhân dân» tỉnh”.',
      ),
      note: 'Tên văn bản trong ngoặc kép: chỉ nhắc, người soạn quyết định.',
    },
    {
      good: fragmentSample(
        'Cán bộ Tư pháp xã, các cán bộ Công an, toàn bộ Công an xã, cơ sở Y tế, liên sở Nội vụ; phòng y tế của nhà trường.',
      ),
    },
    { good: fragmentSample('Giao Phòng Nội vụ, Sở Giáo dục và Đào tạo, Ủy ban nhân dân xã.') },
    { good: planSample() },
    {
      good: fragmentSample('Sửa “Sở giáo dục và đào tạo” thành “Sở Giáo dục và Đào tạo”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report, { agencies: added }) {
    const own = added.length > 0 ? tableOf(added) : undefined;
    for (const line of proseLines(document)) {
      if (!own && !mayErr(wordListOf(line))) continue;
      const tokens = new Tokens(line.text);
      for (let at = 0; at < tokens.length; at += 1) {
        if (tokens.at(at).kind !== 'word') continue;
        const found = table.match(tokens, at) ?? own?.match(tokens, at);
        if (!found) continue;
        const finding = misspelt(document, line, tokens, { ...found, at });
        if (finding) report(finding);
        at = found.next - 1;
      }
    }
  },
});

/** A name in its right capitals, and whether it may be recognised when wholly in lower case. */
interface Name {
  /** The words of the name as they are to be written. */
  readonly words: readonly string[];
  readonly always: boolean;
}

const judged = /^(?:Bộ|Sở|Phòng) /u;

function tableOf(list: readonly Agency[]): PhraseTable<Name> {
  return new PhraseTable(
    list.filter(({ name }) => judged.test(name)).map(({ name }) => entryOf(name, false)),
  );
}

function entryOf(name: string, always: boolean): readonly [string, Name] {
  return [name, { words: name.match(pattern.gu`[\p{L}\p{M}]+`) ?? [], always }];
}

const names: readonly (readonly [string, Name])[] = [
  ...data.always.map((name) => entryOf(name, true)),
  ...agencies
    .filter(({ name }) => judged.test(name) && !data.common.includes(name))
    .map(({ name }) => entryOf(name, false)),
];
const table = new PhraseTable(names);
const phrases = new WordPhrases(names);

/** Whether the words of a name stand there in other capitals: most names are written well. */
function mayErr(list: WordList): boolean {
  return phrases.some(list, ({ words }, from) =>
    words.some((wanted, index) => {
      const typed = list.words[from + index]?.text ?? '';
      return typed !== recased(typed, wanted);
    }),
  );
}

const before = new Set(data.before.map(wordKey));
const one = new Set(data.one.map(wordKey));
const many = new Set(data.many.map(wordKey));
/** In lower case `phòng y tế` is a room or an office of any body; these are of the state. */
const stateKinds = new Set(['bộ', 'sở'].map(wordKey));

function misspelt(
  { source }: Document,
  line: ReturnType<typeof proseLines>[number],
  tokens: Tokens,
  found: { readonly at: number; readonly next: number; readonly value: Name },
): Finding | undefined {
  const { at, next, value } = found;
  const typed = tokens.wordsBetween(at, next);
  const wanted = value.words;
  if (typed.length !== wanted.length || typed.every(({ text }) => text === text.toUpperCase()))
    return undefined;
  const wrong = typed.map((token, index) => recased(token.text, wanted[index] ?? ''));
  if (typed.every(({ text }, index) => text === wrong[index])) return undefined;
  if (!value.always && !isDefinite(tokens, at, next, typed)) return undefined;
  const from = tokens.at(at).from;
  const to = tokens.at(next - 1).to;
  if (isInAddress(line.text, from)) return undefined;
  const quoted = isQuotedInLine(line, from, to);
  if (quoted && !isInTitle(line, from, to)) return undefined;
  let expected = line.text.slice(from, to);
  for (const [index, token] of typed.entries()) {
    const place = token.from - from;
    expected =
      expected.slice(0, place) + (wrong[index] ?? '') + expected.slice(place + token.text.length);
  }
  const span = line.spanOf(from, to);
  const text = line.text.slice(from, to);
  // Marks inside the name would be lost with it: there only the report remains.
  const exact = source.text.slice(span.start, span.end) === text;
  return {
    span,
    message: {
      vi: `Tên cơ quan “${text}” viết hoa chưa đúng: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL II, IV.1)`,
      en: `The agency “${text}” has its capitals wrong: expected “${expected}” (ND 30/2020/NĐ-CP, Annex II, IV.1)`,
    },
    fixes: exact
      ? [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: !quoted,
            edits: [{ span, newText: expected }],
          },
        ]
      : [],
  };
}

/** The word as typed with the first letter's case of the word wanted: its tone mark stays where it is. */
function recased(typed: string, wanted: string): string {
  const first = typed.charAt(0);
  const isUpper = wanted.charAt(0) !== wanted.charAt(0).toLowerCase();
  return (isUpper ? first.toUpperCase() : first.toLowerCase()) + typed.slice(1).toLowerCase();
}

/**
 * Whether one agency is meant: its kind and its field are not both in lower case (`cơ sở y tế`) unless a word says so
 * (`giao sở y tế`), and no word before makes it several or another word (`các sở`, `cán bộ`).
 */
function isDefinite(tokens: Tokens, at: number, next: number, typed: readonly Token[]): boolean {
  const [kind, field] = typed;
  if (!kind || !field) return false;
  const lead = tokens.skipBack(at);
  if (lead >= 0 && before.has(tokens.at(lead).key)) return false;
  if (isCapital(field)) return true;
  // `Phòng y tế` that opens a sentence may be a room.
  if (isCapital(kind)) return lead >= 0 && typed.length > 3;
  return (
    stateKinds.has(kind.key) &&
    lead >= 0 &&
    one.has(tokens.at(lead).key) &&
    !many.has(tokens.at(tokens.skip(next)).key)
  );
}
