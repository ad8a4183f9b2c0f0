import assert from 'node:assert/strict';
import { importWord } from '../../../../server/output/wordImport/importWord.ts';
import { wordFile } from './wordFile.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const strictDrawing = 'http://purl.oclc.org/ooxml/drawingml';
const wide = `xmlns:a="${drawing}/main" xmlns:wp="${drawing}/wordprocessingDrawing"`;

const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const item = (words: string, id: number): string =>
  paragraph(
    `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${text(words)}`,
  );
const level = (inner: string): string => `<w:lvl w:ilvl="0">${inner}</w:lvl>`;
const roman = level('<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>');

function read(
  body: string,
  others: Readonly<Record<string, string>> = {},
): { readonly markdown: string; readonly told: (vi: RegExp) => string | undefined } {
  const { markdown, losses } = importWord(wordFile(body, others), 'hinh', 'text');
  return { markdown, told: (vi) => losses.find((loss) => vi.test(loss.vi))?.words };
}

describe('what a Word file holds in a form of its own', () => {
  it('numbers a list that takes its levels from a list style', () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Muc"/>${roman}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Muc"/></w:abstractNum>' +
      '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>';
    const { markdown } = read(item('Một', 7) + item('Hai', 7), { 'word/numbering.xml': numbering });
    assert.equal(markdown, 'I. Một\n\nII. Hai\n');
  });

  it('numbers a list by the levels that it has of its own', () => {
    const own = level(
      '<w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>',
    );
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${roman}</w:abstractNum>` +
      `<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${own}</w:lvlOverride></w:num>`;
    const { markdown } = read(item('Một', 7) + item('Hai', 7), { 'word/numbering.xml': numbering });
    assert.equal(markdown, 'c) Một\n\nd) Hai\n');
  });

  for (const start of ['Infinity', 'NaN', '-5', '1e9', '']) {
    it(`takes a list that begins at “${start}”`, () => {
      const numbering =
        `<w:abstractNum w:abstractNumId="0">${roman.replace('<w:start w:val="1"/>', `<w:start w:val="${start}"/>`)}</w:abstractNum>` +
        `<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`;
      const { markdown } = read(item('Một', 7), { 'word/numbering.xml': numbering });
      assert.match(markdown, /^(?:\d+|I)\. Một\n$/u);
    });
  }

  it('tells the words of a covered cell, and keeps those of one that covers nothing', () => {
    const cell = (merge: string, words: string): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(text(words))}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const restart = '<w:vMerge w:val="restart"/>';
    const table =
      '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>' +
      row(cell(restart, 'Trên'), cell('', 'B')) +
      row(cell('<w:vMerge/>', 'Khuất'), cell('<w:vMerge/>', 'Lạc')) +
      '</w:tbl>';
    const { markdown, told } = read(table);
    assert.match(markdown, /rowspan="2">Trên/u);
    assert.match(markdown, /Lạc/u);
    assert.equal(told(/ô bị gộp/u), 'Khuất');
  });

  it('keeps the text after a field that never ends, and no instruction of one that does', () => {
    assert.equal(
      read(paragraph(text('a ') + field('begin') + text('b ') + text('c'))).markdown,
      'a b c\n',
    );
    const whole =
      text('a ') + field('begin') + text('lệnh') + field('separate') + text('b') + field('end');
    assert.equal(read(paragraph(whole + text(' c'))).markdown, 'a b c\n');
  });

  it('keeps the words under ruby text, and tells what stands above', () => {
    const ruby = `<w:r><w:ruby><w:rt>${text('ban')}</w:rt><w:rubyBase>${text('bản')}</w:rubyBase></w:ruby></w:r>`;
    const { markdown, told } = read(paragraph(text('văn ') + ruby));
    assert.equal(markdown, 'văn bản\n');
    assert.equal(told(/chú âm/u), 'ban');
  });

  for (const [kind, base] of [
    ['chart', drawing],
    ['diagram', drawing],
    ['chart', strictDrawing],
  ] as const) {
    it(`tells of a ${kind} of ${base}`, () => {
      const names = `xmlns:a="${base}/main" xmlns:wp="${base}/wordprocessingDrawing"`;
      const inner = `<wp:inline><wp:docPr id="1" name="Biểu đồ 1" descr="Số học sinh"/><a:graphic><a:graphicData uri="${base}/${kind}"/></a:graphic></wp:inline>`;
      const { told } = read(paragraph(`<w:r><w:drawing ${names}>${inner}</w:drawing></w:r>`));
      assert.equal(told(/Biểu đồ/u), 'Số học sinh');
    });
  }

  it('tells the words of every comment', () => {
    const comment = (id: number, words: string): string =>
      `<w:comment w:id="${id}">${paragraph(text(words))}</w:comment>`;
    const body = [0, 1].map((id) =>
      paragraph(`${text('x')}<w:r><w:commentReference w:id="${id}"/></w:r>`),
    );
    const { told } = read(body.join(''), {
      'word/comments.xml': comment(0, 'Xem lại số') + comment(1, 'Bỏ câu này'),
    });
    assert.equal(told(/Nhận xét/u), 'Xem lại số | Bỏ câu này');
  });

  it('tells of underlined text whether its style or itself says so, links apart', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Gach"><w:rPr><w:u w:val="single"/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Hyperlink"><w:rPr><w:u w:val="single"/></w:rPr></w:style>';
    const link = '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>vanban</w:t></w:r>';
    const body =
      paragraph(`<w:pPr><w:pStyle w:val="Gach"/></w:pPr>${text('gạch')}`) +
      paragraph(link) +
      paragraph('<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>chân</w:t></w:r>');
    assert.equal(read(body, { 'word/styles.xml': styles }).told(/Gạch chân/u), 'gạch | chân');
  });

  it('keeps a picture of a table with merged cells', () => {
    const picture = `<w:r><w:drawing ${wide}><wp:inline><wp:docPr id="1" name="x" descr="Sơ đồ"/><a:graphic><a:graphicData uri="${drawing}/picture"><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="r0"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const table =
      '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>' +
      `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text('A') + picture)}</w:tc></w:tr>` +
      `<w:tr><w:tc>${paragraph(text('B'))}</w:tc><w:tc>${paragraph(text('C'))}</w:tc></w:tr></w:tbl>`;
    const { markdown, told } = read(table, { 'word/image.xml': '' });
    assert.ok(/<img src="[^"]+" alt="Sơ đồ">/u.test(markdown) || told(/Hình/u) !== undefined);
  });
});
