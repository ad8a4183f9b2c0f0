import assert from 'node:assert/strict';
import type { Diagnostic } from '../../../server/lint/diagnostic.ts';
import { Lines } from '../../../server/lint/lines.ts';
import { Suppressions } from '../../../server/lint/suppressions.ts';
import type { Comment } from '../../../server/source/source.ts';

/** Which `@` of the text are still reported for rule `a`, counted from 0. */
function reported(text: string, rule = 'a'): readonly number[] {
  const comments: Comment[] = [...text.matchAll(/<!--(.*?)-->/gsu)].map((match) => ({
    text: match[1]?.trim() ?? '',
    span: { start: match.index, end: match.index + match[0].length },
  }));
  const suppressions = new Suppressions(comments, () => new Lines(text), text);
  return [...text.matchAll(/@/gu)].flatMap((match, index) => {
    const diagnostic: Diagnostic = {
      rule,
      severity: 'error',
      message: '',
      span: { start: match.index, end: match.index + 1 },
      fixes: [],
      related: [],
      unnecessary: false,
      norm: undefined,
    };
    return suppressions.silences(diagnostic) ? [] : [index];
  });
}

describe('suppression comments', () => {
  it('silence a named rule on the next line alone', () => {
    assert.deepEqual(reported('@\n<!-- vanban-disable-next-line a -->\n@ @\n@'), [0, 3]);
    assert.deepEqual(reported('<!-- vanban-disable-next-line b -->\n@'), [0]);
  });

  it('reach over blank lines to the next line that says something', () => {
    assert.deepEqual(reported('<!-- vanban-disable-next-line a -->\r\n\r\n@\r\n@'), [1]);
  });

  it('name several rules and may carry a reason', () => {
    assert.deepEqual(
      reported('<!-- vanban-disable-next-line b, a -- vì đây là trích dẫn, c -->\n@'),
      [],
    );
    assert.deepEqual(reported('<!-- vanban-disable-next-line b -- a -->\n@'), [0]);
  });

  it('mean every rule when they name none', () => {
    assert.deepEqual(reported('<!-- vanban-disable-next-line -->\n@\n@'), [1]);
    assert.deepEqual(reported('<!-- vanban-disable-next-line -- vì mẫu cũ -->\n@\n@'), [1]);
  });

  it('silence from disable up to enable', () => {
    const text = '@\n<!-- vanban-disable a -->\n@\n@\n<!-- vanban-enable a -->\n@';
    assert.deepEqual(reported(text), [0, 3]);
  });

  it('enable one rule out of all that were disabled', () => {
    const text = '<!-- vanban-disable -->\n@\n<!-- vanban-enable a -->\n@';
    assert.deepEqual(reported(text, 'a'), [1]);
    assert.deepEqual(reported(text, 'b'), []);
  });

  it('last to the end of the file when nothing enables again', () => {
    assert.deepEqual(reported('@\n<!-- vanban-disable a -->\n@\n@'), [0]);
  });

  it('silence the whole file from anywhere in it', () => {
    assert.deepEqual(reported('@\n@\n<!-- vanban-disable-file a -->'), []);
    assert.deepEqual(reported('@\n<!-- vanban-disable-file b -->'), [0]);
  });

  it('are only those that begin with the tool’s name', () => {
    assert.deepEqual(
      reported('<!-- eslint-disable-file a -->\n<!-- vanban-disabled a -->\n@'),
      [0],
    );
  });
});
