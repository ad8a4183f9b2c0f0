import type { Document, NumberPart } from '../../document/document.ts';
import type { DocumentTypeId } from '../../norms/documentTypes.ts';
import { typeOfAbbreviation } from '../../norms/citedTypes.ts';
import { symbolOf, symbolsOf } from '../../norms/symbols.ts';
import { pattern } from '../../source/letters.ts';
import { contains, span, type Span } from '../../source/span.ts';
import type { Finding } from '../rule.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { namedType } from './numberSymbol.ts';

/** Types that may be normative, or that parties number in their own way: a year in their number may be right. */
const mayCarryYear: ReadonlySet<DocumentTypeId> = new Set<DocumentTypeId>([
  'quyet-dinh',
  'nghi-quyet',
  'chi-thi',
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
]);

export default rule({
  id: 'number-format',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3.c',
  title: { vi: 'Số, ký hiệu viết sai thể thức', en: 'Number or symbol not in the norm’s form' },
  why: {
    vi: 'Sau “Số” có dấu hai chấm; số nhỏ hơn 10 thêm số 0 phía trước; giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ viết tắt là dấu gạch nối, đều không cách chữ; ký hiệu viết in hoa. Chỉ văn bản quy phạm pháp luật mới ghi năm trong số.',
    en: '“Số” takes a colon; numbers below 10 a leading zero; number and symbol are joined by a slash and the groups by hyphens, all without spaces; the symbol is in capitals. Only legal normative documents carry the year in the number.',
  },
  examples: () => [
    { bad: letterSample({ number: 'Số: «215 /SNV-VP»' }), fixed: letterSample() },
    { bad: planSample({ number: '«Số» «15 / KH – UBND»' }), fixed: planSample() },
    {
      bad: planSample({ number: 'Số: «5/KH-UBND»' }),
      fixed: planSample({ number: 'Số: 05/KH-UBND' }),
    },
    { bad: planSample({ number: 'Số: «15/2026/KH-UBND»' }), fixed: planSample() },
    { bad: planSample({ number: '«Số :» «15/kh-ubnd»' }), fixed: planSample() },
    { bad: planSample({ number: 'Số: «15KH-UBND»' }), fixed: planSample() },
    { bad: planSample({ number: 'Số: «15/KHUBND»' }), fixed: planSample() },
    { bad: letterSample({ number: 'Số: «215SNV-VP»' }), fixed: letterSample() },
    { bad: decisionSample({ number: 'Số: «101/QD-UBND»' }), fixed: decisionSample() },
    { bad: decisionSample({ number: 'Số: «101/QÐ-UBND»' }), fixed: decisionSample() },
    { bad: planSample({ number: 'Số: «15-KH-UBND»' }), fixed: planSample() },
    {
      bad: frontMatterPlanSample({ số: '«7»', 'ký hiệu': '«kh-ubnd»' }),
      fixed: frontMatterPlanSample({ số: '07', 'ký hiệu': 'KH-UBND' }),
    },
    {
      bad: frontMatterPlanSample({ số: '«5/KH - UBND»' }),
      fixed: frontMatterPlanSample({ số: '05/KH-UBND' }),
    },
    { good: planSample() },
    { good: planSample({ number: 'Số:      /KH-UBND' }) },
    { good: letterSample({ number: 'Số: 1409/SNV-CCHC&VTLT' }) },
    {
      good: planSample({ number: 'Số: 15/KHLN-UBND' }),
      note: 'Chữ viết tắt có thể dài hơn: kế hoạch liên ngành.',
    },
    {
      good: decisionSample({ number: 'Số: 15/2026/QĐ-UBND' }),
      note: 'Quyết định quy phạm pháp luật mang năm.',
    },
    { good: frontMatterPlanSample() },
    { good: frontMatterPlanSample({ số: '', 'ký hiệu': 'KH-UBND' }) },
  ],
  reads: { edges: true },
  check(document, report) {
    const { number } = document;
    if (!number) return;
    const label = document.origin === 'text' ? labelFinding(document, number) : undefined;
    if (label) report(label);
    for (const [place, typed, expected] of valuePlaces(document, number)) {
      if (typed === expected) continue;
      report({
        span: place,
        message: {
          vi: `Số, ký hiệu viết sai thể thức: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.3.c)`,
          en: `Number or symbol not in the norm’s form: “${expected}” is expected (ND 30/2020/NĐ-CP, Annex I, II.3.c)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: true,
            edits: [{ span: place, newText: expected }],
          },
        ],
      });
    }
  },
});

const forgottenSlash = pattern.u`^(?<figure>\d{1,5})\s*[\s–—-]\s*(?<rest>\p{L}[^\s]*)$`;

const stuckSymbol = pattern.u`^(?<figure>\d{1,5})(?<rest>\p{Lu}[^\s/]*)$`;

/** Whether the text begins as the document's symbol must: with its type, or a letter's with its issuer. */
function opensSymbol(document: Document, text: string): boolean {
  const type = namedType(document);
  const [first = ''] = text.split('-');
  if (type) return first === type.abbreviation || cutSymbol(document, first) !== undefined;
  return document.issuer !== undefined && symbolsOf(document.issuer.text).includes(first);
}

/** Type and issuer of a group that joins the two without the hyphen between: `TTrUBND`. */
function cutSymbol(document: Document, group: string): readonly [string, string] | undefined {
  const abbreviation = namedType(document)?.abbreviation;
  const symbols = document.issuer ? symbolsOf(document.issuer.text) : [];
  if (abbreviation === undefined || symbols.includes(group)) return undefined;
  const issuer = symbols.find(
    (symbol) => symbol.length >= 3 && group === `${abbreviation}${symbol}`,
  );
  return issuer === undefined ? undefined : [abbreviation, issuer];
}

/** Each place of the number's value with what is typed there and what the norm expects. */
function valuePlaces(
  document: Document,
  number: NumberPart,
): readonly (readonly [Span, string, string])[] {
  const { numeral, symbol } = number;
  const slashless = symbol ? null : forgottenSlash.exec(number.text);
  if (slashless?.groups) {
    const { figure = '', rest = '' } = slashless.groups;
    const expected = `${figure.padStart(2, '0')}/${expectedSymbol(document, rest)}`;
    return [[number.span, number.text, expected]];
  }
  const stuck = symbol ? null : stuckSymbol.exec(number.text);
  if (stuck?.groups) {
    const { figure = '', rest = '' } = stuck.groups;
    if (!opensSymbol(document, rest)) return [];
    const expected = `${figure.padStart(2, '0')}/${expectedSymbol(document, rest)}`;
    return [[number.span, number.text, expected]];
  }
  if (!symbol || /\s/u.test(symbol.text.replace(/\s*[-–—−/]\s*/gu, ''))) return [];
  const groups = expectedSymbol(document, symbol.text);
  const figure = numeral && /^[1-9]$/u.test(numeral.text) ? `0${numeral.text}` : numeral?.text;
  const slash = number.text.indexOf('/');
  if (slash < 0 || !contains(number.span, symbol.span)) {
    // the front matter gives number and symbol under keys of their own
    return [
      ...(numeral ? [[numeral.span, numeral.text, figure ?? ''] as const] : []),
      [symbol.span, symbol.text, groups],
    ];
  }
  const before = figure ?? number.text.slice(0, slash);
  return [[number.span, number.text, `${before}/${groups}`]];
}

function expectedSymbol(document: Document, typed: string): string {
  const type = namedType(document);
  const groups = typed
    .replace(/[.;,]$/u, '')
    .split(/\s*[-–—−/]\s*/u)
    .filter((group) => group !== '');
  const year = /^(?:19|20)\d\d$/u.test(groups[0] ?? '') ? groups.shift() : undefined;
  const expected = groups.flatMap((typedGroup, index) => {
    const cut = index === 0 ? cutSymbol(document, typedGroup) : undefined;
    if (cut) return cut;
    // the Icelandic Ð looks like Đ and is found by no search for it
    const group = typedGroup.replace(/[ÐƉ]/gu, 'Đ');
    const isType = typeOfAbbreviation(group)?.abbreviation === type?.abbreviation;
    if (index === 0 && isType && type?.abbreviation) return type.abbreviation;
    if (pattern.u`\p{Lu}`.test(group) || !pattern.u`\p{Ll}`.test(group)) return group;
    const upper = group.toUpperCase();
    const issuer = document.issuer && symbolOf(document.issuer.text);
    return issuer?.toUpperCase() === upper ? issuer : upper;
  });
  const keepsYear = year !== undefined && (!document.type || mayCarryYear.has(document.type.id));
  return (keepsYear ? `${year}/` : '') + expected.join('-');
}

const label = /^(?<word>S[ốôo])(?<gap>\s*)(?<mark>[:.]?)/iu;

function labelFinding(document: Document, number: NumberPart): Finding | undefined {
  const { start } = number.line;
  const typed = document.source.text.slice(start, Math.max(start, number.span.start));
  const match = label.exec(typed);
  const { word, gap, mark } = match?.groups ?? {};
  // decomposed letters and Markdown marks inside the label are other rules' business
  if (!match || (word === 'Số' && gap === '' && mark === ':')) return undefined;
  const rest = typed.slice(match[0].length);
  if (/[^\s.…_]/u.test(rest)) return undefined;
  const end = mark === '' ? start + (word?.length ?? 0) : start + match[0].length;
  return {
    span: span(start, end),
    message: {
      vi: 'Từ “Số” viết sai thể thức: cần “Số:” với dấu hai chấm liền sau (NĐ 30/2020/NĐ-CP, PL I, II.3.c)',
      en: 'The word “Số” is not in the norm’s form: “Số:” with its colon is expected (ND 30/2020/NĐ-CP, Annex I, II.3.c)',
    },
    fixes: [
      {
        title: { vi: 'Sửa thành “Số:”', en: 'Change to “Số:”' },
        safe: true,
        edits: [{ span: span(start, end), newText: 'Số:' }],
      },
    ],
  };
}
