import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'draft-mark',
  severity: 'hint',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 10',
  title: {
    vi: 'Còn dấu DỰ THẢO trên văn bản đã có số và ngày',
    en: 'A draft mark on a numbered and dated document',
  },
  why: {
    vi: 'Văn bản đã có số và ngày ban hành thì không còn là dự thảo; dấu DỰ THẢO sót lại làm người nhận không biết văn bản đã có hiệu lực chưa.',
    en: 'A numbered and dated document is no draft any more; a mark left behind makes readers doubt whether it is in force.',
  },
  examples: () => [
    {
      bad: planSample()
        .replace('**KẾ HOẠCH**', '**KẾ HOẠCH**\n\n**«DỰ THẢO»**')
        .replace(
          '**KẾ HOẠCH**\n\n**«DỰ THẢO»**\n\n**Tổ chức Ngày hội đọc sách năm 2026**',
          '**KẾ HOẠCH**\n\n**Tổ chức Ngày hội đọc sách năm 2026**\n\n**«DỰ THẢO»**',
        ),
    },
    { bad: letterSample().replace('V/v', '«DỰ THẢO»\n\nV/v') },
    { bad: frontMatterPlanSample({ 'dự thảo': '«true»' }) },
    { good: planSample() },
    { good: letterSample() },
    {
      good: planSample({ number: 'Số:      /KH-UBND' }).replace(
        '**KẾ HOẠCH**',
        '**DỰ THẢO**\n\n**KẾ HOẠCH**',
      ),
      note: 'Chưa có số.',
    },
    { good: frontMatterPlanSample({ 'dự thảo': 'true', số: '/KH-UBND' }) },
  ],
  reads: { edges: true },
  check(document, report) {
    const { draftMark, number, placeAndDate } = document;
    if (!draftMark || !number?.numeral || placeAndDate?.date.day === undefined) return;
    report({
      span: draftMark.span,
      unnecessary: true,
      message: {
        vi: 'Văn bản đã có số và ngày: cần bỏ dấu “DỰ THẢO” (NĐ 30/2020/NĐ-CP, Điều 10)',
        en: 'The document has a number and a date: drop the draft mark (ND 30/2020/NĐ-CP, Article 10)',
      },
    });
  },
});
