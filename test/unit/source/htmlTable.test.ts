import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHtmlTables } from '../../../server/source/htmlTable.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

/** Each row's cells as text, its line breaks as `/`. */
function rows(html: string): readonly (readonly string[])[] {
  return readHtmlTables(html).flatMap((table) =>
    table.rows.map(({ cells }) =>
      cells.map(({ pieces }) =>
        pieces
          .map(({ text }) => text)
          .join('')
          .replaceAll('\n', '/'),
      ),
    ),
  );
}

describe('tables of raw HTML', () => {
  it('give their cells’ text with line breaks, without tags', () => {
    const html = [
      '<table style="width:100%;">',
      '<colgroup><col style="width: 8%" /></colgroup>',
      '<thead><tr class="header">',
      '<th rowspan="2"><strong>STT</strong></th>',
      '<th><p><strong>Chỉ tiêu</strong></p>\n<p><em>(quý, năm)</em></p></th>',
      '</tr></thead><tbody>',
      '<tr><td>1.</td><td><blockquote><p>Số văn bản&nbsp;đã   ban\nhành<br>trong năm</p></blockquote></td></tr>',
      '<tr><td>A &amp; B &lt;C&gt; &#273;</td><td></td></tr>',
      '</tbody></table>',
    ].join('\n');
    assert.deepEqual(rows(html), [
      ['STT', 'Chỉ tiêu/(quý, năm)'],
      ['1.', 'Số văn bản\u00A0đã ban hành/trong năm'],
      ['A & B <C> đ', ''],
    ]);
    const [table] = readHtmlTables(html);
    assert.deepEqual(
      table?.rows[0]?.cells.map(({ isHeader, rowspan }) => [isHeader, rowspan]),
      [
        [true, 2],
        [true, 1],
      ],
    );
    assert.deepEqual(
      table.rows.map(({ inHead }) => inHead),
      [true, false, false],
    );
    assert.deepEqual(
      table.rows[0]?.cells[1]?.pieces.filter((piece) => piece.bold).map((piece) => piece.text),
      ['Chỉ tiêu'],
    );
  });

  it('lose no word of broken HTML', () => {
    for (const [html, expected] of [
      ['<table><tr><td>một<td>hai<tr><td>ba', [['một', 'hai'], ['ba']]],
      ['<td>một</td></tr><tr><td>hai</td></table>', [['một'], ['hai']]],
      ['<table><caption>Bảng 1</caption><tr><td>một</td></tr></table>', [['Bảng 1'], ['một']]],
      ['<table><tr><td>một</td></tr></table>\n<p>cuối</p>', [['một'], ['cuối']]],
      ['<table><tr><td>a < b và c <d</td></tr></table>', [['a < b và c <d']]],
      ['<table><tr><td>một<!-- hai --> ba &khac; &</td></tr></table>', [['một ba &khac; &']]],
      ['<table><tr><td title="a > b">một</td></tr></table>', [['một']]],
      ['<table><tr><td>một<script>alert("hai")</script></td></tr></table>', [['một']]],
      [
        '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td></tr></table>',
        [['a/b c/d']],
      ],
    ] as const) {
      assert.deepEqual(rows(html), expected, html);
    }
  });

  it('hold spans that no page can draw to what one can', () => {
    const [table] = readHtmlTables(
      '<table><tr><td colspan="99999999" rowspan=0>a</td><td colspan="-2">b</td></tr></table>',
    );
    assert.deepEqual(
      table?.rows[0]?.cells.map(({ colspan, rowspan }) => [colspan, rowspan]),
      [
        [50, 1],
        [1, 1],
      ],
    );
  });

  const bits = fc.constantFrom(
    ...['<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<th colspan="2">', '<p>', '<br>'],
    ...[
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      "'",
      '&amp;',
      '&',
      ' ',
      '\n',
      'chữ',
      'e\u0302\u0301',
    ],
    ...['<script>', '</script>', '<a "', '<td rowspan="3"'],
  );
  const soup = fc.array(fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 40,
  });

  it('are read from any text, every piece at its place', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join('');
        let from = 0;
        for (const table of readHtmlTables(html)) {
          for (const { cells, span } of table.rows) {
            assert.ok(table.span.start <= span.start && span.end <= table.span.end);
            for (const { pieces } of cells) {
              for (const { text, source, sourceLength } of pieces) {
                assert.ok(source >= from && source + sourceLength <= html.length);
                const typed = html.slice(source, source + sourceLength);
                if (/\S/u.test(text) && !typed.startsWith('&')) assert.equal(typed, text);
                from = source + sourceLength;
              }
            }
          }
        }
      }),
    );
  });

  it('come to an end whatever is open in them', () => {
    for (const bit of [
      '<a "',
      '<td',
      '<!--',
      '<script>',
      '&#',
      '<a \'"',
      '<td>',
      '<table>',
      '<a " "',
    ]) {
      readHtmlTables(`<table><tr><td>${bit.repeat(50_000)}`);
    }
  });
});

describe('lines of tables in raw HTML', () => {
  const text = [
    'Mở đầu.',
    '',
    '<table>',
    '<tr><th>STT</th><th><strong>Việc</strong></th></tr>',
    '<tr><td>1</td><td><p>Tổ chức &amp; triển khai</p>',
    '<p>Báo cáo</p></td></tr>',
    '</table>',
    '',
    'Kết thúc.',
  ].join('\n');

  it('are rows as a Markdown table’s, each word at its place', () => {
    const { lines } = parseSource(text);
    assert.deepEqual(
      lines.map((line) => [line.paragraph.kind, line.text]),
      [
        ['paragraph', 'Mở đầu.'],
        ['tableRow', 'STT | Việc'],
        ['tableRow', '1 | Tổ chức & triển khai'],
        ['tableRow', 'Báo cáo'],
        ['paragraph', 'Kết thúc.'],
      ],
    );
    for (const line of lines) {
      for (const match of line.text.matchAll(/\p{L}+/gu)) {
        const { start, end } = line.spanOf(match.index, match.index + match[0].length);
        assert.equal(text.slice(start, end), match[0]);
      }
    }
  });

  it('are paragraphs where the HTML holds no table', () => {
    const html =
      '<div align="center">\n<p><b>KẾ HOẠCH</b></p>\n<p>Kiểm tra &amp; rà soát</p>\n<!-- ghi chú -->\n</div>\n\nHết.';
    const { lines, comments } = parseSource(html);
    assert.deepEqual(
      lines.map((line) => [line.paragraph.kind, line.text, line.bold]),
      [
        ['paragraph', 'KẾ HOẠCH', true],
        ['paragraph', 'Kiểm tra & rà soát', false],
        ['paragraph', 'Hết.', false],
      ],
    );
    assert.deepEqual(
      lines.map(({ span }) => html.slice(span.start, span.end)),
      ['KẾ HOẠCH', 'Kiểm tra &amp; rà soát', 'Hết.'],
    );
    assert.equal(comments.length, 1);
  });

  it('leave nothing between the last row and the end of the table', () => {
    const { paragraphs } = parseSource(text);
    const last = paragraphs.filter(({ kind }) => kind === 'tableRow').at(-1);
    assert.ok(last);
    assert.ok(text.slice(0, last.outer.end).endsWith('</table>'));
  });
});
