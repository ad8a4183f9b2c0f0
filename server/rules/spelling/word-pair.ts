import { confusables, type Confusable } from '../../norms/confusables.ts';
import { pattern } from '../../source/letters.ts';
import { lower } from '../../source/words.ts';
import { wordListOf } from '../lineWords.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';

export default rule({
  id: 'word-pair',
  severity: 'info',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Chữ có thật nhưng dùng nhầm',
    en: 'A real word where another is meant',
  },
  why: {
    vi: 'Lỗi loại này máy soát chính tả thường bỏ qua vì từng chữ đều có nghĩa: chuyên đổi số, bổ xung, sát nhập, thăm quan. Chỉ nhắc những cụm chắc chắn sai.',
    en: 'Spelling checkers miss these because each word exists: chuyên đổi số, bổ xung, sát nhập, thăm quan. Only phrases that cannot be right are reported.',
  },
  options: {
    pairs: {
      kind: 'pairs',
      default: {},
      about: {
        vi: 'Thêm cụm từ hay nhầm: cách viết sai → cách viết đúng; đặt một cụm bằng chính nó để thôi nhắc',
        en: 'More phrases: what is written → what is meant; a phrase set to itself is left alone',
      },
    },
  },
  examples: () => [
    {
      bad: fragmentSample('Đẩy mạnh «chuyên đổi số»; «bổ xung» nhân lực.'),
      fixed: fragmentSample('Đẩy mạnh chuyển đổi số; bổ sung nhân lực.'),
    },
    {
      bad: fragmentSample('«Rà roát» việc «sát nhập» các trường, trung tâm «học tập công đồng».'),
      fixed: fragmentSample('Rà soát việc sáp nhập các trường, trung tâm học tập cộng đồng.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường «cập nhập» hồ sơ, tổ chức «thăm quan» trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường cập nhật hồ sơ, tổ chức tham quan trước ngày 30/01/2026./.',
      }),
    },
    {
      good: fragmentSample('Thuế xuất khẩu; thành công xuất sắc; cũng cố gắng; chuyển đối tượng.'),
    },
    {
      good: fragmentSample(
        'Môn lịch sử lý luận; khẩn trương trình Ủy ban nhân dân tỉnh; xem xét nghiêm túc; chia sẻ được.',
      ),
    },
    {
      good: fragmentSample('Bà Trương Trình tham gia; đội Gia Đinh; thông báo vệ sinh môi trường.'),
    },
    { good: fragmentSample('Đẩy mạnh chuyển đổi số, bổ sung, sáp nhập, tham quan, cập nhật.') },
    {
      good: fragmentSample(
        'Công trình đô thị; cải tiến đô thị hóa; lễ hội nghi lễ; nơi giành cho bằng được.',
      ),
    },
  ],
  reads: { paragraphs: true },
  check(document, report, { options }) {
    const table = tableWith(options.pairs('pairs'));
    for (const line of document.lines) {
      if (line.paragraph.kind === 'code') continue;
      if (table === known && !phrases.some(wordListOf(line))) continue;
      for (const { from, to, pair } of found(line.text, table)) {
        const span = line.spanOf(from, to);
        const typed = line.text.slice(from, to);
        const expected = asTyped(typed, pair.right);
        const inSource = document.source.text.slice(span.start, span.end).normalize('NFC');
        report({
          span,
          message: {
            vi: `“${typed}” dùng nhầm chữ: có phải “${expected}”? (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `“${typed}” has a wrong word: is “${expected}” meant? (ND 30/2020/NĐ-CP, Article 8)`,
          },
          // bold that ends inside the phrase is the writer's: no edit may take it away
          fixes:
            inSource === typed
              ? [
                  {
                    title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
                    safe: false,
                    edits: [{ span, newText: expected }],
                  },
                ]
              : [],
        });
      }
    }
  },
});

/** By the first word, the longer phrases first. */
type Table = ReadonlyMap<string, readonly Confusable[]>;

const known = tableOf(confusables);
const phrases = new WordPhrases(confusables.map((pair) => [pair.wrong, pair]));

function tableWith(own: Readonly<Record<string, string>>): Table {
  const pairs = Object.entries(own).map(([wrong, right]) => ({
    wrong: lower(wrong.normalize('NFC')).trim(),
    right: right.normalize('NFC'),
  }));
  if (pairs.length === 0) return known;
  const set = new Set(pairs.map(({ wrong }) => wrong));
  return tableOf([
    ...confusables.filter(({ wrong }) => !set.has(wrong)),
    ...pairs.filter(({ wrong, right }) => wrong !== lower(right)),
  ]);
}

function tableOf(pairs: readonly Confusable[]): Table {
  const table = new Map<string, Confusable[]>();
  for (const pair of pairs) {
    const [first = ''] = pair.wrong.split(' ');
    table.set(first, [...(table.get(first) ?? []), pair]);
  }
  for (const group of table.values()) group.sort((a, b) => b.wrong.length - a.wrong.length);
  return table;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly pair: Confusable;
}

const word = pattern.gu`[\p{L}\p{M}\p{N}_]+`;

function found(text: string, table: Table): readonly Place[] {
  const small = lower(text);
  const places: Place[] = [];
  let end = 0;
  let before = '';
  for (const { index, 0: first } of small.matchAll(word)) {
    const precedes = small.slice(index - 1, index) === ' ' ? before : '';
    before = first;
    if (index < end) continue;
    const pair = (table.get(first) ?? []).find(
      (each) => stands(small, index, precedes, each) && !isName(text, index, each),
    );
    if (!pair) continue;
    end = index + pair.wrong.length;
    places.push({ from: index, to: end, pair });
  }
  return places;
}

function stands(text: string, at: number, precedes: string, pair: Confusable): boolean {
  const { wrong, notBefore = [], notAfter = [] } = pair;
  if (!text.startsWith(wrong, at)) return false;
  const [after = ''] =
    pattern.u`^\s*[\p{L}\p{M}\p{N}_]*`.exec(
      text.slice(at + wrong.length, at + wrong.length + 20),
    ) ?? [];
  const next = after.trim();
  if (next !== '' && after === next) return false;
  return !notBefore.includes(next) && !notAfter.includes(precedes);
}

/** Whether a later syllable bears a capital of its own: `tham gia Đinh Tiên Hoàng`, `bà Trương Trình`. */
function isName(text: string, at: number, { wrong }: Confusable): boolean {
  const typed = text.slice(at, at + wrong.length);
  return typed !== typed.toUpperCase() && pattern.u`\s\p{Lu}`.test(typed);
}

function asTyped(typed: string, right: string): string {
  if (typed === typed.toUpperCase()) return right.toUpperCase();
  const isCapital = typed.charAt(0) !== lower(typed.charAt(0));
  return isCapital ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
