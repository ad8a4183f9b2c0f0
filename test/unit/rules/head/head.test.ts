import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../../server/lint/fixAll.ts';
import { lint } from '../../../../server/lint/lint.ts';
import { head } from '../../../../server/rules/head/index.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../../server/rules/samples.ts';

function fixed(text: string): string {
  return fixAll(text, {}, head).text;
}

function codes(text: string): readonly string[] {
  return lint(text, {}, head).diagnostics.map(({ rule }) => rule);
}

describe('rules of the head', () => {
  it('write what is missing with the line endings of the file', () => {
    const text = planSample({ nation: '' }).replaceAll('\n', '\r\n');
    assert.equal(fixed(text), planSample().replaceAll('\n', '\r\n'));
  });

  it('write without Markdown marks where the document has none', () => {
    const text = letterSample({ nation: '', place: '' }).replace(/[*]/gu, '');
    const result = fixed(text);
    assert.ok(!result.includes('*'), result);
    assert.match(result, /\nPhú Thọ, ngày … tháng … năm …\n/u);
  });

  it('write under a table that holds the head, not into it', () => {
    const text = [
      '| UBND TỈNH PHÚ THỌ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
      '| --- | --- |',
      '| **SỞ NỘI VỤ** | Độc lập - Tự do - Hạnh phúc |',
      '',
      'V/v rà soát công tác văn thư',
      '',
      'Kính gửi: Ủy ban nhân dân các xã, phường.',
      '',
      'Sở Nội vụ đề nghị rà soát./.',
      '',
    ].join('\n');
    const result = fixed(text);
    assert.ok(result.startsWith(text.slice(0, text.indexOf('\n\nV/v'))), result);
    assert.match(result, /\n\nSố: {6}\/SNV\n/u);
  });

  it('write below a line of a paragraph that goes on', () => {
    const text = [
      'ỦY BAN NHÂN DÂN  ',
      'XÃ HÒA BÌNH  ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  ',
      'Số: 15/KH-UBND  ',
      'Hòa Bình, ngày 05 tháng 3 năm 2026  ',
      'KẾ HOẠCH  ',
      'Tổ chức Ngày hội đọc sách',
      '',
      'Nội dung./.',
      '',
    ].join('\n');
    assert.equal(
      fixed(text),
      text.replace('VIỆT NAM  \n', 'VIỆT NAM  \nĐộc lập - Tự do - Hạnh phúc  \n'),
    );
  });

  it('write keys as the front matter writes its own', () => {
    const text = [
      '---',
      'loai: Ke hoach',
      'co_quan: Uỷ ban nhân dân xã Hòa Bình',
      'trich_yeu: Tổ chức Ngày hội đọc sách',
      '---',
      '',
      'Nội dung./.',
      '',
    ].join('\n');
    const result = fixed(text);
    assert.match(result, /\nco_quan: [^\n]+\nso: \/KH-UBND\ndia_danh: Hòa Bình\n/u);
  });

  it('report in the document that lacks the component, not in its neighbour', () => {
    const first = letterSample();
    const text = first + '\n' + planSample({ place: '' });
    const found = lint(text, {}, head).diagnostics.filter(
      ({ rule }) => rule === 'place-date-missing',
    );
    assert.equal(found.length, 1);
    assert.ok(found.every(({ span }) => span.start > first.length));
  });

  it('are silent on forms and normative documents, which have Quốc hiệu too', () => {
    const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n';
    assert.deepEqual(
      codes(`${nation}ĐƠN XIN NGHỈ PHÉP\n\nKính gửi: Ban Giám hiệu\n\nTôi tên là An.\n`),
      [],
    );
    assert.deepEqual(
      codes(
        `BỘ NỘI VỤ\n\n${nation}Số: 01/2026/TT-BNV\n\nHà Nội, ngày 05 tháng 01 năm 2026\n\nTHÔNG TƯ\nQuy định về lưu trữ\n\nCăn cứ Luật Lưu trữ;\n`,
      ),
      [],
    );
  });

  it('are silent on notes and fragments', () => {
    assert.deepEqual(codes('# KẾ HOẠCH\n'), []);
    assert.deepEqual(codes('Nơi nhận:\n\n- Như trên;\n- Lưu: VT.\n'), []);
    assert.deepEqual(
      codes('Số: 123/KH-UBND là số của năm ngoái.\n\nKính gửi: các đồng nghiệp xem giúp.\n'),
      [],
    );
  });

  it('settle in a few fixes whatever lines of a document are missing', () => {
    const samples = [planSample(), letterSample(), decisionSample(), frontMatterPlanSample()];
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.boolean(), { maxLength: 24 }),
        (sample, dropped) => {
          const text = sample
            .split('\n')
            .filter((_, index) => dropped[index] !== true)
            .join('\n');
          const { faults } = lint(text, {}, head);
          assert.deepEqual(faults, []);
          const result = fixAll(text, {}, head);
          assert.deepEqual(result.unsettled, [], text);
          assert.equal(fixed(result.text), result.text);
        },
      ),
      { numRuns: 60 },
    );
  });
});
