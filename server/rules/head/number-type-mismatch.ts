import type { Document, NumberPart } from '../../document/document.ts';
import { documentTypes, type DocumentType } from '../../norms/documentTypes.ts';
import { typeOfAbbreviation } from '../../norms/citedTypes.ts';
import { editDistance } from '../../norms/editDistance.ts';
import { standsFor, symbolsOf } from '../../norms/symbols.ts';
import type { Span } from '../../source/span.ts';
import type { Finding, Localized, Severity } from '../rule.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { issuerSymbol } from './issuerName.ts';
import { namedType, symbolFor, symbolGroups, type SymbolGroup } from './numberSymbol.ts';

/** What a symbol is changed to; not safe where it is only likely. */
interface SymbolEdit {
  readonly span: Span;
  readonly text: string;
  readonly safe: boolean;
}

const proposal = {
  title: '**TỜ TRÌNH**\n\n**Về việc tổ chức Ngày hội đọc sách năm 2026**',
  addressee: 'Kính gửi: Hội đồng nhân dân xã Hòa Bình.',
};

export default rule({
  id: 'number-type-mismatch',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3.b',
  title: {
    vi: 'Ký hiệu không đúng tên loại văn bản',
    en: 'The symbol is not of the document’s type',
  },
  why: {
    vi: 'Ký hiệu của văn bản có tên loại gồm chữ viết tắt tên loại rồi đến chữ viết tắt cơ quan (15/KH-UBND); riêng công văn không có chữ viết tắt tên loại (215/SNV-VP). Ký hiệu sai loại làm văn bản bị đăng ký nhầm sổ.',
    en: 'The symbol of a named type is the type’s abbreviation and then the issuer’s (15/KH-UBND); only a letter has no type in its symbol (215/SNV-VP). With the wrong one the document lands in the wrong register.',
  },
  examples: () => [
    { bad: planSample({ number: 'Số: 15/«QĐ»-UBND' }), fixed: planSample() },
    {
      bad: planSample({ number: 'Số: /«UBND-VX»' }),
      fixed: planSample({ number: 'Số: /KH-UBND' }),
    },
    {
      bad: letterSample({ number: 'Số: 215/«TTr»-SNV' }),
      fixed: letterSample({ number: 'Số: 215/SNV' }),
    },
    {
      bad: letterSample({ number: 'Số: 215/«CV»-SNV' }),
      fixed: letterSample({ number: 'Số: 215/SNV' }),
    },
    { bad: decisionSample({ number: 'Số: 101/«UBND-QĐ»' }), fixed: decisionSample() },
    {
      bad: planSample({ ...proposal, number: 'Số: 15/«TT-UBND»' }),
      fixed: planSample({ ...proposal, number: 'Số: 15/TTr-UBND' }),
    },
    { bad: planSample({ number: 'Số: 15/«VX-UBND»' }), fixed: planSample() },
    {
      bad: planSample({ number: 'Số: 15/«VX-VHXH»' }),
      fixed: planSample(),
      note: 'Không nhóm nào là của cơ quan ban hành, nên người soạn chọn.',
    },
    { bad: planSample({ number: '«Số: 15»' }), fixed: planSample() },
    { bad: frontMatterPlanSample({ số: '15/«BC»-UBND' }), fixed: frontMatterPlanSample() },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample({ number: 'Số: 15/2026/QĐ-UBND' }) },
    { good: frontMatterPlanSample() },
    {
      good: letterSample({ agency: '**CỤC THUẾ TỈNH PHÚ THỌ**', number: 'Số: 12/CT-TTHT' }),
      note: 'CT ở đây là Cục Thuế, không phải Chỉ thị.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const { number } = document;
    if (!number) return;
    const type = namedType(document);
    const groups = symbolGroups(document, number);
    const finding =
      type === undefined
        ? ofLetter(document, number, groups)
        : ofNamedType(document, number, groups, type);
    if (finding) report(finding);
  },
});

function ofNamedType(
  document: Document,
  number: NumberPart,
  groups: readonly SymbolGroup[],
  type: DocumentType,
): Finding | undefined {
  const { abbreviation } = type;
  if (abbreviation === undefined) return undefined;
  const [first, second] = groups;
  const vi = `${type.name} có ký hiệu`;
  const en = `the symbol of a ${type.english.toLowerCase()} is`;
  if (!first) {
    // a blank symbol is still to be filled in, and in front matter the symbol may be left to the layout
    if (!number.numeral || number.symbol || document.origin === 'frontMatter') return undefined;
    const symbol = symbolFor(type, issuerSymbol(document));
    return finding(
      number.line,
      {
        vi: `Thiếu ký hiệu: ${vi} “${symbol}”`,
        en: `No symbol: ${en} “${symbol}”`,
      },
      { span: number.span, text: `${number.numeral.text}/${symbol}`, safe: true },
    );
  }
  if (isOf(first.text, abbreviation)) return undefined;
  const whole = number.symbol;
  if (!whole) return undefined;
  const wrongType = typeOfGroup(document, first);
  const { agency, sure } =
    wrongType && second
      ? { agency: joined(groups.slice(1)), sure: true }
      : agencyPart(document, groups, abbreviation);
  const expected = symbolFor(type, agency);
  const edit = { span: whole.span, text: withYear(whole.text) + expected, safe: sure };
  if (wrongType && second) {
    return finding(
      first.span,
      {
        vi: `Ký hiệu “${first.text}” là của ${wrongType.vi}: ${vi} “${expected}”`,
        en: `The symbol “${first.text}” is for a ${wrongType.en}: ${en} “${expected}”`,
      },
      edit,
    );
  }
  return finding(
    whole.span,
    {
      vi: `Ký hiệu “${whole.text}” thiếu chữ viết tắt tên loại ở đầu: ${vi} “${expected}”`,
      en: `The symbol “${whole.text}” does not begin with the type: ${en} “${expected}”`,
    },
    edit,
  );
}

/**
 * What stands after the type in the symbol that was meant, where the first group is neither that type nor
 * another: `UBND` for `TT-UBND` as for `UBND-VX`. Sure only where a group is the issuer's and nothing else is lost
 * but a slip for the type.
 */
function agencyPart(
  document: Document,
  groups: readonly SymbolGroup[],
  abbreviation: string,
): { readonly agency: string; readonly sure: boolean } {
  const [first, ...later] = groups;
  const [second] = later;
  const others = groups.filter((group) => !isOf(group.text, abbreviation));
  const leads = first !== undefined && isIssuer(document, first);
  const isSlip = first !== undefined && isForType(first, abbreviation);
  if (second && isIssuer(document, second) && (!leads || isSlip)) {
    // TT may be a slip for TTr and an inspectorate's own letters
    return { agency: joined(later), sure: !leads && isSlip };
  }
  if (leads) {
    const { agency, isWhole } = issuersIn(document, first);
    return { agency, sure: isWhole && others.length === 1 };
  }
  const known = issuerSymbol(document);
  if (known !== '…') return { agency: known, sure: false };
  return { agency: joined(isSlip && second ? later : others.slice(0, 1)), sure: false };
}

/** Whether the group was put for the type's abbreviation: another's, or one that is a letter off it. */
function isForType({ text }: SymbolGroup, abbreviation: string): boolean {
  return (
    typeOfAbbreviation(text) !== undefined ||
    editDistance(text.toUpperCase(), abbreviation.toUpperCase()) <= 1
  );
}

/** The issuer's letters in a group that stands for it, without others before them (`TTUBND`). */
function issuersIn(
  { issuer }: Document,
  { text }: SymbolGroup,
): { readonly agency: string; readonly isWhole: boolean } {
  const symbols = issuer ? symbolsOf(issuer.text) : [];
  const tail = symbols.find((symbol) => text.endsWith(symbol));
  return tail === undefined || symbols.includes(text)
    ? { agency: text, isWhole: true }
    : { agency: tail, isWhole: false };
}

function joined(groups: readonly SymbolGroup[]): string {
  return groups.map(({ text }) => text).join('-');
}

function ofLetter(
  document: Document,
  number: NumberPart,
  groups: readonly SymbolGroup[],
): Finding | undefined {
  const [first, ...others] = groups;
  const isLetter = document.origin === 'frontMatter' || document.subject?.label !== undefined;
  const [second] = others;
  if (!isLetter || !first || !second || !number.symbol) return undefined;
  const type = typeOfGroup(document, first);
  const isCv = first.text === 'CV';
  if (!type || (!isCv && !isIssuer(document, second))) return undefined;
  const expected = joined(others);
  return finding(
    first.span,
    {
      vi: isCv
        ? `Ký hiệu công văn không ghi “CV”: cần “${expected}”`
        : `Ký hiệu “${first.text}” là của ${type.vi}, công văn không ghi tên loại: cần “${expected}”`,
      en: isCv
        ? `The symbol of a letter has no “CV”: “${expected}” is expected`
        : `The symbol “${first.text}” is for a ${type.en}, a letter has no type in its symbol: “${expected}” is expected`,
    },
    { span: number.symbol.span, text: expected, safe: true },
    isCv ? 'warning' : undefined,
  );
}

function finding(span: Span, message: Localized, edit: SymbolEdit, severity?: Severity): Finding {
  return {
    span,
    ...(severity ? { severity } : {}),
    message: {
      vi: `${message.vi} (NĐ 30/2020/NĐ-CP, PL I, II.3.b)`,
      en: `${message.en} (ND 30/2020/NĐ-CP, Annex I, II.3.b)`,
    },
    fixes: [
      {
        title: {
          vi: `Sửa ký hiệu thành “${edit.text}”`,
          en: `Change the symbol to “${edit.text}”`,
        },
        safe: edit.safe,
        edits: [{ span: edit.span, newText: edit.text }],
      },
    ],
  };
}

/** The group is the type's abbreviation, as typed or with letters after it (`HĐLĐ`, `TBKL`). */
function isOf(group: string, abbreviation: string): boolean {
  return group.startsWith(abbreviation) || typeOfAbbreviation(group)?.abbreviation === abbreviation;
}

/** The type whose abbreviation the group is to the letter, where it is not the issuer's own. */
function typeOfGroup(document: Document, group: SymbolGroup): Localized | undefined {
  if (document.issuer && standsFor(group.text, document.issuer.text)) return undefined;
  if (group.text === 'CV') return { vi: 'công văn', en: 'letter' };
  const type = documentTypes.find(({ abbreviation }) => abbreviation === group.text);
  return type && { vi: type.name, en: type.english.toLowerCase() };
}

function isIssuer(document: Document, group: SymbolGroup): boolean {
  return document.issuer
    ? standsFor(group.text, document.issuer.text)
    : group.text === 'UBND' || group.text === 'HĐND';
}

function withYear(symbol: string): string {
  return /^\d{4}\s*\//u.exec(symbol)?.[0] ?? '';
}
