import assert from 'node:assert/strict';
import { tooDeepAt } from '../../../server/source/yamlDepth.ts';

describe('how deep a YAML text nests', () => {
  it('is no matter in what people write', () => {
    assert.equal(tooDeepAt(''), undefined);
    assert.equal(
      tooDeepAt('loại: Kế hoạch\nnơi nhận:\n  - Như trên; [1]\n  - Lưu: VT.\n'),
      undefined,
    );
    assert.equal(tooDeepAt(`${'-'.repeat(500)}\n[]\n`.repeat(500)), undefined);
    assert.equal(tooDeepAt(`${'a: [b]\n'.repeat(1000)}`), undefined);
  });

  it('is told from where it is too deep', () => {
    assert.equal(tooDeepAt(`a: ${'['.repeat(900)}`), 103);
    assert.equal(tooDeepAt(`a:\n${'{a: '.repeat(900)}`), 403);
    assert.equal(tooDeepAt(`x\n${'- '.repeat(900)}x`), 2);
    assert.equal(tooDeepAt(`x\r\n${' '.repeat(900)}x: y`), 3);
    assert.equal(tooDeepAt('? '.repeat(20_000)), 0);
  });
});
