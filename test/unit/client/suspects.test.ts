import assert from 'node:assert/strict';
import { Suspects } from '../../../client/suspects.ts';

const lengths: Readonly<Record<string, number>> = {
  a: 100,
  b: 2000,
  huge: 3_000_000,
  vast: 4_000_000,
};
const lengthOf = (uri: string): number => lengths[uri] ?? 0;

describe('the document that a server ends at', () => {
  it('is a huge one at once, the longest first', () => {
    const suspects = new Suspects();
    for (const uri of ['a', 'huge', 'vast']) suspects.asked(uri);
    assert.equal(suspects.ended(lengthOf), 'vast');
    assert.ok(suspects.isLeftOut('vast'));
    for (const uri of ['a', 'huge']) suspects.asked(uri);
    assert.equal(suspects.ended(lengthOf), 'huge');
    assert.ok(!suspects.isLeftOut('a'));
  });

  it('is another one when the server ends twice at it', () => {
    const suspects = new Suspects();
    for (const uri of ['a', 'b']) suspects.asked(uri);
    assert.equal(suspects.ended(lengthOf), undefined);
    for (const uri of ['b', 'a', 'a']) suspects.asked(uri);
    suspects.answered('b');
    suspects.answered('a');
    assert.equal(suspects.ended(lengthOf), 'a');
    assert.ok(!suspects.isLeftOut('b'));
  });

  it('is none that was answered, nor one that it ended at long ago', () => {
    const suspects = new Suspects();
    suspects.asked('huge');
    suspects.answered('huge');
    suspects.asked('a');
    assert.equal(suspects.ended(lengthOf), undefined);
    assert.equal(suspects.ended(lengthOf), undefined);
    suspects.asked('a');
    assert.equal(suspects.ended(lengthOf), undefined);
  });

  it('is tried again when it is opened again or when the person asks', () => {
    const suspects = new Suspects();
    for (const uri of ['huge', 'vast']) {
      suspects.asked(uri);
      suspects.ended(lengthOf);
    }
    suspects.closed('huge');
    assert.deepEqual(
      ['huge', 'vast'].map((uri) => suspects.isLeftOut(uri)),
      [false, true],
    );
    suspects.clear();
    assert.ok(!suspects.isLeftOut('vast'));
  });
});
