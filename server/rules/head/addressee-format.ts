import type { Addressees, Document, ListItem } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { span, type Edit } from '../../source/span.ts';
import type { Finding, Localized } from '../rule.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample } from '../samples.ts';

const two = 'Kính gửi:\n\n- Sở Tài chính;\n- Sở Tư pháp.';

export default rule({
  id: 'addressee-format',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.d',
  title: {
    vi: '“Kính gửi” nhiều nơi viết sai thể thức',
    en: 'Several addressees not in the norm’s form',
  },
  why: {
    vi: 'Gửi từ hai nơi trở lên thì mỗi nơi một dòng, đầu dòng có gạch đầu dòng (-), cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).',
    en: 'Two or more addressees stand one a line, each with a dash (-) before it and a semicolon after it, the last with a full stop.',
  },
  examples: () => [
    {
      bad: letterSample({ addressee: 'Kính gửi: «Sở Tài chính; Sở Tư pháp.»' }),
      fixed: letterSample({ addressee: 'Kính gửi:\n- Sở Tài chính;\n- Sở Tư pháp.' }),
    },
    {
      bad: letterSample({ addressee: 'Kính gửi:\n\n- «Sở Tài chính,»\n- «Sở Tư pháp»' }),
      fixed: letterSample({ addressee: two }),
    },
    {
      bad: letterSample({ addressee: 'Kính gửi:\n«Sở Tài chính;»\n«Sở Tư pháp.»' }),
      fixed: letterSample({ addressee: 'Kính gửi:\n- Sở Tài chính;\n- Sở Tư pháp.' }),
    },
    { good: letterSample({ addressee: two }) },
    { good: letterSample() },
    { good: letterSample({ addressee: 'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh' }) },
    {
      good: letterSample({
        addressee:
          'Kính gửi:\n\n- Sở Tài chính;\n- Ủy ban nhân dân các xã, phường\n(danh sách kèm theo).',
      }),
    },
    {
      good: frontMatterPlanSample({
        loại: 'Công văn',
        số: '15/UBND-VX',
        'kính gửi': '\n  - Sở Tài chính\n  - Sở Tư pháp',
      }),
      note: 'Bản in tự đặt dấu cho danh sách khai bằng YAML.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const { addressees } = document;
    if (!addressees?.label) return;
    const [first, ...others] = addressees.items;
    if (first && others.length === 0) {
      const finding = onOneLine(document, addressees, first);
      if (finding) report(finding);
      return;
    }
    // without a dash or a semicolon two lines may well be one long name
    if (!addressees.items.some(({ marker, endMark }) => marker || endMark?.text === ';')) return;
    addressees.items.forEach((item, index) => {
      const finding = itemFinding(item, index === addressees.items.length - 1, document);
      if (finding) report(finding);
    });
  },
});

/** Names set apart by semicolons, or by dashes, on one line. */
function onOneLine(
  document: Document,
  addressees: Addressees,
  item: ListItem,
): Finding | undefined {
  const names = item.content.text
    .split(/\s*;\s*(?:[-–+]\s+)?/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length < 2 || !addressees.label || item.text.includes('(')) return undefined;
  const line = lineOf(item, document);
  if (!line || line.paragraph.kind === 'tableRow') return undefined;
  const eol = document.source.text.includes('\r\n') ? '\r\n' : '\n';
  const list = names
    .map((name, index) => `${eol}- ${name}${index === names.length - 1 ? '.' : ';'}`)
    .join('');
  return withFix(
    item,
    {
      vi: 'mỗi nơi gửi cần một dòng riêng, bắt đầu bằng “- ”',
      en: 'each addressee needs a line of its own that begins with “- ”',
    },
    [{ span: span(addressees.label.span.end, item.span.end), newText: list }],
  );
}

function itemFinding(item: ListItem, last: boolean, document: Document): Finding | undefined {
  const mark = last ? '.' : ';';
  const vi: string[] = [];
  const en: string[] = [];
  const edits: Edit[] = [];
  if (!item.marker && isLineStart(item, document)) {
    vi.push('cần “- ” ở đầu dòng');
    en.push('“- ” is expected before it');
    edits.push({ span: span(item.content.span.start, item.content.span.start), newText: '- ' });
  }
  if (item.endMark?.text !== mark && !goesOn(item, document)) {
    vi.push(`cần “${mark}” ở cuối dòng`);
    en.push(`“${mark}” is expected after it`);
    edits.push({
      span: item.endMark?.span ?? span(item.content.span.end, item.content.span.end),
      newText: mark,
    });
  }
  if (edits.length === 0) return undefined;
  return withFix(item, { vi: vi.join(', '), en: en.join(', ') }, edits);
}

/** A name may go on over the line; where it ends is then not the item's end. */
function goesOn(item: ListItem, document: Document): boolean {
  const line = lineOf(item, document);
  const last = document.addressees?.items.at(-1);
  const next = line?.paragraph.lines[line.paragraph.lines.indexOf(line) + 1];
  return next !== undefined && last !== undefined && next.span.start > last.span.end;
}

function lineOf(item: ListItem, document: Document): Line | undefined {
  return document.lines.find(
    ({ span }) => span.start <= item.span.start && item.span.start < span.end,
  );
}

/** The first of several may stand on the line of `Kính gửi:`. */
function isLineStart(item: ListItem, document: Document): boolean {
  const line = lineOf(item, document);
  return line !== undefined && line.text.trimStart().startsWith(item.text.trimStart());
}

function withFix(item: ListItem, message: Localized, edits: readonly Edit[]): Finding {
  return {
    span: span(item.content.span.start, item.span.end),
    message: {
      vi: `“Kính gửi” nhiều nơi viết sai thể thức: ${message.vi} (NĐ 30/2020/NĐ-CP, PL I, II.9.d)`,
      en: `Several addressees not in the norm’s form: ${message.en} (ND 30/2020/NĐ-CP, Annex I, II.9.d)`,
    },
    fixes: [
      {
        title: { vi: 'Sửa danh sách nơi gửi', en: 'Set the addressee right' },
        safe: true,
        edits,
      },
    ],
  };
}
