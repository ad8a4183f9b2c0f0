import type { LegalBasis, ListItem } from './document.ts';
import type { Citation } from './citations/citation.ts';
import type { DocumentTypeId } from '../norms/documentTypes.ts';
import { pattern } from '../source/letters.ts';
import type { Line } from '../source/source.ts';
import { contains, span } from '../source/span.ts';
import { readListItem } from './listItems.ts';
import { partOf } from './parts.ts';
import type { CuedLine } from './split.ts';

const lead =
  /^\s*(?:[-–+*•]\s*)?(?<lead>căn cứ(?:\s+vào)?|thực hiện|triển khai|xét đề nghị(?:\s+của)?|theo đề nghị(?:\s+của)?|xét|theo|trên cơ sở|tiếp theo|phúc đáp)(?=\s)/iu;

/** The words that a ground begins with, and where: `Căn cứ`, `Theo đề nghị của`; undefined for other text. */
export function leadOf(text: string): { text: string; from: number } | undefined {
  const match = lead.exec(text);
  const words = match?.groups?.['lead'];
  if (!match || words === undefined || !pattern.u`^\p{Lu}`.test(words)) return undefined;
  return { text: words, from: match[0].length - words.length };
}

/** Legal bases before their citations are known. */
export type BareBasis = Omit<LegalBasis, 'citations'>;

/** The grounds from `start` on (ND 30, PL I, II.6a), with the index of the first line after them. */
export function readLegalBases(
  lines: readonly CuedLine[],
  start: number,
  type: DocumentTypeId | undefined,
): { bases: readonly BareBasis[]; end: number } {
  const bases: BareBasis[] = [];
  let end = start;
  while (end < lines.length) {
    const line = lines[end]?.line;
    if (!line) break;
    const found = leadOf(line.text);
    if (!found) break;
    const last = lastLineOf(lines, end);
    if (!isBasis(lines, end, last, found.text, type, bases)) break;
    bases.push(
      readBasis(
        lines.slice(end, last + 1).map((cued) => cued.line),
        found,
      ),
    );
    end = last + 1;
  }
  return { bases, end };
}

/** A ground may run over several lines of its paragraph. */
function lastLineOf(lines: readonly CuedLine[], start: number): number {
  let last = start;
  for (let next = start + 1; next < lines.length; next += 1) {
    const line = lines[next]?.line;
    if (!line || line.paragraph !== lines[start]?.line.paragraph || leadOf(line.text)) break;
    if (/[;:.]\s*$/u.test(lines[last]?.line.text ?? '')) break;
    last = next;
  }
  return last;
}

const opensBody = /:\s*$|như sau\s*[:.]?\s*$/iu;
const named: readonly (DocumentTypeId | undefined)[] = [
  'cong-van',
  'bao-cao',
  'to-trinh',
  'thong-bao',
  'giay-moi',
  undefined,
];

function isBasis(
  lines: readonly CuedLine[],
  first: number,
  last: number,
  leadText: string,
  type: DocumentTypeId | undefined,
  before: readonly BareBasis[],
): boolean {
  const text = lines[last]?.line.text.trimEnd() ?? '';
  if (opensBody.test(text) || /\.\/\.$/u.test(text)) return false;
  if (/;$/u.test(text)) return true;
  const isGround = /^căn cứ/iu.test(leadText);
  const nextText = lines[last + 1]?.line.text ?? '';
  const nextIsGround =
    leadOf(nextText) !== undefined && /^căn cứ|^xét|^theo đề nghị/iu.test(nextText.trim());
  const words = lines[first]?.line.text.length ?? 0;
  // in a letter or report such a line is a sentence of its own, unless it stands in a list of grounds
  if (named.includes(type)) {
    const isListed = before.length > 0 || (nextIsGround && /;$/u.test(nextText.trimEnd()));
    return isListed && isGround && words < 400 && !hasClause(text);
  }
  if (isGround) return !hasClause(text) || nextIsGround;
  if (/^(?:xét|theo) đề nghị/iu.test(leadText)) return /[.,]$/u.test(text) && !hasClause(text);
  return false;
}

/** Whether it says who does what: a ground followed by that is the opening sentence, not a ground. */
export function hasClause(text: string): boolean {
  return /,\s+(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Phòng|Trường|Ban|Bộ|Hội đồng|Chủ tịch|Văn phòng|Công an)\s[^,;]{0,120}\s(?:ban hành|xây dựng|đề nghị|báo cáo|yêu cầu|thông báo|kính trình|trình|tổ chức|triển khai|có ý kiến|kính mời|phối hợp|hướng dẫn)(?=\s)/u.test(
    text,
  );
}

function readBasis(lines: readonly Line[], found: { text: string; from: number }): BareBasis {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError('a legal basis has at least one line');
  const leadPart = partOf(first, found.from, found.from + found.text.length);
  if (first === last) return { ...readListItem(first), lead: leadPart };
  const head = readListItem(first);
  const tail = readListItem(last);
  const inner = lines.slice(1, -1).map((line) => partOf(line).text);
  const item: ListItem = {
    text: [head.text, ...inner, tail.text].join(' '),
    span: span(head.span.start, tail.span.end),
    marker: head.marker,
    content: {
      text: [
        partOf(first)
          .text.slice(head.marker?.text.length ?? 0)
          .trim(),
        ...inner,
        tail.content.text,
      ].join(' '),
      span: span(head.content.span.start, tail.content.span.end),
    },
    endMark: tail.endMark,
  };
  return { ...item, lead: leadPart };
}

/** The bases with the citations that stand in them. */
export function withCitations(
  bases: readonly BareBasis[],
  citations: readonly Citation[],
): readonly LegalBasis[] {
  return bases.map((basis) => ({
    ...basis,
    citations: citations.filter((citation) => contains(basis.span, citation.span)),
  }));
}
