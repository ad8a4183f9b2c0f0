import assert from 'node:assert/strict';
import fc from 'fast-check';
import { baselineOf, withoutBaseline } from '../../../server/lint/baseline.ts';
import { readBaseline, writeBaseline } from '../../../server/lint/baselineFile.ts';
import type { Diagnostic } from '../../../server/lint/diagnostic.ts';

/** A report for each `lỗi` followed by digits. */
function reports(text: string): readonly Diagnostic[] {
  return [...text.matchAll(/lỗi\d+/gu)].map((match) => ({
    rule: 'a',
    severity: 'warning',
    message: '',
    span: { start: match.index, end: match.index + match[0].length },
    fixes: [],
    related: [],
    unnecessary: false,
    norm: undefined,
  }));
}

function shown(before: string, after: string): readonly string[] {
  const entries = baselineOf(reports(before), before);
  return withoutBaseline(reports(after), after, entries).shown.map(({ span }) =>
    after.slice(span.start, span.end),
  );
}

const text = 'Một hai lỗi1 ba bốn.\n\nNăm lỗi2 sáu, lỗi2 bảy.\n\n> lỗi3 ở đầu khối\n';

describe('a baseline', () => {
  it('hides what was there, wherever its paragraph goes and however its lines break', () => {
    assert.deepEqual(shown(text, text), []);
    assert.deepEqual(shown(text, text.split('\n\n').reverse().join('\n\n')), []);
    assert.deepEqual(shown(text, text.replaceAll(' ', '\n')), []);
    assert.deepEqual(shown(text, text.replace('lỗi1', '**lỗi1**')), []);
  });

  it('shows words that were edited, and what is new', () => {
    assert.deepEqual(shown(text, text.replace('lỗi1', 'lỗi9')), ['lỗi9']);
    assert.deepEqual(shown(text, `${text}\nlỗi1`), ['lỗi1']);
  });

  it('counts: of two equal reports with a count of one, one is shown', () => {
    assert.deepEqual(shown('a lỗi1 b', 'a lỗi1 b\n\na lỗi1 b'), ['lỗi1']);
    assert.deepEqual(shown('a lỗi1 b\n\na lỗi1 b', 'a lỗi1 b\n\na lỗi1 b'), []);
  });

  it('tells what is gone', () => {
    const entries = baselineOf(reports(text), text);
    const { gone, hidden } = withoutBaseline([], '', entries);
    assert.equal(hidden, 0);
    assert.equal(gone.length, entries.length);
  });

  it('hides the same whatever is put in anywhere outside the reported words', () => {
    const inserted = fc.string({
      unit: fc.constantFrom('a', 'đ', ' ', '\n', '*', '>', '.', 'ế'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(inserted, fc.nat(text.length), (more, at) => {
        const inside = reports(text).some(({ span }) => span.start < at && at < span.end);
        fc.pre(!inside);
        assert.deepEqual(shown(text, text.slice(0, at) + more + text.slice(at)), []);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back as it was written', () => {
    const words = fc.string({ unit: 'grapheme' });
    const count = fc.integer({ min: 1, max: 99 });
    const entry = fc.record(
      { rule: words, before: words, words, after: words, count },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), entry, (path, one) => {
        fc.pre(path !== '__proto__');
        const read = readBaseline(writeBaseline(new Map([[path, [one]]])));
        assert.ok('baseline' in read);
        assert.deepEqual([...read.baseline], [[path, [one]]]);
      }),
      { numRuns: 100 },
    );
  });

  it('is written sorted, one line an entry, and the same whatever the order', () => {
    const entries = baselineOf(reports(text), text);
    const one = writeBaseline(
      new Map([
        ['b.md', entries],
        ['a.md', entries],
      ]),
    );
    const other = writeBaseline(
      new Map([
        ['a.md', [...entries].reverse()],
        ['b.md', entries],
      ]),
    );
    assert.equal(one, other);
    assert.equal(one.split('\n').filter((line) => line.includes('rule:')).length, 8);
  });

  it('is read line by line, however long, whether an editor or Git changed the line ends', () => {
    const entries = [{ rule: 'a', before: '“\\', words: 'b\u2028', after: '', count: 2 }];
    const files = Array.from({ length: 20_000 }, (_, at) => [`${at}.md`, entries] as const);
    const written = writeBaseline(new Map(files));
    assert.ok(written.length > 1_000_000);
    for (const text of [written, written.replaceAll('\n', '\r\n')]) {
      const read = readBaseline(text);
      assert.ok('baseline' in read);
      assert.equal(read.baseline.size, files.length);
      assert.deepEqual(read.baseline.get('19999.md'), entries);
    }
  });

  it('is refused at the line that we did not write, where it is too long to be YAML', () => {
    const entry = { rule: 'a', before: '', words: 'b', after: '', count: 1 };
    const files = Array.from({ length: 20_000 }, (_, at) => [`${at}.md`, [entry]] as const);
    const written = writeBaseline(new Map(files));
    const odd = '  a.md: [{ rule: a, before: "", words: b, after: "", count: 1 }]';
    assert.ok('baseline' in readBaseline(`version: 1\nfiles:\n${odd}\n`));
    const text = written.replace('  "10.md":', `${odd}\n  "10.md":`);
    const read = readBaseline(text);
    assert.ok('problem' in read);
    assert.equal(text.slice(read.span.start, read.span.end), odd);
    assert.match(read.problem.vi, /quá dài/u);
    // a file named twice is no baseline, whoever wrote it
    assert.ok(
      'problem' in readBaseline(`${writeBaseline(new Map([['a.md', [entry]]]))}  "a.md":\n`),
    );
  });

  it('is refused when it is none, with the reason', () => {
    for (const bad of [
      '',
      '- a',
      'version: 2\nfiles: {}',
      'version: 1\nfiles: {a: [{rule: 1}]}',
      'a: [',
    ]) {
      assert.ok('problem' in readBaseline(bad), bad);
    }
    const at = (text: string): string | undefined => {
      const read = readBaseline(text);
      return 'span' in read ? text.slice(read.span.start, read.span.end) : undefined;
    };
    assert.equal(at('version: 2\nfiles: {}'), 'version');
    assert.equal(at('version: 1\nfiles: []'), 'files');
    assert.equal(at('version: 1\nfiles:\n  b.md: []\n  a.md: [{rule: 1}]'), 'a.md');
  });
});
