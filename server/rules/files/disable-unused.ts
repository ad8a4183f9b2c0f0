import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';

export default rule({
  id: 'disable-unused',
  severity: 'info',
  fix: 'yes',
  norm: 'Chú thích tắt quy tắc của vanban',
  title: {
    vi: 'Chú thích tắt quy tắc không có tác dụng',
    en: 'A comment that silences nothing',
  },
  why: {
    vi: 'Chú thích tắt một quy tắc không còn báo gì sẽ che cả lỗi mới xuất hiện sau này mà không ai hay. Tên quy tắc viết sai thì chú thích không có tác dụng.',
    en: 'A comment that silences a rule with nothing to say hides mistakes made later without anyone knowing. A comment that misspells a rule’s name does nothing at all.',
  },
  examples: () => [
    {
      bad: planSample({ after: '«<!-- vanban-disable-file date-range -->»\n\nHết.' }),
      fixed: planSample({ after: 'Hết.' }),
    },
    {
      bad: planSample({
        number: '«<!-- vanban-disable-next-line number-format -- số cũ -->»\nSố: 15/KH-UBND',
      }),
      fixed: planSample(),
    },
    {
      bad: planSample({
        number: '<!-- vanban-disable-next-line number-format, «date-range» -->\nSố: 5/KH-UBND',
      }),
      fixed: planSample({
        number: '<!-- vanban-disable-next-line number-format -->\nSố: 5/KH-UBND',
      }),
    },
    {
      bad: planSample({
        number: '<!-- vanban-disable-next-line «number-fromat» -->\nSố: 15/KH-UBND',
      }),
      note: 'Tên viết sai',
    },
    { bad: planSample({ after: '<!-- vanban-disable «khong-co-quy-tac-nay» -->' }) },
    {
      good: planSample({
        number: '<!-- vanban-disable-next-line number-format -->\nSố: 5/KH-UBND',
      }),
    },
    {
      good: planSample({
        number: '<!-- vanban-disable-next-line -- vì sổ cũ -->\nSố: 5/KH-UBND',
      }),
    },
    { good: planSample({ after: '<!-- ghi chú: vanban-disable -->' }) },
  ],
  scope: 'any',
  // What the comments silence is known only after every rule has spoken: `lint` fills this in.
  check: () => undefined,
});
