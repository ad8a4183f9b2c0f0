import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'place-date-blank',
  severity: 'hint',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: { vi: 'Thời gian ban hành còn để trống', en: 'The date of issue is still blank' },
  why: {
    vi: 'Ngày, tháng, năm ban hành ghi khi văn bản được ký và đăng ký, nên dự thảo để trống ngày là đúng. Văn bản đã có số và người ký mà chưa đủ ngày, tháng, năm thì cần bổ sung.',
    en: 'The date is written when the document is signed and registered, so a draft rightly leaves the day blank. A document with a number and a signer and no draft mark should have its full date.',
  },
  examples: () => [
    {
      bad: planSample({ number: 'Số: /KH-UBND', place: '*Hòa Bình, «ngày    tháng 3 năm 2026»*' }),
    },
    { bad: letterSample({ place: 'Phú Thọ, «ngày … tháng … năm 2026»' }) },
    {
      bad: frontMatterPlanSample({ ngày: '' }).replace(
        'địa danh: Hòa Bình',
        'địa danh: «Hòa Bình»',
      ),
    },
    { good: planSample() },
    { good: letterSample({ place: 'Phú Thọ, ngày 02 tháng 01 năm 2026' }) },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { number, placeAndDate, signature, draftMark } = document;
    if (!placeAndDate) return;
    const { date, dateSpan, span } = placeAndDate;
    const blanks = [
      ...(date.day === undefined ? [{ vi: 'ngày', en: 'day' }] : []),
      ...(date.month === undefined ? [{ vi: 'tháng', en: 'month' }] : []),
      ...(date.year === undefined ? [{ vi: 'năm', en: 'year' }] : []),
    ];
    if (blanks.length === 0) return;
    const issued = number?.numeral !== undefined && signature?.name !== undefined && !draftMark;
    const vi = blanks.map((blank) => blank.vi).join(', ');
    const en = blanks.map((blank) => blank.en).join(', ');
    report({
      span: dateSpan.end > dateSpan.start ? dateSpan : span,
      severity: issued ? 'warning' : 'hint',
      message: issued
        ? {
            vi: `Thời gian ban hành còn trống ${vi} trong khi đã có số và người ký: cần ghi đủ ngày, tháng, năm (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
            en: `The date of issue lacks its ${en} though the number and the signer are given: a full date is expected (ND 30/2020/NĐ-CP, Annex I, II.4)`,
          }
        : {
            vi: `Thời gian ban hành còn trống ${vi}: ghi khi ký ban hành (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
            en: `The date of issue lacks its ${en}: to be filled in on signing (ND 30/2020/NĐ-CP, Annex I, II.4)`,
          },
    });
  },
});
