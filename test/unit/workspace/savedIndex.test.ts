import assert from 'node:assert/strict';
import fc from 'fast-check';
import { letterSample } from '../../../server/rules/samples.ts';
import { SavedIndex } from '../../../server/workspace/savedIndex.ts';
import { issuedDocuments } from '../../../server/workspace/workspaceIndex.ts';

const letter = issuedDocuments('a', letterSample());

function written(): string {
  const index = new SavedIndex('1.0.0');
  index.set('a', '10 1', letter);
  index.set('b', '20 2', []);
  const text = index.unwritten;
  assert.ok(text !== undefined);
  return text;
}

function loaded(text: string, version = '1.0.0'): SavedIndex {
  const index = new SavedIndex(version);
  index.load(text);
  return index;
}

describe('an index kept from one session to the next', () => {
  it('says of a file with the same stamp what it said', () => {
    assert.equal(letter.length, 1);
    const index = loaded(written());
    assert.deepEqual(index.find('a', '10 1'), letter);
    assert.deepEqual(index.find('b', '20 2'), []);
    assert.equal(index.unwritten, undefined);
  });

  it('knows no file that is new, changed or renamed', () => {
    const index = loaded(written());
    assert.equal(index.find('a', '11 1'), undefined);
    assert.equal(index.find('a', '10 2'), undefined);
    assert.equal(index.find('c', '10 1'), undefined);
  });

  it('forgets what is gone, and what has no stamp', () => {
    const index = loaded(written());
    index.find('a', '10 1');
    const less = index.unwritten;
    assert.ok(less !== undefined);
    assert.equal(loaded(less).find('b', '20 2'), undefined);
    index.set('a', undefined, letter);
    assert.equal(index.find('a', '10 1'), undefined);
  });

  it('takes nothing from another edition of the program', () => {
    assert.equal(loaded(written(), '1.0.1').find('a', '10 1'), undefined);
  });

  it('takes nothing from what is damaged, and throws nothing', () => {
    const whole = written();
    const damaged = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(['1 1.0.0', [['a', '10 1', value]]])),
      fc.jsonValue().map((value) => JSON.stringify(['1 1.0.0', [['a', '10 1', [value]]]])),
    );
    fc.assert(
      fc.property(damaged, (text) => {
        const found = loaded(text).find('a', '10 1');
        assert.ok(found === undefined || found.every(({ number }) => typeof number === 'string'));
      }),
    );
  });
});
