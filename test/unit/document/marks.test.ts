import assert from 'node:assert/strict';
import type { Document, Part } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

function only(text: string): Document {
  const documents = parseDocuments(parseSource(text));
  assert.equal(documents.length, 1);
  const [document] = documents;
  assert.ok(document);
  return document;
}

function at(text: string, part: Part | undefined): string | undefined {
  return part && text.slice(part.span.start, part.span.end);
}

const contact = 'Số 12, đường Hùng Vương, ĐT: 0210 3845 222, Fax: 0210 3845 223, E-mail: snv@x.vn';

describe('marks of a head', () => {
  it('are read from lines of text, in either spelling, and end no head', () => {
    for (const [mark, name] of [
      ['HỎA TỐC', 'urgencyMark'],
      ['HOẢ TỐC', 'urgencyMark'],
      ['**THƯỢNG KHẨN**', 'urgencyMark'],
      ['KHẨN', 'urgencyMark'],
      ['TỐI MẬT', 'secrecyMark'],
      ['MẬT', 'secrecyMark'],
      ['[LƯU HÀNH NỘI BỘ]', 'circulation'],
      ['XEM XONG TRẢ LẠI', 'circulation'],
    ] as const) {
      const text = letterSample().replace('Kính gửi', `${mark}\n\nKính gửi`);
      const document = only(text);
      assert.equal(at(text, document[name]), mark.replaceAll('*', ''));
      assert.equal(document.addressees?.items.length, 1);
      assert.ok(!document.body.some((line) => line.text.includes(mark)));
    }
  });

  it('may stand together, also above the national title', () => {
    const text = `LƯU HÀNH NỘI BỘ\n\n${planSample().replace('Số: 15', 'MẬT\n\nHỎA TỐC\n\nSố: 15')}`;
    const document = only(text);
    assert.equal(at(text, document.circulation), 'LƯU HÀNH NỘI BỘ');
    assert.equal(at(text, document.secrecyMark), 'MẬT');
    assert.equal(at(text, document.urgencyMark), 'HỎA TỐC');
    assert.equal(document.issuer?.text, 'ỦY BAN NHÂN DÂN XÃ HÒA BÌNH');
    assert.equal(document.number?.text, '15/KH-UBND');
  });

  it('are no words of the text that share their letters', () => {
    for (const words of ['MẶT TRẬN', 'MẮT', 'KHĂN', 'Khẩn', 'VĂN BẢN MẬT', 'TRẢ LẠI']) {
      const document = only(planSample({ body: `${words}\n\nPhòng Nội vụ thực hiện./.` }));
      assert.equal(document.urgencyMark, undefined, words);
      assert.equal(document.secrecyMark, undefined, words);
      assert.equal(document.circulation, undefined, words);
    }
  });

  it('come from the front matter where their value names one', () => {
    const text = frontMatterPlanSample({
      'độ khẩn': 'Hỏa tốc',
      'độ mật': 'Thường',
      'phạm vi lưu hành': 'LƯU HÀNH NỘI BỘ',
      'liên hệ': `"${contact}"`,
    });
    const document = only(text);
    assert.equal(at(text, document.urgencyMark), 'Hỏa tốc');
    assert.equal(document.secrecyMark, undefined);
    assert.equal(at(text, document.circulation), 'LƯU HÀNH NỘI BỘ');
    assert.equal(at(text, document.contactLine), contact);
  });
});

describe('the drafter’s symbol', () => {
  const withCode = (recipients: string): string =>
    planSample({ recipients: `Nơi nhận:\n- Sở Nội vụ;\n${recipients}` });

  it('is read under the recipients and at the archive line’s end', () => {
    for (const [lines, archive] of [
      ['- Lưu: VT, TH.\n\nPL.(300)', 'Lưu: VT, TH'],
      ['- Lưu: VT, TH. PL.(300)', 'Lưu: VT, TH'],
      ['- Lưu: VT.\nPL. (300)', 'Lưu: VT'],
      ['- Lưu: VT, TH.\n\nPL.300b', 'Lưu: VT, TH'],
    ] as const) {
      const text = withCode(lines);
      const document = only(text);
      assert.match(at(text, document.drafterCode) ?? '', /^PL\.\s?\(?300/u, lines);
      assert.equal(document.recipients?.items.at(-1)?.content.text, archive);
      assert.equal(document.recipients.items.at(-1)?.endMark?.text, '.');
      assert.ok(document.signature?.name, lines);
    }
  });

  it('may be the drafter’s name, small behind the archive line’s full stop', () => {
    for (const [typed, code] of [
      ['NC.<sub>Châu</sub>', 'Châu'],
      ['NC.<sub>Châu(04b)</sub>', 'Châu(04b)'],
    ] as const) {
      const document = only(withCode(`- Lưu: VT, ${typed}`));
      assert.equal(document.drafterCode?.text, code);
      assert.equal(document.recipients?.items.at(-1)?.text, '- Lưu: VT, NC.');
    }
  });

  it('stands beside the signature too', () => {
    const text = planSample({
      recipients:
        '| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n|---|---|\n| - Sở Nội vụ; | CHỦ TỊCH |\n| - Lưu: VT. | |\n| PL.(300) | Lê Quang Vinh |',
      signature: '',
    });
    const document = only(text);
    assert.equal(document.drafterCode?.text, 'PL.(300)');
    assert.equal(document.signature?.name?.text, 'Lê Quang Vinh');
  });

  it('is no unit with its number of copies', () => {
    for (const lines of ['- Lưu: VT, TH (3).', '- Lưu: VT, NC.', '- Lưu: VT (2), KT.(3)']) {
      const document = only(withCode(lines));
      assert.equal(document.drafterCode, undefined, lines);
      assert.equal(
        `- ${document.recipients?.items.at(-1)?.content.text ?? ''}`,
        lines.replace(/\.$/u, ''),
      );
    }
  });
});

describe('the contact line', () => {
  it('is read under the signature, on one line or several', () => {
    for (const lines of [
      contact,
      'Địa chỉ: số 12, đường Hùng Vương, phường Việt Trì\nĐiện thoại: 0210 3845 222\nEmail: snv@x.vn',
    ]) {
      const text = planSample({ after: lines });
      const document = only(text);
      assert.equal(at(text, document.contactLine), lines);
      assert.deepEqual(document.annexes, []);
    }
  });

  it('ends a text that has neither recipients nor signature', () => {
    const text = planSample({
      recipients: '',
      signature: '',
      body: 'Phòng Nội vụ thực hiện.',
      after: contact,
    });
    const document = only(text);
    assert.equal(at(text, document.contactLine), contact);
    assert.ok(!document.body.some((line) => line.text === contact));
  });

  it('does not part recipients from the signature', () => {
    const document = only(letterSample({ signature: `${contact}\n\nGIÁM ĐỐC\n\nLê Quang Vinh` }));
    assert.equal(document.contactLine?.text, contact);
    assert.equal(document.signature?.name?.text, 'Lê Quang Vinh');
  });

  it('is no sentence that asks to call someone, and no list of addresses in the body', () => {
    for (const line of [
      'Mọi vướng mắc liên hệ ông An, điện thoại: 0912 345 678, email: an@x.vn để được hướng dẫn.',
      'Điện thoại: 0912 345 678.',
      'Số 12 đường Hùng Vương là nơi tiếp công dân.',
    ]) {
      assert.equal(only(planSample({ after: line })).contactLine, undefined, line);
    }
    const inside = only(planSample({ body: `${contact}\n\nPhòng Nội vụ thực hiện./.` }));
    assert.equal(inside.contactLine, undefined);
  });
});
