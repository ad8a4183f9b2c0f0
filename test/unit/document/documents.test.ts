import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Document, Section } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { decisionSample, letterSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

const dossier = '../shared/dossier/ke-hoach-220.md';

function parse(text: string): readonly Document[] {
  return parseDocuments(parseSource(text));
}

function outline(sections: readonly Section[], indent = ''): string[] {
  return sections.flatMap((section) => [
    `${indent}${section.numbering.label}${section.numbering.delimiter} ${section.title.text}`,
    ...outline(section.children, `${indent}  `),
  ]);
}

describe('the documents of a file', () => {
  it('are told apart by their heads', () => {
    const documents = parse([planSample(), letterSample(), decisionSample()].join('\n'));
    assert.deepEqual(
      documents.map((document) => document.type?.id),
      ['ke-hoach', 'cong-van', 'quyet-dinh'],
    );
    assert.deepEqual(
      documents.map((document) => document.signature?.name?.text),
      ['Trần Văn Bình', 'Lê Thị Hoa', 'Phạm Văn Nam'],
    );
  });

  it('tile the file without gap or overlap', () => {
    const text = Array.from({ length: 50 }, () => letterSample()).join('\n');
    const documents = parse(text);
    assert.equal(documents.length, 50);
    assert.equal(documents[0]?.span.start, 0);
    documents.forEach((document, index) => {
      assert.equal(document.span.end, documents[index + 1]?.span.start ?? text.length);
    });
  });

  it('keep an annex with a head of its own in the document that issues it', () => {
    const [document, ...others] = parse(
      decisionSample({
        after:
          'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n**QUY CHẾ**\n\n**Làm việc của Tổ công tác**\n\n*(Kèm theo Quyết định số 101/QĐ-UBND ngày 20 tháng 4 năm 2026)*\n\n**Điều 1.** Phạm vi\n\nQuy chế này áp dụng cho Tổ công tác.',
      }),
    );
    assert.equal(others.length, 0);
    assert.equal(document?.annexes.length, 1);
    assert.equal(document?.annexes[0]?.heading.text, 'QUY CHẾ');
  });

  it('have a section tree by numbering, whatever the Markdown form', () => {
    const body = [
      'Ủy ban nhân dân xã ban hành Kế hoạch như sau:',
      '### I. MỤC ĐÍCH',
      'Nâng cao nhận thức.',
      '**II. NỘI DUNG**',
      '1. Tuyên truyền: trên hệ thống loa truyền thanh.',
      'a) Nội dung tuyên truyền.',
      'b) Hình thức tuyên truyền.',
      '**2. Tập huấn**',
      '2.1. Đối tượng',
      'III. TỔ CHỨC THỰC HIỆN',
      'Giao Văn phòng theo dõi./.',
    ].join('\n\n');
    const [document] = parse(planSample({ body }));
    assert.deepEqual(outline(document?.sections ?? []), [
      'I. MỤC ĐÍCH',
      'II. NỘI DUNG',
      '  1. Tuyên truyền',
      '    a) Nội dung tuyên truyền',
      '    b) Hình thức tuyên truyền',
      '  2. Tập huấn',
      '    2.1. Đối tượng',
      'III. TỔ CHỨC THỰC HIỆN',
    ]);
    assert.deepEqual(
      document?.sections.map((section) => section.form),
      ['heading', 'bold', 'plain'],
    );
  });

  it('leave the numbers of a quoted text out of the tree', () => {
    const body =
      'Bộ có ý kiến như sau:\n\n*“1. Theo quy định hiện hành.*\n\n*2. Việc sáp nhập thực hiện sau”.*\n\n1. Giao Sở Nội vụ thực hiện./.';
    const [document] = parse(letterSample({ body }));
    assert.deepEqual(outline(document?.sections ?? []), ['1. Giao Sở Nội vụ thực hiện']);
  });

  it('have their closing in either order', () => {
    const signature = '**TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n**Lê Văn An**';
    const [below] = parse(planSample({ signature }));
    const text = planSample({ signature: '' });
    const [above] = parse(text.replace('**Nơi nhận:**', `${signature}\n\n**Nơi nhận:**`));
    for (const document of [below, above]) {
      assert.deepEqual(
        document?.signature?.authorities.map((authority) => authority.kind),
        ['TM', 'KT'],
      );
      assert.equal(document?.signature?.title?.text, 'PHÓ CHỦ TỊCH');
      assert.equal(document?.signature?.name?.text, 'Lê Văn An');
      assert.equal(document?.recipients?.items.length, 3);
      assert.equal(document?.endingMark?.text, './.');
    }
  });

  it('are four in the real dossier', function () {
    if (!existsSync(dossier)) this.skip();
    const documents = parse(readFileSync(dossier, 'utf8'));
    assert.deepEqual(
      documents.map(({ type, number, placeAndDate }) => [
        type?.id,
        number?.text,
        placeAndDate?.date.day,
        placeAndDate?.date.month,
        placeAndDate?.date.year,
      ]),
      [
        ['ke-hoach', '220/KH-UBND', 29, 9, 2021],
        ['cong-van', '1103 /PGĐĐT', 23, 9, 2021],
        ['cong-van', '1040/PGDDĐT', 15, 9, 2021],
        ['ke-hoach', '/UBND-VX', undefined, 9, 2021],
      ],
    );
    assert.equal(documents[3]?.number?.numeral, undefined);
    assert.equal(documents[3]?.draftMark?.text, 'DỰ THẢO');
  });

  it('come out of any text at all', () => {
    const pieces = fc.constantFrom(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: /KH-UBND',
      'KẾ HOẠCH',
      'Căn cứ ',
      'Nơi nhận:',
      '- Lưu: VT',
      './.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Phụ lục I',
      '(Kèm theo',
      'I. ',
      '1. ',
      'a) ',
      'Điều 1. ',
      '**',
      '\n',
      '\n\n',
      '---\n',
      ' | ',
      '\t',
      '> ',
      '# ',
      'Kính gửi:',
      'ĐẾN Số: 1\nNgày: 1/1/21',
      'V/v ',
      '“',
      '”',
      'ngày    tháng 9 năm 2021',
    );
    const anyText = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        for (const document of parse(text)) {
          for (const part of [
            document,
            document.number,
            document.subject,
            document.signature,
            document.recipients,
          ]) {
            assert.ok(
              !part ||
                (0 <= part.span.start &&
                  part.span.start <= part.span.end &&
                  part.span.end <= text.length),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the recipients of a document', () => {
  const read = (items: string): Document | undefined =>
    parse(planSample({ recipients: `**Nơi nhận:**\n\n${items}` }))[0];

  it('may be broken over two lines', () => {
    const document = read('- Các phòng, ban, đơn vị\n  thuộc Ủy ban nhân dân xã;\n- Lưu: VT, VP.');
    assert.deepEqual(
      document?.recipients?.items.map(({ content }) => content.text),
      ['Các phòng, ban, đơn vị thuộc Ủy ban nhân dân xã', 'Lưu: VT, VP'],
    );
  });

  it('may go on after the archive line without losing the signature', () => {
    const document = read('- Lưu: VT, VP;\n- Sở Tài chính.');
    assert.equal(document?.recipients?.items.length, 2);
    assert.equal(document?.signature?.name?.text, 'Trần Văn Bình');
  });
});
