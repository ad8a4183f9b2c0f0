import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter, type FrontMatter } from '../../../server/document/frontMatter.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { frontMatterPlanSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

function read(yaml: string): { text: string; frontMatter: FrontMatter } {
  const text = `---\n${yaml}\n---\n\nNội dung.\n`;
  const block = parseSource(text).frontMatter;
  assert.ok(block);
  return { text, frontMatter: parseFrontMatter(block) };
}

describe('front matter', () => {
  it('knows its keys with and without diacritics, in any case and with any joint', () => {
    for (const key of ['Trích yếu', 'trich-yeu', 'TRICH_YEU', 'trích  yếu']) {
      const { frontMatter } = read(`loại: Kế hoạch\n${key}: Ngày hội đọc sách`);
      assert.equal(frontMatter.entries[1]?.field, 'subject');
      assert.deepEqual(frontMatter.problems, []);
    }
  });

  it('gives each value its exact place, quoted or not, scalar or list', () => {
    const { text, frontMatter } = read(
      'loại: "Kế hoạch"\nsố: 05/KH-UBND\nnơi nhận:\n  - Sở Nội vụ\n  - Lưu: VT',
    );
    const typed = frontMatter.entries.flatMap((entry) =>
      entry.items.map((item) => text.slice(item.span.start, item.span.end)),
    );
    assert.deepEqual(typed.slice(0, 3), ['Kế hoạch', '05/KH-UBND', 'Sở Nội vụ']);
  });

  it('keeps figures as they were typed', () => {
    const { frontMatter } = read('loại: Kế hoạch\nsố: 05\nngày: 2026-03-05');
    assert.deepEqual(
      frontMatter.entries.map((entry) => entry.value),
      ['Kế hoạch', '05', '2026-03-05'],
    );
  });

  it('says where broken YAML is broken', () => {
    const { text, frontMatter } = read('loại: Kế hoạch\ntrích yếu: "chưa đóng');
    const [problem] = frontMatter.problems;
    assert.equal(problem?.kind, 'syntax');
    assert.ok(problem && problem.span.end <= text.length && problem.span.start > 0);
  });

  it('offers the nearest key for a mistyped one, and leaves other tools’ keys alone', () => {
    const mistyped = read('loại: Kế hoạch\ntrich yeeu: A').frontMatter;
    assert.equal(mistyped.problems[0]?.suggestion, 'trích yếu');
    assert.deepEqual(read('layout: post\ntags: [a, b]').frontMatter.problems, []);
  });

  it('gives a block of lines its place under the sign that opens it', () => {
    for (const sign of ['|', '>', '>-']) {
      const { text, frontMatter } = read(
        `loại: Kế hoạch\ntrích yếu: ${sign}\n  Tổ chức\n  Ngày hội\nsố: 5`,
      );
      const item = frontMatter.entries[1]?.items[0];
      assert.ok(item);
      assert.equal(item.text.replace('\n', ' '), 'Tổ chức Ngày hội');
      assert.equal(text.slice(item.span.start, item.span.end), 'Tổ chức\n  Ngày hội');
    }
  });

  it('reads a value that stands elsewhere, at the place that names it', () => {
    const { text, frontMatter } = read('loại: Kế hoạch\ncơ quan: &ub UBND xã\nchức vụ: *ub');
    const item = frontMatter.entries[2]?.items[0];
    assert.equal(item?.text, 'UBND xã');
    assert.equal(item && text.slice(item.span.start, item.span.end), '*ub');
  });

  it('tells a value of the wrong kind: a list, a map, a word that is neither yes nor no', () => {
    const wrong = ['số: [1, 2]', 'cơ quan: {a: b}', 'nơi nhận: [[a]]', 'dự thảo: bản hai'];
    for (const line of wrong) {
      const { frontMatter } = read(`loại: Kế hoạch\n${line}`);
      assert.deepEqual(
        frontMatter.problems.map(({ kind }) => kind),
        ['wrong-kind'],
        line,
      );
    }
    for (const line of ['dự thảo: có', 'dự thảo: false', 'nơi nhận: Sở Nội vụ', 'số:']) {
      assert.deepEqual(read(`loại: Kế hoạch\n${line}`).frontMatter.problems, [], line);
    }
  });

  it('keeps places exact with line ends of Windows and comments beside values', () => {
    const { text, frontMatter } = read(
      'loại: Kế hoạch # tên\r\nsố: 05/KH-UBND   # số\r\nngày:   05/3/2026  ',
    );
    assert.deepEqual(
      frontMatter.entries.map(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end)),
      ['Kế hoạch', '05/KH-UBND', '05/3/2026'],
    );
  });

  it('refuses a bomb of aliases', () => {
    const bomb = 'a: &a [x, x]\nb: &b [' + '*a, '.repeat(20) + '*a]';
    assert.equal(read(bomb).frontMatter.problems[0]?.kind, 'too-many-aliases');
  });

  it('cannot pollute a prototype', () => {
    const { frontMatter } = read('loại: Kế hoạch\n__proto__: bẩn');
    assert.equal(frontMatter.problems[0]?.kind, 'unknown-key');
    assert.equal(({} as Record<string, unknown>)['bẩn'], undefined);
  });

  it('makes the same head as text does', () => {
    const [document] = parseDocuments(parseSource(frontMatterPlanSample()));
    assert.equal(document?.origin, 'frontMatter');
    assert.equal(document?.type?.id, 'ke-hoach');
    assert.equal(document?.number?.numeral?.text, '15');
    assert.equal(document?.number?.symbol?.text, 'KH-UBND');
    assert.deepEqual(document?.placeAndDate?.date, { day: 5, month: 3, year: 2026 });
    assert.equal(document?.issuer?.text, 'Ủy ban nhân dân xã Hòa Bình');
  });

  it('never throws, whatever stands between the fences', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (yaml) => {
        const text = `---\n${yaml}\n---\n`;
        const block = parseSource(text).frontMatter;
        if (!block) return;
        for (const { span } of parseFrontMatter(block).problems)
          assert.ok(span.start <= span.end && span.end <= text.length);
      }),
    );
  });
});
