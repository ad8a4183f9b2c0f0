import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';

export default rule({
  id: 'disable-reason',
  severity: 'warning',
  offByDefault: true,
  fix: 'none',
  norm: 'Chú thích tắt quy tắc của vanban',
  title: {
    vi: 'Chú thích tắt quy tắc không nêu lý do',
    en: 'A comment that silences rules without a reason',
  },
  why: {
    vi: 'Người đọc sau cần biết vì sao một chỗ được miễn kiểm tra. Quy tắc này chỉ chạy khi cơ quan đặt requireReason: true hoặc đặt mức cho nó; lý do đứng sau hai dấu gạch ngang.',
    en: 'Whoever reads the text later needs to know why a place is exempt. The rule runs only where the office sets requireReason: true or gives it a level; the reason stands after two hyphens.',
  },
  examples: () => [
    { bad: planSample({ after: '«<!-- vanban-disable-file date-range -->»' }) },
    {
      bad: planSample({
        number: '«<!-- vanban-disable-next-line number-format -- -->»\nSố: 5/KH-UBND',
      }),
      note: 'Hai gạch mà không có lý do',
    },
    { bad: planSample({ after: '«<!-- vanban-disable -->»\n\nHết.\n\n<!-- vanban-enable -->' }) },
    {
      good: planSample({
        number: '<!-- vanban-disable-next-line number-format -- theo sổ cũ -->\nSố: 5/KH-UBND',
      }),
    },
    { good: planSample({ after: '<!-- vanban-disable-file -- bản trích nguyên văn -->' }) },
    { good: planSample({ after: '<!-- vanban-enable date-range -->' }) },
  ],
  scope: 'any',
  // The comments are read by `lint`, which fills this in.
  check: () => undefined,
});
