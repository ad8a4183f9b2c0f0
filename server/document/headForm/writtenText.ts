import { documentType } from '../../norms/documentTypes.ts';
import { stampOf } from '../../norms/stamps.ts';
import type { Document, ListItem } from '../document.ts';
import { motto, nationalTitle } from './nation.ts';
import { writtenDate } from './issueDate.ts';

/** What a document's front matter gives, for the fields that text is written for. */
export interface DeclaredFields {
  readonly has: (field: string) => boolean;
  /** The value of a field as it was declared. */
  readonly value: (field: string) => string | undefined;
}

/** The paragraphs of Markdown that a declared head is as text, in the order of the decree's sample. */
export function headParagraphs(document: Document, declared: DeclaredFields): readonly string[] {
  const { parentAgency, issuer, type, subject, addressees } = document;
  const isLetter = type?.id === 'cong-van';
  const parts: (string | undefined)[] = [
    declared.has('circulation') ? mark(document.circulation?.text) : undefined,
    lines([
      declared.has('parentAgency') ? capitals(parentAgency?.text) : undefined,
      declared.has('issuer') ? bold(capitals(issuer?.text)) : undefined,
    ]),
    document.nationalTitle || document.motto ? undefined : bold(`${nationalTitle}\n${motto}`),
    numberLine(document, declared),
    declared.has('draft') && document.draftMark ? '**DỰ THẢO**' : undefined,
    declared.has('secrecy') ? mark(document.secrecyMark?.text) : undefined,
    declared.has('urgency') ? mark(document.urgencyMark?.text) : undefined,
    placeAndDate(declared),
  ];
  const topic = declared.has('subject') ? escaped(subject?.text) : undefined;
  if (isLetter) parts.push(topic && `V/v ${topic}`);
  else {
    parts.push(bold(typeName(document)), bold(topic));
  }
  if (declared.has('addressees') && addressees) parts.push(addresseeText(addressees.items));
  return parts.filter((part) => part !== undefined && part !== '') as readonly string[];
}

/** The paragraphs of the bases that the front matter declares, a paragraph each. */
export function basisParagraphs(document: Document, declared: DeclaredFields): readonly string[] {
  if (!declared.has('legalBases')) return [];
  return document.legalBases.map(({ text }) => `*${escaped(text) ?? ''}*`);
}

/** The paragraphs of the recipients and the signer's block that the front matter declares. */
export function closingParagraphs(document: Document, declared: DeclaredFields): readonly string[] {
  const { recipients, signature } = document;
  const parts: string[] = [];
  if (declared.has('recipients') && recipients) {
    parts.push('**Nơi nhận:**', list(recipients.items));
  }
  if (signature && ['signerAuthority', 'signerTitle', 'signerName'].some(declared.has)) {
    const titles = [...signature.authorities, ...(signature.title ? [signature.title] : [])];
    const block = titles.map(({ text }) => escaped(text) ?? '').join('\n');
    parts.push(...[bold(block), bold(escaped(signature.name?.text))].flatMap((one) => one ?? []));
  }
  return parts;
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n');
}

function bold(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `**${text}**`;
}

function capitals(text: string | undefined): string | undefined {
  return escaped(text?.toUpperCase());
}

function mark(text: string | undefined): string | undefined {
  return text === undefined ? undefined : bold(escaped(stampOf(text)?.text ?? text));
}

function typeName({ type }: Document): string | undefined {
  if (!type) return undefined;
  const { name } = documentType(type.id);
  return escaped(type.text.toLowerCase() === name.toLowerCase() ? name.toUpperCase() : type.text);
}

function numberLine({ number }: Document, declared: DeclaredFields): string | undefined {
  if (!number || !(declared.has('number') || declared.has('symbol'))) return undefined;
  if (number.numeral === undefined && number.symbol) {
    const before = number.text.includes('/') ? number.text.slice(0, number.text.indexOf('/')) : '';
    return `Số: ${escaped(before) || '    '}/${escaped(number.symbol.text) ?? ''}`;
  }
  return `Số: ${escaped(number.text) ?? ''}`;
}

function placeAndDate(declared: DeclaredFields): string | undefined {
  const place = escaped(declared.value('place'));
  const date = declared.value('date');
  const words = date === undefined ? 'ngày     tháng     năm     ' : escaped(writtenDate(date));
  if (place === undefined && date === undefined) return undefined;
  return `*${[place, words?.trimEnd()].filter((one) => one !== undefined).join(', ')}*`;
}

function addresseeText(items: readonly ListItem[]): string {
  const [only] = items;
  if (items.length === 1 && only) return `Kính gửi: ${escaped(only.text) ?? ''}`;
  return `Kính gửi:\n\n${list(items)}`;
}

/** `- A;` … `- B.`; items that have end marks keep theirs. */
function list(items: readonly ListItem[]): string {
  const typed = items.some(({ endMark }) => endMark !== undefined);
  return items
    .map(({ content, endMark }, index) => {
      const end = typed ? (endMark?.text ?? '') : index === items.length - 1 ? '.' : ';';
      return `- ${escaped(content.text) ?? ''}${end}`;
    })
    .join('\n');
}

/** The text as Markdown that shows just this text. */
function escaped(text: string | undefined): string | undefined {
  return text?.replace(
    /[\\`*[<]|&(?=#?[a-z\d]{1,32};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu,
    '\\$&',
  );
}
