import assert from 'node:assert/strict';
import { parseSource } from '../../../server/source/parseSource.ts';

const textsOf = (text: string): readonly string[] =>
  parseSource(text).lines.map((line) => line.text);

const kindsOf = (text: string): readonly string[] =>
  parseSource(text).paragraphs.map(({ kind, depth, text: shown }) => `${kind} ${depth} ${shown}`);

/** What stands in the file where the visible `shown` of a line leads back to. */
function typedFor(text: string, shown: string): string {
  for (const line of parseSource(text).lines) {
    const at = line.text.indexOf(shown);
    if (at < 0) continue;
    const { start, end } = line.spanOf(at, at + shown.length);
    return text.slice(start, end);
  }
  return assert.fail(`${shown} is not shown`);
}

describe('visible text', () => {
  it('flattens bold, italic, links and code, and leaves pictures out', () => {
    assert.deepEqual(textsOf('**Số:** *12*/`KH` [UBND](https://a.vn) ![dấu](a.png)x\n'), [
      'Số: 12/KH UBND x',
    ]);
  });

  it('shows escapes and entities as the characters that they stand for', () => {
    const text = 'a\\) Thu &amp; chi\n\n1\\. Mục \\- đích &#272;\n';
    assert.deepEqual(textsOf(text), ['a) Thu & chi', '1. Mục - đích Đ']);
    assert.equal(typedFor(text, 'a)'), 'a\\)');
    assert.equal(typedFor(text, '& chi'), '&amp; chi');
    assert.equal(typedFor(text, '1.'), '1\\.');
    assert.equal(typedFor(text, 'Đ'), '&#272;');
  });

  it('breaks lines at soft and hard breaks and at <br>', () => {
    const text = '**ỦY BAN NHÂN DÂN  \nXÃ HÒA BÌNH**\\\nSố: 1<br>Ngày\n';
    assert.deepEqual(textsOf(text), ['ỦY BAN NHÂN DÂN', 'XÃ HÒA BÌNH', 'Số: 1', 'Ngày']);
    assert.equal(typedFor(text, 'XÃ HÒA BÌNH'), 'XÃ HÒA BÌNH');
    assert.equal(typedFor(text, 'Ngày'), 'Ngày');
  });

  it('finds its way past indents and quotation marks of further lines', () => {
    const text = '> Kính gửi:\n>   Sở Nội vụ\n\n- Phòng\n  Nội vụ\n';
    assert.equal(typedFor(text, 'Sở Nội vụ'), 'Sở Nội vụ');
    assert.equal(typedFor(text.slice(24), 'Nội vụ'), 'Nội vụ');
    assert.deepEqual(kindsOf(text), ['quote 0 Kính gửi:\nSở Nội vụ', 'listItem 1 - Phòng\nNội vụ']);
  });

  it('puts the marker of a list item as typed before its text', () => {
    const text = '+ Sở;\n\n3. Một\n3. Hai\n\n-   Ba\n    - Bốn\n';
    assert.deepEqual(kindsOf(text), [
      'listItem 1 + Sở;',
      'listItem 1 3. Một',
      'listItem 1 3. Hai',
      'listItem 1 - Ba',
      'listItem 2 - Bốn',
    ]);
    assert.equal(typedFor(text, '- Ba'), '-   Ba');
    assert.equal(typedFor(text, '+ '), '+ ');
  });

  it('reads text indented by spaces as text and dashes under a line as a rule', () => {
    assert.deepEqual(kindsOf('          Độc lập - Tự do - Hạnh phúc\n-----\nSố: 1\n'), [
      'paragraph 0 Độc lập - Tự do - Hạnh phúc',
      'paragraph 0 Số: 1',
    ]);
  });

  it('leaves lines without visible text out', () => {
    assert.deepEqual(textsOf('a\n\n&nbsp;\n\n\u00a0\n\n**\n\nb\n'), ['a', 'b']);
  });

  it('shows a table as rows of cells', () => {
    const text = '| **TT** | Việc |\n|---|---|\n| 1 | a<br>b |\n| | c |\n';
    assert.deepEqual(kindsOf(text), [
      'tableRow 0 TT | Việc',
      'tableRow 0 1 | a\nb',
      'tableRow 0  | c',
    ]);
    assert.equal(typedFor(text, 'c'), 'c');
  });

  it('takes each line of a drawn table as a row', () => {
    assert.deepEqual(kindsOf('+----+----+\n| a  | b  |\n+====+====+\n'), [
      'tableRow 0 +----+----+',
      'tableRow 0 | a  | b  |',
      'tableRow 0 +====+====+',
    ]);
  });

  it('keeps footnotes and where they are referred to', () => {
    assert.deepEqual(
      kindsOf('Kinh phí[^1] và[^2].\n\n[^1]: Năm 2026 là 5 triệu.\n\n[^2]: https://a.vn\n'),
      [
        'paragraph 0 Kinh phí[^1] và[^2].',
        'footnote 0 [^1]: Năm 2026 là 5 triệu.',
        'footnote 0 [^2]: https://a.vn',
      ],
    );
  });

  it('leaves link definitions out, wherever the links stand', () => {
    const far = 'Nội dung.\n\n'.repeat(100);
    assert.deepEqual(textsOf(`Xem [Nghị định][nd].\n\n${far}[nd]: https://a.vn\n`).slice(0, 1), [
      'Xem Nghị định.',
    ]);
  });

  it('marks code and reads the text of raw HTML without its tags', () => {
    assert.deepEqual(kindsOf('```\na\r\nb\n```\n\n<div>\nc\n</div>\n\nd\n'), [
      'code 0 ```\na\nb\n```',
      'paragraph 0 c',
      'paragraph 0 d',
    ]);
  });

  it('collects comments in blocks and within lines', () => {
    const text = '<!-- a -->\n<!-- b\nc -->\n\nd <!-- e --> f\n\n- <!-- g -->\n';
    const { comments } = parseSource(text);
    assert.deepEqual(
      comments.map((comment) => comment.text),
      ['a', 'b\nc', 'e', 'g'],
    );
    for (const { text: inner, span } of comments) {
      assert.equal(text.slice(span.start, span.end).slice(4, -3).trim(), inner);
    }
  });

  it('says how far a line is bold, whatever punctuation stands outside', () => {
    const lines = parseSource(
      '**3. Thành phần:** tham dự\n\n- **Hình thức:** họp\n\n“**Tuần lễ**”.\n\n*Ghi chú* a\n\n***Cả hai***\n\n1**2**\n',
    ).lines;
    assert.deepEqual(
      lines.map(({ text, boldLength, bold, italic }) => [text.slice(0, boldLength), bold, italic]),
      [
        ['3. Thành phần:', false, false],
        ['- Hình thức:', false, false],
        ['“Tuần lễ”.', true, false],
        ['', false, false],
        ['Cả hai', true, true],
        ['', false, false],
      ],
    );
  });

  it('takes marks that a converter left unclosed as bold', () => {
    const [line] = parseSource('**KẾ HOẠCH\n').lines;
    assert.equal(line?.text, 'KẾ HOẠCH');
    assert.equal(line.bold, true);
    assert.deepEqual(line.span, { start: 2, end: 10 });
  });

  it('gives depths to headings and nesting to lists', () => {
    assert.deepEqual(kindsOf('# A\n###### B\n'), ['heading 1 A', 'heading 6 B']);
  });

  it('names the outer span with the Markdown marks', () => {
    const text = '\n#### **4. Nội dung**\n\n- a\n';
    assert.deepEqual(
      parseSource(text).paragraphs.map(({ outer }) => text.slice(outer.start, outer.end)),
      ['#### **4. Nội dung**', '- a'],
    );
  });
});
