import { documentType } from '../../norms/documentTypes.ts';
import { span } from '../../source/span.ts';
import type { Document, ListItem, Part } from '../document.ts';
import type { FrontMatterEntry } from '../frontMatter.ts';
import { dateInWords } from './dateInWords.ts';
import type { HeadEdit } from './headForm.ts';

const nation = '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập - Tự do - Hạnh phúc**';

/** Keys whose values become lines of text; the others stay declared. */
const written = new Set([
  'type',
  'number',
  'symbol',
  'place',
  'date',
  'parentAgency',
  'issuer',
  'subject',
  'addressees',
  'legalBases',
  'recipients',
  'signerAuthority',
  'signerTitle',
  'signerName',
]);

/** The edits that write what is declared as lines of text; undefined where a value cannot stand as one. */
export function headAsText(document: Document): readonly HeadEdit[] | undefined {
  const { frontMatter, source, body } = document;
  if (!frontMatter || frontMatter.problems.some(({ kind }) => kind !== 'unknown-key')) {
    return undefined;
  }
  const kept = frontMatter.entries.filter(
    ({ field }) => field === undefined || !written.has(field),
  );
  const block = kept.map((entry) => linesOf(document, entry)).join('');
  const head = [
    ...headLines(document),
    ...declared(document, document.legalBases, ';').map(italic),
  ];
  const start = block === '' ? '' : `---\n${block}---\n\n`;
  const rest = source.text.slice(frontMatter.span.end);
  const gap = /^(?:[ \t]*(?:\r\n?|\n))*/u.exec(rest)?.[0].length ?? 0;
  const from = frontMatter.span.end + gap;
  const edits: HeadEdit[] = [
    { span: span(frontMatter.span.start, from), newText: `${start}${head.join('\n\n')}\n\n` },
  ];
  const foot = footLines(document);
  const last = body.at(-1)?.span.end;
  if (foot.length > 0) {
    const at = last === undefined ? source.text.length : endOfLine(source.text, last);
    edits.push({ span: span(at, at), newText: `\n\n${foot.join('\n\n')}\n` });
  }
  return edits;
}

/** The lines of the file that an entry stands on. */
function linesOf({ source: { text } }: Document, { keySpan, valueSpan }: FrontMatterEntry): string {
  const start = text.lastIndexOf('\n', keySpan.start - 1) + 1;
  const end = endOfLine(text, Math.max(keySpan.end, valueSpan.end));
  return `${text.slice(start, end)}\n`;
}

function endOfLine(text: string, offset: number): number {
  const found = /[\r\n]/u.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

function headLines(document: Document): readonly string[] {
  const { type, number, placeAndDate, subject } = document;
  const lines: string[] = [];
  if (document.parentAgency) lines.push(escaped(capitals(document.parentAgency)));
  if (document.issuer) lines.push(`**${escaped(capitals(document.issuer))}**`);
  lines.push(nation);
  if (number) lines.push(`Số: ${escaped(numberText(number.text))}`);
  if (placeAndDate) {
    const place = placeAndDate.place ? `${escaped(placeAndDate.place.text)}, ` : '';
    lines.push(`*${place}${dateText(document)}*`);
  }
  if (type?.id === 'cong-van') {
    if (subject) lines.push(`V/v ${escaped(subject.text)}`);
  } else {
    if (type) lines.push(`**${typeText(document)}**`);
    if (subject) lines.push(bold(subject));
  }
  return [...lines, ...addresseeLines(document)];
}

function typeText({ type }: Document): string {
  if (!type) return '';
  const { name } = documentType(type.id);
  return type.text === name ? name.toLocaleUpperCase('vi') : escaped(type.text);
}

/** A number that is still open keeps room before its symbol. */
function numberText(number: string): string {
  return /^\s*\//u.test(number) ? `    ${number.trimStart()}` : number;
}

function dateText({ placeAndDate, source }: Document): string {
  if (!placeAndDate) return '';
  const { date, dateSpan } = placeAndDate;
  const typed = source.text.slice(dateSpan.start, dateSpan.end).normalize('NFC');
  return /\p{L}/u.test(typed) ? escaped(typed) : dateInWords(date);
}

function addresseeLines(document: Document): readonly string[] {
  const items = declared(document, document.addressees?.items ?? [], ';');
  if (items.length === 0) return [];
  const [only] = document.addressees?.items ?? [];
  if (items.length === 1 && only) return [`Kính gửi: ${escaped(only.text)}`];
  return ['Kính gửi:', items.map((item) => `- ${item}`).join('\n')];
}

function footLines(document: Document): readonly string[] {
  const { signature } = document;
  const items = declared(document, document.recipients?.items ?? [], ';');
  const lines: string[] = [];
  if (items.length > 0) {
    lines.push('**Nơi nhận:**', items.map((item) => `- ${item}`).join('\n'));
  }
  if (!signature) return lines;
  const titles = [...signature.authorities, ...(signature.title ? [signature.title] : [])].filter(
    (part) => isDeclared(document, part),
  );
  if (titles.length > 0) lines.push(titles.map(bold).join('\n'));
  if (signature.name && isDeclared(document, signature.name)) lines.push(bold(signature.name));
  return lines;
}

/** The declared items with their end marks, those of the norm where they have none. */
function declared(
  document: Document,
  items: readonly ListItem[],
  between: string,
): readonly string[] {
  return items
    .filter((item) => isDeclared(document, item))
    .map((item, index, all) => {
      const end = item.endMark?.text ?? (index === all.length - 1 ? '.' : between);
      return `${escaped(item.content.text)}${end}`;
    });
}

function isDeclared({ frontMatter }: Document, part: Part): boolean {
  return frontMatter !== undefined && part.span.end <= frontMatter.span.end;
}

function capitals({ text }: Part): string {
  return text.toLocaleUpperCase('vi');
}

function bold(part: Part): string {
  return `**${escaped(part.text)}**`;
}

function italic(text: string): string {
  return `*${text}*`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<]/gu, '\\$&').replace(/\s*\n\s*/gu, ' ');
}
