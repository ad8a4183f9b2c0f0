import type { DateFigure, DateMention, DayRangeMention } from '../../document/dates/dateMention.ts';
import { compareDates } from '../../document/dates/plainDate.ts';
import type { Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';

export default rule({
  id: 'date-range',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Khoảng thời gian kết thúc trước khi bắt đầu',
    en: 'A period ends before it begins',
  },
  why: {
    vi: 'Ngày bắt đầu phải trước ngày kết thúc, năm đầu trước năm cuối. Ngược lại là đã gõ nhầm ngày, tháng hoặc năm.',
    en: 'A period begins before it ends. The other way round, a day, month or year was mistyped.',
  },
  examples: () => [
    {
      bad: fragmentSample('Tổ chức «từ ngày 07/10/2021 đến ngày 01/10/2021».'),
      fixed: fragmentSample('Tổ chức từ ngày 01/10/2021 đến ngày 07/10/2021.'),
    },
    {
      bad: fragmentSample('Thực hiện trong «năm học 2022-2021».'),
      fixed: fragmentSample('Thực hiện trong năm học 2021-2022.'),
    },
    { bad: fragmentSample('Chương trình «giai đoạn 2030-2021» và «từ 10 đến 07/10/2021».') },
    { good: fragmentSample('Tổ chức từ ngày 01/10/2021 đến ngày 07/10/2021.') },
    { good: fragmentSample('Trực từ ngày 30/12 đến ngày 02/01/2022.') },
    {
      good: fragmentSample(
        'Trong năm học 2021-2022, giai đoạn 2021 - 2030, nhiệm kỳ VI (2024 - 2029).',
      ),
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const mention of document.dates) {
      const swap = swapOf(mention);
      if (!swap) continue;
      report({
        span: mention.span,
        message: {
          vi: `Khoảng thời gian “${mention.text}” kết thúc trước khi bắt đầu: cần ngày trước đứng trước (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `The period “${mention.text}” ends before it begins: expected the earlier end first (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
        fixes: [
          { title: { vi: 'Đổi chỗ hai đầu', en: 'Swap the two ends' }, safe: false, edits: swap },
        ],
      });
    }
  },
});

/** The edits that swap the ends of a period which runs backwards; undefined for any other. */
function swapOf(mention: DateMention): readonly Edit[] | undefined {
  if (mention.kind === 'years') {
    const { from, to } = mention;
    return to && to.value < from.value ? exchanged(from, to) : undefined;
  }
  if (mention.kind !== 'range') return undefined;
  const { from, to } = mention;
  if (!from.value || !to.value || compareDates(from.value, to.value) <= 0) return undefined;
  // `từ 30/12 đến 02/01/2022` borrows its year and begins the year before.
  if (borrowsYear(mention) && from.month.value > to.month.value) return undefined;
  return from.month.span.start === to.month.span.start
    ? exchanged(from.day, to.day)
    : exchanged(from, to);
}

function borrowsYear({ from, to }: DayRangeMention): boolean {
  return from.year?.span.start === to.year?.span.start;
}

function exchanged(
  a: Pick<DateFigure, 'text' | 'span'>,
  b: Pick<DateFigure, 'text' | 'span'>,
): readonly Edit[] {
  return [
    { span: a.span, newText: b.text },
    { span: b.span, newText: a.text },
  ];
}
