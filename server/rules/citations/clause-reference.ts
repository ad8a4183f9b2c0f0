import type { Pinpoint, Pinpointed } from '../../document/citations/scanPinpoints.ts';
import { scanPinpoints } from '../../document/citations/scanPinpoints.ts';
import { wordKey } from '../../document/tokens.ts';
import { pattern } from '../../source/letters.ts';
import type { Paragraph } from '../../source/source.ts';
import { paragraphWords, wordFact } from '../lineWords.ts';
import { isQuotedIn } from '../quotations.ts';
import { rule, type Finding } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { quoted } from './mentions.ts';

export default rule({
  id: 'clause-reference',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, V.7',
  title: {
    vi: 'Viết hoa sai khi viện dẫn điều, khoản, điểm',
    en: 'Capitals are wrong in a reference to an article, clause or point',
  },
  why: {
    vi: 'Khi viện dẫn một văn bản cụ thể, Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản và điểm viết thường: điểm a khoản 1 Điều 5.',
    en: 'In a reference to a particular document, Phần, Chương, Mục, Tiểu mục and Điều take a capital, khoản and điểm do not: điểm a khoản 1 Điều 5.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Thực hiện theo «Khoản» 1 «điều» 5 Nghị định số 30/2020/NĐ-CP của Chính phủ.',
      ),
      fixed: fragmentSample(
        'Thực hiện theo khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP của Chính phủ.',
      ),
    },
    {
      bad: fragmentSample('Quy định tại «Điểm» a khoản 2 Điều 7 Luật Đất đai.'),
      fixed: fragmentSample('Quy định tại điểm a khoản 2 Điều 7 Luật Đất đai.'),
    },
    {
      bad: fragmentSample('Theo «điều» 12 của Nghị định số 30/2020/NĐ-CP.'),
      fixed: fragmentSample('Theo Điều 12 của Nghị định số 30/2020/NĐ-CP.'),
    },
    {
      bad: fragmentSample('Hồ sơ theo quy định tại «Điểm» b «Khoản» 2 «điều» này.'),
      fixed: fragmentSample('Hồ sơ theo quy định tại điểm b khoản 2 Điều này.'),
    },
    {
      good: fragmentSample(
        'Hồ sơ theo khoản 2 Điều này. Đơn vị đạt điểm 9, điều này cho thấy sự cố gắng; hoàn thành khoản 2 điều này cho thấy.',
      ),
    },
    {
      good: fragmentSample(
        'Thực hiện theo điểm a khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP của Chính phủ.',
      ),
    },
    { good: fragmentSample('Khoản 1 Điều 5 quy định như sau: hồ sơ gồm một bộ.') },
    {
      good: fragmentSample(
        'Đơn vị đạt điểm 5 ở phần 2 của bài thi và hoàn thành mục 3 phần II Kế hoạch này.',
      ),
    },
    { good: fragmentSample('Chuyển vào tài khoản 123, khoản 500 nghìn đồng; có 5 điều cần nhớ.') },
    {
      good: fragmentSample('Sửa cụm từ “theo Khoản 1 điều 3” thành cụm từ "theo khoản 1 Điều 3".'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const paragraph of document.paragraphs) {
      if (paragraph.kind === 'code' || !mayErr(paragraph)) continue;
      for (const pinpoint of scanPinpoints(paragraph)) {
        if (isQuotedIn(paragraph, pinpoint.span)) continue;
        checkOwnArticle(pinpoint, report);
        for (const [order, step] of pinpoint.steps.entries()) {
          const expected = expectedWord(pinpoint, step, order);
          if (expected === undefined || expected === step.word.text) continue;
          report({
            span: step.word.span,
            message: {
              vi: `“${quoted(step.text)}” viết hoa chưa đúng: cần “${expected} ${step.label.text}” (NĐ 30/2020/NĐ-CP, PL II, V.7)`,
              en: `The capital is wrong in “${quoted(step.text)}”: expected “${expected} ${step.label.text}” (ND 30/2020/NĐ-CP, Annex II, V.7)`,
            },
            fixes: [
              {
                title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
                safe: true,
                edits: [{ span: step.word.span, newText: expected }],
              },
            ],
          });
        }
      }
    }
  },
});

const small = new Set(['điểm', 'khoản'].map(wordKey));
const great = new Set(['điều', 'mục', 'tiểu', 'chương', 'phần'].map(wordKey));

const isArticle = wordFact(({ key }) => key === 'điều');

/** A unit's word in the case that a reference to a law does not have. */
const isOdd = wordFact(({ text, lower, key }) => {
  return small.has(key) ? text !== lower : great.has(key) && pattern.u`^\p{Ll}`.test(text);
});

const labelled = pattern.iuy`\s+(?:mục\s|này(?![\p{L}\p{M}])|\p{Nd}|\p{Ll}(?![\p{L}\p{M}])|[IVXL]{1,6}(?![\p{L}\p{M}]))`;

/** Whether it has an article's number, and a unit's number in odd case: few paragraphs need a closer look. */
function mayErr(paragraph: Paragraph): boolean {
  const { words, starts, facts } = paragraphWords(paragraph);
  if ((facts & isArticle) === 0 || (facts & isOdd) === 0) return false;
  const hasLabelled = (fact: number): boolean =>
    words.some((word, at) => {
      if ((word.facts & fact) === 0) return false;
      labelled.lastIndex = (starts[at] ?? 0) + word.text.length;
      return labelled.test(paragraph.text);
    });
  return hasLabelled(isArticle) && hasLabelled(isOdd);
}

/** Whether the text's own article is meant: `khoản 2 Điều này`. */
function isOfOwnArticle({ steps, ownArticle }: Pinpoint): boolean {
  const last = steps.at(-1);
  if (!ownArticle || !last) return false;
  return (
    last.unit === 'clause' || (last.unit === 'point' && pattern.u`^\p{Ll}`.test(last.label.text))
  );
}

function checkOwnArticle(pinpoint: Pinpoint, report: (finding: Finding) => void): void {
  const { ownArticle } = pinpoint;
  if (ownArticle?.text !== 'điều' || !isOfOwnArticle(pinpoint)) return;
  report({
    span: ownArticle.span,
    message: {
      vi: '“điều này” viết hoa chưa đúng: cần “Điều này” (NĐ 30/2020/NĐ-CP, PL II, V.7)',
      en: 'The capital is wrong in “điều này”: expected “Điều này” (ND 30/2020/NĐ-CP, Annex II, V.7)',
    },
    fixes: [
      {
        title: { vi: 'Sửa thành “Điều”', en: 'Change to “Điều”' },
        safe: true,
        edits: [{ span: ownArticle.span, newText: 'Điều' }],
      },
    ],
  });
}

/** The unit's word as it should stand; undefined where the text leaves it open. */
function expectedWord(pinpoint: Pinpoint, step: Pinpointed, order: number): string | undefined {
  const { unit, word } = step;
  const legal =
    isOfOwnArticle(pinpoint) ||
    (pinpoint.steps.some((other) => other.unit === 'article') &&
      (pinpoint.steps.length > 1 || pinpoint.cites));
  if (!legal || pattern.u`^\p{Lu}{2}`.test(word.text)) return undefined;
  if (unit === 'point' || unit === 'clause') {
    return order === 0 && pinpoint.opens ? undefined : word.text.toLowerCase();
  }
  // `mục 3 phần II` of a plan is ordinary prose; beside an article it is the law's.
  return unit === 'annex' ? undefined : word.text.charAt(0).toUpperCase() + word.text.slice(1);
}
