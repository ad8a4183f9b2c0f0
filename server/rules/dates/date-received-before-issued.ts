import { compareDates } from '../../document/dates/plainDate.ts';
import { rule } from '../rule.ts';
import { letterSample } from '../samples.ts';
import { dayText, isKnown } from './days.ts';
import { ownDate } from '../citations/mentions.ts';

const stamped = (date: string, number = '1129'): string =>
  letterSample({
    addressee: `Kính gửi: Ủy ban nhân dân các xã, phường.\n\nĐẾN Số: ${number}\nNgày: ${date}`,
  });

export default rule({
  id: 'date-received-before-issued',
  severity: 'warning',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 22',
  title: {
    vi: 'Dấu “Đến” có ngày trước ngày ban hành',
    en: 'The received stamp is dated before the document',
  },
  why: {
    vi: 'Văn thư chỉ nhận được văn bản từ ngày ban hành trở đi. Ngày đến sớm hơn nghĩa là một trong hai ngày ghi nhầm.',
    en: 'A document arrives on the day of issue or later. An earlier stamp means that one of the dates is wrong.',
  },
  examples: () => [
    { bad: stamped('«10/01/2026»') },
    { bad: stamped('«11/01/26»') },
    { bad: stamped('«31/12/2025»', '5') },
    { good: stamped('12/01/2026') },
    { good: stamped('15/01/2026') },
    { good: letterSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const issued = ownDate(document);
    const received = document.receivedStamp?.date;
    if (!issued || received?.kind !== 'day' || !isKnown(received)) return;
    if (compareDates(received.value, issued) >= 0) return;
    report({
      span: received.span,
      message: {
        vi: `Ngày đến ${dayText(received.value)} trước ngày ban hành ${dayText(issued)}: cần kiểm tra lại một trong hai ngày (NĐ 30/2020/NĐ-CP, Điều 22)`,
        en: `Received on ${dayText(received.value)}, before it was issued on ${dayText(issued)}: check one of the two dates (ND 30/2020/NĐ-CP, Article 22)`,
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
  },
});
