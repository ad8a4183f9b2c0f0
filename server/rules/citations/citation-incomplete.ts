import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { rule, type Finding } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { type Cited, citedFacts, citedIn, nestedCitations } from './cited.ts';
import { completions, isInBasis, isLaw, isNumbered, keyOf, quoted } from './mentions.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { pattern } from '../../source/letters.ts';
import type { Paragraph } from '../../source/source.ts';
import { overlaps } from '../../source/span.ts';

const whole =
  'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';

export default rule({
  id: 'citation-incomplete',
  severity: 'info',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: {
    vi: 'Viện dẫn lần đầu chưa ghi đủ',
    en: 'A first mention does not give everything',
  },
  why: {
    vi: 'Lần đầu viện dẫn phải ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu, để người nhận tìm được đúng văn bản.',
    en: 'The first mention of a document gives type, number, date, issuer and subject, so that the reader finds the right one.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Các đơn vị thực hiện theo «Quyết định số 15/QĐ-UBND» và báo cáo kết quả.',
      ),
    },
    { bad: fragmentSample('Triển khai «Kế hoạch số 12/KH-SNV» đến các xã, phường.') },
    {
      bad: fragmentSample(
        `Các đơn vị căn cứ «Nghị định số 30/2020/NĐ-CP» để rà soát hồ sơ.\n\nCác đơn vị nghiên cứu ${whole}.`,
      ),
      fixed: fragmentSample(
        `Các đơn vị căn cứ ${whole} để rà soát hồ sơ.\n\nCác đơn vị nghiên cứu ${whole}.`,
      ),
    },
    {
      bad: letterSample({
        body: 'Theo đề nghị của Sở Tài chính tại «Công văn số /STC-NS ngày    tháng 01 năm 2026», Sở Nội vụ đề nghị rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
      note: 'Số của văn bản được viện dẫn còn bỏ trống.',
    },
    {
      bad: letterSample({
        title: 'V/v thực hiện Nghị định số 30/2020/NĐ-CP',
        body: 'Thực hiện «Nghị định số 30/2020/NĐ-CP», Sở Nội vụ đề nghị rà soát công tác văn thư trước ngày 30/01/2026./.',
      }),
    },
    {
      good: fragmentSample(
        `Thực hiện ${whole}.\n\nCác đơn vị thực hiện theo Nghị định số 30/2020/NĐ-CP.`,
      ),
    },
    {
      good: fragmentSample(
        'Theo Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân xã tổ chức thực hiện.',
      ),
    },
    {
      good: fragmentSample('Theo Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của Bộ Tài chính.'),
      note: 'Thiếu trích yếu thôi thì không báo.',
    },
    {
      good: letterSample({
        title: 'V/v thực hiện Nghị định số 30/2020/NĐ-CP',
        body: `Thực hiện ${whole}, Sở Nội vụ đề nghị rà soát công tác văn thư trước ngày 30/01/2026./.`,
      }),
      note: 'Trích yếu là một câu ngắn gọn: nội dung văn bản mới phải ghi đủ.',
    },
    {
      good: fragmentSample('Ngày 15/9/2021, Phòng đã phát hành Công văn số 1040/PGDĐT xin ý kiến.'),
    },
  ],
  reads: {
    dossier: true,
    facts: (paragraph, { text }) => [
      ...citedFacts(paragraph, { text }),
      ...unplacedMentions(paragraph).citations.map(({ span: { start } }) =>
        isDatedBefore(paragraph, paragraph.base + start, text),
      ),
    ],
    parts: ['number', 'type', 'subject', 'signature', 'legalBases'],
  },
  check(document, report, dossier) {
    const seen = new Set<string>();
    for (const cited of citedIn(document)) {
      if (isBlank(document, cited.citation)) {
        const { placed } = cited;
        if (isBlank(document, placed)) report(blankFinding(document, placed));
      }
      const key = keyOf(cited.citation);
      if (key === undefined || seen.has(key)) continue;
      // what the subject is too short to say, the first mention in the content says
      if (isBare(cited.citation) && isInSubject(document, cited)) continue;
      seen.add(key);
      if (!isBare(cited.citation) || nestedCitations(document).has(cited)) continue;
      const citation = cited.placed;
      if (!isNumbered(citation) || !citation.type || isInBasis(document, citation)) continue;
      if (!isLed(document, cited) || !standsInProse(document, cited)) continue;
      report({
        span: { start: citation.type.span.start, end: citation.number.span.end },
        message: {
          vi: `Viện dẫn lần đầu “${quoted(citation.text)}” thiếu ${citation.issuer ? 'ngày ban hành' : 'ngày và cơ quan ban hành'}: cần ghi đủ (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
          en: `The first mention “${quoted(citation.text)}” lacks its ${citation.issuer ? 'date' : 'date and issuer'}: give all of it (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
        },
        fixes: completions(dossier, citation),
      });
    }
  },
});

/** Whether its type and number are all that the citation gives. */
function isBare(citation: Citation): boolean {
  return (
    isNumbered(citation) &&
    citation.type !== undefined &&
    !isLaw(citation) &&
    !citation.date &&
    !citation.continued
  );
}

function isInSubject({ subject }: Document, cited: Cited): boolean {
  return subject !== undefined && overlaps(subject.span, cited.span);
}

/** Whether the cited number is left to be filled in, and is not the document's own under an annex's title. */
function isBlank(
  { number: own, type: ownType }: Document,
  citation: Citation,
): citation is BlankCitation {
  const { number, type } = citation;
  if (!number?.symbol || !type || number.numeral) return false;
  return type.id !== ownType?.id || number.symbol.text !== own?.symbol?.text;
}

type BlankCitation = Citation & {
  readonly number: NonNullable<Citation['number']>;
  readonly type: NonNullable<Citation['type']>;
};

/** What still comes from the same desk is blank in a draft: that is worth a hint, in a finished document more. */
function blankFinding(document: Document, { text, type, number, date }: BlankCitation): Finding {
  const draft = document.number?.numeral === undefined || !document.signature?.name;
  return {
    span: { start: type.span.start, end: (date && !date.value ? date : number).span.end },
    ...(draft ? { severity: 'hint' } : {}),
    message: {
      vi: `Viện dẫn “${quoted(text)}” còn bỏ trống số: cần ghi đủ số, ngày ban hành (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
      en: `The citation “${quoted(text)}” leaves its number blank: give number and date (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
    },
  };
}

const led =
  /(?:căn cứ|theo|tại|thực hiện|triển khai|quy định tại|quy định của|hướng dẫn tại|chỉ đạo tại|yêu cầu tại)\s+(?:vào\s+|của\s+|đúng\s+|các\s+|hiệu quả\s+)?$/iu;

/** Whether it is cited as a ground (`theo …`, `thực hiện …`), not told of as an event. */
function isLed({ source }: Document, { placed, paragraph }: Cited): boolean {
  const { start } = (placed.pinpoint ?? placed).span;
  const from = Math.max(paragraph?.outer.start ?? 0, start - 40);
  return led.test(source.text.slice(from, start).normalize('NFC'));
}

/** No sentence is longer than so many characters. */
const longestSentence = 1000;

/** Whether it stands in a sentence of the body, whose earlier words give no date. */
function standsInProse({ source }: Document, { paragraph, span }: Cited): boolean {
  if (paragraph?.kind !== 'paragraph' && paragraph?.kind !== 'listItem') return false;
  return !isDatedBefore(paragraph, span.start, source.text);
}

/** Whether a day is named before the place in its sentence. */
function isDatedBefore(paragraph: Paragraph, at: number, text: string): boolean {
  const before = text.slice(Math.max(paragraph.span.start, at - longestSentence), at);
  const sentence = before.slice(before.lastIndexOf('. ') + 1);
  return pattern.iu`ngày\s+\p{Nd}`.test(sentence.normalize('NFC'));
}
