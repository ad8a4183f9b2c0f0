import { formatDate } from '../../document/dates/formatDate.ts';
import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { citedType } from '../../norms/citedTypes.ts';
import type { EndOfForce, KnownDocument, KnownDocuments } from '../../norms/knownDocuments.ts';
import type { Paragraph } from '../../source/source.ts';
import { span, type Span } from '../../source/span.ts';
import { citedIn, judgedBy, nestedCitations, type Cited } from '../citations/cited.ts';
import { isInBasis, isNumbered, quoted } from '../citations/mentions.ts';
import { rule, type Fix, type Localized } from '../rule.ts';
import { decisionSample, fragmentSample, planSample } from '../samples.ts';
import { earliestDay } from './asOf.ts';
import { exampleRegister } from './exampleRegister.ts';
import { relianceOn, reliedFacts } from './history.ts';
import { dayOf, knownOf, severityOf } from './knownCitation.ts';
import { citedInstead, hasEnded, successorOf } from './successor.ts';

const old = 'Nghị định số 110/2004/NĐ-CP';
const oldWhole = `${old} ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư`;
const whole =
  'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';

export default rule({
  id: 'citation-repealed',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Viện dẫn văn bản đã hết hiệu lực',
    en: 'A cited document is in force no more',
  },
  why: {
    vi: 'Văn bản chỉ căn cứ được vào văn bản đang có hiệu lực vào ngày ban hành. Sổ đăng ký cho biết văn bản này đã hết hiệu lực trước ngày đó và văn bản nào thay thế. Nhắc lại một văn bản cũ như việc đã qua thì không báo.',
    en: 'A document can rest only on what is in force on its own date. The register says that this one had ended by then, and what replaced it. Naming an old document as history is no mistake.',
  },
  exampleRegister,
  examples: () => [
    {
      bad: planSample({
        bases: `Căn cứ «${old}» ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư.`,
      }),
      fixed: planSample({ bases: `Căn cứ ${whole}.` }),
    },
    {
      bad: decisionSample({
        bases: '*Căn cứ «Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015»;*',
      }),
      fixed: decisionSample({
        bases: '*Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;*',
      }),
      note: 'Luật thay thế cũng đã được thay thế: đề nghị văn bản đang có hiệu lực.',
    },
    {
      bad: planSample({
        bases: '',
        body: `Các đơn vị thực hiện theo đúng quy định tại «${old}»./.`,
      }),
      fixed: planSample({
        bases: '',
        body: 'Các đơn vị thực hiện theo đúng quy định tại Nghị định số 30/2020/NĐ-CP./.',
      }),
    },
    {
      bad: planSample({
        bases: '',
        body: 'Trình bày văn bản theo khoản 1 Điều 5 «Thông tư số 01/2011/TT-BNV» của Bộ Nội vụ./.',
      }),
      note: 'Sổ đăng ký chưa chắc chắn thì chỉ là lưu ý.',
    },
    {
      good: planSample({
        place: '*Hòa Bình, ngày 10 tháng 01 năm 2019*',
        bases: `Căn cứ ${oldWhole}.`,
      }),
      note: 'Vào ngày ban hành, văn bản được viện dẫn còn hiệu lực.',
    },
    { good: planSample({ bases: `Căn cứ ${whole}.` }) },
    {
      good: planSample({
        bases: '',
        body: `Nghị định số 30/2020/NĐ-CP thay thế ${old} ngày 08 tháng 4 năm 2004 của Chính phủ./.`,
      }),
    },
    {
      good: planSample({
        bases: '',
        body: `Bãi bỏ các văn bản sau:\n\n- ${oldWhole};\n- Quyết định số 15/2015/QĐ-UBND./.`,
      }),
    },
    {
      good: planSample({
        bases: '',
        body: 'Trước năm 2020, việc soạn thảo theo Nghị định số 110/2004/NĐ-CP của Chính phủ./.',
      }),
    },
    {
      good: planSample({
        bases: '',
        body: `Hồ sơ lập theo ${old} (đã hết hiệu lực) được giữ nguyên./.`,
      }),
    },
    {
      good: fragmentSample(`Các đơn vị thực hiện theo ${old}.`),
      note: 'Không biết ngày của văn bản thì không báo.',
    },
  ],
  reads: {
    facts: (paragraph, { text, known }) =>
      reliedFacts(paragraph, text, (citation) => hasEnd(citation, known)),
    parts: ['placeAndDate', 'legalBases'],
  },
  check(document, report, { known }) {
    let day: string | undefined;
    const neighbours = new Neighbours(document, known);
    for (const cited of citedIn(document)) {
      if (!mayHaveEnded(cited, known)) continue;
      const citation = cited.placed;
      const row = knownOf(known, citation);
      if (!row?.ended) continue;
      day ??= earliestDay(document, known);
      if (day === undefined || !hasEnded(row.ended, day)) continue;
      const reliance = nestedCitations(document).has(cited)
        ? 'history'
        : relianceOn(document, citation);
      if (reliance === 'history') continue;
      const successor = successorOf(known, row, day);
      if (successor && isComparedWith(neighbours, cited, successor)) continue;
      report({
        span: placeOf(citation),
        severity: reliance === 'mention' ? 'info' : severityOf(row),
        message: message(citation, row.ended, successor),
        fixes: fixes(neighbours, citation, successor),
      });
    }
  },
});

const mayHaveEnded = judgedBy((citation, known: KnownDocuments) => hasEnd(citation, known));

function hasEnd(citation: Citation, known: KnownDocuments): boolean {
  const row = knownOf(known, citation);
  return row?.ended !== undefined && row.ended.how !== 'partly';
}

function placeOf({ span: whole, type, number, date }: Citation): Span {
  if (number) return span(type?.span.start ?? number.span.start, number.span.end);
  return span(whole.start, date?.span.end ?? whole.end);
}

function named({ type, number, date, subject }: KnownDocument): string {
  const day = dayOf(date);
  if (type !== undefined && citedType(type).class === 'law') {
    return `${citedType(type).name} ${subject ?? ''} số ${number}`.replace(/\s+/gu, ' ');
  }
  const head = type === undefined ? number : `${citedType(type).name} số ${number}`;
  return day ? `${head} ${formatDate(day, 'words')}` : head;
}

function message(
  citation: Citation,
  { on, how, by }: EndOfForce,
  successor: KnownDocument | undefined,
): Localized {
  const day = dayOf(on);
  const since = day ? formatDate(day, 'figures') : on;
  const cited = quoted(citation.number ? citation.number.text : citation.text);
  const next = successor ? named(successor) : by;
  const ended = {
    replaced: { vi: 'đã được thay thế', en: 'was replaced' },
    repealed: { vi: 'đã bị bãi bỏ', en: 'was repealed' },
    expired: { vi: 'đã hết hiệu lực', en: 'expired' },
    partly: { vi: 'đã hết hiệu lực một phần', en: 'ended in part' },
  }[how];
  return {
    vi: `“${cited}” ${ended.vi} từ ngày ${since}: cần viện dẫn ${next ?? 'văn bản đang có hiệu lực'} (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
    en: `“${cited}” ${ended.en} on ${since}: cite ${next ?? 'a document in force'} (ND 30/2020/NĐ-CP, Annex I, II.6)`,
  };
}

/** The successor in its place; a clause of the old one is another clause of the new, which only a person finds. */
function fixes(
  neighbours: Neighbours,
  citation: Citation,
  successor: KnownDocument | undefined,
): readonly Fix[] {
  if (!successor || citation.pinpoint) return [];
  const text = citedInstead(successor, citation);
  if (text === undefined || isCitedBeside(neighbours, citation, successor)) return [];
  return [
    {
      title: { vi: `Thay bằng: ${quoted(text)}`, en: `Replace with: ${quoted(text)}` },
      safe: false,
      edits: [{ span: citation.span, newText: text }],
    },
  ];
}

/** Whether the text names the successor in the same paragraph: it compares the two, or tells what changed. */
function isComparedWith(
  neighbours: Neighbours,
  { placed, paragraph }: Cited,
  successor: KnownDocument,
): boolean {
  if (!paragraph || isInBasis(neighbours.document, placed)) return false;
  return neighbours.name(paragraph, successor);
}

/** Whether the legal bases have the successor already, so that putting it in would name it twice. */
function isCitedBeside(
  neighbours: Neighbours,
  citation: Citation,
  successor: KnownDocument,
): boolean {
  return isInBasis(neighbours.document, citation) && neighbours.name('bases', successor);
}

/** What else a paragraph, or the legal bases together, cite; each is gone through once for each successor. */
class Neighbours {
  readonly document: Document;
  readonly #known: KnownDocuments;
  #cited: Map<Paragraph | 'bases', Citation[]> | undefined;
  readonly #answers = new Map<Paragraph | 'bases', Map<KnownDocument, boolean>>();

  constructor(document: Document, known: KnownDocuments) {
    this.document = document;
    this.#known = known;
  }

  /** Whether they name the document. */
  name(place: Paragraph | 'bases', wanted: KnownDocument): boolean {
    const answers = this.#answers.get(place) ?? new Map<KnownDocument, boolean>();
    this.#answers.set(place, answers);
    let answer = answers.get(wanted);
    if (answer === undefined) {
      const cited = this.#citedIn(place);
      answer = cited.some((citation) => means(citation, wanted, this.#known));
      answers.set(wanted, answer);
    }
    return answer;
  }

  #citedIn(place: Paragraph | 'bases'): readonly Citation[] {
    if (!this.#cited) {
      this.#cited = new Map();
      const bases = this.document.legalBases.flatMap(({ citations }) => citations);
      this.#cited.set('bases', bases);
      for (const { paragraph, citation } of citedIn(this.document)) {
        if (!paragraph) continue;
        const all = this.#cited.get(paragraph);
        if (all) all.push(citation);
        else this.#cited.set(paragraph, [citation]);
      }
    }
    return this.#cited.get(place) ?? [];
  }
}

function means(citation: Citation, document: KnownDocument, known: KnownDocuments): boolean {
  if (citation.number?.normal === document.number) return true;
  const row = isNumbered(citation) ? undefined : knownOf(known, citation);
  return row !== undefined && row.number === document.number && row.date === document.date;
}
