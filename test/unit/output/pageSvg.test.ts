import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawnPages } from '../../../server/output/pageSvg.ts';

const start =
  '<g class="typst-page" transform="translate(0, 0)" data-page-width="596" data-page-height="842">';
const drawing = (content: string): string =>
  `<svg><defs class="glyph"><path id="gA" class="outline_glyph" d="M 1 2 Z "/></defs>${start}${content}</g></svg>`;

const svgs = (drawing: string): readonly string[] => drawnPages(drawing).map(({ svg }) => svg);

describe('page drawings', () => {
  it('are one SVG a page with the outlines that the page uses', () => {
    const [page, ...others] = svgs(drawing('<g fill="#000"><use x="5" y="0" href="#gA"/></g>'));
    assert.equal(others.length, 0);
    assert.equal(
      page,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 596 842" width="596pt" height="842pt"><defs><path id="gA" d="M 1 2 Z "/></defs><g fill="#000"><use x="5" href="#gA"/></g></svg>',
    );
  });

  it('carry no script, handler, foreign content, style or outside reference', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<g onclick="alert(1)"><path d="M 0 0" onload="x"/></g>',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="y"/></body></foreignObject>',
      '<a href="https://example.org"><path d="M 1 1"/></a>',
      '<use href="https://example.org/x.svg#a"/>',
      '<image href="data:image/png;base64,AAAA"/>',
      '<path d="M 0 0" fill="url(https://example.org)"/>',
      '<style>@import "https://example.org";</style>',
    ].join('');
    const [page = ''] = svgs(drawing(hostile));
    assert.doesNotMatch(page, /script|on\w+=|foreign|body|img|example|data:|style|<a[\s>]|<image/u);
    assert.ok(page.includes('<path d="M 1 1"/>'));
  });

  it('are well nested with listed elements alone, whatever the drawing holds', () => {
    const piece = fc.constantFrom(
      '<g>',
      '</g>',
      '<script>',
      '</script>',
      '<path d="M 0 0"/>',
      '<path d="M 0 0">',
      '</path>',
      '<foreignObject>',
      '</foreignObject>',
      '"',
      '<',
      '>',
      ' onload="x"',
      'text',
      '<use href="#gA"/>',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const page of svgs(drawing(pieces.join('')))) {
          const open: string[] = [];
          for (const [, close, name = '', rest = ''] of page.matchAll(/<(\/?)(\w+)([^<>]*)>/gu)) {
            assert.match(name, /^(?:svg|defs|g|path|use)$/u);
            if (close) assert.equal(open.pop(), name);
            else if (!rest.endsWith('/')) open.push(name);
          }
          assert.deepEqual(open, []);
          assert.equal(page.replace(/<[^<>]*>/gu, ''), '');
        }
      }),
    );
  });
});
