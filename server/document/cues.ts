import { documentTypes, type DocumentType } from '../norms/documentTypes.ts';
import { stampOf } from '../norms/stamps.ts';
import { pattern } from '../source/letters.ts';
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

const numberLine = pattern.u`^S[ốôoỐÔO]\s*[:.]|^S[ốô]\s*\d{1,5}\s*[/-]\s*(?=[^\s/]*\p{Lu}{2})|^S[ốô]\s*/\s*\p{Lu}{2}`;
// after the symbol's first word only words in capitals may follow: `BCH PCTT-TKCN`, but no sentence
const bareNumberLine = pattern.u`^S[ốôoỐÔO]\s*[:.]?[\d.…_\s]{0,24}[/-]?\s*[\p{L}\d.…&()_/-]{0,40}(?:\s*[-–,]\s*[\p{L}\d.&()/]{1,20}|\s+[\p{Lu}\d&(][\p{L}\d.&()/-]{0,20}){0,4}$`;
const placeLine = pattern.iu`^(?:[\p{L}\s.'’-]{0,60}|[.…_\s]{1,40}|[\p{L}\s.'’-]{1,40}\d{1,2}),?\s*ng[àa]y[\s.…_]*\d{0,2}[\s.…_]*(?:th[áa]ng[\s.…_]*\d{0,2}[\s.…_]*n[ăa]m[\s.…_]*\d{0,4}|/\s*\d{1,2}\s*/\s*\d{2,4}|\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{2,4})[\s.…]*$`;
// `Hòa Bình, 05/3/2026`: the word is missing, the form tells it still
const shortPlaceLine = pattern.u`^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}[ -]{1,3}){0,4}\p{Lu}[\p{L}\p{M}'’]{0,20},\s{0,3}\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{4}\.?$`;
const subjectLabel = /^(?:v\s*\/\s*v|v\/việc|về việc)(?=[\s:.,]|$)/iu;
const addressee = pattern.iu`^k[íi]nh\s+g[ửưu][ịi]\s*(?::|$|(?=\s?[-–\p{Lu}]))`;
const recipients = /^n[ơo]i\s+nh[ậâ]n\s*(?:[:.]|$)/iu;
const draft = /^[([]?\s*dự\s+thảo(?:\s+lần\s*(?:thứ)?\s*\d{0,2})?\s*[)\]]?$/iu;

const nation = 'cong hoa xa hoi chu nghia viet nam';
const motto = 'doc lap tu do hanh phuc';

/** Lines of one form. Most lines have none, so what each cannot do without is looked for first. */
interface LineForm {
  /** What every text has of which `read` gives a cue. */
  readonly needs: RegExp;
  readonly read: (text: string) => Cue | undefined;
}

/** The forms that one pattern tells, whatever the case of their letters; the first that fits is the line's. */
export const lineForms: readonly LineForm[] = [
  {
    needs: /^S/u,
    read: (text) => (numberLine.test(text) && bareNumberLine.test(text) ? 'number' : undefined),
  },
  {
    // a date ends with its year or with the word for it
    needs: /[\dm][\s.…_]*$/iu,
    read: (text) => (isPlaceLine(text) || shortPlaceLine.test(text) ? 'placeAndDate' : undefined),
  },
  { needs: /^v/iu, read: (text) => (subjectLabel.test(text) ? 'subjectLabel' : undefined) },
  { needs: /^k/iu, read: (text) => (addressee.test(text) ? 'addressee' : undefined) },
  { needs: /^n/iu, read: (text) => (recipients.test(text) ? 'recipients' : undefined) },
  { needs: /^[([]?\s*d/iu, read: (text) => (draft.test(text) ? 'draftMark' : undefined) },
  {
    // the first letter is that of `Cộng hòa` or `Độc lập`, or one that folding may turn into it
    needs: pattern.u`^[^\p{L}\p{N}]*(?![abe-zABE-Z0-9])[\p{L}\p{N}]`,
    read: (text) => nationalCue(foldedWords(text)),
  },
];

/** What a sentence that ends with a day has and no place: a ground of law, a term. */
const sentenceWithDay =
  /^(?:từ|đến|trước|sau|vào|căn\s+cứ|theo|xét|thực\s+hiện|luật|bộ\s+luật)\s|\s(?:từ|đến|trước|sau|vào)\s+ngày/iu;

function isPlaceLine(text: string): boolean {
  return placeLine.test(text) && !sentenceWithDay.test(text);
}

function nationalCue(words: string): Cue | undefined {
  if (words === nation || (words.length < 50 && words.startsWith('cong hoa xa hoi chu nghia')))
    return 'nation';
  return words === motto || words === 'doclap tudo hanhphuc' ? 'motto' : undefined;
}

function foldedWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** What kind of head or foot line the text is, read by itself; undefined for ordinary text. */
export function cueOf(text: string): Cue | undefined {
  if (isContactLine(text)) return 'contactLine';
  if (text.length > 300) return undefined;
  for (const { needs, read } of lineForms) {
    const cue = needs.test(text) ? read(text) : undefined;
    if (cue) return cue;
  }
  if (isDrafterCode(text)) return 'drafterCode';
  if (!isCapitals(text)) return undefined;
  const words = foldedWords(text);
  if (words === 'dang cong san viet nam') return 'party';
  if (typeInCapitals(text)) return 'type';
  if (stampOf(text)) return 'mark';
  if (startsWithAny(words, agencyLeads)) return 'agency';
  return 'capitals';
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
