import assert from 'node:assert/strict';
import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import type { Document } from '../../../../server/document/document.ts';
import { parseDocuments } from '../../../../server/document/parseDocuments.ts';
import { wordDocument } from '../../../../server/output/docx/wordDocument.ts';
import { documentProperties } from '../../../../server/output/documentProperties.ts';
import { layOut } from '../../../../server/output/laidOut.ts';
import { importWord } from '../../../../server/output/wordImport/importWord.ts';
import { WordRefusal } from '../../../../server/output/wordImport/refusal.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../../server/rules/samples.ts';
import { parseSource } from '../../../../server/source/parseSource.ts';
import { sharedTexts } from '../../../support/sharedTexts.ts';
import { modelOf } from './model.ts';
import { wordFile } from './wordFile.ts';

const words = (text: string): string => text.normalize('NFC').replace(/[\s\u00AD]+/gu, '');
const seen = (markdown: string): string =>
  parseSource(markdown)
    .lines.map(({ text }) => text)
    .join('\n');

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

async function exported(document: Document): Promise<Uint8Array> {
  const { blocks, layout } = await layOut(document, {}, () => Promise.resolve(undefined));
  return wordDocument(blocks, layout, documentProperties(document));
}

const imported = (body: string, others: Readonly<Record<string, string>> = {}): string =>
  importWord(wordFile(body, others), 'hinh', 'text').markdown;

describe('a Word file as Markdown', () => {
  it('keeps paragraphs, bold and italic stretches and line breaks', () => {
    const body =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t xml:space="preserve">Một </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">hai </w:t></w:r><w:r><w:t>ba</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t>dòng</w:t><w:br/><w:t>khác</w:t></w:r></w:p>';
    assert.equal(imported(body), '**KẾ HOẠCH**\n\nMột *hai* ba\n\ndòng\\\nkhác\n');
  });

  it('takes marks of Markdown as the text that they are', () => {
    const texts = [
      '# không',
      '> không',
      '*a* _b_ `c` [d](e) <b>',
      '&amp;nbsp; \\',
      '---',
      '+ x',
      '| a |',
    ];
    for (const text of texts) {
      const body = `<w:p><w:r><w:t>${text.replace(/</gu, '&lt;').replace(/&(?!lt;)/gu, '&amp;')}</w:t></w:r></w:p>`;
      assert.equal(words(seen(imported(body))), words(text), text);
    }
  });

  it('writes the numbers that Word counts', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:isLgl/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
    const item = (text: string, level: number, id = 1): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      item('Một', 0),
      item('a', 1),
      item('b', 1),
      item('x', 2),
      item('Hai', 0),
      item('a', 1),
      item('gạch', 0, 2),
    ].join('');
    assert.equal(
      imported(body, { 'word/numbering.xml': numbering }),
      'I. Một\n\n1.1. a\n\n1.2. b\n\na) x\n\nII. Hai\n\n2.1. a\n\n- gạch\n',
    );
  });

  it('reads the two columns of a head and of a foot in their order', () => {
    const cell = (...texts: readonly string[]): string =>
      `<w:tc>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:tc>`;
    const head = `<w:tbl><w:tr>${cell('UBND XÃ A')}${cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc')}</w:tr><w:tr>${cell('Số: 1/UBND', 'V/v họp')}${cell('A, ngày 05 tháng 3 năm 2026')}</w:tr></w:tbl>`;
    const foot = `<w:tbl><w:tr>${cell('Nơi nhận:', '- Như trên;')}${cell('CHỦ TỊCH', '', 'Trần A')}</w:tr></w:tbl>`;
    assert.deepEqual(
      imported(head + foot)
        .trim()
        .split('\n\n'),
      [
        'UBND XÃ A',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 1/UBND',
        'A, ngày 05 tháng 3 năm 2026',
        'V/v họp',
        'Nơi nhận:',
        '- Như trên;',
        'CHỦ TỊCH',
        'Trần A',
      ],
    );
  });

  it('keeps tables, those with merged cells as HTML', () => {
    const borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>';
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const table = (...rows: readonly string[]): string =>
      `<w:tbl>${borders}${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    assert.equal(
      imported(table(cell('TT') + cell('Việc'), cell('1') + cell('a|b'))),
      '| TT | Việc |\n|---|---|\n| 1 | a\\|b |\n',
    );
    const merged = table(
      cell('Cả', '<w:gridSpan w:val="2"/>') + cell('Dọc', '<w:vMerge w:val="restart"/>'),
      cell('1') + cell('2') + cell('', '<w:vMerge/>'),
    );
    assert.equal(
      imported(merged),
      '<table>\n<tr><th colspan="2">Cả</th><th rowspan="2">Dọc</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n',
    );
  });

  it('converts the fonts of TCVN3 and VNI run by run', () => {
    const run = (text: string, font: string): string =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p>${run('Céng hßa ', '.VnTime')}${run('céng hßa ', '.VnTimeH')}${run('Coäng hoøa ', 'VNI-Times')}${run('Cộng hòa', 'Times New Roman')}</w:p>`;
    assert.equal(imported(body).trim(), 'Cộng hòa CỘNG HÒA Cộng hòa Cộng hòa');
  });

  it('keeps footnotes, and tells what it leaves out', () => {
    const body =
      '<w:p><w:r><w:t>Số liệu</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r><w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t> mới</w:t></w:r></w:ins></w:p>';
    const file = wordFile(body, {
      'word/footnotes.xml':
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p></w:footnote>',
    });
    const { markdown, losses } = importWord(file, 'hinh', 'text');
    assert.equal(markdown, 'Số liệu[^1]. mới\n\n[^1]: Theo báo cáo.\n');
    assert.deepEqual(
      losses.map(({ vi, count, words: lost }) => [vi, count, lost]),
      [['Chữ đã xóa khi theo dõi thay đổi', 1, 'cũ']],
    );
  });
});

describe('what is no Word file to read', () => {
  const good = wordFile('<w:p><w:r><w:t>chữ</w:t></w:r></w:p>');
  const refused = (bytes: Uint8Array): string => {
    try {
      importWord(bytes, 'hinh', 'text');
    } catch (error) {
      assert.ok(error instanceof WordRefusal, String(error));
      assert.ok(error.said.vi.length > 20 && error.said.en.length > 20);
      return error.reason;
    }
    return 'read';
  };
  const withPart = (name: string, text: string): Uint8Array =>
    zipSync({ ...unzipSync(good), [name]: new TextEncoder().encode(text) });

  it('is refused with its reason', () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    assert.equal(refused(old), 'old-format');
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    assert.equal(refused(locked), 'encrypted');
    assert.equal(refused(new TextEncoder().encode('chữ')), 'not-word');
    assert.equal(refused(zipSync({ 'a.txt': new Uint8Array(3) })), 'not-word');
    assert.equal(refused(good.slice(0, good.length - 30)), 'corrupt');
    assert.equal(refused(withPart('word/document.xml', '<w:document')), 'corrupt');
  });

  it('is not cut off where its package says less than a part holds', () => {
    const stored = Buffer.from(zipSync(unzipSync(good), { level: 6 }));
    const size = unzipSync(good)['word/document.xml']?.length ?? 0;
    const said = Buffer.alloc(4);
    said.writeUInt32LE(size);
    const less = Buffer.alloc(4);
    less.writeUInt32LE(size - 40);
    let at = stored.indexOf(said);
    assert.ok(at > 0);
    for (; at >= 0; at = stored.indexOf(said, at)) less.copy(stored, at);
    assert.equal(refused(stored), 'corrupt');
  });

  it('never expands an entity', () => {
    const entity =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><x>&a;&b;</x>';
    assert.equal(refused(withPart('word/document.xml', entity)), 'unsafe-xml');
    assert.equal(refused(withPart('word/_rels/document.xml.rels', entity)), 'unsafe-xml');
  });

  it('is no bomb, wide or deep', () => {
    const wide = zipSync({ 'word/document.xml': new Uint8Array(90_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(refused(wide), 'too-large');
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
    const deep = `<x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${'<w:a>'.repeat(100_000)}`;
    assert.equal(refused(withPart('word/document.xml', deep)), 'too-large');
  });

  it('takes a list that begins at a huge number', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1e13"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>';
    assert.equal(imported(item, { 'word/numbering.xml': numbering }), '10000000000000) chữ\n');
  });

  it('keeps the words of a note in a table with merged cells', () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tr>${cell('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Cả</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')}</w:tr><w:tr>${cell('<w:p/>')}${cell('<w:p/>')}</w:tr></w:tbl>`;
    const footnotes =
      '<w:footnote w:id="2"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p></w:footnote>';
    assert.match(imported(table, { 'word/footnotes.xml': footnotes }), /Cả \(Theo báo cáo\.\)/u);
  });

  it('never throws anything else, whatever bytes are broken', async () => {
    const whole = await exported(documentOf(planSample()));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat(whole.length)),
        (changes, length) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          refused(length === null ? bytes : bytes.slice(0, length));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws for broken XML', () => {
    const text = new TextDecoder().decode(unzipSync(good)['word/document.xml']);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 8 }), (at, inserted) => {
        refused(withPart('word/document.xml', text.slice(0, at) + inserted + text.slice(at)));
      }),
    );
  });
});

describe('an exported document read back', () => {
  const samples: readonly (readonly [string, string])[] = [
    ['plan', planSample()],
    ['letter', letterSample()],
    ['decision', decisionSample()],
    ['front matter', frontMatterPlanSample()],
    ['table', planSample({ body: '| TT | Việc |\n|---|---|\n| 1 | Họp |\n\nHết./.' })],
    ['notes', planSample({ body: 'Số liệu[^1].\n\n[^1]: Báo cáo.' })],
  ];
  for (const [name, text] of samples) {
    for (const head of ['text', 'frontMatter'] as const) {
      it(`is the same document: ${name}, head as ${head}`, async () => {
        const document = documentOf(text);
        const back = documentOf(importWord(await exported(document), 'hinh', head).markdown);
        assert.deepEqual(modelOf(back), modelOf(document));
        assert.equal(back.origin, head);
      });
    }
  }

  for (const { name, text } of sharedTexts()) {
    it(`is the same document: ${name}`, async () => {
      for (const document of parseDocuments(parseSource(text))) {
        if (!document.recognised) continue;
        const file = await exported(document);
        const back = documentOf(importWord(file, 'hinh', 'frontMatter').markdown);
        assert.deepEqual(modelOf(back), modelOf(document));
      }
    });
  }
});

describe('real Word files', () => {
  const folders = ['corpus/docx/', 'norm/nd30/'].map((folder) =>
    fileURLToPath(new URL(`../../../../../shared/${folder}`, import.meta.url)),
  );
  for (const folder of folders.filter(existsSync)) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.docx'))) {
      it(`keeps every word of ${name}`, () => {
        const bytes = new Uint8Array(readFileSync(folder + name));
        const { markdown } = importWord(bytes, 'hinh', 'text');
        const xml = new TextDecoder()
          .decode(unzipSync(bytes)['word/document.xml'])
          .replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '')
          .replace(/<w:del [^>]*>.*?<\/w:del>/gsu, '');
        const raw = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
          .map((match) => match[1] ?? '')
          .join('')
          .replace(/&lt;/gu, '<')
          .replace(/&gt;/gu, '>')
          .replace(/&quot;/gu, '"')
          .replace(/&amp;/gu, '&');
        const left = new Map<string, number>();
        for (const character of words(seen(markdown)).toLocaleUpperCase('vi')) {
          left.set(character, (left.get(character) ?? 0) + 1);
        }
        let missing = '';
        for (const character of words(raw).toLocaleUpperCase('vi')) {
          const count = left.get(character) ?? 0;
          if (count === 0) missing += character;
          left.set(character, count - 1);
        }
        assert.equal(missing, '');
      });
    }
  }
});
