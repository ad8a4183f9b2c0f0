import assert from 'node:assert/strict';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { edit } from '../fuzz/markdownPieces.ts';
import { Random } from '../fuzz/random.ts';
import { plainData, spansIn } from '../support/documentSpans.ts';
import { sharedTexts } from '../support/sharedTexts.ts';

const texts = sharedTexts();

describe('real documents', function () {
  before(function () {
    if (texts.length > 0) return;
    console.log('      no ../shared beside the repository: the real documents are not read');
    this.skip();
  });

  for (const { name, text } of texts) {
    it(`${name} gives documents, the same each time, with places in the file`, () => {
      const source = parseSource(text);
      const documents = parseDocuments(source);
      assert.ok(documents.length > 0);
      assert.deepEqual(source.limits, []);
      for (const { start: from, end } of spansIn(documents, ['source', 'paragraph'])) {
        assert.ok(0 <= from && from <= end && end <= text.length, `${from}–${end}`);
      }
      assert.deepEqual(plainData(documents), plainData(parseDocuments(parseSource(text))));
    });
  }

  it('give the same documents after edits as when parsed anew', () => {
    const random = new Random(Date.now());
    for (const { name, text } of texts.filter((each) => each.text.length < 30_000)) {
      let edited = text;
      let source = parseSource(edited);
      const edits: string[] = [];
      for (let left = 4; left > 0; left -= 1) {
        const { from, to, inserted } = edit(random, edited.length);
        edits.push(JSON.stringify({ from, to, inserted }));
        edited = edited.slice(0, from) + inserted + edited.slice(to);
        source = parseSource(edited, source);
      }
      assert.deepEqual(
        plainData(parseDocuments(source)),
        plainData(parseDocuments(parseSource(edited))),
        `${name} after ${edits.join(' ')}`,
      );
    }
  });
});
