import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';

/**
 * What stands for the drafting unit after `Lưu: VT,`: the last group of a letter's symbol (`215/SNV-VP`), which
 * names it (ND 30/2020/NĐ-CP, PL I, II.3.b); undefined where the document does not say.
 */
export function draftingUnit({ type, number }: Document): string | undefined {
  if (type?.id !== 'cong-van') return undefined;
  return pattern.u`^[\p{L}\d&]+\s*-\s*(?<unit>[\p{L}\d&]+)$`.exec(number?.symbol?.text ?? '')
    ?.groups?.['unit'];
}
