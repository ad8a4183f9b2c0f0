import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { documentSelector } from '../../../client/documents.ts';
import { configProblems } from '../../../server/config/configFiles.ts';

describe('the texts that the server is told of', () => {
  it('are all of an office’s files in which it finds what is wrong', () => {
    const pattern = documentSelector.flatMap((each) =>
      'pattern' in each ? [each.pattern] : [],
    )[0];
    const [, names = ''] = /^\*\*\/\.vanban\/\{(.+)\}\.yml$/.exec(pattern ?? '') ?? [];
    const told = names.split(',');
    const candidates = [...told, 'config', 'agencies', 'rules', 'baseline', 'register', 'house'];
    const read = candidates
      .map((name) => `file:///x/.vanban/${name}.yml`)
      .filter((uri) => configProblems(uri, '') !== undefined)
      .map((uri) => basename(uri, '.yml'));
    assert.deepEqual(told.sort(), [...new Set(read)].sort());
  });
});
