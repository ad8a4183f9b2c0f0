import type { Document, Recipient } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule, type Finding } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const list = (items: string): string => `**Nơi nhận:**\n\n${items}`;

export default rule({
  id: 'recipients-format',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.b',
  title: { vi: 'Cách trình bày Nơi nhận', en: 'How recipients are set' },
  why: {
    vi: 'Mỗi nơi nhận một dòng, đầu dòng có gạch đầu dòng, cuối dòng dấu chấm phẩy, dòng lưu cuối cùng dấu chấm.',
    en: 'One recipient a line, a dash before it, a semicolon after it, a full stop after the last line.',
  },
  examples: () => [
    {
      bad: planSample({
        recipients: list('- Sở Nội vụ;\n- Phòng Văn hóa - Xã hộ«i»\n- Lưu: VT, VHXH.'),
      }),
      fixed: planSample({
        recipients: list('- Sở Nội vụ;\n- Phòng Văn hóa - Xã hội;\n- Lưu: VT, VHXH.'),
      }),
    },
    {
      bad: letterSample({ recipients: list('- Như trên«,»\n- Lưu: VT, VP«;»') }),
      fixed: letterSample(),
    },
    {
      bad: planSample({ recipients: 'Nơi nhận:\n«Sở Nội vụ»;\n«Lưu: VT, VHXH».' }),
      fixed: planSample({ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, VHXH.' }),
    },
    {
      bad: planSample({
        recipients: list('- Sở Nội vụ; «- Phòng Văn hóa - Xã hội;»\n- Lưu: VT, VHXH.'),
      }),
      fixed: planSample({
        recipients: list('- Sở Nội vụ;\n- Phòng Văn hóa - Xã hội;\n- Lưu: VT, VHXH.'),
      }),
    },
    {
      bad: planSample({ recipients: 'Nơi nhận:\n«– »Sở Nội vụ;\n- Lưu: VT, VHXH.' }),
      fixed: planSample({ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, VHXH.' }),
    },
    {
      bad: planSample({ recipients: 'Nơi nhận:\n«-»Sở Nội vụ;\n«-»Lưu: VT, VHXH.' }),
      fixed: planSample({ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, VHXH.' }),
    },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    {
      good: planSample({ recipients: list('\\- Sở Nội vụ;\n\n\\- Lưu: VT, NC.<sub>Châu</sub>') }),
      note: 'Tên người soạn sau dấu chấm.',
    },
    { good: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, "Lưu: VT, VP"]' }) },
  ],
  reads: { edges: true },
  check(document, report) {
    const { recipients } = document;
    if (!recipients?.label) return;
    recipients.items.forEach((item, index) => {
      const before = recipients.items[index - 1];
      const own = (start: number): boolean =>
        before !== undefined && sameLine(document, before, start);
      if (item.marker && own(item.span.start)) {
        report({
          span: item.span,
          message: {
            vi: `Nơi nhận “${item.content.text}” cần một dòng riêng (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
            en: `The recipient “${item.content.text}” takes a line of its own (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
          },
          fixes: [fix('Xuống dòng', 'Break the line', lineBreak(document, item))],
        });
        return;
      }
      const dash = strayDash(document, item);
      if (dash) report(dash);
      if (!item.marker && item.content.text !== '' && !own(item.span.start)) {
        const at = item.span.start;
        report({
          span: item.content.span,
          message: {
            vi: `Thiếu gạch đầu dòng trước “${item.content.text}” (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
            en: `No dash before “${item.content.text}” (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
          },
          fixes: [fix('Thêm gạch đầu dòng', 'Add the dash', { span: span(at, at), newText: '- ' })],
        });
      }
      checkEnd(item, index === recipients.items.length - 1, report);
    });
  },
});

/** Another dash than the norm's, or none of the blank after it. */
function strayDash(document: Document, item: Recipient): Finding | undefined {
  const { marker, content } = item;
  if (!marker || content.text === '' || content.span.start < marker.span.end) return undefined;
  const typed = document.source.text.slice(marker.span.end, content.span.start);
  if (!/^[-–—]$/u.test(marker.text) || (marker.text === '-' && /\s/u.test(typed))) return undefined;
  // marks of emphasis between the two are left to Markdown
  if (/\S/u.test(typed)) return undefined;
  const place = span(marker.span.start, content.span.start);
  return {
    span: place,
    message: {
      vi: `Trước “${content.text}” cần “- ” (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
      en: `“- ” is expected before “${content.text}” (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
    },
    fixes: [fix('Viết “- ”', 'Write “- ”', { span: place, newText: '- ' })],
  };
}

/** The drafter's name often follows the archive line's full stop: `Lưu: VT, NC.Châu`. */
const drafter = pattern.u`\.\s?\p{Lu}[\p{L}\s]{0,20}(?:\([^)]{1,12}\))?$`;

function checkEnd(
  item: Recipient,
  last: boolean,
  report: Parameters<Parameters<typeof rule>[0]['check']>[1],
): void {
  const expected = last ? '.' : ';';
  const typed = item.endMark?.text ?? '';
  if (typed === expected || item.content.text === '') return;
  // a list still without its archive line may go on
  if (last && item.role !== 'archive') return;
  if (item.role === 'archive' && drafter.test(item.text)) return;
  const end = item.content.span.end;
  const place = item.endMark?.span ?? span(end - 1, end);
  report({
    span: place,
    message: {
      vi: `Cuối dòng “${item.content.text}” cần dấu “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
      en: `“${expected}” is expected after “${item.content.text}” (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
    },
    fixes: [
      fix(`Viết dấu “${expected}”`, `Write “${expected}”`, {
        span: item.endMark?.span ?? span(end, end),
        newText: expected,
      }),
    ],
  });
}

function fix(
  vi: string,
  en: string,
  edit: Edit,
): { title: { vi: string; en: string }; safe: true; edits: readonly Edit[] } {
  return { title: { vi, en }, safe: true, edits: [edit] };
}

function sameLine(document: Document, before: Recipient, start: number): boolean {
  return !/[\r\n]/u.test(document.source.text.slice(before.span.end, start));
}

function lineBreak(document: Document, item: Recipient): Edit {
  const blanks =
    /[ \t]*$/u.exec(document.source.text.slice(0, item.span.start).slice(-20))?.[0].length ?? 0;
  return { span: span(item.span.start - blanks, item.span.start), newText: '\n' };
}
