import type { Citation } from '../../document/citations/citation.ts';
import { compareDates } from '../../document/dates/plainDate.ts';
import type { LegalBasis } from '../../document/document.ts';
import type { Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';
import { legalForce, noForce } from './legalForce.ts';
import { isInText, mainCitation, quoted } from './mentions.ts';

const law = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025';
const decree =
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';
const older =
  'Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ quy định về chế độ báo cáo';
const plan =
  'Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026';
const bases = (...lines: readonly string[]): string =>
  planSample({ bases: `${lines.join(';\n\n')}.` });

/** No document rests on more; the fix leaves what comes after alone. */
const mostBases = 60;

export default rule({
  id: 'legal-basis-order',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.a',
  title: { vi: 'Căn cứ chưa theo thứ tự hiệu lực pháp lý', en: 'Legal bases are out of order' },
  why: {
    vi: 'Căn cứ xếp từ văn bản có hiệu lực pháp lý cao đến thấp; cùng loại thì văn bản ban hành trước đứng trước. Người thẩm định đọc theo thứ tự ấy.',
    en: 'Legal bases run from the higher in force to the lower, and among equals from the older to the newer; reviewers read them in that order.',
  },
  examples: () => [
    { bad: bases(decree, `«${law}»`, plan), fixed: bases(law, decree, plan) },
    { bad: bases(decree, `«${older}»`, plan), fixed: bases(older, decree, plan) },
    { bad: bases(plan, `«${decree}»`), fixed: bases(decree, plan) },
    {
      bad: frontMatterPlanSample({
        'căn cứ': `\n  - ${decree.slice(7)}\n  - «${law.slice(7)}»`,
      }),
    },
    { good: planSample() },
    { good: bases(law, older, decree, plan) },
    {
      good: bases(
        'Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ',
        law,
        decree,
      ),
      note: 'Văn bản của Đảng không so hiệu lực với văn bản của Nhà nước.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const ranked = document.legalBases.flatMap((basis) => {
      const citation = mainCitation(basis);
      const force = citation && legalForce(citation);
      const isGround = /^(?:căn cứ|$)/iu.test(basis.lead.text);
      return citation && force !== undefined && isGround ? [{ basis, citation, force }] : [];
    });
    const sorted = ranked.slice(0, mostBases).sort((a, b) => order(a, b));
    const fix: readonly Edit[] = ranked.slice(0, mostBases).flatMap(({ basis }, place) => {
      const wanted = sorted[place]?.basis;
      return wanted && wanted !== basis ? [exchange(document.source.text, basis, wanted)] : [];
    });
    // The lowest and, among equals of one type, the newest so far: what any later basis is held against.
    let lowest: Ground | undefined;
    const newest = new Map<string, Ground>();
    for (const ground of ranked) {
      const key = `${ground.force} ${ground.citation.type?.id ?? ''}`;
      const behind = [lowest, newest.get(key)].find(
        (earlier) => earlier && order(earlier, ground) > 0,
      );
      if (!lowest || ground.force > lowest.force) lowest = ground;
      if (ground.citation.date?.value && !behind) newest.set(key, ground);
      if (!behind) continue;
      const older = behind.force === ground.force;
      report({
        span: ground.basis.content.span,
        message: {
          vi: `Căn cứ “${quoted(ground.citation.text)}” ${older ? 'ban hành trước' : 'có hiệu lực cao hơn'} một căn cứ đứng trên: cần xếp từ cao đến thấp, từ cũ đến mới (NĐ 30/2020/NĐ-CP, PL I, II.6.a)`,
          en: `The legal basis “${quoted(ground.citation.text)}” ${older ? 'is older than' : 'ranks above'} one that stands before it: order them from high to low, from old to new (ND 30/2020/NĐ-CP, Annex I, II.6.a)`,
        },
        // Values of the front matter may be quoted each in its own way, so they are not moved.
        fixes: isInText(document, ground.basis)
          ? [
              {
                title: { vi: 'Xếp lại các căn cứ', en: 'Put the legal bases in order' },
                safe: true,
                edits: fix,
              },
            ]
          : [],
        related: [
          {
            span: behind.basis.content.span,
            message: { vi: 'Căn cứ đứng trước', en: 'The basis before it' },
          },
        ],
      });
    }
  },
});

interface Ground {
  readonly basis: LegalBasis;
  readonly citation: Citation;
  readonly force: number;
}

/** Negative when `a` goes first; 0 where the norm leaves it open. */
function order(a: Ground, b: Ground): number {
  if (a.force !== b.force) return a.force - b.force;
  // Laws stand by their bearing on the document, the one on the issuer's powers first.
  if (a.force >= noForce || a.force <= 2) return 0;
  const [first, second] = [a.citation.date?.value, b.citation.date?.value];
  if (a.citation.type?.id !== b.citation.type?.id || !first || !second) return 0;
  return compareDates(first, second);
}

function exchange(text: string, place: LegalBasis, wanted: LegalBasis): Edit {
  const { start, end } = wanted.content.span;
  return { span: place.content.span, newText: text.slice(start, end) };
}
