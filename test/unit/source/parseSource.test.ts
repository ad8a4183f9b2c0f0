import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSource } from '../../../server/source/parseSource.ts';
import type { Source } from '../../../server/source/source.ts';
import type { Span } from '../../../server/source/span.ts';
import { edit, markdown } from '../../fuzz/markdownPieces.ts';
import { contentOf, fuzzIncrementalSource } from '../../fuzz/incrementalSource.ts';
import { Random } from '../../fuzz/random.ts';

const anyMarkdown = fc.integer().map((seed) => markdown(new Random(seed)));
const anyText = fc.oneof(anyMarkdown, fc.string({ unit: 'binary', maxLength: 200 }), fc.string());

function assertInside(place: Span, text: string): void {
  assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
}

/** Fences, code and footnotes show their marks; elsewhere these may be Markdown's. */
const plainCharacter = /^[\p{L}\p{N}]$/u;

describe('a source', () => {
  it('never throws, and every place that it names lies in the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = parseSource(text);
        for (const { span } of source.comments) assertInside(span, text);
        for (const paragraph of source.paragraphs) {
          assertInside(paragraph.span, text);
          assertInside(paragraph.outer, text);
        }
        for (const line of source.lines) {
          for (let at = 0; at <= line.text.length; at += 1) assertInside(line.spanOf(at, at), text);
          assertInside(line.span, text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leads every visible letter back to that letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of parseSource(text).lines) {
          for (let at = 0; at < line.text.length; at += 1) {
            const letter = line.text.charAt(at);
            if (!plainCharacter.test(letter)) continue;
            const place = line.spanOf(at, at + 1);
            const typed = text.slice(place.start, place.end);
            if (typed.startsWith('&') || /^[*_`]/u.test(typed)) continue;
            assert.ok(
              typed.normalize('NFC').includes(letter),
              JSON.stringify({ text, letter, typed }),
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has lines that are pieces of their paragraphs, in order and numbered', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = parseSource(text);
        assert.deepEqual(
          source.lines,
          source.paragraphs.flatMap((paragraph) => paragraph.lines),
        );
        source.lines.forEach((line, index) => {
          assert.equal(line.index, index);
          assert.equal(
            line.paragraph.text.slice(line.offset, line.offset + line.text.length),
            line.text,
          );
          assert.ok(!line.text.includes('\n') && line.text.trim() !== '');
          assert.ok(line.boldLength <= line.text.length);
        });
        for (const paragraph of source.paragraphs) {
          const shown = paragraph.lines.map((line) => line.text).join('');
          const letters = (string: string): string => string.replace(/[^\p{L}\p{N}]/gu, '');
          assert.equal(letters(shown), letters(paragraph.text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same after edits as when parsed anew', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        let text = markdown(random);
        let source: Source = parseSource(text);
        for (let left = 8; left > 0; left -= 1) {
          const { from, to, inserted } = edit(random, text.length);
          text = text.slice(0, from) + inserted + text.slice(to);
          source = parseSource(text, source);
        }
        assert.deepEqual(contentOf(source), contentOf(parseSource(text)));
      }),
      { numRuns: 60 },
    );
  });

  it('joins its blocks to the tree of the whole text after every edit', () => {
    const { edits } = fuzzIncrementalSource(new Random(Date.now() % 1_000_000), 3000);
    assert.ok(edits > 0);
  });

  it('parses only the block that an edit touches', () => {
    const block = (number: number): string =>
      `${number}\\. Nội dung thứ ${number} của kế hoạch, do Phòng Nội vụ chủ trì.\n\n`;
    const text = Array.from({ length: 400 }, (_, index) => block(index)).join('');
    const before = parseSource(text);
    const at = text.indexOf('thứ 200');
    const after = parseSource(`${text.slice(0, at)}x${text.slice(at)}`, before);
    const kept = after.paragraphs.filter(
      (paragraph, index) => paragraph === before.paragraphs[index],
    );
    assert.ok(kept.length >= 180, `${kept.length} paragraphs before the edit are the same objects`);
    const moved = after.paragraphs.at(-1);
    assert.deepEqual(moved?.span.start, (before.paragraphs.at(-1)?.span.start ?? 0) + 1);
  });

  it('keeps every paragraph when nothing changes', () => {
    const before = parseSource('a\n\nb\n');
    const after = parseSource('a\n\nb\n', before);
    assert.equal(after.paragraphs[1], before.paragraphs[1]);
  });

  it('reads links by definitions that come, change and go elsewhere', () => {
    const far = 'Nội dung của kế hoạch.\n\n'.repeat(100);
    let source = parseSource(`Xem [nd].\n\n${far}`);
    assert.equal(source.lines[0]?.text, 'Xem [nd].');
    source = parseSource(`Xem [nd].\n\n${far}[nd]: a\n`, source);
    assert.equal(source.lines[0]?.text, 'Xem nd.');
    source = parseSource(`Xem [nd].\n\n${far}[nx]: a\n`, source);
    assert.equal(source.lines[0]?.text, 'Xem [nd].');
  });

  it('counts places in the file, a byte order mark included', () => {
    const text = '\uFEFF---\nsố: 1\n---\r\nSố: 1\n';
    const source = parseSource(text);
    assert.deepEqual(source.frontMatter, { yaml: 'số: 1', start: 5, span: { start: 0, end: 16 } });
    assert.deepEqual(source.lines[0]?.span, { start: 16, end: 21 });
    assert.equal(source.root().children[0]?.type, 'yaml');
    assert.equal(source.root().children[1]?.position?.start.offset, 16);
  });

  it('takes an empty front matter as one and an unclosed one as none', () => {
    assert.deepEqual(parseSource('---\n---\na').frontMatter, {
      yaml: '',
      start: 4,
      span: { start: 0, end: 8 },
    });
    assert.equal(parseSource('---\nsố: 1\n').frontMatter, undefined);
  });

  it('gives the same lines for any line ending', () => {
    const text = '**Số:** 1\n\n- a;\n- b.\n\n> c\n> d\n';
    const lines = (ending: string): readonly string[] =>
      parseSource(text.replaceAll('\n', ending)).lines.map((line) => line.text);
    assert.deepEqual(lines('\r\n'), lines('\n'));
    assert.deepEqual(lines('\r'), lines('\n'));
  });
});
