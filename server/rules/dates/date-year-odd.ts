import type { DateFigure, DateMention, DayMention } from '../../document/dates/dateMention.ts';
import type { Document } from '../../document/document.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { pattern } from '../../source/letters.ts';
import type { Paragraph } from '../../source/source.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { datedFacts, datedIn } from './dated.ts';
import { bodyLine } from './days.ts';

const body = (text: string): string =>
  planSample({
    bases: '',
    body: `Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\n**I. NỘI DUNG**\n\n${text}./.`,
  });

/** Plans look a few years ahead; a slip of the keyboard lands further off. */
const yearsApart = 3;
/** So many dates must agree before one of them is odd. */
const fewest = 2;

export default rule({
  id: 'date-year-odd',
  severity: 'info',
  fix: 'choice',
  types: ['ke-hoach', 'cong-van', 'thong-bao', 'chuong-trinh', 'phuong-an', 'giay-moi'],
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Một năm khác hẳn các năm còn lại',
    en: 'One year is unlike every other in the document',
  },
  why: {
    vi: 'Kế hoạch năm 2021 mà có một bước ghi năm 2012 thì gần như chắc chắn là gõ đảo chữ số.',
    en: 'A plan of 2021 with one step in 2012 has almost surely two figures swapped.',
  },
  examples: () => [
    {
      bad: body(
        'Triển khai trước ngày 15/3/2026, sơ kết trước ngày 30/6/2026, tổng kết trước ngày 30/12/«2062»',
      ),
      fixed: body(
        'Triển khai trước ngày 15/3/2026, sơ kết trước ngày 30/6/2026, tổng kết trước ngày 30/12/2026',
      ),
    },
    {
      bad: body(
        'Thời gian tổ chức: ngày 21/4/2026 và ngày 22/4/2026; báo cáo trước ngày 30/4/«2016»',
      ),
    },
    { bad: body('Từ ngày 21/4/«2012» đến ngày 23/4/2026; báo cáo trước ngày 30/4/2026') },
    {
      good: body(
        'Triển khai trước ngày 15/3/2026, sơ kết trước ngày 30/6/2026, tổng kết trước ngày 15/01/2027',
      ),
    },
    {
      good: body(
        'Chào mừng kỷ niệm ngày thành lập 03/02/1930; triển khai trước ngày 15/3/2026, tổng kết trước ngày 30/12/2026',
      ),
    },
    {
      good: body(
        'Theo Luật Lưu trữ ngày 11/11/2011, hoàn thành trước ngày 15/3/2026 và trước ngày 30/6/2026',
      ),
    },
    {
      good: body(
        'Triển khai trước ngày 15/3/2026, tổng kết trước ngày 30/12/2026; kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026)',
      ),
    },
    {
      good: body(
        'Trẻ sinh từ ngày 01/02/2021 đến ngày 31/01/2025 được tiêm từ ngày 02/3/2026 đến ngày 31/3/2026; công dân sinh trước ngày 01/01/2008 đăng ký trước ngày 30/4/2026',
      ),
    },
    {
      bad: body(
        'Đăng ký trước ngày 15/3/2026, sơ kết trước ngày 30/6/2026, tổng vệ sinh trước ngày 30/12/«2062»',
      ),
    },
    { good: planSample() },
  ],
  reads: {
    facts: (paragraph, { text }) => [
      ...datedFacts(paragraph, { text }),
      ...unplacedMentions(paragraph).dates.map((mention) => isOfBirth(paragraph, mention, text)),
    ],
    parts: ['placeAndDate'],
  },
  check(document, report) {
    const issued = document.placeAndDate?.date.year;
    if (issued === undefined) return;
    const years = datedIn(document).flatMap(({ mention }) => yearsOf(mention));
    const counts = new Map<number, number>();
    for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
    const near = years.filter((year) => Math.abs(year - issued) < yearsApart).length;
    if (near < fewest) return;
    for (const figure of farYears(document, issued)) {
      const alike = [-1, 0, 1].reduce(
        (sum, step) => sum + (counts.get(figure.value + step) ?? 0),
        0,
      );
      if (alike > 1) continue;
      report({
        span: figure.span,
        message: {
          vi: `Năm ${figure.text} khác hẳn các năm còn lại trong văn bản: có phải là ${issued}? (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `The year ${figure.text} is unlike every other in the document: is ${issued} meant? (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành ${issued}`, en: `Change to ${issued}` },
            safe: false,
            edits: [{ span: figure.span, newText: String(issued) }],
          },
        ],
      });
    }
  },
});

/** Every year that the mention names; a range's ends are mentions of their own. */
function yearsOf(mention: DateMention): readonly number[] {
  if (mention.kind === 'range') return [];
  if (mention.kind === 'years')
    return [mention.from.value, ...(mention.to ? [mention.to.value] : [])];
  return mention.year ? [mention.year.value] : [];
}

/** The years of time limits and of periods in which something happens, the document's own steps, far from the one given. */
function farYears(document: Document, issued: number): readonly DateFigure[] {
  const isFar = ({ cited, year }: DayMention): boolean =>
    !cited && year?.text.length === 4 && Math.abs(year.value - issued) >= yearsApart;
  const { text } = document.source;
  const figures = datedIn(document)
    .filter(({ mention }) => stepsOf(mention).some(isFar) && !isAnniversary(mention))
    .filter(({ mention, paragraph }) => !isOfBirth(paragraph, mention, text))
    .flatMap(({ placed }) => stepsOf(placed))
    .filter((step) => isFar(step) && bodyLine(document, step) !== undefined)
    .flatMap(({ year }) => (year ? [year] : []));
  return [...new Map(figures.map((figure) => [figure.span.start, figure])).values()];
}

function stepsOf(mention: DateMention): readonly DayMention[] {
  if (mention.kind === 'day') return mention.deadline ? [mention] : [];
  return mention.kind === 'range' ? [mention.from, mention.to] : [];
}

/** Whether it is `27/7/1947 - 27/7/2026`: the day of an event and the same day of the year that keeps it. */
function isAnniversary(mention: DateMention): boolean {
  if (mention.kind !== 'range') return false;
  const { from, to } = mention;
  return (
    from.day.value === to.day.value &&
    from.month.value === to.month.value &&
    from.year?.value !== to.year?.value
  );
}

/** How far before a date `sinh` bears on it, UTF-16 units. */
const birthReach = 40;

const born = pattern.iu`(?<!(?:học|vệ|phát|tuyển|hy|tái)\s{1,3})(?<![\p{L}\p{M}])sinh(?:\s+ra)?(?:\s+trong)?(?:\s+khoảng)?(?:\s+thời\s+gian)?\s*$`;

/** Whether people are told by it, as in `trẻ sinh từ ngày …`: it is no step of the document. */
function isOfBirth({ base, outer }: Paragraph, { lead, span }: DateMention, text: string): boolean {
  const at = base + (lead?.span ?? span).start;
  return born.test(text.slice(Math.max(outer.start, at - birthReach), at).normalize('NFC'));
}
