import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { citedType, type CitedTypeId } from '../../norms/citedTypes.ts';
import { rule, type Fix } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { citationsOf, isNumbered, quoted, type NumberedCitation } from './mentions.ts';
import { pattern } from '../../source/letters.ts';

/** Pairs that offices write one for the other without fault. */
const alike: readonly (readonly [CitedTypeId, CitedTypeId])[] = [
  ['nghi-quyet', 'nghi-quyet-lien-tich'],
  ['thong-tu', 'thong-tu-lien-tich'],
  ['to-trinh', 'thong-tri'],
  ['ket-luan', 'thong-bao'],
  ['van-ban-hop-nhat', 'van-ban'],
];

/** What a letter's symbol can hold only when it is no letter: short ones are units' own letters too. */
const clear: readonly CitedTypeId[] = [
  'nghi-quyet',
  'quyet-dinh',
  'nghi-dinh',
  'ke-hoach',
  'bao-cao',
  'to-trinh',
  'chuong-trinh',
];

export default rule({
  id: 'citation-type-mismatch',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL III, I',
  title: {
    vi: 'Tên loại khác với chữ viết tắt trong ký hiệu',
    en: "The type named is not the symbol's",
  },
  why: {
    vi: 'Ký hiệu mang chữ viết tắt của tên loại: QĐ là Quyết định, KH là Kế hoạch. Hai chỗ khác nhau thì một chỗ sai, và người đọc không biết phải tìm văn bản nào.',
    en: 'A symbol holds the abbreviation of the type: QĐ for Quyết định, KH for Kế hoạch. Where the two differ one is wrong, and nobody knows which document is meant.',
  },
  examples: () => [
    {
      bad: fragmentSample('Theo «Quyết định số 15/KH-UBND» ngày 08/9/2021.'),
      fixed: fragmentSample('Theo Kế hoạch số 15/KH-UBND ngày 08/9/2021.'),
    },
    {
      bad: fragmentSample('Theo «Thông tư số 30/2020/NĐ-CP» ngày 05/3/2020 của Chính phủ.'),
      fixed: fragmentSample('Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.'),
    },
    {
      bad: fragmentSample('Theo «Công văn số 12/BC-SNV» ngày 08/9/2021 của Sở Nội vụ.'),
      fixed: fragmentSample('Theo Báo cáo số 12/BC-SNV ngày 08/9/2021 của Sở Nội vụ.'),
    },
    { good: fragmentSample('Theo Quyết định số 15/QĐ-UBND ngày 08/9/2021.') },
    {
      good: fragmentSample(
        'Theo Tờ trình số 11/TT-LĐCL ngày 24/01/2025 của Liên đoàn Cầu lông tỉnh.',
      ),
    },
    { good: fragmentSample('Theo Văn bản số 15/TTr-SNV ngày 08/9/2021.') },
    { good: fragmentSample('Theo Quy định số 41-QĐ/TW ngày 03/11/2021 của Bộ Chính trị.') },
    { good: fragmentSample('Theo Công văn số 1234/CT-TTHT ngày 08/9/2021 của Cục Thuế tỉnh.') },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const citation of citationsOf(document)) {
      const { type, number } = citation;
      if (!type || !isNumbered(citation) || number?.symbolType === undefined) continue;
      if (!disagree(type.id, number.symbolType, number.style)) continue;
      const known = isKnownIssuer(citation);
      // A circular is a ministry's: `TT-` of anyone else is their own abbreviation, and they may call it so.
      if (number.symbolType === 'thong-tu' && !known) continue;
      const symbolType = citedType(number.symbolType);
      const span = citation.continued
        ? number.span
        : { start: type.span.start, end: number.span.end };
      report({
        span,
        // What an association or a company puts into its numbers is not for the one who cites to mend.
        severity: known ? 'error' : 'info',
        message: {
          vi: `Tên loại “${quoted(type.text)}” không khớp ký hiệu “${quoted(number.symbol?.text ?? '')}”: ký hiệu này là của ${symbolType.name} (NĐ 30/2020/NĐ-CP, PL III, I)`,
          en: `The type “${quoted(type.text)}” does not fit the symbol “${quoted(number.symbol?.text ?? '')}”: that is the symbol of ${symbolType.name} (${symbolType.english}) (ND 30/2020/NĐ-CP, Annex III, I)`,
        },
        fixes: fixes(citation, symbolType.name),
      });
    }
  },
});

/** Whether the symbol's issuer is an agency of the table, which numbers by the norm. */
function isKnownIssuer({ number }: NumberedCitation): boolean {
  return number.issuerGroups.some((group) => agenciesOfSymbol(group).length > 0);
}

function disagree(type: CitedTypeId, symbolType: CitedTypeId, style: string): boolean {
  if (type === symbolType || type === 'van-ban') return false;
  // The Party's “Quy định” has QĐ in its symbol.
  if (style === 'party' || type === 'dieu-le') return false;
  if (alike.some(([a, b]) => (a === type && b === symbolType) || (b === type && a === symbolType)))
    return false;
  return type !== 'cong-van' || clear.includes(symbolType);
}

function fixes(citation: NumberedCitation, name: string): readonly Fix[] {
  const { type, number } = citation;
  if (!type || citation.continued) return [];
  const rename: Fix = {
    title: { vi: `Sửa tên loại thành ${name}`, en: `Change the type to ${name}` },
    safe: false,
    edits: [{ span: type.span, newText: name }],
  };
  const own = citedType(type.id).abbreviation;
  const symbol = number.symbol;
  const present = symbol && pattern.u`^\p{L}+`.exec(symbol.text)?.[0];
  if (own === undefined || !symbol || present === undefined) return [rename];
  const end = symbol.span.start + present.length;
  return [
    rename,
    {
      title: { vi: `Sửa ký hiệu thành ${own}…`, en: `Change the symbol to ${own}…` },
      safe: false,
      edits: [{ span: { start: symbol.span.start, end }, newText: own }],
    },
  ];
}
