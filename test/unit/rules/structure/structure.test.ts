import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../../server/lint/fixAll.ts';
import { lint } from '../../../../server/lint/lint.ts';
import { structure } from '../../../../server/rules/structure/index.ts';
import { decisionSample, planSample } from '../../../../server/rules/samples.ts';
import { applyEdits } from '../../../../server/source/span.ts';

const purpose = '**I. MỤC ĐÍCH, YÊU CẦU**\n\nPhát triển văn hóa đọc.';
const implementation =
  '**III. TỔ CHỨC THỰC HIỆN**\n\nVăn phòng chủ trì, bố trí kinh phí, địa điểm; báo cáo trước ngày 30/4/2026./.';

function withContent(...content: readonly string[]): string {
  return planSample({
    body: [purpose, '**II. NỘI DUNG**', ...content, implementation].join('\n\n'),
  });
}

/** Each report as `rule «place»`. */
function reports(text: string): readonly string[] {
  return lint(text, {}, structure).diagnostics.map(
    ({ rule, span }) => `${rule} «${text.slice(span.start, span.end)}»`,
  );
}

/** The text after a person has taken the first fix of every report, one after another. */
function chosen(text: string): string {
  const [fix] = lint(text, {}, structure).diagnostics.flatMap(({ fixes }) => fixes);
  return fix ? chosen(applyEdits(text, fix.edits)) : text;
}

describe('rules of structure', () => {
  const silent: Readonly<Record<string, string>> = {
    'a numbered list under a bold heading of the same figures': withContent(
      '**1. Hoạt động**\n\n1. Trồng cây.\n\n2. Dọn dẹp.\n\n3. Quét vôi.',
      '**2. Trang trí**\n\nTreo cờ.',
    ),
    'the same as a Markdown list': withContent(
      '**1. Hoạt động**\n\n1. Trồng cây.\n2. Dọn dẹp.\n3. Quét vôi.',
      '**2. Trang trí**\n\nTreo cờ.',
    ),
    'a list that Markdown numbers itself': withContent('1. Trồng cây.\n1. Dọn dẹp.\n1. Quét vôi.'),
    'points that begin again under each clause': withContent(
      '1. Trồng cây:\n\na) Chuẩn bị;\n\nb) Thực hiện.\n\n2. Dọn dẹp:\n\na) Chuẩn bị;\n\nb) Thực hiện.',
    ),
    'decimals under their clauses': withContent(
      '**1. Trồng cây**\n\n1.1. Chuẩn bị.\n\n1.2. Thực hiện.\n\n**2. Dọn dẹp**\n\n2.1. Chuẩn bị.\n\n2.2. Thực hiện.',
    ),
    'numbers in a table': withContent(
      '| TT | Việc |\n|---|---|\n| 1. | Trồng cây |\n| 3. | Dọn dẹp |',
    ),
    'numbers in quoted text': withContent('Sửa như sau:\n\n“3. Trồng cây.\n\n5. Dọn dẹp.”'),
    'numbers in an annex': planSample({
      after: '**PHỤ LỤC**\n\n**DANH SÁCH**\n\n1. Trồng cây\n\n3. Dọn dẹp\n',
    }),
    'headings without numbers under numbered ones': planSample({
      body: `## I. MỤC ĐÍCH\n\nĐọc sách.\n\n## II. NỘI DUNG\n\n### Mục tiêu chung\n\nĐọc.\n\n### Mục tiêu riêng\n\nSách.\n\n${implementation.replace('**III. TỔ CHỨC THỰC HIỆN**', '## III. TỔ CHỨC THỰC HIỆN')}`,
    }),
    'bold items that are whole sentences': withContent(
      '**1. Tổ chức hội nghị triển khai.**\n\n**2. Thời gian: 07 giờ 30, ngày 21/4/2026.**\n\nChuẩn bị trước.',
    ),
    'bold items one after another': withContent(
      '**1. Trồng cây**\n\n**2. Dọn dẹp**\n\n**3. Quét vôi**',
    ),
    'main sections in capital letters over Roman ones': planSample({
      body: 'A. MỤC ĐÍCH, YÊU CẦU\n\nI. MỤC ĐÍCH\n\nĐọc.\n\nII. YÊU CẦU\n\nSách.\n\nB. NỘI DUNG\n\nI. THỜI GIAN\n\nTháng 4.\n\nII. ĐỊA ĐIỂM\n\nThư viện.\n\nC. TỔ CHỨC THỰC HIỆN\n\nKinh phí, báo cáo theo quy định./.',
    }),
    'parts with their titles on the next line': planSample({
      body: '**Phần I**\n\n**MỤC ĐÍCH, YÊU CẦU**\n\nĐọc.\n\n**Phần II**\n\n**NỘI DUNG**\n\nSách.\n\n**Phần III**\n\n**TỔ CHỨC THỰC HIỆN**\n\nThời gian, địa điểm, kinh phí, báo cáo./.',
    }),
    'a converter’s escapes': withContent('1\\. Trồng cây:\n\na\\) Chuẩn bị;\n\nb\\) Thực hiện.'),
  };
  for (const [name, text] of Object.entries(silent)) {
    it(`are silent on ${name}`, () => {
      assert.deepEqual(reports(text), []);
    });
  }

  it('ask a school for its purpose in a low voice', () => {
    const text = planSample({
      agency: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO PHÚ THỌ\n**TRƯỜNG THPT HÒA BÌNH**',
      body: `**I. ĐẶC ĐIỂM TÌNH HÌNH**\n\nTrường có 30 lớp.\n\n**II. NHIỆM VỤ TRỌNG TÂM**\n\nĐọc sách.\n\n${implementation}`,
    });
    const found = lint(text, {}, structure).diagnostics;
    assert.deepEqual(
      found.map(({ rule, severity }) => [rule, severity]),
      [['required-section', 'info']],
    );
  });

  it('count articles through chapters', () => {
    const text = decisionSample()
      .replace('**Điều 2.**', '**Chương I**\n\n**QUY ĐỊNH CHUNG**\n\n**Điều 2.**')
      .replace('**Điều 3.**', '**Chương II**\n\n**THI HÀNH**\n\n**Điều 3.**');
    assert.deepEqual(reports(text), []);
  });

  it('speak once of levels in a document', () => {
    const text = planSample({
      body: `#### I. MỤC ĐÍCH, YÊU CẦU\n\nĐọc.\n\n#### II. NỘI DUNG\n\n##### 1. Chủ đề\n\nSách.\n\n##### 2. Khách mời\n\nTác giả.\n\n#### 3. Trang trí\n\nCờ.\n\n${implementation.replace('**III. TỔ CHỨC THỰC HIỆN**', '### III. TỔ CHỨC THỰC HIỆN')}`,
    });
    assert.equal(reports(text).length, 1);
    assert.deepEqual(reports(fixAll(text, {}, structure).text), []);
  });

  it('build a plan’s sections in their order where all are missing', () => {
    for (const body of [
      'Ủy ban nhân dân xã ban hành Kế hoạch như sau:',
      'Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\n## I. NỘI DUNG\n\nTrồng cây.\n\nTrên đây là Kế hoạch./.',
      'Kế hoạch như sau:\n\n1. Nội dung\n\nTrồng cây.\n\n2. Kinh phí\n\nTừ ngân sách xã./.',
    ]) {
      const saved = fixAll(planSample({ body }), {}, structure);
      assert.deepEqual(saved.unsettled, []);
      assert.ok(!saved.text.includes('…'), 'saving leaves a blank behind');
      const text = chosen(saved.text);
      assert.deepEqual(reports(text), []);
      const titles = [
        'mục đích',
        'nội dung',
        'địa điểm',
        'kinh phí',
        'báo cáo',
        'tổ chức thực hiện',
      ];
      const places = titles.map((title) =>
        text.search(new RegExp(`^(?:## |\\*\\*)?[IV\\d]+\\. (?:chế độ )?${title}`, 'imu')),
      );
      // what the other sections tell already needs none of its own
      const required = [places[0], places[1], places.at(-1)];
      assert.ok(
        required.every((place) => place !== undefined && place > 0),
        text,
      );
      const there = places.filter((place) => place > 0);
      assert.deepEqual(
        there,
        [...there].sort((a, b) => a - b),
      );
    }
  });

  it('never report outside the file, and settle what they fix, whatever the headings', () => {
    const heading = fc
      .record({
        mark: fc.constantFrom('', '## ', '### ', '#### ', '**'),
        number: fc.constantFrom(
          'I.',
          'II.',
          'II',
          'III.',
          '1.',
          '2.',
          '3)',
          '1.1.',
          'a)',
          'đ)',
          'Điều 2.',
          '',
        ),
        title: fc.constantFrom(
          'MỤC ĐÍCH',
          'NỘI DUNG',
          'Kinh phí',
          'TỔ CHỨC THỰC HIỆN',
          'Trồng cây:',
        ),
        text: fc.constantFrom(
          '',
          '\n\nTrồng cây.',
          '\n\n- Trồng cây;\n- Dọn dẹp.',
          '\n\nTheo Mục V Kế hoạch này./.',
        ),
      })
      .map(({ mark, number, title, text }) => {
        return `${mark}${number} ${title}${mark === '**' ? '**' : ''}${text}`;
      });
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
        const text = planSample({ body: headings.join('\n\n') });
        const { diagnostics, faults } = lint(text, {}, structure);
        assert.deepEqual(faults, []);
        for (const { span } of diagnostics) {
          assert.ok(span.start <= span.end && span.end <= text.length);
        }
        assert.deepEqual(fixAll(text, {}, structure).unsettled, []);
      }),
      { numRuns: 50 },
    );
  });

  it('come to rest where numbers stand below a heading without one', () => {
    const body = [
      '## I. MỤC ĐÍCH',
      '#### 1.1. MỤC ĐÍCH',
      '####  MỤC ĐÍCH',
      '### 1.1. MỤC ĐÍCH',
      '## 1.1. MỤC ĐÍCH',
    ].join('\n\n');
    assert.deepEqual(fixAll(planSample({ body }), {}, structure).unsettled, []);
  });

  it('fix a missing purpose on saving, before a plain heading that begins with its number too', () => {
    const body =
      '1. Nội dung\n\nTrồng cây từ ngày 21/4/2026 trên địa bàn xã; kinh phí từ ngân sách.\n\n2. Tổ chức thực hiện\n\nVăn phòng báo cáo kết quả./.';
    const { text } = fixAll(planSample({ body }), {}, structure);
    assert.match(text, /\n\n1\. Mục đích, yêu cầu\n\n[^\n]+\n\n2\. Nội dung\n/u);
    assert.match(text, /\n3\. Tổ chức thực hiện\n/u);
  });

  it('offer no section where it would stand under an article', () => {
    const text = planSample({
      body: '**Điều 1. Mục đích**\n\nĐọc sách.\n\n**Điều 2. Kinh phí**\n\nTừ ngân sách./.',
    });
    const missing = lint(text, {}, structure).diagnostics.filter(
      ({ rule }) => rule === 'required-section',
    );
    assert.ok(missing.length > 0);
    assert.ok(missing.every(({ fixes }) => fixes.length === 0));
  });

  it('number no section among headings without numbers', () => {
    const body =
      '## MỤC ĐÍCH\n\nĐọc sách.\n\n## NỘI DUNG\n\nTừ ngày 21/4/2026 trên địa bàn xã, kinh phí từ ngân sách; báo cáo theo quy định./.';
    const { text } = fixAll(planSample({ body }), {}, structure);
    assert.match(text, /\n\n## TỔ CHỨC THỰC HIỆN\n\n/u);
  });

  it('put no law into a plan that is older than it', () => {
    const older = planSample({ bases: '', place: '*Hòa Bình, ngày 05 tháng 3 năm 2024*' });
    assert.ok(!fixAll(older, {}, structure).text.includes('năm 2025'));
  });
});
