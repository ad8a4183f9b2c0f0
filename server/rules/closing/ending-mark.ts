import type { Document } from '../../document/document.ts';
import { isCapitals } from '../../document/letterCase.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { pattern } from '../../source/letters.ts';
import type { Line } from '../../source/source.ts';
import { overlaps, span, type Span } from '../../source/span.ts';
import { rule, type Finding } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { hasFoot, lastBodyLine } from './endingPlace.ts';

/** A report that only submits a table ends with the table. */
const spoken = pattern.u`[\p{L}\p{N}”")\]]\s*$`;

export default rule({
  id: 'ending-mark',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.4 và 1.5',
  title: { vi: 'Dấu kết thúc văn bản', en: 'The mark that ends the text' },
  why: {
    vi: 'Phần lời của văn bản kết thúc bằng “./.” liền sau chữ cuối, để người đọc biết văn bản đã hết và không ai viết thêm được.',
    en: 'The text of a document ends with “./.” right after its last word, so that readers see the end and nobody can add to it.',
  },
  examples: () => [
    {
      bad: letterSample().replace('30/01/2026./.', '30/01/202«6.»'),
      fixed: letterSample(),
    },
    {
      bad: planSample().replace('30/4/2026./.', '30/4/2026«. /.»'),
      fixed: planSample(),
    },
    {
      bad: decisionSample().replace('Quyết định này./.', 'Quyết định này« ./.»'),
      fixed: decisionSample(),
    },
    {
      bad: frontMatterPlanSample().replace('30/4/2026./.', '30/4/2026«/.»'),
      fixed: frontMatterPlanSample(),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường thực hiện«./.»\n\nTrân trọng cảm ơn sự phối hợp.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường thực hiện.\n\nTrân trọng cảm ơn sự phối hợp./.',
      }),
    },
    {
      bad: letterSample({ body: 'Đề nghị các xã, phường thực hiện (kèm theo danh sách«).»' }),
      fixed: letterSample({ body: 'Đề nghị các xã, phường thực hiện (kèm theo danh sách)./.' }),
    },
    { good: planSample() },
    { good: letterSample() },
    {
      good: letterSample({
        body: 'Đề nghị các xã, phường thực hiện./.\n\n| STT | Tên |\n|---|---|\n| 1 | Xã A |',
      }),
    },
    { good: letterSample({ body: 'Đề nghị thực hiện./.\n\n(Đính kèm danh sách các xã, phường)' }) },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
    { good: 'Một đoạn ghi chép không phải văn bản.\n' },
  ],
  reads: { edges: true },
  check(document, report) {
    const last = lastBodyLine(document);
    if (
      !last ||
      !document.type ||
      !hasFoot(document) ||
      documentType(document.type.id).endingMark !== 'required'
    )
      return;
    const stray = document.endingMark && strayMark(document, document.endingMark.span, last);
    if (stray) {
      report(stray);
      return;
    }
    const place = document.endingMark ? misplaced(document) : ending(last);
    if (!place) return;
    report({
      span: place.span,
      message: document.endingMark
        ? {
            vi: `Dấu kết thúc viết sai: cần “./.” liền sau chữ cuối (NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.4)`,
            en: 'The ending mark is misspelt: “./.” right after the last word is expected (ND 30/2020/NĐ-CP, Annex III, Form 1.4)',
          }
        : {
            vi: 'Thiếu dấu kết thúc: cần “./.” ở cuối phần lời (NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.4)',
            en: 'No ending mark: “./.” is expected at the end of the text (ND 30/2020/NĐ-CP, Annex III, Form 1.4)',
          },
      fixes: [
        {
          title: { vi: 'Viết “./.”', en: 'Write “./.”' },
          safe: true,
          edits: [{ span: place.edit, newText: './.' }],
        },
      ],
    });
  },
});

/** How many lines under the mark may be text that belongs above it. */
const strayReach = 3;

/** Blank lines among them counted. */
const furthestStray = 40;

/** A mark with running text under it; tables, names and notes in brackets may follow. */
function strayMark(document: Document, mark: Span, last: Line): Finding | undefined {
  const under = (document.source.lineAt(mark.end)?.index ?? last.index) + 1;
  if (document.bodyRange.to - under > furthestStray) return undefined;
  const below = document.source
    .linesBetween(under, document.bodyRange.to)
    .filter(({ text }) => text.trim() !== '');
  const own = document.placeAndDate?.span;
  const isText = ({ text, paragraph, span: place }: Line): boolean =>
    (paragraph.kind === 'paragraph' || paragraph.kind === 'listItem') &&
    text.trim().length > 20 &&
    !/^\s*[([*]/u.test(text) &&
    !isCapitals(text) &&
    !(own && overlaps(own, place));
  if (below.length === 0 || below.length > strayReach || !below.every(isText)) return undefined;
  const end = ending(last);
  return {
    span: mark,
    message: {
      vi: 'Dấu “./.” đặt giữa chừng: cần đặt sau chữ cuối cùng của phần lời (NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.4)',
      en: 'The ending mark stands before the end: it belongs after the last word of the text (ND 30/2020/NĐ-CP, Annex III, Form 1.4)',
    },
    fixes: end
      ? [
          {
            title: { vi: 'Chuyển “./.” xuống cuối', en: 'Move “./.” to the end' },
            safe: true,
            edits: [
              { span: mark, newText: '.' },
              { span: end.edit, newText: './.' },
            ],
          },
        ]
      : [],
  };
}

interface Place {
  readonly span: Span;
  readonly edit: Span;
}

/** The mark with the blanks before it, where they are not exactly `./.`. */
function misplaced(document: Document): Place | undefined {
  const mark = document.endingMark;
  const line = mark && document.source.lineAt(mark.span.start);
  if (!mark || !line) return undefined;
  const tail = /(?:\s*\.)?\s*[.…]?\s*\/\s*\.?\s*$/u.exec(
    line.text.slice(-14).replace(/[*_]+$/u, ''),
  );
  if (!tail || tail[0] === './.') return undefined;
  const typed = document.source.text.slice(0, mark.span.end);
  const start =
    typed.length - (/[\s.…/]*$/u.exec(typed.slice(-14))?.[0].length ?? mark.text.length);
  if (typed.slice(start) === './.') return undefined;
  return { span: span(start, mark.span.end), edit: span(start, mark.span.end) };
}

/** The last word of a line that ends without a mark, with its full stop. */
function ending(line: Line): Place | undefined {
  if (line.paragraph.kind === 'tableRow') return undefined;
  const text = line.text.trimEnd();
  const stop = /[.;,:]$/u.exec(text);
  if (!stop && !spoken.test(text)) return undefined;
  const end = text.length;
  const from = stop ? end - 1 : end;
  return { span: line.spanOf(Math.max(0, from - 1), end), edit: line.spanOf(from, end) };
}
