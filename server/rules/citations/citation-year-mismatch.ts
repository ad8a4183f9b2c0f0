import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { citationsOf, isNumbered, quoted } from './mentions.ts';

export default rule({
  id: 'citation-year-mismatch',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: {
    vi: 'Năm trong số văn bản khác năm ban hành',
    en: "The year in a document's number is not the year of its date",
  },
  why: {
    vi: 'Số của văn bản quy phạm pháp luật mang năm ban hành, nên hai năm phải là một. Khác nhau nghĩa là đã gõ nhầm một trong hai chỗ.',
    en: 'The number of a legal normative document carries the year of issue, so the two must agree. If they do not, one of them was mistyped.',
  },
  examples: () => [
    {
      bad: fragmentSample('Theo Nghị định số 30/«2020»/NĐ-CP ngày 05/3/2021 của Chính phủ.'),
      fixed: fragmentSample('Theo Nghị định số 30/2021/NĐ-CP ngày 05/3/2021 của Chính phủ.'),
    },
    {
      bad: fragmentSample(
        'Căn cứ Thông tư số 07/«2019»/TT-BTC ngày 24 tháng 01 năm 2018 của Bộ Tài chính;',
      ),
    },
    { bad: fragmentSample('Theo Nghị quyết số 74/«2022»/QH15 ngày 15/11/2023 của Quốc hội.') },
    { good: fragmentSample('Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.') },
    {
      good: fragmentSample(
        'Theo Nghị định số 30/2020/NĐ-CP và Quyết định số 15/QĐ-UBND ngày 05/3/2021.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015.',
      ),
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const citation of citationsOf(document)) {
      const date = citation.date;
      if (!isNumbered(citation) || !citation.number.year || !date?.value) continue;
      const { year } = citation.number;
      if (year.value === date.value.year) continue;
      const dateYear = String(date.value.year);
      const start = date.span.end - dateYear.length;
      const edit = { span: { start, end: date.span.end }, newText: year.text };
      const typed = document.source.text.slice(start, date.span.end) === dateYear;
      report({
        span: year.span,
        message: {
          vi: `Năm trong số “${quoted(citation.number.text)}” khác năm ban hành “${quoted(date.text)}”: cần cùng một năm (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
          en: `The year in “${quoted(citation.number.text)}” is not that of “${quoted(date.text)}”: expected the same year (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
        },
        fixes: [
          {
            title: {
              vi: `Sửa năm trong số thành ${dateYear}`,
              en: `Change the number's year to ${dateYear}`,
            },
            safe: false,
            edits: [{ span: year.span, newText: dateYear }],
          },
          ...(typed
            ? [
                {
                  title: {
                    vi: `Sửa năm ban hành thành ${year.text}`,
                    en: `Change the date's year to ${year.text}`,
                  },
                  safe: false,
                  edits: [edit],
                },
              ]
            : []),
        ],
        related: [{ span: date.span, message: { vi: 'Ngày ban hành', en: 'The date of issue' } }],
      });
    }
  },
});
