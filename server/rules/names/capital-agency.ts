import { agencies } from '../../norms/agencies.ts';
import { asWord, lower } from '../../source/words.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';

/** Names that mean one agency wherever they stand, and no kind of room, meeting or office. */
const full = agencies
  .filter(({ level }) => level === 'central' || level === 'province' || level === 'district')
  .flatMap(({ name, names = [] }) => [name, ...names])
  .filter((name) => name.includes(' '));
const councils = [
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Mặt trận Tổ quốc',
  'Trung tâm Phục vụ hành chính công',
];
const accepted = new Set([...full, ...councils]);
const official = new Map([...full, ...councils].reverse().map((name) => [lower(name), name]));

const words = [...official.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('ủy', '(?:ủy|uỷ)').replaceAll(' - ', ' [-–] '));
const pattern = new RegExp(asWord(words.join('|')), 'giu');

export default rule({
  id: 'capital-agency',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, IV.1',
  title: {
    vi: 'Tên cơ quan viết hoa không đúng',
    en: 'An agency’s name has wrong capitals',
  },
  why: {
    vi: 'Tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình và chức năng, lĩnh vực: Phòng Nội vụ, Ủy ban nhân dân, Sở Văn hóa, Thể thao và Du lịch; không viết hoa từng chữ.',
    en: 'An agency’s name has a capital at the word for its kind and for its field: Phòng Nội vụ, Ủy ban nhân dân, Sở Văn hóa, Thể thao và Du lịch; not at every word.',
  },
  examples: [
    {
      bad: fragmentSample('Giao «phòng Nội vụ» phối hợp với «sở Tài chính» thực hiện.'),
      fixed: fragmentSample('Giao Phòng Nội vụ phối hợp với Sở Tài chính thực hiện.'),
    },
    {
      bad: fragmentSample('Báo cáo «ủy ban nhân dân» xã và «Ủy Ban Nhân Dân» tỉnh.'),
      fixed: fragmentSample('Báo cáo Ủy ban nhân dân xã và Ủy ban nhân dân tỉnh.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị «Sở Giáo Dục và Đào Tạo», «bộ Tư pháp» và các xã, phường rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị Sở Giáo dục và Đào tạo, Bộ Tư pháp và các xã, phường rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('Phòng Nội vụ, Sở Tài chính, Ủy ban nhân dân xã; các phòng, ban.') },
    { good: fragmentSample('Bố trí phòng y tế, phòng họp; quyền sở hữu; phòng kinh tế gia đình.') },
    { good: fragmentSample('**ỦY BAN NHÂN DÂN** xã; SỞ NỘI VỤ tỉnh.') },
    {
      good: fragmentSample('Bộ Chỉ huy quân sự; Ban tổ chức giải; công an xã; thanh tra.'),
      note: 'Tên có thể chỉ chung thì không nhắc.',
    },
  ],
  check(document, report, { agencies: own }) {
    const added = new Map(
      own.flatMap(({ name, names = [] }) => [name, ...names]).map((name) => [lower(name), name]),
    );
    const addedPattern =
      added.size === 0
        ? undefined
        : new RegExp(
            asWord(
              [...added.keys()].map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')).join('|'),
            ),
            'giu',
          );
    for (const line of document.lines) {
      if (line.paragraph.kind === 'code') continue;
      const found = [
        ...line.text.matchAll(pattern),
        ...(addedPattern ? line.text.matchAll(addedPattern) : []),
      ];
      for (const { index, 0: typed } of found) {
        const key = lower(typed).replaceAll('uỷ', 'ủy').replaceAll('–', '-');
        const expected = added.get(key) ?? official.get(key);
        if (expected === undefined || !isWrong(typed, expected)) continue;
        const newText =
          typed.includes('uỷ') || typed.includes('Uỷ') ? expected.replace('Ủy', 'Uỷ') : expected;
        const span = line.spanOf(index, index + typed.length);
        report({
          span,
          message: {
            vi: `Tên cơ quan “${typed}” viết hoa chưa đúng: cần “${newText}” (NĐ 30/2020/NĐ-CP, PL II, IV.1)`,
            en: `The agency’s name “${typed}” has wrong capitals: expected “${newText}” (ND 30/2020/NĐ-CP, Annex II, IV.1)`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành “${newText}”`, en: `Change to “${newText}”` },
              safe: true,
              edits: [{ span, newText }],
            },
          ],
        });
      }
    }
  },
});

/**
 * Whether it is the agency with other capitals than its own. All capitals are a heading; all small letters may be a
 * thing of that kind (`phòng y tế`), but not for councils and committees.
 */
function isWrong(typed: string, expected: string): boolean {
  const plain = typed.replaceAll('uỷ', 'ủy').replaceAll('Uỷ', 'Ủy').replaceAll('–', '-');
  if (plain === expected || accepted.has(plain) || typed === typed.toUpperCase()) return false;
  if (typed === lower(typed)) return councils.some((name) => expected === name);
  const lostFirst = plain.charAt(0) !== expected.charAt(0) && plain.slice(1) === expected.slice(1);
  const excess = [...plain].some(
    (letter, at) => letter !== lower(letter) && expected[at] === lower(letter),
  );
  return lostFirst || excess;
}
