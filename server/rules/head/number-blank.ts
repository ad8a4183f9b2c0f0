import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'number-blank',
  severity: 'hint',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3',
  title: { vi: 'Số văn bản còn để trống', en: 'The number is still blank' },
  why: {
    vi: 'Số do Văn thư cơ quan cấp khi đăng ký văn bản đi, nên dự thảo để trống là đúng. Văn bản đã đủ ngày tháng và người ký mà chưa có số thì cần bổ sung.',
    en: 'The records office gives the number when it registers the document, so a draft rightly leaves it blank. A document with its full date and signer and no draft mark should have one.',
  },
  examples: () => [
    { bad: planSample({ number: '«Số:      /KH-UBND»' }) },
    {
      bad: letterSample({
        number: '«Số: …/SNV-VP»',
        place: '*Phú Thọ, ngày    tháng 01 năm 2026*',
      }),
    },
    { bad: frontMatterPlanSample({ số: '«/KH-UBND»' }) },
    { good: planSample() },
    { good: letterSample({ number: 'Số: 07/SNV-VP' }) },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { number, placeAndDate, signature, draftMark } = document;
    if (!number || number.numeral || /^\d/u.test(number.text)) return;
    const date = placeAndDate?.date;
    const dated = date?.day !== undefined && date.month !== undefined && date.year !== undefined;
    const issued = dated && signature?.name !== undefined && !draftMark;
    report({
      span: number.line,
      severity: issued ? 'warning' : 'hint',
      message: issued
        ? {
            vi: 'Số văn bản còn trống trong khi đã có ngày, tháng và người ký: cần ghi số (NĐ 30/2020/NĐ-CP, PL I, II.3)',
            en: 'The number is blank though the date and the signer are given: a number is expected (ND 30/2020/NĐ-CP, Annex I, II.3)',
          }
        : {
            vi: 'Số văn bản còn trống: Văn thư ghi khi đăng ký văn bản (NĐ 30/2020/NĐ-CP, PL I, II.3)',
            en: 'The number is blank: the records office fills it in on registration (ND 30/2020/NĐ-CP, Annex I, II.3)',
          },
    });
  },
});
