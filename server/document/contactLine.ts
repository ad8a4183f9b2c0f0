import { pattern } from '../source/letters.ts';
import type { Line } from '../source/source.ts';
import type { Part } from './document.ts';
import { joinParts, partOf } from './parts.ts';

const longest = 400;

const labels: readonly RegExp[] = [
  pattern.iu`(?<![\p{L}\p{N}])(?:địa chỉ|đ/c|trụ sở)\s*:`,
  pattern.iu`(?<![\p{L}\p{N}])(?:đt|điện thoại|số điện thoại|tel|đường dây nóng|hotline)\s*[.:]`,
  pattern.iu`(?<![\p{L}\p{N}])(?:số\s+)?fax\s*[.:]`,
  pattern.iu`(?<![\p{L}\p{N}])(?:e-?mail|thư điện tử|hộp thư)\s*:`,
  pattern.iu`(?<![\p{L}\p{N}])(?:website|web|trang thông tin điện tử|cổng thông tin điện tử)\s*:`,
];

const opening =
  /^(?:địa chỉ|đ\/c|trụ sở|đt|điện thoại|số điện thoại|tel|(?:số\s+)?fax|e-?mail|thư điện tử|website|trang thông tin điện tử|cổng thông tin điện tử)\s*[.:]|^(?:số:?|đường|khu|tòa nhà|tổ|thôn|ấp|xóm|lô)(?=[\s.…])/iu;

/** Whether a line tells how to reach an agency (ND 30, PL I, III.4): an address or a label, two ways at least. */
export function isContactLine(text: string): boolean {
  return text.length <= longest && opening.test(text) && waysIn(text) >= 2;
}

/** Whether the line is one way of several that stand a line each: `Fax: 0210…`. */
function isContactPiece(text: string): boolean {
  return text.length <= longest && opening.test(text) && waysIn(text) >= 1;
}

function waysIn(text: string): number {
  return labels.filter((label) => label.test(text)).length;
}

/** Address, telephone, fax, mail, website: a line each. */
export const mostContactLines = 6;

/** The contact line that the lines begin with, with how many of them it takes; undefined when there is none. */
export function readContactLine(
  lines: readonly Line[],
): { readonly part: Part; readonly lines: number } | undefined {
  let end = 0;
  while (end < mostContactLines && isContactPiece(lines[end]?.text.trim() ?? '')) end += 1;
  const part = joinParts(lines.slice(0, end).map((line) => partOf(line)));
  return part && waysIn(part.text) >= 2 ? { part, lines: end } : undefined;
}
