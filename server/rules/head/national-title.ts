import type { Document, Part } from '../../document/document.ts';
import type { Finding } from '../rule.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { bold } from './emphasis.ts';
import { belowAgencies } from './headPlaces.ts';
import { insertBelow, insertOnTop } from './insertion.ts';
import { isNationalTitle, mottoText, nationalTitleText } from './nationalTitleText.ts';
import { firstLine, hasLineLike, needsOwnHead } from './ownHead.ts';

const motto = '**Độc lập - Tự do - Hạnh phúc**';
const nation = '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**';

export default rule({
  id: 'national-title',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.1',
  title: {
    vi: 'Thiếu hoặc sai Quốc hiệu, Tiêu ngữ',
    en: 'National title or motto missing or not to the letter',
  },
  why: {
    vi: 'Quốc hiệu và Tiêu ngữ là thành phần bắt buộc của văn bản hành chính, phải đúng từng chữ. Giữa các cụm từ của Tiêu ngữ là dấu gạch nối (-) có cách chữ hai bên; trình soạn thảo hay tự đổi thành dấu gạch ngang dài (–).',
    en: 'The national title and the motto open every administrative document and must be right to the letter. The phrases of the motto are joined by a hyphen (-) with a space on both sides; word processors like to turn it into an en dash (–).',
  },
  examples: () => [
    {
      bad: planSample({
        nation: '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n«Độc lập – Tự do – Hạnh phúc»**',
      }),
      fixed: planSample(),
    },
    {
      bad: letterSample({
        nation: '**«Cộng hòa xã hội chủ nghĩa Việt Nam»**\n\n**«Độc Lập - Tự Do - Hạnh Phúc»**',
      }),
      fixed: letterSample({ nation: `${nation}\n\n${motto}` }),
    },
    {
      bad: planSample({ nation: `${nation}\n\n**«Độc lập-Tự do-Hạnh phúc.»**` }),
      fixed: planSample({ nation: `${nation}\n\n${motto}` }),
    },
    {
      bad: planSample({ agency: '**«ỦY BAN NHÂN DÂN»\nXÃ HÒA BÌNH**', nation: '' }),
      fixed: planSample(),
    },
    {
      bad: planSample({ nation: '**«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»**' }),
      fixed: planSample({ nation: `${nation}\n\n${motto}` }),
    },
    { good: planSample() },
    {
      good: letterSample({
        nation: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc',
      }),
    },
    { good: frontMatterPlanSample(), note: 'Bản in tự đặt Quốc hiệu khi phần đầu khai bằng YAML.' },
    { good: 'Căn cứ Kế hoạch số 12/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh;\n' },
  ],
  reads: { edges: true },
  check(document, report) {
    const { nationalTitle, motto } = document;
    if (nationalTitle && !isNationalTitle(nationalTitle.text))
      report(misspelled(nationalTitle, nationalTitleText, 'Quốc hiệu', 'National title', '1.a'));
    if (motto && motto.text !== mottoText)
      report(misspelled(motto, mottoText, 'Tiêu ngữ', 'Motto', '1.b'));
    if (document.origin === 'frontMatter' || !needsOwnHead(document)) return;
    if (!nationalTitle && hasLineLike(document, /^cộng ho?[òàa]a? xã hội chủ nghĩa/iu)) return;
    const missing = missingLines(document);
    if (missing) report(missing);
  },
});

function misspelled(
  part: Part,
  expected: string,
  vi: string,
  en: string,
  paragraph: string,
): Finding {
  return {
    span: part.span,
    message: {
      vi: `${vi} viết sai: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.${paragraph})`,
      en: `${en} is not to the letter: “${expected}” is expected (ND 30/2020/NĐ-CP, Annex I, II.${paragraph})`,
    },
    fixes: [
      {
        title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
        safe: true,
        edits: [{ span: part.span, newText: expected }],
      },
    ],
  };
}

function missingLines(document: Document): Finding | undefined {
  const { nationalTitle, motto } = document;
  if (nationalTitle && motto) return undefined;
  const expected = [...(nationalTitle ? [] : [nationalTitleText]), ...(motto ? [] : [mottoText])];
  const lines = [bold(document, expected.join('\n'))];
  const above = nationalTitle?.span ?? belowAgencies(document);
  // above a motto that stands first there is nothing to write below
  const edit =
    above && !(motto && motto.span.start < above.start)
      ? insertBelow(document, above, lines)
      : insertOnTop(document, lines);
  const vi = [...(nationalTitle ? [] : ['Quốc hiệu']), ...(motto ? [] : ['Tiêu ngữ'])].join(', ');
  const en = [...(nationalTitle ? [] : ['national title']), ...(motto ? [] : ['motto'])].join(
    ' and ',
  );
  return {
    span: nationalTitle?.span ?? motto?.span ?? firstLine(document),
    message: {
      vi: `Thiếu ${vi}: cần “${expected.join(' / ')}” (NĐ 30/2020/NĐ-CP, PL I, II.1)`,
      en: `No ${en}: “${expected.join(' / ')}” is expected (ND 30/2020/NĐ-CP, Annex I, II.1)`,
    },
    fixes: [{ title: { vi: `Thêm ${vi}`, en: `Add the ${en}` }, safe: true, edits: [edit] }],
  };
}
