import { documentTypes, type DocumentType } from '../norms/documentTypes.ts';
import { stampOf } from '../norms/stamps.ts';
import { lower } from '../source/words.ts';
import { isContactLine } from './contactLine.ts';
import { isDrafterCode } from './drafterCode.ts';
import { fold, isCapitals } from './letterCase.ts';

/** The kinds of line that a document's form is recognised by. */
export type Cue =
  | 'nation'
  | 'motto'
  | 'party'
  | 'number'
  | 'placeAndDate'
  | 'type'
  | 'subjectLabel'
  | 'addressee'
  | 'recipients'
  | 'draftMark'
  | 'mark'
  | 'drafterCode'
  | 'contactLine'
  | 'agency'
  | 'capitals';

const agencyLeads = [
  'ubnd',
  'uy ban',
  'hoi dong',
  'hdnd',
  'bo',
  'so',
  'phong',
  'ban',
  'cuc',
  'chi cuc',
  'tong cuc',
  'vu',
  'van phong',
  'truong',
  'trung tam',
  'vien',
  'benh vien',
  'cong an',
  'toa an',
  'thanh tra',
  'kho bac',
  'bao hiem',
  'dai',
  'hoi',
  'lien doan',
  'doan',
  'mat tran',
  'chinh phu',
  'quoc hoi',
  'thu tuong',
  'chu tich',
  'dang uy',
  'huyen uy',
  'tinh uy',
  'thanh uy',
  'hat',
  'doi',
  'tram',
  'cong ty',
  'tong cong ty',
  'ngan hang',
  'hoc vien',
  'dai hoc',
  'bch',
  'to cong tac',
  'bao',
  'quy',
  'thuong truc',
  'vphc',
  'bo chi huy',
] as const;

const placeLeads = [
  'tinh',
  'thanh pho',
  'tp',
  'huyen',
  'quan',
  'thi xa',
  'xa',
  'phuong',
  'thi tran',
  'dac khu',
  'khu vuc',
];

const typesByCapitals = new Map(
  documentTypes
    .filter((type) => type.id !== 'cong-van' && type.id !== 'thu-cong')
    .map((type) => [inOneSpelling(type.name), type]),
);

/** `THOẢ THUẬN` and `UỶ QUYỀN` are `THỎA THUẬN` and `ỦY QUYỀN`; `PHƯỜNG AN` is no `PHƯƠNG ÁN`. */
function inOneSpelling(text: string): string {
  return lower(text).replaceAll('oả', 'ỏa').replaceAll('uỷ', 'ủy');
}

/** The document type whose name in capitals the text is, as its first words when `prefix` is set. */
export function typeInCapitals(
  text: string,
  prefix = false,
): { type: DocumentType; length: number } | undefined {
  if (text.length > 300 || !isCapitals(prefix ? text : text.slice(0, 40))) return undefined;
  const spelled = inOneSpelling(text);
  const whole = typesByCapitals.get(spelled.trim());
  if (whole) return { type: whole, length: text.length };
  if (!prefix) return undefined;
  for (const [name, type] of typesByCapitals) {
    if (spelled.startsWith(`${name} `)) return { type, length: name.length };
  }
  return undefined;
}

const numberLine =
  /^S[ốôoỐÔO]\s*[:.]|^S[ốô]\s*\d{1,5}\s*[/-]\s*(?=[^\s/]*\p{Lu}{2})|^S[ốô]\s*\/\s*\p{Lu}{2}/u;
// after the symbol's first word only words in capitals may follow: `BCH PCTT-TKCN`, but no sentence
const bareNumberLine =
  /^S[ốôoỐÔO]\s*[:.]?[\d.…_\s]{0,24}[/-]?\s*[\p{L}\d.…&()_/-]{0,40}(?:\s*[-–,]\s*[\p{L}\d.&()/]{1,20}|\s+[\p{Lu}\d&(][\p{L}\d.&()/-]{0,20}){0,4}$/u;
const placeLine =
  /^(?:[\p{L}\s.'’-]{0,60}|[.…_\s]{1,40}|[\p{L}\s.'’-]{1,40}\d{1,2}),?\s*ng[àa]y[\s.…_]*\d{0,2}[\s.…_]*(?:th[áa]ng[\s.…_]*\d{0,2}[\s.…_]*n[ăa]m[\s.…_]*\d{0,4}|\/\s*\d{1,2}\s*\/\s*\d{2,4}|\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{2,4})[\s.…]*$/iu;
// `Hòa Bình, 05/3/2026`: the word is missing, the form tells it still
const shortPlaceLine =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}[ -]{1,3}){0,4}\p{Lu}[\p{L}\p{M}'’]{0,20},\s{0,3}\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{4}\.?$/u;
const subjectLabel = /^(?:v\s*\/\s*v|v\/việc|về việc)(?=[\s:.,]|$)/iu;
const addressee = /^k[íi]nh\s+g[ửưu][ịi]\s*(?::|$|(?=\s?[-–\p{Lu}]))/iu;
const recipients = /^n[ơo]i\s+nh[ậâ]n\s*(?:[:.]|$)/iu;
const draft = /^[([]?\s*dự\s+thảo(?:\s+lần\s*(?:thứ)?\s*\d{0,2})?\s*[)\]]?$/iu;

// What the patterns above need, looked for first: most lines are ordinary text.
const dateAtEnd = /[\dm][\s.…_]*$/iu;
const labelStart = /^(?:[vkn]|[([]?\s*d)/iu;
/** A first letter with which neither the nation's name nor the motto begins. */
const otherStart = /^[^\p{L}\p{N}]*[abe-zABE-Z0-9]/u;

const nation = 'cong hoa xa hoi chu nghia viet nam';
const motto = 'doc lap tu do hanh phuc';

/** What kind of head or foot line the text is, read by itself; undefined for ordinary text. */
export function cueOf(text: string): Cue | undefined {
  if (isContactLine(text)) return 'contactLine';
  if (text.length > 300) return undefined;
  if (numberLine.test(text) && bareNumberLine.test(text)) return 'number';
  if (dateAtEnd.test(text)) {
    if (placeLine.test(text) && !/^(?:từ|đến|trước|sau|vào)\s/iu.test(text)) return 'placeAndDate';
    if (shortPlaceLine.test(text)) return 'placeAndDate';
  }
  const label = labelOf(text);
  if (label) return label;
  const capitals = isCapitals(text);
  if (!capitals && otherStart.test(text)) return isDrafterCode(text) ? 'drafterCode' : undefined;
  const folded = fold(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  if (folded === nation || (folded.length < 50 && folded.startsWith('cong hoa xa hoi chu nghia')))
    return 'nation';
  if (folded === motto || folded === 'doclap tudo hanhphuc') return 'motto';
  if (isDrafterCode(text)) return 'drafterCode';
  if (!capitals) return undefined;
  if (folded === 'dang cong san viet nam') return 'party';
  if (typeInCapitals(text)) return 'type';
  if (stampOf(text)) return 'mark';
  if (startsWithAny(folded, agencyLeads)) return 'agency';
  return 'capitals';
}

/** What the words that a line begins with make it. */
function labelOf(text: string): Cue | undefined {
  if (!labelStart.test(text)) return undefined;
  if (subjectLabel.test(text)) return 'subjectLabel';
  if (addressee.test(text)) return 'addressee';
  if (recipients.test(text)) return 'recipients';
  return draft.test(text) ? 'draftMark' : undefined;
}

/** Whether the capitals name a place, as the second line of an agency's name does. */
export function isPlaceName(text: string): boolean {
  return startsWithAny(fold(text), placeLeads);
}

function startsWithAny(folded: string, leads: readonly string[]): boolean {
  return leads.some(
    (lead) => folded === lead || folded.startsWith(`${lead} `) || folded.startsWith(`${lead}.`),
  );
}
