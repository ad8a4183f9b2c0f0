import { compareDates } from '../../document/dates/plainDate.ts';
import { addDays } from '../../document/dates/lunarDate.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { bodyLine, dayText, daysOf, earliestOwnDay, isKnown, sentenceBefore } from './days.ts';

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
  examples: [
    { bad: body('Các thôn gửi báo cáo kết quả trước ngày «15/02/2026»') },
    { bad: body('Phòng Văn hóa - Xã hội hoàn thành chậm nhất «ngày 28 tháng 02 năm 2026»') },
    { bad: body('Đăng ký đến hết ngày «01/3/2026», gửi về Phòng Nội vụ') },
    { good: body('Các thôn gửi báo cáo kết quả trước ngày 15/4/2026') },
    { good: body('Rà soát các hộ đã được cấp giấy chứng nhận trước ngày 01/7/2014') },
    { good: body('Các hồ sơ đã tiếp nhận trước ngày 01/3/2026 thì giải quyết theo quy định cũ') },
    { good: planSample({ place: '*Hòa Bình, ngày     tháng     năm 2026*' }) },
  ],
  check(document, report) {
    const issued = earliestOwnDay(document);
    const remembered = issued && addDays(issued, -daysOfMemory);
    if (!issued || !remembered) return;
    for (const day of daysOf(document)) {
      if (!day.deadline || day.cited || !isKnown(day)) continue;
      if (compareDates(day.value, issued) >= 0 || compareDates(day.value, remembered) < 0) continue;
      const line = bodyLine(document, day);
      if (!line || told.test(sentenceBefore(line, day))) continue;
      report({
        span: day.span,
        message: {
          vi: `Thời hạn ${dayText(day.value)} trước ngày ban hành văn bản: cần thời hạn sau ngày ban hành (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `The time limit ${dayText(day.value)} lies before the document is issued: expected a later one (ND 30/2020/NĐ-CP, Annex I, II.4)`,
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

/** Words that tell of what has happened, or of a state of affairs at a past day. */
const told =
  /(?<!\p{L})(?:đã|được|tính|hiện|từng|kết quả đạt|tồn tại|có hiệu lực|phát sinh|tiếp nhận|ban hành|giai đoạn|trở về)(?!\p{L})/iu;
