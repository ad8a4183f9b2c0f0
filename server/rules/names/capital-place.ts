import { provinces } from '../../norms/provinces.ts';
import { asWord } from '../../source/words.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';

const names = provinces
  .map(({ name }) => name.replace(/\s*-\s*/u, ' [-–] '))
  .filter((name) => name !== 'Hồ Chí Minh')
  .join('|');
const pattern = new RegExp(
  `${asWord('Tỉnh|Thành phố|Thành Phố')}(?= (?:${names})(?![\\p{L}\\p{M}]))`,
  'gu',
);
/** The name may well begin a sentence, a cell or an item there. */
const inSentence = /[\p{Ll},]\s$/u;

export default rule({
  id: 'capital-place',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, III.1.a',
  title: {
    vi: 'Danh từ chung chỉ đơn vị hành chính viết hoa giữa câu',
    en: 'The word for an administrative unit has a capital inside a sentence',
  },
  why: {
    vi: 'Chỉ viết hoa tên riêng của đơn vị hành chính: tỉnh Bình Dương, thành phố Thái Nguyên. Riêng Thủ đô Hà Nội, Thành phố Hồ Chí Minh và tên ghép với chữ số, tên người, sự kiện (Quận 1, Phường Điện Biên Phủ) viết hoa cả danh từ chung.',
    en: 'Only the unit’s own name has capitals: tỉnh Bình Dương, thành phố Thái Nguyên. Thủ đô Hà Nội, Thành phố Hồ Chí Minh and names made with figures, persons or events (Quận 1, Phường Điện Biên Phủ) are the exceptions.',
  },
  examples: [
    {
      bad: fragmentSample('Triển khai trên địa bàn «Tỉnh» Bình Dương từ năm 2021.'),
      fixed: fragmentSample('Triển khai trên địa bàn tỉnh Bình Dương từ năm 2021.'),
    },
    {
      bad: fragmentSample('Đoàn của «Thành phố» Đà Nẵng và «Tỉnh» Bà Rịa - Vũng Tàu tham dự.'),
      fixed: fragmentSample('Đoàn của thành phố Đà Nẵng và tỉnh Bà Rịa - Vũng Tàu tham dự.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường của «Tỉnh» Phú Thọ rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường của tỉnh Phú Thọ rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('Tỉnh Bình Dương tổ chức; đoàn của Thành phố Hồ Chí Minh tham dự.') },
    { good: fragmentSample('Quận 1, Phường Điện Biên Phủ, Tỉnh ủy, Tỉnh đoàn Phú Thọ.') },
    { good: fragmentSample('- Tỉnh Phú Thọ;\n- Thành phố Hà Nội.') },
  ],
  check(document, report) {
    for (const line of document.body) {
      if (line.paragraph.kind === 'code') continue;
      for (const { index, 0: typed } of line.text.matchAll(pattern)) {
        if (!inSentence.test(line.text.slice(0, index))) continue;
        const span = line.spanOf(index, index + typed.length);
        const expected = typed.toLowerCase();
        report({
          span,
          message: {
            vi: `“${typed}” giữa câu không viết hoa: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL II, III.1.a)`,
            en: `“${typed}” has no capital inside a sentence: expected “${expected}” (ND 30/2020/NĐ-CP, Annex II, III.1.a)`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
              safe: true,
              edits: [{ span, newText: expected }],
            },
          ],
        });
      }
    }
  },
});
