import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applied, switchedHead } from '../../../server/document/headForm/headForm.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import type { Document } from '../../../server/document/document.ts';
import { paragraphsOf, textOf, type Block } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { drawnPages } from '../../../server/output/pageSvg.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { engineAssets } from './installedAssets.ts';
import { pageTexts } from './pageTexts.ts';

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

const blocks = (text: string): readonly Block[] => blocksOf(documentOf(text), defaultLayout);
const words = (text: string): string => text.replace(/\s+/gu, '');

const svgs = (drawing: string): readonly string[] => drawnPages(drawing).map(({ svg }) => svg);

describe('pages of a document', () => {
  let engine: TypstEngine;
  before(async () => {
    engine = await TypstEngine.load(engineAssets);
  });

  function drawing(text: string): string {
    return engine.svg(typstOf(blocks(text), { title: 'thử' }, defaultLayout));
  }
  const texts = (text: string): readonly string[] => pageTexts(drawing(text)).map(words);

  it('show every word of the text', () => {
    for (const text of [planSample(), letterSample(), decisionSample()]) {
      const shown = texts(text).join('').toLocaleUpperCase('vi');
      for (const line of documentOf(text).lines) {
        const expected = words(line.text).toLocaleUpperCase('vi');
        assert.ok(shown.includes(expected), line.text);
      }
    }
  });

  it('are the same from front matter and from text', () => {
    const declared = typstOf(blocks(frontMatterPlanSample()), { title: 'thử' }, defaultLayout);
    const typed = typstOf(
      blocks(planSample({ agency: '**ỦY BAN NHÂN DÂN XÃ HÒA BÌNH**' })),
      { title: 'thử' },
      defaultLayout,
    );
    assert.equal(declared, typed);
  });

  it('carry their number from page 2 on', () => {
    const body = Array.from({ length: 60 }, (_, index) => `Đoạn văn ${index} của nội dung dài.`);
    const [first = '', second = '', third = ''] = texts(planSample({ body: body.join('\n\n') }));
    assert.ok(first.startsWith('ỦYBANNHÂNDÂN'), first.slice(0, 40));
    assert.match(second, /^2Đoạnvăn/u);
    assert.match(third, /^3Đoạnvăn/u);
  });

  it('number an annex of their own from 1', () => {
    const long = Array.from({ length: 50 }, (_, index) => `${index}. Việc cần làm.`).join('\n\n');
    const after = `**PHỤ LỤC**\n\n**DANH MỤC CÔNG VIỆC**\n\n*(Kèm theo Kế hoạch số 15/KH-UBND)*\n\n${long}`;
    const [, annex = '', next = ''] = texts(planSample({ after }));
    assert.match(annex, /^PHỤLỤCDANHMỤC/u);
    assert.match(next, /^2\d+\.Việc/u);
  });

  it('keep the closing with the last paragraph', () => {
    for (let count = 20; count < 40; count += 1) {
      const body = Array.from({ length: count }, () => 'Một đoạn của nội dung.').join('\n\n');
      const pages = texts(planSample({ body: `${body}\n\nĐoạn cuối của nội dung./.` }));
      const closing = pages.find((page) => page.includes('Nơinhận:')) ?? '';
      assert.ok(closing.includes('Đoạncuối') && closing.includes('TrầnVănBình'), `${count}`);
    }
  });

  it('divide a list of recipients that no page can hold', () => {
    const list = Array.from({ length: 150 }, (_, index) => `- Đơn vị số ${index};`).join('\n');
    const shown = texts(planSample({ recipients: `**Nơi nhận:**\n\n${list}\n- Lưu: VT.` }));
    assert.ok(shown.length > 2 && shown.at(-1)?.endsWith('Lưu:VT.'), shown.at(-1));
  });

  it('set a long agency name on several lines inside its column', () => {
    const agency =
      '**BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH DÂN DỤNG VÀ CÔNG NGHIỆP TỈNH PHÚ THỌ**';
    const [head] = blocks(planSample({ agency }));
    const issuer = head?.kind === 'head' ? head.rows[0]?.left.map(textOf).join('') : '';
    assert.ok((issuer ?? '').split('\n').length >= 4);
    assert.equal(texts(planSample({ agency })).length, 1);
  });

  it('leave the place of a missing component blank', () => {
    const parts = [
      'agency',
      'nation',
      'number',
      'place',
      'bases',
      'body',
      'recipients',
      'signature',
    ];
    for (const part of parts) assert.ok(texts(planSample({ [part]: '' })).length >= 1, part);
    for (const text of [
      '',
      '\uFEFF',
      'một dòng',
      '# Tiêu đề',
      '| a |\n|---|\n| b |',
      '---\nloại: [\n---\n',
    ]) {
      assert.ok(drawing(text).startsWith('<svg'), text);
    }
  });

  it('print text that looks like Typst, HTML or XML as it is', () => {
    const body = 'Dòng #read("x") $a$ &lt;script> \\*chữ\\* [x] {y} "z" @q //r /\\*s ]] )) #{ ./.';
    const [first = ''] = texts(planSample({ body }));
    assert.ok(
      first.includes(
        words('Dòng #read("x") $a$ <script> *chữ* [x] {y} "z" @q //r /*s ]] )) #{ ./.'),
      ),
      first,
    );
  });

  it('draw every glyph that they use', () => {
    const letters = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
    const body = `${letters} **${letters.toUpperCase()}** *${letters}* ***${letters.toUpperCase()}*** 0123456789 “”–`;
    for (const page of svgs(drawing(planSample({ body })))) {
      const outlines = new Map(
        [...page.matchAll(/<path id="([^"]+)" d="([^"]*)"\/>/gu)].map((match) => [
          match[1],
          match[2],
        ]),
      );
      const uses = [...page.matchAll(/href="#([^"]+)"/gu)].map((match) => match[1]);
      assert.ok(uses.length > 100);
      assert.deepEqual(
        uses.filter((id) => !outlines.get(id)),
        [],
      );
      assert.ok(
        [...outlines.values()].filter((outline) => (outline ?? '').length > 20).length > 50,
      );
    }
  });
});

describe('blocks of a document', () => {
  it('exist for any text at all, with spans inside the file', () => {
    const piece = fc.constantFrom(
      ...[planSample(), letterSample(), decisionSample(), frontMatterPlanSample()].flatMap((text) =>
        text.split(/(?<=\n)/u),
      ),
      '| a | **b** |\n|---|---|\n| c | d |\n',
      '[^1]: chú thích\n',
      'x[^1] *y* ***z*** \\* &amp; \u0065\u0302\u0301\n',
      'PHỤ LỤC I\n',
      '> - 1. ```\n',
      '\u2028\u202E\uD800\0',
      '\r',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const document of parseDocuments(parseSource(text))) {
          const found = blocksOf(document, defaultLayout);
          assert.ok(typstOf(found, { title: 'thử' }, defaultLayout).length > 0);
          for (const block of found.flatMap(paragraphsOf)) {
            if (!block.span) continue;
            assert.ok(0 <= block.span.start && block.span.start <= block.span.end);
            assert.ok(block.span.end <= text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep bold and italic stretches of the body', () => {
    const found = blocks(
      planSample({ body: 'Báo cáo **trước ngày 15/10** về *Sở* và ***Bộ***./.' }),
    );
    const body = found.find((block) => block.kind === 'paragraph' && block.style === 'body');
    const runs = body?.kind === 'paragraph' ? body.runs : [];
    assert.deepEqual(
      runs.map((run) => [run.text, run.bold, run.italic]),
      [
        ['Báo cáo ', false, false],
        ['trước ngày 15/10', true, false],
        [' về ', false, false],
        ['Sở', false, true],
        [' và ', false, false],
        ['Bộ', true, true],
        ['./.', false, false],
      ],
    );
  });

  it('set headings by level, articles with a bold number', () => {
    const found = blocks(
      decisionSample({
        body: '**QUYẾT ĐỊNH:**\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Thành lập Tổ công tác.\n\n**Điều 2. Hiệu lực**\n\nTừ ngày ký./.',
      }),
    );
    const styles = found.flatMap((block) =>
      block.kind === 'paragraph' ? [[block.style, textOf(block)]] : [],
    );
    assert.deepEqual(styles.slice(3), [
      ['legalBasis', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;'],
      [
        'legalBasis',
        'Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 15 tháng 4 năm 2026.',
      ],
      ['resolvingWord', 'QUYẾT ĐỊNH:'],
      ['partNumber', 'Chương I'],
      ['partTitle', 'QUY ĐỊNH CHUNG'],
      ['body', 'Điều 1. Thành lập Tổ công tác.'],
      ['heading', 'Điều 2. Hiệu lực'],
      ['body', 'Từ ngày ký./.'],
    ]);
    const article = found.find((block) => textOf(block).startsWith('Điều 1.'));
    assert.deepEqual(
      article?.kind === 'paragraph' && article.runs.map((run) => [run.text, run.bold]),
      [
        ['Điều 1.', true],
        [' Thành lập Tổ công tác.', false],
      ],
    );
  });

  it('name who decides between subject and bases', () => {
    const found = blocks(decisionSample()).map((block) =>
      block.kind === 'paragraph' ? `${block.style}: ${textOf(block)}` : block.kind,
    );
    assert.ok(
      found.includes('decidingAuthority: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ'),
      found.join('\n'),
    );
    const documents = parseDocuments(parseSource(decisionSample()));
    const [first] = documents;
    assert.ok(first);
    const turn = switchedHead(first, documents);
    assert.ok('edits' in turn);
    const declared = blocks(applied(decisionSample(), turn.edits)).map((block) =>
      block.kind === 'paragraph' ? `${block.style}: ${textOf(block)}` : block.kind,
    );
    assert.deepEqual(
      declared.filter((line) => line.startsWith('decidingAuthority')),
      ['decidingAuthority: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ'],
    );
  });

  it('put the subject of a letter under its number', () => {
    const [head, next] = blocks(letterSample());
    const left =
      head?.kind === 'head' ? (head.rows[1]?.left ?? []).map((each) => textOf(each)) : [];
    assert.deepEqual(left, ['Số: 215/SNV-VP', 'V/v rà soát công tác\nvăn thư năm 2026']);
    assert.equal(next && textOf(next), 'Kính gửi: Ủy ban nhân dân các xã, phường.');
  });

  it('show a letter’s subject under the number of what is no letter', () => {
    const number = 'Số: 15/KH-UBND  \nV/v tổ chức Ngày hội  \nđọc sách năm 2026';
    const [head] = blocks(planSample({ number }));
    const left = head?.kind === 'head' ? (head.rows[1]?.left ?? []).map(textOf) : [];
    assert.deepEqual(left, ['Số: 15/KH-UBND', 'V/v tổ chức Ngày hội\nđọc sách năm 2026']);
  });

  it('list two addressees or more under their label', () => {
    const addressee = 'Kính gửi:\n\n- Sở Tài chính;\n- Sở Y tế.';
    const list = blocks(letterSample({ addressee })).find((block) => block.kind === 'addressees');
    assert.equal(list && textOf(list), 'Kính gửi:\n- Sở Tài chính;\n- Sở Y tế.');
  });

  it('leave room for figures written by hand', () => {
    const [head] = blocks(
      planSample({ number: 'Số:    /KH-UBND', place: '*Hòa Bình, ngày    tháng 3 năm 2026*' }),
    );
    const gap = '\u00A0'.repeat(7);
    const row = head?.kind === 'head' ? head.rows[1] : undefined;
    assert.deepEqual(row?.left.map(textOf), [`Số: ${gap}/KH-UBND`]);
    assert.deepEqual(row?.right.map(textOf), [`Hòa Bình, ngày ${gap} tháng 3 năm 2026`]);
  });

  it('join lines that a plain break divides inside a sentence and keep those that end', () => {
    const found = blocks(
      planSample({
        body: 'Câu thứ nhất còn\nnối tiếp ở dòng sau.\nĐoạn thứ hai.\n- Gạch đầu dòng;\n- Cuối./.',
      }),
    );
    const body = found.flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'body' ? [textOf(block)] : [],
    );
    assert.deepEqual(body, [
      'Câu thứ nhất còn nối tiếp ở dòng sau.',
      'Đoạn thứ hai.',
      '- Gạch đầu dòng;',
      '- Cuối./.',
    ]);
  });

  it('hold a table with its columns', () => {
    const body =
      'Như sau:\n\n| STT | Việc |\n|:-:|---|\n| 1 | Tổ **chức** |\n| 2 | Báo cáo |\n\nHết./.';
    const table = blocks(planSample({ body })).find((block) => block.kind === 'table');
    assert.equal(table && textOf(table), 'STT\nViệc\n1\nTổ chức\n2\nBáo cáo');
    assert.deepEqual(table?.kind === 'table' && table.align, ['center', undefined]);
  });

  it('hang a footnote on its reference', () => {
    const after = '[^1]: Theo Quyết định số 1/QĐ-UBND.';
    const found = blocks(planSample({ body: 'Nội dung[^1] kế hoạch./.', after }));
    const body = found.find((block) => textOf(block).startsWith('Nội dung'));
    assert.deepEqual(body?.kind === 'paragraph' && body.runs.map((run) => [run.text, run.note]), [
      ['Nội dung', 'Theo Quyết định số 1/QĐ-UBND.'],
      [' kế hoạch./.', undefined],
    ]);
    assert.ok(!found.some((block) => block.kind === 'annexBreak'));
  });

  it('show what follows the closing and is no component', () => {
    const found = blocks(planSample({ after: 'Một dòng lạc lõng ở cuối.' }));
    assert.ok(found.some((block) => textOf(block) === 'Một dòng lạc lõng ở cuối.'));
  });
});
