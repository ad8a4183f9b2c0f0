import { compareDates } from '../../document/dates/plainDate.ts';
import { addDays } from '../../document/dates/lunarDate.ts';
import type { Document } from '../../document/document.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import {
  bodyLine,
  dayText,
  earliestOwnDay,
  isKnown,
  sentenceBefore,
  type KnownDay,
} from './days.ts';
import { pattern } from '../../source/letters.ts';

const body = (text: string): string =>
  planSample({
    bases: '',
    body: `Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\n**I. NỘI DUNG**\n\n${text}./.`,
  });

/** A time limit so long gone belongs to history: `trước ngày 01/7/2014`. */
const daysOfMemory = 366;

export default rule({
  id: 'date-deadline-past',
  severity: 'warning',
  fix: 'none',
  types: [
    'ke-hoach',
    'cong-van',
    'thong-bao',
    'chuong-trinh',
    'phuong-an',
    'giay-moi',
    'chi-thi',
    'cong-dien',
    'huong-dan',
    'quyet-dinh',
  ],
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4 và II.6',
  title: {
    vi: 'Thời hạn trước ngày ban hành văn bản',
    en: 'A time limit before the document is issued',
  },
  why: {
    vi: 'Văn bản không thể giao việc phải xong trước khi nó được ban hành. Thường là gõ nhầm tháng, năm, hoặc dự thảo để lâu mà chưa sửa thời hạn.',
    en: 'No document can ask for work to be done before it is issued. Mostly the month or year was mistyped, or a draft waited too long.',
  },
  examples: () => [
    { bad: body('Các thôn gửi báo cáo kết quả trước ngày «15/02/2026»') },
    { bad: body('Phòng Văn hóa - Xã hội hoàn thành chậm nhất «ngày 28 tháng 02 năm 2026»') },
    { bad: body('Đăng ký đến hết ngày «01/3/2026», gửi về Phòng Nội vụ') },
    { bad: body('Các đơn vị ban hành kế hoạch, tổ chức thực hiện xong trước ngày «20/02/2026»') },
    { bad: body('Thời gian tổ chức: từ ngày 01/02/2026 đến ngày «07/02/2026»') },
    { good: body('Các thôn gửi báo cáo kết quả trước ngày 15/4/2026') },
    { good: body('Đợt thí điểm diễn ra từ ngày 01/02/2026 đến ngày 07/02/2026 đạt kết quả tốt') },
    { good: body('Rà soát các hộ đã được cấp giấy chứng nhận trước ngày 01/7/2014') },
    { good: body('Các hồ sơ đã tiếp nhận trước ngày 01/3/2026 thì giải quyết theo quy định cũ') },
    { good: planSample({ place: '*Hòa Bình, ngày     tháng     năm 2026*' }) },
  ],
  reads: { paragraphs: true, parts: ['placeAndDate'] },
  check(document, report) {
    const issued = earliestOwnDay(document);
    const remembered = issued && addDays(issued, -daysOfMemory);
    if (!issued || !remembered) return;
    for (const { day, kind } of steps(document)) {
      if (compareDates(day.value, issued) >= 0 || compareDates(day.value, remembered) < 0) continue;
      const what =
        kind === 'deadline'
          ? { vi: 'Thời hạn', en: 'time limit' }
          : { vi: 'Hoạt động kết thúc ngày', en: "event's end on" };
      report({
        span: day.span,
        message: {
          vi: `${what.vi} ${dayText(day.value)} trước ngày ban hành văn bản: cần sau ngày ban hành (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `The ${what.en} ${dayText(day.value)} lies before the document is issued: expected a later one (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
        related: document.placeAndDate
          ? [
              {
                span: document.placeAndDate.dateSpan,
                message: { vi: 'Ngày ban hành', en: 'The date of issue' },
              },
            ]
          : [],
      });
    }
  },
});

interface PastStep {
  readonly day: KnownDay;
  readonly kind: 'deadline' | 'event';
}

/** The time limits that the body sets, and the ends of the periods that its lines on time name. */
function steps(document: Document): readonly PastStep[] {
  return document.dates.flatMap((mention): readonly PastStep[] => {
    const line = bodyLine(document, mention);
    if (!line) return [];
    if (mention.kind === 'day') {
      if (!mention.deadline || mention.cited || !isKnown(mention)) return [];
      return told.test(sentenceBefore(line, mention).slice(-near))
        ? []
        : [{ day: mention, kind: 'deadline' }];
    }
    if (mention.kind !== 'range' || !isKnown(mention.to)) return [];
    return scheduled.test(sentenceBefore(line, mention))
      ? [{ day: mention.to, kind: 'event' }]
      : [];
  });
}

/** `Thời gian: từ …`, `Thời gian tổ chức từ …`: what the document itself puts on. */
const scheduled = pattern.iu`^[\s\-+*\p{N}.)]*thời gian(?:\s+(?:tổ chức|thực hiện|diễn ra|tiến hành))?\s*(?::|dự kiến)?\s*$`;

/** How many characters before the date such words still bear on it. */
const near = 70;

/** Words that tell of what has happened, or of a state of affairs at a past day. */
const told = pattern.iu`(?<!\p{L})(?:đã|từng|tính đến|hiện nay|hiện có|trở về|có hiệu lực|phát sinh|đạt được|tồn tại|trước đây|được (?:cấp|phê duyệt|công nhận|thành lập|ban hành))(?!\p{L})`;
