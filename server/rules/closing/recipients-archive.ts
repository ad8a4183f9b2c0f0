import type { Document, Recipient } from '../../document/document.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { pattern } from '../../source/letters.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule, type Localized } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { draftingUnit } from './draftingUnit.ts';

const list = (items: string): string => `**Nơi nhận:**\n\n${items}`;

const introduction = {
  number: 'Số: 09/GGT-UBND',
  title: '**GIẤY GIỚI THIỆU**',
  bases: '',
  body: 'Ủy ban nhân dân xã Hòa Bình trân trọng giới thiệu:\n\nÔng: Trần Văn An\n\nĐược cử đến: Sở Văn hóa, Thể thao và Du lịch./.',
};

export default rule({
  id: 'recipients-archive',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.b',
  title: {
    vi: 'Dòng “Lưu: VT, …” ở cuối Nơi nhận',
    en: 'The archive line that ends the recipients',
  },
  why: {
    vi: 'Dòng cuối của Nơi nhận ghi “Lưu: VT” và chữ viết tắt đơn vị soạn thảo, để văn thư và đơn vị soạn thảo cùng giữ bản lưu.',
    en: 'The last line reads “Lưu: VT” and the drafting unit’s abbreviation, so that the records office and the unit both keep a copy.',
  },
  examples: () => [
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- «Lưu: VT».') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, ….') }),
    },
    {
      bad: letterSample({ recipients: list('- Như trên;\n- «Lưu: VT».') }),
      fixed: letterSample({ recipients: list('- Như trên;\n- Lưu: VT, VP.') }),
      note: 'Ký hiệu của công văn cho biết đơn vị soạn thảo.',
    },
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- «Lưu: VHXH».') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, VHXH.') }),
    },
    {
      bad: letterSample({ recipients: list('- Như trên;\n- «Sở Nội vụ».') }),
      fixed: letterSample({ recipients: list('- Như trên;\n- Sở Nội vụ;\n- Lưu: VT, VP.') }),
    },
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: «VT.» NC.') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, NC.') }),
    },
    {
      bad: planSample({ ...introduction, recipients: list('- «Như trên».') }),
      fixed: planSample({ ...introduction, recipients: list('- Như trên;\n- Lưu: VT.') }),
    },
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- «Lưu VT», NC.') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, NC.') }),
    },
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- «Lưu:VT», NC.') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, NC.') }),
    },
    { good: planSample() },
    { good: letterSample() },
    {
      good: planSample({ ...introduction, recipients: list('- Như trên;\n- Lưu: VT.') }),
      note: 'Mẫu 1.8 của Phụ lục III không ghi đơn vị soạn thảo.',
    },
    {
      good: planSample({
        recipients: list('\\- Sở Nội vụ;\n\n\\- Lưu: VT, NC.<sub>Châu(04b)</sub>'),
      }),
    },
    { good: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, CCVC(Thuận).') }) },
    { good: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, "Lưu: VT, VP"]' }) },
  ],
  reads: { edges: true },
  check(document, report) {
    const { recipients } = document;
    const last = recipients?.items.at(-1);
    if (!recipients || !last) return;
    const archive = recipients.items.find(({ role }) => role === 'archive');
    const colon = archive && afterLabel(document, archive);
    if (colon) report(colon);
    const problem = archive
      ? (inArchive(document, archive) ?? notLast(archive, last))
      : missing(document, last);
    if (problem) report(problem);
  },
});

interface Problem {
  readonly span: { start: number; end: number };
  readonly message: Localized;
  readonly fixes: readonly { title: Localized; safe: boolean; edits: readonly Edit[] }[];
}

const message = (vi: string, en: string): Localized => ({
  vi: `${vi} (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
  en: `${en} (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
});

/** `Lưu VT`, `Lưu:VT`: the colon and one blank part the two (PL I, II.9.d). */
function afterLabel(document: Document, { content }: Recipient): Problem | undefined {
  const { start, end } = content.span;
  const typed = document.source.text.slice(start, end);
  const gap = pattern.u`^[Ll]ưu(?<gap> {1,3}| {0,3}:)VT(?!\p{L})`.exec(typed)?.groups?.['gap'];
  if (gap === undefined) return undefined;
  const from = start + 'Lưu'.length;
  return {
    span: span(start, from + gap.length + 'VT'.length),
    message: {
      vi: 'Sau “Lưu” cần dấu hai chấm và một dấu cách: “Lưu: VT” (NĐ 30/2020/NĐ-CP, PL I, II.9.d)',
      en: 'A colon and a blank are expected after “Lưu”: “Lưu: VT” (ND 30/2020/NĐ-CP, Annex I, II.9.d)',
    },
    fixes: [
      fixOf('Viết “Lưu: VT”', 'Write “Lưu: VT”', [
        { span: span(from, from + gap.length), newText: ': ' },
      ]),
    ],
  };
}

function inArchive(document: Document, archive: Recipient): Problem | undefined {
  const text = archive.content.text;
  const typed = document.source.text.slice(archive.content.span.start, archive.content.span.end);
  const place = archive.content.span;
  if (!pattern.u`(?<!\p{L})VT(?!\p{L})`.test(text)) {
    const label = /^lưu\s*:?\s*/iu.exec(typed)?.[0].length ?? 0;
    const at = place.start + label;
    return {
      span: place,
      message: message(
        `Dòng lưu thiếu “VT”: cần “Lưu: VT, …”`,
        'The archive line lacks “VT”: “Lưu: VT, …” is expected',
      ),
      fixes: [fixOf('Thêm “VT”', 'Add “VT”', [{ span: span(at, at), newText: 'VT, ' }])],
    };
  }
  if (!isOfficeAlone(document) && /^lưu\s*:?\s*VT$/iu.test(text)) {
    return {
      span: place,
      message: message(
        'Dòng lưu thiếu đơn vị soạn thảo: cần “Lưu: VT, <đơn vị>”',
        'The archive line lacks the drafting unit: “Lưu: VT, <unit>” is expected',
      ),
      fixes: [
        fixOf(
          'Thêm đơn vị soạn thảo',
          'Add the drafting unit',
          [{ span: span(place.end, place.end), newText: `, ${draftingUnit(document) ?? '…'}` }],
          // a blank in every line of a school without units would be no help on saving
          draftingUnit(document) !== undefined,
        ),
      ],
    };
  }
  const stop = pattern.u`VT\.(?=\s*\p{Lu}{2})`.exec(typed);
  if (stop) {
    const start = place.start + stop.index;
    return {
      span: span(start, start + 3),
      message: message('Sau “VT” cần dấu phẩy', 'A comma is expected after “VT”'),
      fixes: [
        fixOf('Viết “VT,”', 'Write “VT,”', [{ span: span(start, start + 3), newText: 'VT,' }]),
      ],
    };
  }
  return undefined;
}

/** Whether the type's form names the records office and no unit: `Lưu: VT.` */
function isOfficeAlone({ type }: Document): boolean {
  return type !== undefined && documentType(type.id).archivedBy === 'office';
}

function notLast(archive: Recipient, last: Recipient): Problem | undefined {
  if (archive === last) return undefined;
  return {
    span: archive.content.span,
    message: message(
      'Dòng “Lưu” cần đứng cuối Nơi nhận',
      'The archive line is expected at the end of the recipients',
    ),
    fixes: [],
  };
}

function missing(document: Document, last: Recipient): Problem {
  const inText = document.recipients?.label !== undefined;
  const end = last.content.span.end;
  const markEnd = Math.max(end, last.endMark?.span.end ?? end);
  const line = isOfficeAlone(document) ? 'Lưu: VT.' : `Lưu: VT, ${draftingUnit(document) ?? '…'}.`;
  const edits = inText ? [{ span: span(end, markEnd), newText: `;\n- ${line}` }] : [];
  return {
    span: last.content.span,
    message: message(
      'Thiếu dòng “Lưu: VT, …” ở cuối Nơi nhận',
      'No line “Lưu: VT, …” at the end of the recipients',
    ),
    fixes: inText ? [fixOf(`Thêm dòng “${line}”`, `Add the line “${line}”`, edits)] : [],
  };
}

function fixOf(
  vi: string,
  en: string,
  edits: readonly Edit[],
  safe = true,
): Problem['fixes'][number] {
  return { title: { vi, en }, safe, edits };
}
