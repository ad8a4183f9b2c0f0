import assert from 'node:assert/strict';
import { importWord } from '../../../../server/output/wordImport/importWord.ts';
import { Random } from '../../../fuzz/random.ts';
import { fuzzWordImport } from '../../../fuzz/wordImport.ts';
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
  links = '',
): { readonly markdown: string; readonly told: (vi: RegExp) => string | undefined } {
  const { markdown, losses } = importWord(wordFile(body, others, links), 'hinh', 'text');
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
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const picture = `<w:r><w:drawing ${wide}><wp:inline><wp:docPr id="1" name="x" descr="Sơ đồ"/><a:graphic><a:graphicData uri="${drawing}/picture"><a:blip xmlns:r="${relation}" r:embed="r0"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const table =
      '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>' +
      `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text('A') + picture)}</w:tc></w:tr>` +
      `<w:tr><w:tc>${paragraph(text('B'))}</w:tc><w:tc>${paragraph(text('C'))}</w:tc></w:tr></w:tbl>`;
    const file = wordFile(table, { 'word/media/image1.png': '' });
    const { markdown, pictures, losses } = importWord(file, 'hinh', 'text');
    assert.match(markdown, /A<br><img src="hinh\/hinh-1\.png" alt="Sơ đồ">/u);
    assert.deepEqual(
      pictures.map(({ path }) => path),
      ['hinh/hinh-1.png'],
    );
    assert.deepEqual(losses, []);
  });

  for (const [what, body, markdown] of [
    ['a paragraph in', `<w:x>${paragraph(text('a'))}</w:x>${paragraph(text('b'))}`, 'a\n\nb\n'],
    ['a run in', paragraph(`${text('a ')}<w:x>${text('b')}</w:x>`), 'a b\n'],
    ['text in', paragraph(`<w:r><w:x><w:t>a</w:t></w:x></w:r>`), 'a\n'],
    [
      'a row and a cell in',
      `<w:tbl><w:x><w:tr><w:x><w:tc>${paragraph(text('a'))}</w:tc></w:x></w:tr></w:x></w:tbl>`,
      'a\n',
    ],
  ] as const) {
    it(`keeps ${what} an element that it does not know`, () => {
      assert.deepEqual(read(body).markdown, markdown);
    });
  }

  it('keeps text that stands where none belongs, and tells what it cannot place', () => {
    assert.equal(read(paragraph(text('a') + paragraph(text('b')))).markdown, 'a\n\nb\n');
    assert.equal(read(`${text('a')}${paragraph('<w:t>b</w:t>')}`).markdown, 'a\n\nb\n');
    const lost = read(`<w:tbl>${paragraph(text('lạc'))}</w:tbl>${paragraph('<w:r>trần</w:r>')}`);
    assert.equal(lost.told(/không đọc được dạng, cần chép tay/u), 'lạc | trần');
  });

  it('tells of deleted paragraphs', () => {
    const { markdown, told } = read(
      `<w:del>${paragraph(text('x'))}</w:del>${paragraph(text('y'))}`,
    );
    assert.equal(markdown, 'y\n');
    assert.equal(told(/đã xóa/u), 'x');
  });

  it('keeps text inside fields that end without coming to anything, one in another', () => {
    const [begin, separate, end] = [field('begin'), field('separate'), field('end')];
    const nested = text('a ') + begin + text('b ') + begin + text('c ') + separate + text('d ');
    const first = read(paragraph(nested + end + text('e')));
    assert.equal(first.markdown, 'a b d e\n');
    assert.equal(first.told(/mã trường/u), 'c ← a');
    assert.equal(
      read(paragraph(text('a ') + begin + text('b ') + end + text('c'))).markdown,
      'a b c\n',
    );
  });

  it('tells of a field whose code is all that there is to see', () => {
    const code = `<w:r><w:instrText>MACROBUTTON X [Nhập tên]</w:instrText></w:r>`;
    const { told } = read(paragraph(text('Tên: ') + field('begin') + code + field('end')));
    assert.equal(told(/mã trường/u), 'MACROBUTTON X [Nhập tên] ← Tên:');
  });

  it('tells a chart by its words and its place', () => {
    const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const inner = `<wp:inline><wp:docPr id="1" name="x" descr="Số học sinh"/><a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" xmlns:r="${relation}" r:id="r0"/></a:graphicData></a:graphic></wp:inline>`;
    const part = `<a:t xmlns:a="${drawing}/main">Năm học</a:t><c:v xmlns:c="${chart}">Lớp 1</c:v>`;
    const body =
      paragraph(text('Bảng 1')) + paragraph(`<w:r><w:drawing ${wide}>${inner}</w:drawing></w:r>`);
    const { told } = read(body, { 'word/chart1.xml': part });
    assert.equal(told(/Biểu đồ/u), 'Số học sinh, Năm học, Lớp 1 ← Bảng 1');
  });

  it('tells notes that nothing refers to, and references to notes that are not there', () => {
    const note = `<w:footnote w:id="2">${paragraph(text('Lạc lõng'))}</w:footnote>`;
    const body = paragraph(`${text('a')}<w:r><w:footnoteReference w:id="3"/></w:r>`);
    const { told } = read(body, { 'word/footnotes.xml': note });
    assert.equal(told(/không chỗ nào dẫn/u), 'Lạc lõng');
    assert.equal(told(/không có trong tệp/u), '');
  });

  it('tells a link’s address unless its words say it', () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const target = (id: string, address: string): string =>
      `<Relationship Id="${id}" Type="${relation}/hyperlink" Target="${address}" TargetMode="External"/>`;
    const link = (id: string, words: string): string =>
      `<w:hyperlink xmlns:r="${relation}" r:id="${id}">${text(words)}</w:hyperlink>`;
    const body = paragraph(link('x', 'tại đây') + link('y', 'ubnd@a.vn'));
    const links = target('x', 'https://a.vn/m') + target('y', 'mailto:ubnd@a.vn');
    const { markdown, told } = read(body, {}, links);
    assert.equal(markdown, 'tại đâyubnd@a.vn\n');
    assert.equal(told(/liên kết/u), 'tại đây: https://a.vn/m');
  });

  it('tells of a file inside the file', () => {
    const body = `${paragraph(text('a'))}<w:altChunk/>`;
    assert.equal(read(body).told(/Tệp khác lồng/u), '');
  });

  it('tells double strikes, and every word of long comments but none of a field’s code', () => {
    const struck = '<w:r><w:rPr><w:dstrike/></w:rPr><w:t>bỏ</w:t></w:r>';
    const words = Array.from({ length: 200 }, (_, index) => `lời${index}`).join(' ');
    const comment = `<w:comment w:id="0">${paragraph(`<w:r><w:instrText>PAGE</w:instrText></w:r>${text(words)}`)}</w:comment>`;
    const { told } = read(paragraph(struck), { 'word/comments.xml': comment });
    assert.equal(told(/Gạch ngang/u), 'bỏ');
    assert.equal(told(/Nhận xét/u), words);
  });

  it('loses no word of files that are broken in every way', async () => {
    const { mutants, read: readable } = await fuzzWordImport(new Random(7), 80);
    assert.equal(mutants, 80);
    assert.ok(readable > 40);
  });
});
