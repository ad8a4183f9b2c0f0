import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { isCapitals } from '../../document/letterCase.ts';
import { mentionsIn, mentionsOf } from '../../document/mentions.ts';
import { preferredTerms, type PreferredTerm } from '../../norms/preferredTerms.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Line, Paragraph } from '../../source/source.ts';
import { overlaps, type Span } from '../../source/span.ts';
import { asWord, lower } from '../../source/words.ts';
import { citedIn } from '../citations/cited.ts';
import { wordListOf } from '../lineWords.ts';
import { isQuoted, isQuotedIn } from '../quotations.ts';
import { rule, type FactContext, type Finding } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';
import { isRunning, proseLines, replacement } from './prose.ts';

export default rule({
  id: 'preferred-term',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Cách dùng từ mà người duyệt thường sửa',
    en: 'A wording that reviewers put right',
  },
  why: {
    vi: 'Có những từ ngữ mà người duyệt sửa đi sửa lại: hàng năm thành hằng năm, đảm bảo thành bảo đảm, “Văn bản số 5990/VPCP-KSTT” thành “Công văn số …”. Không nhắc trong tên văn bản khác và lời trích. Cơ quan có thể thêm từ của mình, hay đặt một từ bằng chính nó để thôi nhắc.',
    en: 'Some wordings are put right again and again: hàng năm to hằng năm, đảm bảo to bảo đảm, “Văn bản số 5990/VPCP-KSTT” to “Công văn số …”. Titles of other documents and quotations are left alone. An office may add its own terms, or set a term to itself to have it left alone.',
  },
  options: {
    terms: {
      kind: 'pairs',
      default: {},
      about: {
        vi: 'Từ của cơ quan: cách viết cần sửa → cách viết đúng',
        en: 'The house’s own terms: what is written → what should be',
      },
    },
  },
  examples: () => [
    {
      bad: fragmentSample('Tổ chức «hàng năm»; báo cáo «hàng tháng».'),
      fixed: fragmentSample('Tổ chức hằng năm; báo cáo hằng tháng.'),
    },
    {
      bad: fragmentSample('«Đảm bảo» an toàn, thiết thực theo «qui định».'),
      fixed: fragmentSample('Bảo đảm an toàn, thiết thực theo quy định.'),
    },
    {
      bad: letterSample({
        body: 'Thực hiện «Văn bản» số 5990/VPCP-KSTT ngày 05/01/2026 của Văn phòng Chính phủ, Sở Nội vụ đề nghị rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Thực hiện Công văn số 5990/VPCP-KSTT ngày 05/01/2026 của Văn phòng Chính phủ, Sở Nội vụ đề nghị rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('Tổ chức hằng năm, bảo đảm an toàn theo quy định.') },
    {
      good: fragmentSample(
        'Theo Quyết định số 15/QĐ-UBND ngày 08/9/2021 của Ủy ban nhân dân tỉnh về việc đảm bảo an toàn giao thông.',
      ),
      note: 'Tên của văn bản khác.',
    },
    { good: fragmentSample('Chủ đề “Đảm bảo quyền trẻ em” được treo trước cổng trường.') },
    {
      good: fragmentSample(
        'Ngân hàng năm 2025 cho vay; khách hàng tháng 5 tăng; trên cơ sở ngành nghề đào tạo.',
      ),
    },
    {
      good: fragmentSample('Văn bản số hóa được lưu trên hệ thống.'),
    },
    {
      good: fragmentSample('Sửa cụm từ "đảm bảo" thành cụm từ "bảo đảm".'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { facts: termFacts, parts: ['legalBases'] },
  check(document, report, { options }) {
    const terms = termsWith(options.pairs('terms'));
    const places = new Map<Term, Place[]>();
    for (const line of proseLines(document)) {
      for (const { term, from, typed } of foundIn(line, terms)) {
        const span = line.spanOf(from, from + typed.length);
        if (isQuotedIn(line.paragraph, span) || isCited(document, line, span)) continue;
        const found = places.get(term) ?? [];
        found.push({ span, typed, right: asTyped(typed, term.right) });
        places.set(term, found);
      }
    }
    for (const [term, found] of places) {
      // where practice is divided, once is enough
      if (term.quiet) report(together(found));
      else found.map(finding).forEach(report);
    }
    letters(document).forEach(report);
  },
});

interface TermInLine {
  readonly term: Term;
  /** Where it stands in the line's text. */
  readonly from: number;
  readonly typed: string;
}

function termsIn({ text }: Line, terms: readonly Term[]): readonly TermInLine[] {
  const folded = lower(text);
  // a pattern costs much more to make than a look for its words
  const near = terms.filter(({ wrong }) => folded.includes(wrong));
  return near.flatMap((term) =>
    [...text.matchAll(term.pattern)].flatMap(({ index, 0: typed }) =>
      isOtherWord(term, text, index, typed.length) ? [] : [{ term, from: index, typed }],
    ),
  );
}

/** The terms of a paragraph, and what each is cited with. */
function termFacts(paragraph: Paragraph, { options }: FactContext): readonly unknown[] {
  const terms = termsWith(options.pairs('terms'));
  const { citations } = mentionsIn(paragraph);
  const facts = paragraph.lines.filter(isRunning).flatMap((line) =>
    foundIn(line, terms).map(({ term, from, typed }) => {
      const span = line.spanOf(from, from + typed.length);
      const isOthers =
        isQuotedIn(paragraph, span) || citations.some((citation) => overlaps(citation.span, span));
      return [term.wrong, typed, isOthers];
    }),
  );
  const letters = citations
    .filter((citation) => isLetter(citation) && !isQuotedIn(paragraph, citation.span))
    .map(({ type }) => type?.text);
  return [...facts, ...letters];
}

function foundIn(line: Line, terms: readonly Term[]): readonly TermInLine[] {
  return terms === known ? knownIn(line) : termsIn(line, terms);
}

const phrases = new WordPhrases(preferredTerms.map((term) => [term.wrong, term]));

const knownIn = perText((line: Line): readonly TermInLine[] => {
  if (!phrases.some(wordListOf(line))) return none;
  const found = termsIn(line, known);
  return found.length === 0 ? none : found;
});

const none: readonly never[] = [];

/** Whether it is part of a citation: another document's words. */
function isCited({ ownPlaces }: Document, { paragraph }: Line, span: Span): boolean {
  const { citations } = mentionsOf([paragraph], ownPlaces);
  return citations.some((citation) => overlaps(citation.span, span));
}

interface Place {
  readonly span: Span;
  readonly typed: string;
  readonly right: string;
}

/** Whether its neighbours make other words of it: goods are sold in a `cửa hàng`, and a `Ngân hàng` has its years. */
function isOtherWord(term: PreferredTerm, text: string, at: number, length: number): boolean {
  const before =
    pattern.u`([\p{L}\p{M}]{1,12})\s$`.exec(text.slice(Math.max(0, at - 14), at))?.[1] ?? '';
  const after = pattern.u`^\s([\p{L}\p{M}\p{N}]{1,12})`.exec(
    text.slice(at + length, at + length + 14),
  );
  const next = after?.[1] ?? '';
  return (
    (term.notAfter?.includes(lower(before)) ?? false) ||
    (term.notBefore?.includes(lower(next)) ?? false) ||
    (term.notBeforeFigure === true && pattern.u`^\p{N}`.test(next))
  );
}

/** The right wording in capitals, or with one, where the wrong one has them. */
function asTyped(typed: string, right: string): string {
  if (isCapitals(typed)) return right.toUpperCase();
  return typed.startsWith(lower(typed.charAt(0)))
    ? right
    : right.charAt(0).toUpperCase() + right.slice(1);
}

type Term = PreferredTerm & { readonly pattern: RegExp };

const known: readonly Term[] = preferredTerms.map(withPattern);

function termsWith(own: Readonly<Record<string, string>>): readonly Term[] {
  const pairs = Object.entries(own).map(([wrong, right]) => ({
    wrong: lower(wrong.normalize('NFC')),
    right,
  }));
  if (pairs.length === 0) return known;
  const set = new Set(pairs.map(({ wrong }) => wrong));
  return [
    ...known.filter(({ wrong }) => !set.has(wrong)),
    ...pairs.filter(({ wrong, right }) => wrong !== '' && wrong !== lower(right)).map(withPattern),
  ];
}

function withPattern(term: PreferredTerm): Term {
  const words = term.wrong
    .split(' ')
    .map((word) => word.replace(pattern.gu`[^\p{L}\p{N}]`, '\\$&'));
  return { ...term, pattern: new RegExp(asWord(words.join(' ')), 'giu') };
}

function finding({ span, typed, right }: Place): Finding {
  return {
    span,
    message: {
      vi: `“${typed}”: người duyệt thường sửa thành “${right}” (NĐ 30/2020/NĐ-CP, Điều 8)`,
      en: `“${typed}”: reviewers usually put “${right}” (ND 30/2020/NĐ-CP, Article 8)`,
    },
    fixes: replacement(span, right, { vi: `Sửa thành “${right}”`, en: `Change to “${right}”` }),
  };
}

/** One hint at the first of several places, whose fix changes them all. */
function together(places: readonly Place[]): Finding {
  const [first, ...others] = places;
  if (!first) throw new RangeError('no place');
  const { vi, en } = finding(first).message;
  const title =
    others.length === 0
      ? { vi: `Sửa thành “${first.right}”`, en: `Change to “${first.right}”` }
      : { vi: `Sửa cả ${places.length} chỗ`, en: `Change all ${places.length} places` };
  return {
    span: first.span,
    severity: 'hint',
    message:
      others.length === 0
        ? { vi, en }
        : { vi: `${vi}; ${places.length} chỗ`, en: `${en}; ${places.length} places` },
    related: others.map(({ span, typed }) => ({ span, message: { vi: typed, en: typed } })),
    fixes: [
      { title, safe: true, edits: places.map(({ span, right }) => ({ span, newText: right })) },
    ],
  };
}

/** `Văn bản số …` of a number that names no type is a letter's. */
function letters(document: Document): readonly Finding[] {
  return citedIn(document)
    .filter(({ citation }) => isLetter(citation))
    .flatMap(({ placed: { type } }) =>
      type && !isQuoted(document, type.span)
        ? [finding({ span: type.span, typed: type.text, right: 'Công văn' })]
        : [],
    );
}

function isLetter({ type, number, continued }: Citation): boolean {
  if (type?.id !== 'van-ban' || continued || number?.style !== 'state') return false;
  if (!number.symbol || number.year || number.symbolType !== undefined) return false;
  return number.issuerGroups.length >= 2 && /^[Vv]ăn bản$/u.test(type.text);
}
