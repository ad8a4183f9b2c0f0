import type { Citation } from '../../document/citations/citation.ts';
import { agencyNamed } from '../../document/citations/issuerName.ts';
import { formatDate } from '../../document/dates/formatDate.ts';
import { isoDate } from '../../document/dates/plainDate.ts';
import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { citedType } from '../../norms/citedTypes.ts';
import type { KnownDocument, KnownDocuments } from '../../norms/knownDocuments.ts';
import { citedFacts, citedIn, judgedBy, nestedCitations } from '../citations/cited.ts';
import { isLaw, isNumbered, quoted, type NumberedCitation } from '../citations/mentions.ts';
import { rule, type Finding } from '../rule.ts';
import { fragmentSample, planSample } from '../samples.ts';
import { exampleRegister } from './exampleRegister.ts';
import { dayOf, knownOf, lawsNamed, namesakes, severityOf } from './knownCitation.ts';
import { lawNamesDiffer, titlesDiffer } from './titles.ts';

const norm = '(NĐ 30/2020/NĐ-CP, PL I, II.6)';
const normEnglish = '(ND 30/2020/NĐ-CP, Annex I, II.6)';

export default rule({
  id: 'citation-register',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Viện dẫn không khớp sổ đăng ký văn bản',
    en: 'A citation differs from the register of documents',
  },
  why: {
    vi: 'Sổ đăng ký biết số này với ngày, cơ quan hoặc trích yếu khác. Thường là số hoặc ngày bị gõ nhầm, hoặc trích yếu của văn bản khác bị chép sang. Trích yếu viết tắt, rút gọn hay khác chữ hoa thì không báo.',
    en: 'The register knows this number with another date, issuer or subject: a mistyped number or date, or the subject of another document. An abbreviated or shortened subject is no difference.',
  },
  exampleRegister,
  examples: () => [
    {
      bad: fragmentSample(
        'Thực hiện Nghị định số 30/2020/NĐ-CP «ngày 03 tháng 5 năm 2020» của Chính phủ về công tác văn thư.',
      ),
      fixed: fragmentSample(
        'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.',
      ),
    },
    {
      bad: planSample({
        bases:
          'Căn cứ Kế hoạch số 12/KH-UBND «ngày 12/02/2026» của UBND tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026.',
      }),
      fixed: planSample({
        bases:
          'Căn cứ Kế hoạch số 12/KH-UBND ngày 10/02/2026 của UBND tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026.',
      }),
      note: 'Văn bản của cơ quan mình có trong .vanban/register.csv.',
    },
    {
      bad: fragmentSample(
        'Theo Kế hoạch số 12/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh Phú Thọ «về phòng cháy, chữa cháy rừng mùa khô».',
      ),
      fixed: fragmentSample(
        'Theo Kế hoạch số 12/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026.',
      ),
    },
    {
      bad: fragmentSample('Theo Luật «Đất đai» số 72/2025/QH15 ngày 16 tháng 6 năm 2025.'),
      fixed: fragmentSample(
        'Theo Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025.',
      ),
    },
    {
      bad: fragmentSample(
        'Theo Luật Tổ chức chính quyền địa phương «ngày 26 tháng 6 năm 2025», Ủy ban nhân dân xã ban hành Kế hoạch.',
      ),
      fixed: fragmentSample(
        'Theo Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025, Ủy ban nhân dân xã ban hành Kế hoạch.',
      ),
    },
    {
      good: fragmentSample(
        'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ quy định về công tác văn thư.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Kế hoạch số 12/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh Lào Cai về chăm sóc sức khỏe người cao tuổi.',
      ),
      note: 'Cùng số nhưng của cơ quan khác.',
    },
    {
      good: fragmentSample(
        'Theo Kế hoạch số 12/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh Phú Thọ về phòng, chống thiên tai.',
      ),
      note: 'Số quay lại mỗi năm.',
    },
    {
      good: fragmentSample(
        'Theo Kế hoạch số 12/KH-UBND ngày 10/02/2026 của UBND tỉnh Phú Thọ về văn hóa đọc.',
      ),
      note: 'Trích yếu rút gọn.',
    },
  ],
  reads: { facts: citedFacts, parts: ['legalBases'] },
  check(document, report, { known }) {
    for (const cited of citedIn(document)) {
      if (!differs(cited, known)) continue;
      const citation = cited.placed;
      // Within another document's title the mistake may be that document's own: its date is worth a note.
      const inTitle = nestedCitations(document).has(cited);
      for (const finding of differencesOf(citation, known)) {
        if (!inTitle) report(finding);
        else if (finding.span === citation.date?.span) report({ ...finding, severity: 'info' });
      }
    }
  },
});

const differs = judgedBy(
  (citation, known: KnownDocuments) => differencesOf(citation, known).length > 0,
);

function differencesOf(citation: Citation, known: KnownDocuments): readonly Finding[] {
  const date = dateDifference(citation, known);
  if (date) return [date];
  const row = knownOf(known, citation);
  if (!row || !isNumbered(citation)) return [];
  return [issuerDifference(citation, row), subjectDifference(citation, row)].filter(
    (finding) => finding !== undefined,
  );
}

function dateDifference(citation: Citation, known: KnownDocuments): Finding | undefined {
  const { date } = citation;
  if (!date?.value) return undefined;
  const cited = isoDate(date.value);
  const found = isNumbered(citation) ? namesakes(known, citation) : lawsNamed(known, citation);
  if (found.some((one) => one.date === undefined || one.date === cited)) return undefined;
  const meant = found.filter((one) => isMeant(one, citation, cited));
  const [row] = meant;
  const day = dayOf(row?.date);
  if (!row || !day || new Set(meant.map((one) => one.date)).size > 1) return undefined;
  const words = /tháng/iu.test(date.text);
  const lead = /^ngày/iu.test(date.text) ? 'ngày ' : '';
  const value = words ? formatDate(day, 'words') : `${lead}${formatDate(day, 'figures')}`;
  return difference({
    row,
    citation,
    place: date,
    value,
    what: { vi: 'ngày ban hành', en: 'date' },
  });
}

/**
 * Whether the row is the cited document in spite of the date: a number with its year is one document; one
 * without comes again next year, and a law's name with the next law.
 */
function isMeant(row: KnownDocument, { number }: Citation, cited: string): boolean {
  if (!number) return row.date?.slice(0, 7) === cited.slice(0, 7);
  // Where the year in the number is not the date's, citation-year-mismatch speaks.
  if (number.year) return cited.startsWith(String(number.year.value));
  return number.style !== 'consolidated' && row.date?.slice(0, 4) === cited.slice(0, 4);
}

/** Where the symbol says who issued it, citation-issuer-mismatch speaks. */
function issuerDifference(citation: NumberedCitation, row: KnownDocument): Finding | undefined {
  const { issuer, number } = citation;
  const [group = ''] = number.issuerGroups;
  if (!issuer || row.issuer === undefined || agenciesOfSymbol(group).length > 0) return undefined;
  if (number.style === 'assembly') return undefined;
  const cited = agencyNamed(issuer.text);
  const registered = agencyNamed(row.issuer);
  if (!cited || !registered || cited.name === registered.name) return undefined;
  return difference({
    row,
    citation,
    place: issuer,
    value: row.issuer,
    what: { vi: 'cơ quan ban hành', en: 'issuer' },
  });
}

function subjectDifference(citation: NumberedCitation, row: KnownDocument): Finding | undefined {
  const { subject } = citation;
  if (!subject || row.subject === undefined) return undefined;
  const isName = isLaw(citation);
  const differs = isName ? lawNamesDiffer : titlesDiffer;
  if (!differs(subject.text, row.subject)) return undefined;
  return difference({
    row,
    citation,
    place: subject,
    value: isName || hasLead(row.subject) ? row.subject : `về ${row.subject}`,
    what: isName ? { vi: 'tên luật', en: 'name' } : { vi: 'trích yếu', en: 'subject' },
  });
}

function hasLead(subject: string): boolean {
  return /^(?:về|v\/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|bãi bỏ|công bố|thành lập)(?=\s)/iu.test(
    subject,
  );
}

interface Difference {
  readonly row: KnownDocument;
  readonly citation: Citation;
  readonly place: { readonly text: string; readonly span: Finding['span'] };
  readonly value: string;
  readonly what: { readonly vi: string; readonly en: string };
}

function difference({ row, citation, place, value, what }: Difference): Finding {
  const type = row.type ?? citation.type?.id;
  const name = type === undefined ? row.number : `${citedType(type).name} ${row.number}`;
  const where =
    row.origin.kind === 'register'
      ? {
          vi: `${row.origin.file}, dòng ${row.origin.line}`,
          en: `${row.origin.file}, line ${row.origin.line}`,
        }
      : { vi: 'sổ đăng ký kèm theo', en: 'the bundled register' };
  return {
    span: place.span,
    severity: severityOf(row),
    message: {
      vi: `${name}: ${what.vi} “${quoted(place.text)}” không khớp sổ đăng ký (${where.vi}): cần “${quoted(value)}” hoặc sửa lại số ${norm}`,
      en: `${name}: the ${what.en} “${quoted(place.text)}” is not the register’s (${where.en}): expected “${quoted(value)}”, or another number ${normEnglish}`,
    },
    fixes: [
      {
        title: { vi: `Ghi “${quoted(value)}”`, en: `Write “${quoted(value)}”` },
        safe: false,
        edits: [{ span: place.span, newText: value }],
      },
    ],
  };
}
