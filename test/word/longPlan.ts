import { planSample } from '../../server/rules/samples.ts';

const words =
  'Tăng cường kiểm tra, rà soát và báo cáo kết quả thực hiện nhiệm vụ được giao tại các xã, phường; bảo đảm đúng tiến độ, chất lượng, tiết kiệm và hiệu quả theo Kế hoạch số 125/KH-UBND ngày 15/4/2026 của Ủy ban nhân dân tỉnh'.split(
    ' ',
  );

/** A plan of about that many pages: groups with titles, clauses and points of every length. */
export function longPlan(pages: number): string {
  const groups = Array.from({ length: Math.ceil(pages / 3.1) }, (_, group) => [
    `**${roman(group + 1)}. NHIỆM VỤ NHÓM ${group + 1}**`,
    ...Array.from({ length: 9 }, (_clause, clause) => [
      `${clause + 1}. ${sentence(group * 31 + clause * 17, 55 + ((group * 7 + clause * 13) % 60))}`,
      `a) ${sentence(group * 5 + clause * 3, 20 + ((group + clause * 11) % 45))}`,
      `b) ${sentence(group * 11 + clause, 8 + ((group * 3 + clause * 5) % 70))}`,
    ]).flat(),
  ]).flat();
  return planSample({ body: [...groups, 'Yêu cầu các cơ quan, đơn vị thực hiện./.'].join('\n\n') });
}

/** Some of the words from a place on, round and round. */
function sentence(from: number, count: number): string {
  const chosen = Array.from({ length: count }, (_, index) => words[(from + index) % words.length]);
  return `Việc ${chosen.join(' ')}.`;
}

function roman(value: number): string {
  const tens = 'X'.repeat(Math.floor(value / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '');
}
