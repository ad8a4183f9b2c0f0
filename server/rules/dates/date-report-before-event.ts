import type { DateMention, DayMention, DayRangeMention } from '../../document/dates/dateMention.ts';
import { compareDates, type PlainDate } from '../../document/dates/plainDate.ts';
import type { Document } from '../../document/document.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { Dated, datedIn, isInBody, judged } from './dated.ts';
import { dayText, isKnown, sentenceBefore, type KnownDay } from './days.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import type { Paragraph } from '../../source/source.ts';

const body = (...lines: readonly string[]): string =>
  planSample({
    bases: '',
    body: `Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\n**I. NỘI DUNG**\n\n${lines.join('\n\n')}./.`,
  });

const event = 'Thời gian: từ ngày 21/4/2026 đến ngày 23/4/2026.';

export default rule({
  id: 'date-report-before-event',
  severity: 'info',
  fix: 'none',
  types: ['ke-hoach', 'cong-van', 'chuong-trinh', 'phuong-an', 'thong-bao'],
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Hạn báo cáo kết quả trước khi hoạt động kết thúc, hoặc cấp dưới sau cấp trên',
    en: 'Results are due before the event ends, or from below after they are due above',
  },
  why: {
    vi: 'Kết quả chỉ có sau khi hoạt động kết thúc; cấp trên tổng hợp từ báo cáo của cấp dưới nên cấp dưới phải nộp trước.',
    en: 'There are no results before the event is over, and a higher level sums up what the lower ones report, so those come first.',
  },
  examples: () => [
    { bad: body(event, 'Các thôn báo cáo kết quả thực hiện trước ngày «22/4/2026»') },
    {
      bad: body(
        'Thời gian tổ chức: từ 01 đến 07/10/2026.',
        'Các đơn vị gửi báo cáo kết quả chậm nhất ngày «05/10/2026»',
      ),
    },
    {
      bad: body(
        'Phòng Văn hóa - Xã hội tổng hợp, báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 10/10/2026.',
        'Các thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội trước ngày «15/10/2026»',
      ),
    },
    { good: body(event, 'Các thôn báo cáo kết quả thực hiện trước ngày 30/4/2026') },
    { good: body(event, 'Các thôn báo cáo công tác chuẩn bị trước ngày 15/4/2026') },
    {
      good: body(
        'Phòng Văn hóa - Xã hội tổng hợp, báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 15/10/2026.',
        'Các thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội trước ngày 12/10/2026',
      ),
    },
    { good: planSample() },
  ],
  reads: { facts: dueFacts },
  check(document, report) {
    const reports = resultReports(document);
    const soonest = soonestAbove(reports);
    const end = eventEnd(document);
    for (const { day, level } of reports) {
      if (end && compareDates(day.value, end.value) < 0) {
        report({
          span: day.span,
          message: {
            vi: `Hạn báo cáo kết quả ${dayText(day.value)} trước ngày kết thúc hoạt động ${dayText(end.value)}: cần sau ngày ấy (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
            en: `Results are due on ${dayText(day.value)}, before the event ends on ${dayText(end.value)}: expected a later day (ND 30/2020/NĐ-CP, Annex I, II.6)`,
          },
          related: [
            { span: end.span, message: { vi: 'Hoạt động kết thúc', en: 'The event ends' } },
          ],
        });
        continue;
      }
      const above = level === undefined ? undefined : firstBefore(soonest(level), day.value);
      if (!above) continue;
      report({
        span: day.span,
        message: {
          vi: `Cấp dưới báo cáo ngày ${dayText(day.value)}, sau hạn cấp trên phải tổng hợp ${dayText(above.day.value)}: cần trước ngày ấy (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `The lower level reports by ${dayText(day.value)}, after the higher one has to sum up by ${dayText(above.day.value)}: expected an earlier day (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        related: [
          {
            span: above.day.span,
            message: { vi: 'Hạn của cấp trên', en: "The higher level's day" },
          },
        ],
      });
    }
  },
});

/** The days and periods of a paragraph with what their sentences say of them. */
function dueFacts(paragraph: Paragraph): readonly unknown[] {
  return unplacedMentions(paragraph).dates.map((mention) => {
    const dated = new Dated<DateMention>(mention, paragraph);
    const said = dated.isDay() ? reportBefore(dated) : dated.isRange() && isOfEvent(dated);
    return [paragraph.kind, mention, said];
  });
}

interface ResultReport {
  readonly day: KnownDay;
  /** How high the body stands that the results go to; undefined where the text does not say. */
  readonly level: number | undefined;
}

const results =
  /báo cáo (?:\S+ ){0,4}?kết quả|kết quả (?:\S+ ){0,6}?(?:về|gửi)|tổng hợp[^.;]{0,60}báo cáo/iu;
const preparing =
  /chuẩn bị|đăng ký|rà soát|(?:hằng|hàng|báo cáo) (?:tuần|tháng|quý|năm)|định kỳ|giai đoạn|năm trước/iu;

/** The days by which the results of what the document orders are due. */
function resultReports(document: Document): readonly ResultReport[] {
  return datedIn(document).flatMap((dated) => {
    if (!dated.isDay() || !isDue(dated.mention)) return [];
    const { isOfResults, level } = reportBefore(dated);
    const day = dated.placed;
    return isOfResults && isKnown(day) && isInBodyText(document, dated) ? [{ day, level }] : [];
  });
}

function isDue(day: DayMention): boolean {
  return day.deadline && !day.cited && isKnown(day);
}

/** What the words before a day in its sentence say of a report. */
const reportBefore = judged(
  (
    dated: Dated<DayMention>,
  ): { readonly isOfResults: boolean; readonly level: number | undefined } => {
    const before = wordsBefore(dated);
    return { isOfResults: results.test(before) && !preparing.test(before), level: levelOf(before) };
  },
);

function wordsBefore(dated: Dated<DateMention>): string {
  const { line } = dated;
  return line ? sentenceBefore(line, dated.placed) : '';
}

/** Whether it stands in the body, outside of tables. */
function isInBodyText(document: Document, { line, paragraph }: Dated): boolean {
  return line !== undefined && paragraph.kind !== 'tableRow' && isInBody(document, line);
}

/**
 * For a level, the reports due above it of which each falls due before all that the text names earlier: the first
 * of all that is due before a day is among them.
 */
function soonestAbove(
  reports: readonly ResultReport[],
): (level: number) => readonly ResultReport[] {
  const known = new Map<number, readonly ResultReport[]>();
  return (level) => {
    const before = known.get(level);
    if (before) return before;
    const soonest: ResultReport[] = [];
    for (const report of reports) {
      if (report.level === undefined || report.level <= level) continue;
      const last = soonest.at(-1);
      if (!last || compareDates(report.day.value, last.day.value) < 0) soonest.push(report);
    }
    known.set(level, soonest);
    return soonest;
  };
}

/** The first of reports, each due before the one before it, that is due before the day. */
function firstBefore(soonest: readonly ResultReport[], day: PlainDate): ResultReport | undefined {
  let low = 0;
  let high = soonest.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const report = soonest[middle];
    if (report && compareDates(day, report.day.value) <= 0) low = middle + 1;
    else high = middle;
  }
  return soonest[low];
}

const levels: readonly RegExp[] = [
  /(?:về|gửi|cho)\s+(?:phòng|Phòng)\s[^,;]*$/u,
  /(?:về|gửi|cho)\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:xã|phường|thành phố|huyện|thị xã|quận)[^;]*$/u,
  /(?:về|gửi|cho)\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+tỉnh[^;]*$|(?:về|gửi|cho)\s+Sở\s[^;]*$/u,
];

function levelOf(before: string): number | undefined {
  const level = levels.findIndex((pattern) => pattern.test(before.slice(-200)));
  return level < 0 ? undefined : level;
}

/** The last day of the one period that a line on time names; undefined when there are several. */
function eventEnd(
  document: Document,
): { readonly value: PlainDate; readonly span: DayMention['span'] } | undefined {
  const ends = datedIn(document).flatMap((dated) => {
    if (!dated.isRange() || !dated.mention.to.value || !isOfEvent(dated)) return [];
    if (!isInBodyText(document, dated)) return [];
    return [{ value: dated.mention.to.value, span: dated.placed.to.span }];
  });
  return ends.length === 1 ? ends[0] : undefined;
}

/** Whether the words before a period in its sentence say that something happens in it. */
const isOfEvent = judged((dated: Dated<DayRangeMention>) => {
  const before = wordsBefore(dated);
  return (
    /thời gian|diễn ra/iu.test(before) &&
    !/thời gian (?:nộp|gửi|đăng ký|nhận|chuẩn bị)/iu.test(before)
  );
});
