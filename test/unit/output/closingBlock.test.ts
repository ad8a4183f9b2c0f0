import assert from 'node:assert/strict';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { textOf, type ClosingBlock } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

/** The closing, and what stands below it. */
function closing(signature: string): readonly [ClosingBlock, readonly string[]] {
  const [document] = parseDocuments(parseSource(planSample({ signature })));
  assert.ok(document);
  const blocks = blocksOf(document, defaultLayout);
  const at = blocks.findIndex(({ kind }) => kind === 'closing');
  const found = blocks[at];
  assert.ok(found?.kind === 'closing');
  return [found, blocks.slice(at + 1).map(textOf)];
}

describe('the closing on a page', () => {
  it('keeps the place of a name that is yet to come where the name will stand', () => {
    const [block, below] = closing('**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**Họ và tên**');
    assert.equal(block.name && textOf(block.name), 'Họ và tên');
    assert.deepEqual(below, []);
  });

  it('has no name where there is none', () => {
    const [block, below] = closing('**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**');
    assert.equal(block.name, undefined);
    assert.deepEqual(below, []);
  });
});
