import type { Document, Part } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { span, type Edit, type Span } from '../../source/span.ts';
import { documentType } from '../../norms/documentTypes.ts';
import type { Finding } from '../rule.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { bold } from './emphasis.ts';
import { insertBelow } from './insertion.ts';

export default rule({
  id: 'subject-label',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.5',
  title: {
    vi: '“V/v” dùng sai loại văn bản',
    en: '“V/v” on a named type, or not as a letter has it',
  },
  why: {
    vi: 'Chỉ công văn ghi trích yếu sau chữ “V/v” dưới số, ký hiệu. Văn bản có tên loại ghi trích yếu ngay dưới tên loại, không có “V/v”.',
    en: 'Only a letter gives its subject after “V/v” under the number. A named type gives it right under the type, without “V/v”.',
  },
  examples: () => [
    {
      bad: planSample({ title: '**KẾ HOẠCH**\n\n**«V/v» tổ chức Ngày hội đọc sách năm 2026**' }),
      fixed: planSample({
        title: '**KẾ HOẠCH**\n\n**Về việc tổ chức Ngày hội đọc sách năm 2026**',
      }),
    },
    {
      bad: planSample({
        number: 'Số: 15/KH-UBND  \n«V/v» tổ chức Ngày hội\nđọc sách năm 2026',
      }),
      fixed: planSample(),
    },
    {
      bad: planSample({
        number: 'Số: 15/KH-UBND\n\n«V/v» tổ chức Ngày hội đọc sách năm 2026',
        title: '**KẾ HOẠCH**',
      }),
      fixed: planSample({ title: '**KẾ HOẠCH**\n\n**Tổ chức Ngày hội đọc sách năm 2026**' }),
    },
    {
      bad: letterSample({ title: '«v/v:» rà soát công tác văn thư năm 2026' }),
      fixed: letterSample(),
    },
    {
      bad: frontMatterPlanSample({ 'trích yếu': '«V/v» tổ chức Ngày hội đọc sách năm 2026' }),
      fixed: frontMatterPlanSample({ 'trích yếu': 'Về việc tổ chức Ngày hội đọc sách năm 2026' }),
    },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { type, subject } = document;
    if (!type || !subject) return;
    const label = subject.label ?? labelInFrontMatter(document);
    if (!label) return;
    if (type.id === 'cong-van') {
      if (label.text !== 'V/v' && subject.label) report(misspelled(label));
      return;
    }
    const name = documentType(type.id).name;
    report({
      span: label.span,
      message: {
        vi: `“V/v” chỉ dùng cho công văn: ${name} ghi trích yếu ngay dưới tên loại (NĐ 30/2020/NĐ-CP, PL I, II.5)`,
        en: `“V/v” is for letters alone: a ${documentType(type.id).english.toLowerCase()} has its subject right under the type (ND 30/2020/NĐ-CP, Annex I, II.5)`,
      },
      fixes: [
        {
          title: { vi: 'Bỏ “V/v”', en: 'Remove “V/v”' },
          safe: true,
          edits: withoutLabel(document, label, type),
        },
      ],
    });
  },
});

function misspelled(label: Part): Finding {
  return {
    span: label.span,
    message: {
      vi: `Chữ trước trích yếu của công văn viết sai: cần “V/v”, không phải “${label.text}” (NĐ 30/2020/NĐ-CP, PL I, II.5.b)`,
      en: `The label of a letter’s subject is “V/v”, not “${label.text}” (ND 30/2020/NĐ-CP, Annex I, II.5.b)`,
    },
    fixes: [
      {
        title: { vi: 'Sửa thành “V/v”', en: 'Change to “V/v”' },
        safe: true,
        edits: [{ span: label.span, newText: 'V/v' }],
      },
    ],
  };
}

/** The values of the front matter are typed as they are: the label is part of the subject there. */
function labelInFrontMatter({ subject, origin }: Document): Part | undefined {
  if (origin !== 'frontMatter' || !subject) return undefined;
  const text = /^V\s*\/\s*v\s*[:.]?(?=\s)/iu.exec(subject.text)?.[0];
  if (text === undefined) return undefined;
  const { start } = subject.span;
  return { text, span: span(start, start + text.length) };
}

/** Under the type the label becomes `Về việc`; above it, its lines go, to under the type where nothing is. */
function withoutLabel(document: Document, label: Part, type: Part): readonly Edit[] {
  const { subject, origin } = document;
  if (origin === 'frontMatter' || label.span.start > type.span.start)
    return [{ span: label.span, newText: 'Về việc' }];
  const lines = labelledLines(document, label);
  const last = lines.at(-1);
  const first = lines[0];
  if (!first || !last) return [];
  const removal: Edit = { span: wholeLines(document, first, last), newText: '' };
  if (subject && subject.span.start > type.span.start) return [removal];
  const words = subject?.text ?? '';
  if (words === '') return [removal];
  const moved = bold(document, words.charAt(0).toUpperCase() + words.slice(1));
  return [removal, insertBelow(document, type.span, [moved])];
}

/** The line of the label and those that go on with its words, up to the next component of the head. */
function labelledLines(document: Document, label: Part): readonly Line[] {
  const { lines } = document;
  const start = lines.findIndex(({ span }) => span.end > label.span.start);
  const others = [
    document.nationalTitle,
    document.motto,
    document.parentAgency,
    document.issuer,
    document.placeAndDate,
    document.type,
    document.addressees,
    document.draftMark,
    document.receivedStamp,
  ]
    .filter((part) => part !== undefined)
    .map((part) => part.span.start)
    .filter((at) => at > label.span.start);
  const next = Math.min(...others);
  return lines.slice(start).filter(({ span }) => span.start < next);
}

/** The lines with their marks and the blank lines above them, so that no gap and no break is left behind. */
function wholeLines(document: Document, first: Line, last: Line): Span {
  const { text } = document.source;
  const wholeParagraph = first.paragraph.lines[0] === first;
  const start = wholeParagraph ? first.paragraph.outer.start : first.span.start;
  const end = last.paragraph.lines.at(-1) === last ? last.paragraph.outer.end : last.span.end;
  const before = text.slice(0, start);
  return span(before.replace(/[\s\\]+$/u, '').length, end);
}
