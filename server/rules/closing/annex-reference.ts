import type { Document } from '../../document/document.ts';
import type { Citation } from '../../document/citations/citation.ts';
import { compareDates } from '../../document/dates/plainDate.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { parseRoman } from '../../document/romanNumerals.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { asWord } from '../../source/words.ts';
import { contains, span, type Span } from '../../source/span.ts';
import { citedIn } from '../citations/cited.ts';
import { ownDate } from '../citations/mentions.ts';
import { issuerKey, plainNumeral } from '../citations/sameDocument.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, planSample } from '../samples.ts';

const annex = (label: string, attached = '*(Kèm theo Kế hoạch số 15/KH-UBND)*'): string =>
  `**Phụ lục${label}**\n\n**DANH MỤC SÁCH**\n\n${attached}\n\n1. Sách thiếu nhi.\n\n2. Sách pháp luật.`;
const mentioning = (text: string, reference: string): string =>
  text.replace('thực hiện, báo cáo', `thực hiện theo ${reference}, báo cáo`);

export default rule({
  id: 'annex-reference',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, III.1',
  title: { vi: 'Phụ lục và lời dẫn không khớp', en: 'Annexes and references to them disagree' },
  why: {
    vi: 'Văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục, và dưới tên phụ lục ghi “(Kèm theo …)”. Dẫn phụ lục không có làm người nhận tưởng thiếu trang.',
    en: 'A document with annexes refers to each in its text, and “(Kèm theo …)” stands under the annex’s title. A reference to an annex that is not there makes readers think a page is lost.',
  },
  examples: () => [
    {
      bad: mentioning(planSample({ after: `${annex(' I')}\n\n${annex(' II')}` }), '«Phụ lục III»'),
      fixed: mentioning(planSample({ after: `${annex(' I')}\n\n${annex(' II')}` }), 'Phụ lục II'),
    },
    {
      bad: mentioning(
        planSample({ after: annex('', 'Danh mục gồm:').replace('Phụ lục', '«Phụ lục»') }),
        'danh mục kèm theo',
      ),
      fixed: mentioning(
        planSample({
          after: annex(
            '',
            '*(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026)*\n\nDanh mục gồm:',
          ),
        }),
        'danh mục kèm theo',
      ),
    },
    {
      bad: planSample({ after: annex('').replace('Phụ lục', '«Phụ lục»') }),
      note: 'Nội dung không nhắc đến phụ lục.',
    },
    { bad: mentioning(frontMatterPlanSample(), '«Phụ lục IV»') + `\n${annex(' I')}\n` },
    {
      bad: mentioning(
        planSample({
          after: annex(
            ' I',
            '*(Kèm theo Kế hoạch số «51»/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa Bình)*',
          ),
        }),
        'Phụ lục I',
      ),
      fixed: mentioning(
        planSample({
          after: annex(
            ' I',
            '*(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa Bình)*',
          ),
        }),
        'Phụ lục I',
      ),
    },
    { good: planSample() },
    { good: decisionSample() },
    {
      good: mentioning(
        planSample({
          after: annex(
            ' I',
            '*(Kèm theo Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân xã Hòa Bình)*',
          ),
        }),
        'Phụ lục I',
      ),
      note: 'Ngày khác thì có thể là biểu mẫu của văn bản khác.',
    },
    {
      good: mentioning(
        planSample({
          after: annex(
            ' I',
            '*(Kèm theo Kế hoạch số 51/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ)*',
          ),
        }),
        'Phụ lục I',
      ),
    },
    { good: mentioning(planSample({ after: annex(' I') }), 'Phụ lục I') },
    { good: mentioning(planSample(), 'Phụ lục II'), note: 'Phụ lục ở tệp khác.' },
    {
      good: mentioning(
        planSample({ after: annex(' I') }),
        'Phụ lục III Nghị định số 30/2020/NĐ-CP',
      ),
    },
  ],
  reads: {
    edges: true,
    parts: ['annexes', 'number', 'type', 'placeAndDate', 'issuer'],
    facts: (paragraph) => [
      ...paragraph.lines.flatMap((line) =>
        referencesIn(line).map(({ label, text, isElsewhere }) => [label, text, isElsewhere]),
      ),
      ...(paragraph.lines.some(({ text }) => attaches.test(text))
        ? unplacedMentions(paragraph).citations.map((citation) => [citation])
        : []),
    ],
    told: (line) => announcementIn(line),
  },
  check(document, report) {
    checkReferences(document, report);
    checkAttachments(document, report);
    checkMentions(document, report);
    checkAttachedNumbers(document, report);
  },
});

type Report = Parameters<Parameters<typeof rule>[0]['check']>[1];

const reference = new RegExp(
  asWord('(?:Phụ lục|phụ lục)\\s+(?:số\\s+)?(?<label>[IVXL]{1,6}|\\d{1,2})'),
  'gu',
);
/** A reference to another document's annex names that document. */
const elsewhere =
  /^\s*(?:của\s+|kèm theo\s+|ban hành kèm theo\s+|,?\s*)?(?:Nghị định|Thông tư|Luật|Quyết định số|Nghị quyết|Công văn|Kế hoạch số|Hướng dẫn|Chỉ thị)/u;

/** The text mentions `Phụ lục II`, and the document has annexes but not that one. */
function checkReferences(document: Document, report: Report): void {
  const labels = document.annexes.flatMap(({ label }) => label ?? []);
  // annexes are often files of their own: only a series with a gap is wrong for certain
  if (labels.length === 0) return;
  const known = new Set(labels.map(valueOf));
  for (const line of document.body) {
    for (const { label, text, from, isElsewhere } of referencesIn(line)) {
      if (known.has(valueOf(label)) || isElsewhere) continue;
      const end = from + text.length;
      report({
        span: line.spanOf(from, end),
        message: {
          vi: `Văn bản không có “${text}”: cần dẫn đến phụ lục có thật (NĐ 30/2020/NĐ-CP, PL I, III.1)`,
          en: `The document has no “${text}”: refer to an annex that is there (ND 30/2020/NĐ-CP, Annex I, III.1)`,
        },
        fixes: labels
          .slice(-3)
          .reverse()
          .map((known) => ({
            title: { vi: `Dẫn đến “Phụ lục ${known}”`, en: `Refer to “Phụ lục ${known}”` },
            safe: false,
            edits: [{ span: line.spanOf(end - label.length, end), newText: known }],
          })),
      });
    }
  }
}

interface AnnexMention {
  readonly label: string;
  readonly text: string;
  /** Where it stands in the line's text. */
  readonly from: number;
  /** Whether it is another document's annex. */
  readonly isElsewhere: boolean;
}

const noMentions: readonly AnnexMention[] = [];

const referencesIn = perText(({ text: line }: Line): readonly AnnexMention[] => {
  const found = [...line.matchAll(reference)].map(({ index, 0: text, groups }) => {
    const end = index + text.length;
    const isElsewhere = elsewhere.test(line.slice(end, end + 60));
    return { label: groups?.['label'] ?? '', text, from: index, isElsewhere };
  });
  return found.length === 0 ? noMentions : found;
});

function valueOf(label: string): number | undefined {
  return /^\d+$/u.test(label) ? Number(label) : parseRoman(label);
}

const announced = /phụ lục|phụ biểu|biểu mẫu|kèm theo|đính kèm|danh sách|danh mục/iu;

const none: readonly string[] = [];
const announcement: readonly string[] = ['phụ lục'];

const announcementIn = perText(({ text }: Line) => (announced.test(text) ? announcement : none));

/** Annexes stand below a text that speaks of none. */
function checkMentions(document: Document, report: Report): void {
  const first = document.annexes.find(({ heading }) => /^phụ lục/iu.test(heading.text));
  if (!first || announced.test(document.opening?.text ?? '')) return;
  const { body } = document;
  if (body.length === 0 || body.some((line) => announcementIn(line).length > 0)) return;
  report({
    span: first.heading.span,
    message: {
      vi: `Văn bản không nhắc đến “${first.heading.text}”: cần chỉ dẫn về phụ lục trong nội dung (NĐ 30/2020/NĐ-CP, PL I, III.1)`,
      en: `The text does not mention “${first.heading.text}”: refer to the annex in it (ND 30/2020/NĐ-CP, Annex I, III.1)`,
    },
  });
}

/** An annex under its own heading lacks `(Kèm theo …)`. */
function checkAttachments(document: Document, report: Report): void {
  for (const each of document.annexes) {
    if (!/^phụ lục/iu.test(each.heading.text) || each.attachment) continue;
    const above = each.title ?? each.heading;
    report({
      span: each.heading.span,
      message: {
        vi: `“${each.heading.text}” thiếu dòng “(Kèm theo …)” dưới tên phụ lục (NĐ 30/2020/NĐ-CP, PL I, III.1)`,
        en: `“${each.heading.text}” lacks the line “(Kèm theo …)” under its title (ND 30/2020/NĐ-CP, Annex I, III.1)`,
      },
      fixes: [
        {
          title: { vi: 'Thêm dòng “(Kèm theo …)”', en: 'Add the line “(Kèm theo …)”' },
          safe: false,
          edits: [
            {
              span: afterParagraph(document, above.span),
              newText: `\n\n*${attachmentOf(document)}*`,
            },
          ],
        },
      ],
    });
  }
}

const attaches = /^[\s(*_]*(?:ban hành\s+)?kèm theo\s/iu;

/** `(Kèm theo …)` gives this document's type, symbol and date, and another number. */
function checkAttachedNumbers(document: Document, report: Report): void {
  const { number, annexes } = document;
  if (!number?.numeral || !number.symbol) return;
  const attachments = annexes.flatMap(({ attachment }) => attachment ?? []);
  if (attachments.length === 0) return;
  const { text: right } = number.numeral;
  const cited = citedIn(document);
  let next = 0;
  for (const attachment of attachments) {
    while ((cited[next]?.span.start ?? Infinity) < attachment.span.start) next += 1;
    const first = cited[next];
    const citation = first && contains(attachment.span, first.span) ? first.placed : undefined;
    const wrong = citation?.number?.numeral;
    if (!citation || !wrong || !isOfThis(document, citation)) continue;
    if (plainNumeral(wrong.text) === plainNumeral(right)) continue;
    report({
      span: wrong.span,
      message: {
        vi: `“Kèm theo … số ${wrong.text}” khác số ${right} của chính văn bản: cần ghi số ${right} (NĐ 30/2020/NĐ-CP, PL I, III.1)`,
        en: `“Kèm theo … số ${wrong.text}” is not the document’s own number, ${right}: write ${right} (ND 30/2020/NĐ-CP, Annex I, III.1)`,
      },
      related: [
        { span: number.span, message: { vi: 'Số của văn bản này', en: 'This document’s number' } },
      ],
      fixes: [
        {
          title: { vi: `Ghi số ${right}`, en: `Write number ${right}` },
          safe: false,
          edits: [{ span: wrong.span, newText: right }],
        },
      ],
    });
  }
}

/** Whether all but the number says that this document is meant; forms of another one are often attached too. */
function isOfThis(document: Document, { type, number, date, issuer }: Citation): boolean {
  const issued = ownDate(document);
  if (!date?.value || !issued || compareDates(date.value, issued) !== 0) return false;
  if (type?.id !== document.type?.id || number?.year) return false;
  if (number?.symbol?.text !== document.number?.symbol?.text) return false;
  const own = issuerKey(document.issuer?.text ?? '');
  return !issuer || own.startsWith(issuerKey(issuer.text));
}

function afterParagraph(document: Document, place: Span): Span {
  const paragraph = document.paragraphs.find(
    ({ outer }) => outer.start <= place.end && place.end <= outer.end,
  );
  const at = paragraph?.outer.end ?? place.end;
  return span(at, at);
}

function attachmentOf(document: Document): string {
  const type = document.type ? documentType(document.type.id).name : 'Văn bản';
  const { dateSpan } = document.placeAndDate ?? {};
  const date = dateSpan ? ` ${document.source.text.slice(dateSpan.start, dateSpan.end)}` : '';
  return `(Kèm theo ${type} số ${document.number?.text ?? '…'}${date})`;
}
