import { perText } from '../../source/memory.ts';
import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { replacement } from './prose.ts';

export default rule({
  id: 'quotes',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, I',
  title: {
    vi: 'Dấu ngoặc kép không thống nhất hoặc thiếu một nửa',
    en: 'Quotation marks are mixed, or one of a pair is missing',
  },
  why: {
    vi: 'Trong một văn bản chỉ dùng một kiểu ngoặc kép: “ ” hoặc " ". Hai kiểu lẫn nhau, hay mở mà không đóng, thường do dán từ nhiều nguồn.',
    en: 'A document uses one kind of quotation marks, “ ” or " ". Mixed kinds, or a mark without its partner, come from pasting out of several sources.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Phát động phong trào “Xanh” và phong trào «"»Sạch«"» trong toàn xã; “Đẹp” là tiêu chí.',
      ),
      fixed: fragmentSample(
        'Phát động phong trào “Xanh” và phong trào “Sạch” trong toàn xã; “Đẹp” là tiêu chí.',
      ),
    },
    {
      bad: fragmentSample('Phong trào "Xanh", "Sạch", "Đẹp" và phong trào «“»Sáng«”».'),
      fixed: fragmentSample('Phong trào "Xanh", "Sạch", "Đẹp" và phong trào "Sáng".'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường gửi “Báo cáo rà soát«"» trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường gửi “Báo cáo rà soát” trước ngày 30/01/2026./.',
      }),
    },
    {
      bad: fragmentSample(
        'Phát động phong trào «“»Xanh trong toàn xã.\n\nPhong trào “Sạch” do Đoàn xã chủ trì.',
      ),
    },
    { good: fragmentSample('Phong trào “Xanh”, “Sạch” và ‘Đẹp’.') },
    { good: fragmentSample('Phong trào "Xanh", "Sạch" trong toàn xã.') },
    {
      good: fragmentSample('Sửa đổi như sau: “1. Phạm vi.\n\n2. Đối tượng.” Điều này có hiệu lực.'),
    },
    {
      good: fragmentSample(
        'Sửa như sau: “Điều 5. Phong trào “Xanh” trong xã.” Điều này có hiệu lực.',
      ),
      note: 'Lời trích trong lời trích.',
    },
    {
      good: fragmentSample('“1. Phong trào “Xanh” do Đoàn xã chủ trì.\n\n2. Hội Phụ nữ phối hợp.”'),
    },
    { good: fragmentSample('Màn hình 24" và “bảng thông minh” tại nhà văn hóa.') },
  ],
  reads: {
    facts: ({ lines }) =>
      lines.flatMap((line) =>
        marksIn(line).map(({ mark, opens, at }) => [mark, opens, startsParagraph({ line, at })]),
      ),
  },
  check(document, report) {
    const marks = marksOf(document);
    const curly = marks.filter(({ mark }) => mark !== '"').length;
    const straight = marks.length - curly;
    const mixed = curly > 0 && straight > 0;
    const stray =
      curly >= straight ? (mark: string) => mark === '"' : (mark: string) => mark !== '"';
    for (const { line, at, mark, opens } of mixed ? marks.filter((each) => stray(each.mark)) : []) {
      const expected = mark !== '"' ? '"' : opens ? '“' : '”';
      const span = line.spanOf(at, at + 1);
      if (span.end - span.start !== 1) continue;
      report({
        span,
        message: {
          vi: `Dấu ngoặc kép ${mark} khác kiểu với phần còn lại của văn bản: cần ${expected} (NĐ 30/2020/NĐ-CP, PL I, I)`,
          en: `The quotation mark ${mark} is of another kind than the rest of the document’s: expected ${expected} (ND 30/2020/NĐ-CP, Annex I, I)`,
        },
        fixes: replacement(span, expected, {
          vi: `Sửa thành ${expected}`,
          en: `Change to ${expected}`,
        }),
      });
    }
    // with straight marks about, a partner may be among them
    for (const { line, at, mark } of straight === 0 ? unpaired(marks) : []) {
      report({
        span: line.spanOf(at, at + 1),
        message: {
          vi: `Dấu ngoặc kép ${mark} không có dấu đi đôi (NĐ 30/2020/NĐ-CP, PL I, I)`,
          en: `The quotation mark ${mark} has no partner (ND 30/2020/NĐ-CP, Annex I, I)`,
        },
      });
    }
  },
});

interface Mark {
  readonly line: Line;
  /** In the line's text. */
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

function marksOf(document: Document): readonly Mark[] {
  const marks: Mark[] = [];
  for (const line of document.lines) {
    for (const mark of marksIn(line)) marks.push({ ...mark, line });
  }
  return marks;
}

const none: readonly never[] = [];

const marksIn = perText((line: Line): readonly Omit<Mark, 'line'>[] => {
  if (line.paragraph.kind === 'code' || !/["“”]/u.test(line.text)) return none;
  const marks: Omit<Mark, 'line'>[] = [];
  for (const { index, 0: mark } of line.text.matchAll(/["“”]/gu)) {
    const before = line.text.charAt(index - 1);
    const isOpen = marks.at(-1)?.opens ?? false;
    // inches and seconds
    if (mark === '"' && /\d/u.test(before) && !isOpen) continue;
    const opens = mark === '“' || (mark === '"' && /^[\s([“]?$/u.test(before));
    marks.push({ at: index, mark, opens });
  }
  return marks;
});

/**
 * Curly marks without a partner, nested quotations counted. Marks at the beginning of a paragraph are no fault:
 * the paragraphs of a long quotation may each begin with one.
 */
function unpaired(marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.mark === '“') open.push(mark);
    else if (!open.pop()) found.push(mark);
  }
  return [...found, ...open.filter((mark) => !startsParagraph(mark))].sort(
    (a, b) => a.line.index - b.line.index || a.at - b.at,
  );
}

function startsParagraph({ line, at }: Pick<Mark, 'line' | 'at'>): boolean {
  return line.offset === 0 && line.text.slice(0, at).trim() === '';
}
