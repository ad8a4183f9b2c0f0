import type { Document, Part } from '../../document/document.ts';
import { agencies } from '../../norms/agencies.ts';
import { provinces } from '../../norms/provinces.ts';
import { asWord, lower } from '../../source/words.ts';
import { earliestOwnDay } from '../dates/days.ts';
import { rule } from '../rule.ts';
import { letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'agency-dissolved',
  severity: 'info',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.2, II.9',
  title: {
    vi: 'Cơ quan, tỉnh không còn vào ngày của văn bản',
    en: 'An agency or a province that is no more on the document’s day',
  },
  why: {
    vi: 'Đầu văn bản, Kính gửi và Nơi nhận phải ghi tên cơ quan đang có vào ngày ban hành. Từ 01/3/2025 nhiều bộ đã hợp nhất, từ 01/7/2025 cả nước còn 34 tỉnh, thành phố. Văn bản cũ được xét theo đúng ngày của nó.',
    en: 'The head, the addressees and the recipients name agencies that exist on the day of issue. Many ministries were merged on 1 March 2025, and there are 34 provinces since 1 July 2025. An older document is judged by its own day.',
  },
  examples: () => [
    {
      bad: letterSample({ addressee: 'Kính gửi: «Bộ Kế hoạch và Đầu tư».' }),
      fixed: letterSample({ addressee: 'Kính gửi: Bộ Tài chính.' }),
    },
    {
      bad: letterSample({ addressee: 'Kính gửi: Ủy ban nhân dân «tỉnh Bình Dương».' }),
      fixed: letterSample({ addressee: 'Kính gửi: Ủy ban nhân dân Thành phố Hồ Chí Minh.' }),
    },
    {
      bad: planSample({
        recipients:
          '**Nơi nhận:**\n\n- «Bộ Thông tin và Truyền thông»;\n- Phòng Văn hóa - Xã hội;\n- Lưu: VT, VHXH.',
      }),
    },
    { good: letterSample({ addressee: 'Kính gửi: Bộ Tài chính.' }) },
    {
      good: letterSample({
        place: '*Phú Thọ, ngày 12 tháng 01 năm 2024*',
        addressee: 'Kính gửi: Bộ Kế hoạch và Đầu tư.',
        body: 'Sở Nội vụ kính đề nghị rà soát công tác văn thư, gửi kết quả trước ngày 30/01/2024./.',
      }),
      note: 'Văn bản cũ.',
    },
    { good: letterSample({ addressee: 'Kính gửi: Ủy ban nhân dân xã Bình Dương.' }) },
  ],
  reads: { edges: true },
  check(document, report) {
    const own = earliestOwnDay(document);
    if (!own) return;
    const day = [own.year, own.month, own.day]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    for (const part of partsOf(document)) {
      const folded = lower(part.text);
      for (const { hint, pattern, until, successor } of ended) {
        // a pattern costs much more to make than a look for its words
        if (until >= day || !folded.includes(hint)) continue;
        const match = pattern.exec(part.text);
        if (!match) continue;
        const [typed] = match;
        const place = placeOf(document, part, typed);
        if (!place) continue;
        const newText = typed === typed.toUpperCase() ? successor.toUpperCase() : successor;
        report({
          span: place,
          message: {
            vi: `“${typed}” không còn từ sau ngày ${dayOf(until)}: nay là “${newText}” (NĐ 30/2020/NĐ-CP, PL I, II.2, II.9)`,
            en: `“${typed}” is no more since after ${dayOf(until)}: now “${newText}” (ND 30/2020/NĐ-CP, Annex I, II.2, II.9)`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành “${newText}”`, en: `Change to “${newText}”` },
              safe: false,
              edits: [{ span: place, newText }],
            },
          ],
        });
      }
    }
  },
});

interface Ended {
  /** In lower case; where it is not, nor is the pattern. */
  readonly hint: string;
  readonly pattern: RegExp;
  /** The last day, ISO. */
  readonly until: string;
  readonly successor: string;
}

/** Ministries and the like whose names ended, and provinces; a body may go on under another with its own name. */
const ended: readonly Ended[] = [
  ...agencies
    .filter(({ name }) => /^(?:Bộ|Ủy ban|Ban) /u.test(name))
    .flatMap(({ name, validUntil, successor }) =>
      validUntil === undefined || successor === undefined
        ? []
        : [
            {
              hint: lower(name).replace(/ - .*$/u, ''),
              pattern: new RegExp(asWord(lower(name).replace(' - ', ' [-–] ')), 'iu'),
              until: validUntil,
              successor,
            },
          ],
    ),
  ...provinces.flatMap(({ name, validUntil, successor }) =>
    validUntil === undefined || successor === undefined
      ? []
      : [
          {
            hint: `tỉnh ${lower(name)}`,
            pattern: new RegExp(asWord(`tỉnh ${lower(name)}`), 'iu'),
            until: validUntil,
            successor: withKind(successor),
          },
        ],
  ),
];

/** `tỉnh Lâm Đồng`, `thành phố Đà Nẵng`; the one name whose `Thành phố` has a capital (PL II, III.1.c). */
function withKind(name: string): string {
  const isCity = provinces.some((province) => province.name === name && province.kind === 'city');
  const city = name === 'Hồ Chí Minh' ? 'Thành phố' : 'thành phố';
  return `${isCity ? city : 'tỉnh'} ${name}`;
}

function partsOf({ issuer, parentAgency, addressees, recipients }: Document): readonly Part[] {
  return [
    parentAgency,
    issuer,
    ...(addressees?.items ?? []).map(({ content }) => content),
    ...(recipients?.items ?? []).map(({ content }) => content),
  ].flatMap((part) => part ?? []);
}

/** Where the words stand in the file; undefined where marks or line ends part them. */
function placeOf({ source }: Document, { span }: Part, typed: string): Part['span'] | undefined {
  const at = source.text.slice(span.start, span.end).indexOf(typed);
  return at < 0 ? undefined : { start: span.start + at, end: span.start + at + typed.length };
}

function dayOf(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}
