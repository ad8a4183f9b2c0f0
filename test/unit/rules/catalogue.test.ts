import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/index.ts';
import { catalogue, sharedCatalogue } from '../../support/catalogue.ts';

describe('the catalogue', () => {
  it('has a rule for every row', () => {
    const ids = new Set(rules.map(({ id }) => id));
    assert.deepEqual(
      [...catalogue().keys()].filter((id) => !ids.has(id)),
      [],
    );
  });

  it('is the one beside the repository', function () {
    const shared = sharedCatalogue();
    if (!shared) {
      console.log('      no ../shared beside the repository: its catalogue is not compared');
      this.skip();
    }
    assert.deepEqual(catalogue(), shared);
  });
});
