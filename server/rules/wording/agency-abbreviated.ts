import { pattern } from '../../source/letters.ts';
import { asWord, lower } from '../../source/words.ts';
import type { Document } from '../../document/document.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { wordListOf } from '../lineWords.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';

type Short = 'UBND' | 'HĐND';

const names: Readonly<Record<Short, { readonly full: string; readonly english: string }>> = {
  UBND: { full: 'Ủy ban nhân dân', english: 'people’s committee' },
  HĐND: { full: 'Hội đồng nhân dân', english: 'people’s council' },
};

const abbreviation = new RegExp(asWord('UBND|HĐND'), 'gu');
const capitals = pattern.u`(?:^|[^\p{L}])[\p{Lu}\d]{2,}[.,]?\s*$`;

export default rule({
  id: 'agency-abbreviated',
  severity: 'hint',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.2',
  title: {
    vi: 'Tên cơ quan lúc viết tắt, lúc viết đầy đủ',
    en: 'An agency’s name is now abbreviated, now written out',
  },
  why: {
    vi: 'Trong phần nội dung, người duyệt thường sửa UBND, HĐND thành tên đầy đủ. Văn bản đã viết đầy đủ ở chỗ khác, hay công văn của chính cơ quan ấy, thì nên viết đầy đủ ở mọi chỗ; viết tắt nhất quán từ đầu đến cuối thì không bị nhắc.',
    en: 'Reviewers write UBND and HĐND out in running text. A document that writes the name out elsewhere, or a letter of that very agency, should do so throughout; one that abbreviates it throughout is left alone.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Ủy ban nhân dân tỉnh giao Sở Nội vụ theo dõi, báo cáo «UBND» tỉnh kết quả.',
      ),
      fixed: fragmentSample(
        'Ủy ban nhân dân tỉnh giao Sở Nội vụ theo dõi, báo cáo Ủy ban nhân dân tỉnh kết quả.',
      ),
    },
    {
      bad: fragmentSample(
        'Nghị quyết của Hội đồng nhân dân xã.\n\nKế hoạch giám sát của «HĐND» xã năm 2026.',
      ),
      fixed: fragmentSample(
        'Nghị quyết của Hội đồng nhân dân xã.\n\nKế hoạch giám sát của Hội đồng nhân dân xã năm 2026.',
      ),
    },
    {
      bad: letterSample({
        body: 'Thực hiện chỉ đạo của Chủ tịch «UBND» tỉnh, Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    {
      bad: letterSample({
        agency: '**ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ**',
        number: 'Số: 215/UBND-NC',
        body: 'Chủ tịch «UBND» tỉnh đề nghị các xã, phường rà soát công tác văn thư trước ngày 30/01/2026./.',
        signature: '**CHỦ TỊCH**\n\n**Lê Thị Hoa**',
      }),
      note: 'Công văn của chính cơ quan ấy.',
    },
    { good: fragmentSample('UBND tỉnh giao Sở Nội vụ theo dõi, báo cáo UBND tỉnh kết quả.') },
    {
      good: fragmentSample(
        'Ủy ban nhân dân (UBND) tỉnh giao Sở Nội vụ theo dõi, báo cáo UBND tỉnh kết quả.',
      ),
      note: 'Đã nêu cách viết tắt.',
    },
    {
      good: fragmentSample(
        'Thực hiện Kế hoạch số 12/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh.',
      ),
      note: 'Trong ký hiệu của văn bản.',
    },
    {
      good: letterSample({
        recipients: '**Nơi nhận:**\n\n- Như trên;\n- CT, các PCT UBND tỉnh;\n- Lưu: VT, VP.',
      }),
    },
  ],
  reads: {
    facts: ({ lines }) =>
      lines.flatMap((line) =>
        Object.entries(usesIn(line)).map(([short, { places, ...use }]) => [
          short,
          use,
          places.length,
        ]),
      ),
    parts: ['type', 'issuer'],
  },
  check(document, report) {
    for (const short of Object.keys(names) as readonly Short[]) {
      const { full, english } = names[short];
      const uses = document.body.flatMap((line) => {
        const use = usesIn(line)[short];
        return use ? [{ line, ...use }] : [];
      });
      const expected = isOwnLetter(document, full) || isWrittenOut(uses);
      if (!expected || uses.some(({ defined }) => defined)) continue;
      for (const { line, places } of uses) {
        for (const index of places) {
          const span = line.spanOf(index, index + short.length);
          report({
            span,
            message: {
              vi: `“${short}” viết tắt trong khi văn bản dùng tên đầy đủ: nên thống nhất “${full}” (NĐ 30/2020/NĐ-CP, PL I, II.2)`,
              en: `“${short}” (${english}) is abbreviated in a document that uses the full name: expected “${full}” throughout (ND 30/2020/NĐ-CP, Annex I, II.2)`,
            },
            fixes: [
              {
                title: { vi: `Viết đầy đủ: ${full}`, en: `Write out: ${full}` },
                safe: false,
                edits: [{ span, newText: full }],
              },
            ],
          });
        }
      }
    }
  },
});

/** Whether it is a letter of that very agency, which names itself in full (PL I, II.2). */
function isOwnLetter({ type, issuer }: Document, full: string): boolean {
  return type?.id === 'cong-van' && holds(issuer?.text ?? '', full);
}

/** How a line uses an agency's name. */
interface Use {
  /** Whether it has the full name. */
  readonly written: boolean;
  readonly abbreviated: boolean;
  /** Whether it says that the name will be abbreviated. */
  readonly defined: boolean;
  /** Where in its text the abbreviation is a word of a sentence. */
  readonly places: readonly number[];
}

/** Of the full names the words that always stand apart: others may stick to the first and the last. */
const inside = new WordPhrases(['ban nhân', 'đồng nhân'].map((words) => [words, words]));

const unused: Readonly<Partial<Record<Short, Use>>> = {};

const usesIn = perText((line: Line): Readonly<Partial<Record<Short, Use>>> => {
  const { text, paragraph } = line;
  if (!inside.some(wordListOf(line)) && !/UBND|HĐND/u.test(text)) return unused;
  const uses: Partial<Record<Short, Use>> = {};
  const isProse = paragraph.kind !== 'tableRow' && paragraph.kind !== 'code';
  for (const short of Object.keys(names) as readonly Short[]) {
    const written = holds(text, names[short].full);
    const abbreviated = text.includes(short);
    if (!written && !abbreviated) continue;
    const found = isProse && abbreviated ? [...text.matchAll(abbreviation)] : [];
    uses[short] = {
      written,
      abbreviated,
      defined: text.includes(`(${short})`) || text.includes(`là ${short}`),
      places: found
        .filter(({ index, 0: typed }) => typed === short && isInProse(line, index, typed.length))
        .map(({ index }) => index),
    };
  }
  return uses;
});

/** Whether the name is written out by habit: one full name among many short ones is the exception. */
function isWrittenOut(uses: readonly Use[]): boolean {
  const written = uses.filter((use) => use.written).length;
  const abbreviated = uses.filter((use) => use.abbreviated).length;
  return written > 1 || (written === 1 && abbreviated <= 4);
}

function holds(text: string, full: string): boolean {
  return lower(text).replaceAll('uỷ', 'ủy').includes(lower(full));
}

/** Whether the abbreviation is a word of a sentence: no part of a symbol, of a title or of a run of abbreviations. */
function isInProse(line: Line, start: number, length: number): boolean {
  const before = line.text.slice(Math.max(0, start - 12), start);
  const after = line.text.slice(start + length, start + length + 1);
  return !/[-/]$/u.test(before) && !/[-/]/u.test(after) && !capitals.test(before);
}
