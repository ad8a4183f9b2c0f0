import {
  doublePhrases,
  functionWords,
  meetsCompound,
  nounsAndVerbs,
} from '../../norms/reduplications.ts';
import { pattern } from '../../source/letters.ts';
import type { Paragraph } from '../../source/source.ts';
import { lower } from '../../source/words.ts';
import { paragraphWords, wordFact } from '../lineWords.ts';
import { isQuotedIn } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { proseLines, replacement } from './prose.ts';

export default rule({
  id: 'repeated-word',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: { vi: 'Một từ viết hai lần liền nhau', en: 'A word is written twice in a row' },
  why: {
    vi: 'Từ lặp thường sót lại khi sửa câu: “trên trên Cổng thông tin”. Chỉ nhắc với những từ không thể lặp; từ láy như luôn luôn, ai ai, và chỗ giáp nhau của hai từ ghép như “hội đồng đồng ý” thì để yên.',
    en: 'A doubled word is usually left over from an edit: “trên trên Cổng thông tin”. Only words that cannot double are reported; reduplications such as luôn luôn and meeting compounds such as “hội đồng đồng ý” are left alone.',
  },
  examples: () => [
    {
      bad: fragmentSample('Công khai «trên trên» Cổng thông tin điện tử của xã.'),
      fixed: fragmentSample('Công khai trên Cổng thông tin điện tử của xã.'),
    },
    {
      bad: fragmentSample('Báo cáo kết quả «về\\nvề» Sở Nội vụ để tổng hợp.').replace('\\n', '\n'),
      fixed: fragmentSample('Báo cáo kết quả về Sở Nội vụ để tổng hợp.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường tổ chức «thực hiện thực hiện» rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường tổ chức thực hiện rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    { bad: fragmentSample('«Các các» đơn vị gửi báo cáo.') },
    { good: fragmentSample('Luôn luôn lắng nghe; ai ai cũng tham gia; ngày ngày quét dọn.') },
    { good: fragmentSample('Hội đồng đồng ý; cán bộ bộ phận một cửa; trong năm năm 2021 - 2025.') },
    {
      good: fragmentSample(
        'Các thiết bị bị hỏng; tồn tại tại đơn vị; hồ sơ kèm theo theo Mẫu số 01.',
      ),
    },
    {
      good: fragmentSample('Giao Ban Chỉ đạo chỉ đạo chung; các tổ chức tổ chức hội nghị.'),
    },
    { good: fragmentSample('Từng bước từng bước hoàn thiện; phát triển triển khai đồng bộ.') },
    { good: fragmentSample('Nhiệm vụ được giao, được kiểm tra; Kế hoạch này. Này là ví dụ.') },
    {
      good: fragmentSample('Sửa “của của” thành “của”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    const paragraphs = new Set(proseLines(document).map(({ paragraph }) => paragraph));
    for (const paragraph of paragraphs) {
      for (const { from, to, kept } of repeats(paragraph)) {
        const span = paragraph.spanOf(from, to);
        if (isQuotedIn(paragraph, span)) continue;
        const words = paragraph.text.slice(from, kept);
        const dropped = paragraph.spanOf(kept, to);
        // a mark of Markdown in between would lose its partner
        const isPlain = pattern.u`^[\s\p{L}\p{M}]+$`.test(
          document.source.text.slice(dropped.start, dropped.end),
        );
        report({
          span,
          message: {
            vi: `“${words}” viết hai lần liền nhau: cần bỏ một (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `“${words}” is written twice in a row: drop one (ND 30/2020/NĐ-CP, Article 8)`,
          },
          fixes: isPlain
            ? replacement(dropped, '', {
                vi: `Bỏ một chữ “${words}”`,
                en: `Drop one “${words}”`,
              })
            : [],
        });
      }
    }
  },
});

interface Repeat {
  readonly from: number;
  readonly to: number;
  /** Where the first of the two ends. */
  readonly kept: number;
}

const isFunction = wordFact((word) => functionWords.has(word.lower));

function repeats(paragraph: Paragraph): readonly Repeat[] {
  const { text } = paragraph;
  const { words, starts } = paragraphWords(paragraph);
  const startOf = (at: number): number => starts[at] ?? 0;
  const endOf = (at: number): number => startOf(at) + (words[at]?.text.length ?? 0);
  const adjoins = (at: number): boolean =>
    at >= 0 && at + 1 < words.length && /^[ \n]$/u.test(text.slice(endOf(at), startOf(at + 1)));
  const found: Repeat[] = [];
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [a, b, c, d] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
    if (!a || !b) continue;
    const isTwice = a.lower === b.lower && (a.facts & isFunction) !== 0;
    const isPair = c !== undefined && a.lower === c.lower && b.text === d?.text;
    if ((!isTwice && !isPair) || !adjoins(at)) continue;
    const touching = adjoins(at - 1) ? (words[at - 1]?.lower ?? '') : '';
    const isStart = startsSentence(text, startOf(at));
    if (isTwice && isSame(a.text, b.text, isStart)) {
      const next = adjoins(at + 1) ? (c?.lower ?? '') : '';
      if (!meetsCompound(a.lower, touching, next))
        found.push({ from: startOf(at), to: endOf(at + 1), kept: endOf(at) });
      at += 1;
    } else if (isPair && adjoins(at + 1) && adjoins(at + 2)) {
      const phrase = `${a.text} ${b.text}`;
      if (!isSame(a.text, c.text, isStart) && a.text !== c.text) continue;
      if (a.text === b.text || !isLower(phrase)) continue;
      if (doublePhrases.has(lower(phrase))) continue;
      if (nounsAndVerbs.has(lower(phrase)) && !leadsToName.has(touching)) continue;
      found.push({ from: startOf(at), to: endOf(at + 3), kept: endOf(at + 1) });
      at += 3;
    }
  }
  return found;
}

/** Words after which a noun stands and no noun with its verb. */
const leadsToName = new Set(['là', 'về', 'việc']);

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;]\s|\n)[\s\p{P}]*(?:\d{1,2}[.)]\s|\p{Ll}[.)]\s)?$/u.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

/** The same word; only one that starts a sentence may have a capital: `Ban Chỉ đạo chỉ đạo` is no repetition. */
function isSame(first: string, second: string, isStart: boolean): boolean {
  return first === second ? first === lower(first) : isStart && lower(first) === second;
}

function isLower(phrase: string): boolean {
  return phrase.slice(1) === lower(phrase.slice(1));
}
