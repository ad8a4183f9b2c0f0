import { PhraseTable } from '../../document/phraseTable.ts';
import { Tokens, isCapital } from '../../document/tokens.ts';
import { provinces } from '../../norms/provinces.ts';
import { wordListOf, type WordList } from '../lineWords.ts';
import { isInTitle, isQuotedInLine } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, planSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';
import { isInAddress, proseLines } from './prose.ts';
import { pattern } from '../../source/letters.ts';

export default rule({
  id: 'capital-place',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, III.1',
  title: {
    vi: 'Viết hoa tên đơn vị hành chính chưa đúng',
    en: 'A territorial unit has its capitals wrong',
  },
  why: {
    vi: 'Danh từ chung “tỉnh”, “thành phố” viết thường giữa câu: tỉnh Bình Dương, thành phố Đà Nẵng. Hai trường hợp viết hoa đặc biệt là Thủ đô Hà Nội và Thành phố Hồ Chí Minh.',
    en: 'The common nouns “tỉnh” and “thành phố” are in lower case inside a sentence: tỉnh Bình Dương, thành phố Đà Nẵng. The two exceptions are Thủ đô Hà Nội and Thành phố Hồ Chí Minh.',
  },
  examples: () => [
    {
      bad: fragmentSample('Các đơn vị trên địa bàn «Tỉnh» Bình Dương thực hiện.'),
      fixed: fragmentSample('Các đơn vị trên địa bàn tỉnh Bình Dương thực hiện.'),
    },
    {
      bad: fragmentSample('Hội thi tổ chức tại «Thành phố» Đà Nẵng và «thành phố» Hồ Chí Minh.'),
      fixed: fragmentSample('Hội thi tổ chức tại thành phố Đà Nẵng và Thành phố Hồ Chí Minh.'),
    },
    {
      bad: planSample({
        body: 'Ủy ban nhân dân xã Hòa Bình, «Tỉnh» Phú Thọ ban hành Kế hoạch như sau:\n\n**I. NỘI DUNG**\n\nThăm «thủ đô» Hà Nội./.',
      }),
    },
    { good: fragmentSample('Tỉnh Bình Dương và tỉnh Phú Thọ; Thành phố Hồ Chí Minh.') },
    { good: fragmentSample('Báo cáo Tỉnh ủy Bình Dương, Tỉnh đoàn Bình Dương, Thành ủy Hà Nội.') },
    { good: fragmentSample('Các đơn vị tại Phường Điện Biên Phủ và Thủ đô Hà Nội.') },
    { good: planSample() },
    {
      good: fragmentSample(
        'Sửa “Tỉnh Phú Thọ” thành “tỉnh Phú Thọ”; sửa “thuộc Tỉnh Phú Thọ” thành “thuộc tỉnh Phú Thọ”.',
      ),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const line of proseLines(document)) {
      if (!mayErr(wordListOf(line))) continue;
      const tokens = new Tokens(line.text);
      for (let at = 0; at < tokens.length; at += 1) {
        const found = table.match(tokens, at);
        if (!found) continue;
        const expected = found.value;
        const unit = expected.includes(' ') ? 2 : 1;
        const words = tokens.wordsBetween(at, found.next);
        const own = words.slice(unit);
        const [first] = words;
        const next = tokens.at(tokens.skip(found.next));
        if (!first || !own.every(isCapital) || isCapital(next)) continue;
        const to = words[unit - 1]?.to ?? first.to;
        const text = line.text.slice(first.from, to);
        if (text.toUpperCase() === text || text === expected) continue;
        const lowers = !pattern.u`^\p{Lu}`.test(expected);
        if (lowers && !isInSentence(tokens, at)) continue;
        // `thành phố` in another case than the first letter's is left to a person.
        if (text.slice(1) !== expected.slice(1) || isInAddress(line.text, first.from)) continue;
        const quoted = isQuotedInLine(line, first.from, to);
        if (quoted && !isInTitle(line, first.from, to)) continue;
        const span = line.spanOf(first.from, to);
        const edit = line.spanOf(first.from, first.from + 1);
        const name = line.text.slice(to, tokens.at(found.next - 1).to);
        report({
          span,
          message: {
            vi: `“${text}${name}” viết hoa chưa đúng: cần “${expected}${name}” (NĐ 30/2020/NĐ-CP, PL II, III.1)`,
            en: `“${text}${name}” has its capitals wrong: expected “${expected}${name}” (ND 30/2020/NĐ-CP, Annex II, III.1)`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
              safe: !quoted,
              edits: [{ span: edit, newText: expected.charAt(0) }],
            },
          ],
        });
      }
    }
  },
});

/** A unit and its name → the unit in its right case. */
const places: readonly (readonly [string, string])[] = [
  ['thành phố Hồ Chí Minh', 'Thành phố'],
  ['thủ đô Hà Nội', 'Thủ đô'],
  ...provinces.flatMap(({ name, names = [], kind }) => {
    const unit = kind === 'city' ? 'thành phố' : 'tỉnh';
    return [name, ...names].map((each) => [`${unit} ${each}`, unit] as const);
  }),
];
const table = new PhraseTable(places);
const phrases = new WordPhrases(places);

/** Whether a unit with its name begins with a letter of the other case: most are written well. */
function mayErr(list: WordList): boolean {
  return phrases.some(list, (unit, from) => list.words[from]?.text.charAt(0) !== unit.charAt(0));
}

/** Whether a word in lower case or a comma after one stands before: no sentence, item or cell begins here. */
function isInSentence(tokens: Tokens, at: number): boolean {
  const before = tokens.skipBack(at);
  const { kind, text } = tokens.at(before);
  if (kind === 'comma') return tokens.at(tokens.skipBack(before)).kind === 'word';
  return kind === 'word' && pattern.u`^\p{Ll}`.test(text);
}
