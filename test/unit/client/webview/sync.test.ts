import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stackOf } from '../../../../client/webview/geometry.ts';
import { anchorsOf, lineOfPixel, pixelOfLine } from '../../../../client/webview/sync.ts';

const a4 = { width: 595, height: 842 };

describe('the sync of editor and pages', () => {
  it('leaves out what stands elsewhere on the pages than in the file', () => {
    const page = { sourceLines: [4, null, 9, 6, 7], tops: [50, 70, 90, 110, 130] };
    assert.deepEqual(
      anchorsOf([page]).map(({ line }) => line),
      [4, 6, 7],
    );
  });

  it('takes the highest place of a line that is set as several', () => {
    const pages = [{ sourceLines: [3, 3], tops: [80, 60] }];
    assert.deepEqual(anchorsOf(pages), [{ line: 3, page: 0, y: 60 }]);
  });

  it('puts the first line at the very top, whatever the margin', () => {
    const anchors = anchorsOf([{ sourceLines: [0, 10], tops: [60, 160] }]);
    assert.equal(pixelOfLine(anchors, stackOf([a4], 1), 0), 0);
  });

  it('never scrolls one side up when the other goes down, and finds the line again', () => {
    const page = fc
      .array(fc.tuple(fc.option(fc.nat(80)), fc.nat(842)), { maxLength: 12 })
      .map((lines) => ({
        sourceLines: lines.map(([line]) => line),
        tops: lines.map(([, top]) => top),
      }));
    fc.assert(
      fc.property(
        fc.array(page, { maxLength: 4 }),
        fc.double({ min: 0.3, max: 5, noNaN: true }),
        (pages, scale) => {
          const anchors = anchorsOf(pages);
          const stack = stackOf(
            pages.map(() => a4),
            scale,
          );
          let last = 0;
          for (let line = 0; line <= 90; line += 1) {
            const pixel = pixelOfLine(anchors, stack, line);
            assert.ok(pixel >= last, `line ${line}`);
            last = pixel;
          }
          let lastLine = 0;
          for (let pixel = 0; pixel < 4000; pixel += 50) {
            const line = lineOfPixel(anchors, stack, pixel);
            assert.ok(line >= lastLine, `pixel ${pixel}`);
            lastLine = line;
          }
        },
      ),
    );
  });
});
