import type { Document } from '../../document/document.ts';
import type { DocumentTypeId } from '../../norms/documentTypes.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { symbolsOf } from '../../norms/symbols.ts';
import { pattern } from '../../source/letters.ts';
import { overlaps, type Span } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, planSample } from '../samples.ts';
import { openingClause } from './openingClause.ts';
import { territoryOf } from './territory.ts';

/** Types whose opening sentence names the document itself; a decision or a letter issues or sends another. */
const selfNaming: ReadonlySet<DocumentTypeId> = new Set<DocumentTypeId>([
  'ke-hoach',
  'chuong-trinh',
  'huong-dan',
  'phuong-an',
  'de-an',
  'du-an',
]);

const rest = '\n\nPhát triển văn hóa đọc trong cộng đồng./.';

export default rule({
  id: 'body-opening',
  severity: 'info',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.2, II.5',
  title: {
    vi: 'Đoạn mở đầu nêu tên loại hoặc cơ quan khác với phần đầu',
    en: 'The opening sentence names another type or issuer than the head',
  },
  why: {
    vi: 'Đoạn mở đầu nói cơ quan nào ban hành văn bản gì, nên phải khớp với tên cơ quan và tên loại ở phần đầu. Khác nhau thường vì dựng từ văn bản cũ hay của nơi khác.',
    en: 'The opening sentence says who issues what and should agree with the head. Where it does not, the text was often built on another office’s document or an older one.',
  },
  examples: () => [
    {
      bad: planSample({
        body: `Ủy ban nhân dân xã Hòa Bình ban hành «Chương trình» tổ chức Ngày hội đọc sách như sau:${rest}`,
      }),
    },
    {
      bad: planSample({
        body: `«Sở Nội vụ» xây dựng Kế hoạch tổ chức Ngày hội đọc sách như sau:${rest}`,
      }),
    },
    {
      bad: frontMatterPlanSample().replace(
        'Ủy ban nhân dân xã Hòa Bình ban hành',
        '«Ủy ban nhân dân xã Tân Lập» ban hành',
      ),
    },
    { good: planSample() },
    {
      good: planSample({
        body: `UBND xã ban hành Kế hoạch tổ chức Ngày hội đọc sách như sau:${rest}`,
      }),
    },
    {
      good: planSample({
        body: `Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh về việc ban hành Chương trình văn hóa đọc; Chủ tịch Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch như sau:${rest}`,
      }),
    },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { type, issuer } = document;
    const clause = openingClause(document);
    if (!type || !clause || !selfNaming.has(type.id)) return;
    const head = documentType(type.id);
    const typeSpan = clause.type.id === type.id ? undefined : placeOf(document, clause.typeName);
    if (typeSpan) {
      report({
        span: typeSpan,
        message: {
          vi: `Đoạn mở đầu nêu “${clause.typeName}”, phần đầu ghi “${head.name}”: cần cùng một tên loại (NĐ 30/2020/NĐ-CP, PL I, II.5)`,
          en: `The opening sentence says “${clause.typeName}”, the head “${head.name}”: they should agree (ND 30/2020/NĐ-CP, Annex I, II.5)`,
        },
        related: [
          { span: type.span, message: { vi: 'Tên loại ở phần đầu', en: 'The type in the head' } },
        ],
      });
    }
    if (!issuer || agrees(clause.issuer, issuer.text)) return;
    if (document.parentAgency && agrees(clause.issuer, document.parentAgency.text)) return;
    const issuerSpan = placeOf(document, clause.issuer);
    if (!issuerSpan) return;
    report({
      span: issuerSpan,
      message: {
        vi: `Đoạn mở đầu nêu “${clause.issuer}”, phần đầu ghi “${issuer.text}”: cần cùng một cơ quan ban hành (NĐ 30/2020/NĐ-CP, PL I, II.2)`,
        en: `The opening sentence says “${clause.issuer}”, the head “${issuer.text}”: they should be the same issuer (ND 30/2020/NĐ-CP, Annex I, II.2)`,
      },
      related: [
        {
          span: issuer.span,
          message: { vi: 'Cơ quan ban hành ở phần đầu', en: 'The issuer in the head' },
        },
      ],
    });
  },
});

const office = /^(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Hiệu trưởng)(?:\s+(?=\S))?/u;

/** Whether the names may be of one agency: a short form agrees with the full name. */
function agrees(named: string, issuer: string): boolean {
  const name = named.replace(office, '').trim();
  if (!pattern.u`^\p{Lu}\S*\s+\S`.test(name)) return true;
  const expected = symbolsOf(issuer);
  if (!symbolsOf(name).some((symbol) => expected.includes(symbol))) return false;
  const [here, there] = [territoryOf(name), territoryOf(issuer)];
  if (!here || !there || here.unit !== there.unit) return true;
  const [a, b] = [here.name.normalize('NFD'), there.name.normalize('NFD')].map((text) =>
    text.replace(pattern.gu`\p{M}`, '').toLowerCase(),
  );
  return a === undefined || b === undefined || a.includes(b) || b.includes(a);
}

/** Where the opening sentence holds the words, when they stand on one line. */
function placeOf(document: Document, words: string): Span | undefined {
  const { opening } = document;
  if (!opening) return undefined;
  for (const line of document.lines) {
    if (!overlaps(line.span, opening.span)) continue;
    const at = line.text.lastIndexOf(words);
    if (at >= 0) return line.spanOf(at, at + words.length);
  }
  return undefined;
}
