import { agencyNamed } from '../../document/citations/issuerName.ts';
import { agenciesOfSymbol, type Agency } from '../../norms/agencies.ts';
import { rule, type Fix } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { citationsOf, isNumbered, quoted, type NumberedCitation } from './mentions.ts';
import { pattern } from '../../source/letters.ts';

export default rule({
  id: 'citation-issuer-mismatch',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3 và II.6.b',
  title: {
    vi: 'Cơ quan ban hành khác với ký hiệu',
    en: 'The issuer named is not the one in the symbol',
  },
  why: {
    vi: 'Ký hiệu mang chữ viết tắt tên cơ quan ban hành: BTC là Bộ Tài chính, TTg là Thủ tướng Chính phủ, CP là Chính phủ. Tên cơ quan ghi sau ngày phải là cơ quan ấy.',
    en: 'The symbol holds the issuer’s abbreviation: BTC for the Ministry of Finance, TTg for the Prime Minister, CP for the Government. The issuer named after the date must be that one.',
  },
  examples: () => [
    {
      bad: fragmentSample('Theo Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của «Bộ Nội vụ».'),
      fixed: fragmentSample('Theo Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của Bộ Tài chính.'),
    },
    {
      bad: fragmentSample('Theo Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của «Chính phủ».'),
      fixed: fragmentSample(
        'Theo Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ.',
      ),
    },
    {
      bad: fragmentSample(
        'Theo Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của «Ủy ban Thường vụ Quốc hội».',
      ),
      fixed: fragmentSample('Theo Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội.'),
    },
    {
      bad: fragmentSample(
        'Theo Nghị quyết số 15/NQ-HĐND ngày 30/7/2021 của «Ủy ban nhân dân tỉnh».',
      ),
    },
    {
      good: fragmentSample(
        'Theo Thông tư số 05/2021/TT-BTP ngày 24/6/2021 của Bộ trưởng Bộ Tư pháp.',
      ),
    },
    {
      good: fragmentSample(
        'Theo Quyết định số 15/QĐ-UBND ngày 30/7/2021 của Chủ tịch Ủy ban nhân dân tỉnh.',
      ),
    },
    { good: fragmentSample('Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.') },
    { good: fragmentSample('Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.') },
    {
      good: fragmentSample(
        'Theo Công văn số 827/UBND-VX ngày 08/9/2021 của Văn phòng Ủy ban nhân dân tỉnh.',
      ),
    },
  ],
  reads: { paragraphs: true },
  check(document, report, { agencies: added }) {
    // What the workspace uses a symbol for may be another agency than the bundled table's.
    const own = ownSymbols(added);
    for (const citation of citationsOf(document)) {
      const { issuer } = citation;
      if (!issuer || !isNumbered(citation) || citation.number.style === 'party') continue;
      if (citation.number.issuerGroups.some((group) => own.has(group))) continue;
      const expected = expectedIssuers(citation);
      if (expected.length === 0) continue;
      const named = agencyNamed(issuer.text);
      if (!named || !isDecidable(named)) continue;
      if (expected.some(({ name }) => name === named.name)) continue;
      const names = expected.map(({ name }) => name).join(', ');
      report({
        span: issuer.span,
        message: {
          vi: `Cơ quan ban hành “${quoted(issuer.text)}” không khớp ký hiệu “${quoted(citation.number.text)}”: cần ${names} (NĐ 30/2020/NĐ-CP, PL I, II.3)`,
          en: `The issuer “${quoted(issuer.text)}” does not fit the number “${quoted(citation.number.text)}”: expected ${names} (ND 30/2020/NĐ-CP, Annex I, II.3)`,
        },
        fixes: expected.map(({ name }): Fix => {
          return {
            title: { vi: `Sửa cơ quan ban hành thành ${name}`, en: `Change the issuer to ${name}` },
            safe: false,
            edits: [{ span: issuer.span, newText: name }],
          };
        }),
      });
    }
  },
});

/** The symbols that the workspace gives to agencies that the table does not know by them. */
function ownSymbols(added: readonly Agency[]): ReadonlySet<string> {
  return new Set(
    added.flatMap(({ name, symbols }) =>
      symbols.filter(
        (symbol) => !agenciesOfSymbol(symbol).some((bundled) => name.startsWith(bundled.name)),
      ),
    ),
  );
}

/** Who the symbol says issued it; none where its letters can mean more than the table knows. */
function expectedIssuers({ number }: NumberedCitation): readonly Agency[] {
  const [group = '', ...others] = number.issuerGroups;
  if (number.symbolType === 'thong-tu-lien-tich' || number.symbolType === 'nghi-quyet-lien-tich')
    return [];
  if (number.style === 'assembly') {
    const letters = pattern.u`(?:UBTVQH|QH)(?=\p{Nd}+$)`.exec(
      number.issuerGroups.at(-1) ?? '',
    )?.[0];
    return letters === undefined ? [] : agenciesOfSymbol(letters);
  }
  // `TT-BTC-BNV`: several issuers in one symbol.
  if (others.some((other) => agenciesOfSymbol(other).some(({ level }) => level === 'central')))
    return [];
  const found = agenciesOfSymbol(group);
  return found.every(isDecidable) ? found : [];
}

/** Whether the table knows the agency well enough to contradict a text: local bodies bear many names. */
function isDecidable(agency: Agency): boolean {
  if (agency.kind !== 'state') return false;
  if (agency.level === 'local')
    return agency.name === 'Ủy ban nhân dân' || agency.name === 'Hội đồng nhân dân';
  return agency.symbols.every((symbol) => symbol.length > 2 || symbol === 'CP' || symbol === 'QH');
}
