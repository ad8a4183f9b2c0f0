import assert from 'node:assert/strict';
import { parseSource } from '../../../server/source/parseSource.ts';

const around = (block: string): string => `# Trước\n\n${block}\n\n# Sau\n`;

/** Shapes that cost Markdown the square of their length and more. */
const hostile: Readonly<Record<string, string>> = {
  'a run of emphasis marks': '*a_'.repeat(5000),
  'brackets without end': '[a]('.repeat(5000),
  'references without end': '[a]'.repeat(5000),
  'nested quotations': Array.from(
    { length: 200 },
    (_, depth) => `${'>'.repeat(depth + 1)} a\n`,
  ).join(''),
  'nested lists': Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
  'a list without end': '- a\n'.repeat(5000),
  'lazy quotations': '> a\nb\n'.repeat(5000),
  'backticks of every length': Array.from({ length: 2000 }, (_, length) =>
    '`'.repeat((length % 300) + 1),
  ).join(' '),
  'a line of half a megabyte': 'Nội dung. '.repeat(50_000),
  'an unclosed fence': '```\n' + 'a\n\n'.repeat(100_000),
};

describe('limits of a source', () => {
  for (const [shape, block] of Object.entries(hostile)) {
    it(`reads ${shape} as plain text in bounded time, says so, and reads the rest`, () => {
      const source = parseSource(around(block));
      const said = source.limits.find(({ reason }) => reason === 'block-too-large');
      assert.ok(said);
      assert.ok(said.span.end > said.span.start);
      assert.equal(source.lines[0]?.text.replace('# ', ''), 'Trước');
      assert.equal(source.lines.at(-1)?.text.replace('# ', ''), 'Sau');
    });
  }

  it('keeps every line of a block that it reads as plain text', () => {
    const source = parseSource(around('- Nội dung\n'.repeat(3000)));
    assert.equal(source.lines.length, 3002);
    assert.deepEqual(
      source.paragraphs.map((paragraph) => paragraph.kind).filter((kind) => kind === 'heading'),
      ['heading', 'heading'],
    );
  });

  it('keeps the rows of a table that it reads as plain text', () => {
    const source = parseSource('| a | b |\n|---|---|\n' + '| c | d |\n'.repeat(30_000));
    assert.equal(source.limits[0]?.reason, 'block-too-large');
    assert.ok(source.paragraphs.every((paragraph) => paragraph.kind === 'tableRow'));
  });

  it('reads the head of ten megabytes and says that the rest is unread', () => {
    const text = 'Nội dung kế hoạch.\n\n'.repeat(500_000);
    const source = parseSource(text);
    const [limit] = source.limits;
    assert.equal(limit?.reason, 'file-too-large');
    assert.equal(limit.span.end, text.length);
    assert.ok(source.lines.length > 0);
    assert.ok((source.lines.at(-1)?.span.end ?? 0) <= limit.span.start);
  });

  it('reads nothing of binary data', () => {
    const source = parseSource('%PDF\0\u0001\u0002Số: 1');
    assert.deepEqual(source.limits, [{ span: { start: 0, end: 12 }, reason: 'binary' }]);
    assert.deepEqual(source.lines, []);
  });

  it('reads one NUL late in a text as a character', () => {
    const text = `${'Nội dung.\n\n'.repeat(1000)}a\0b\n`;
    const source = parseSource(text);
    assert.deepEqual(source.limits, []);
    assert.deepEqual(source.lines.at(-1)?.spanOf(1, 2), {
      start: text.length - 3,
      end: text.length - 2,
    });
  });

  it('finds no limit in an annex with a table of several hundred rows', () => {
    const row = `| 1 | ${'Ủy ban nhân dân xã '.repeat(8)} | Quý I/2026 |\n`;
    assert.deepEqual(
      parseSource(around(`| a | b | c |\n|---|---|---|\n${row.repeat(400)}`)).limits,
      [],
    );
  });
});
