import assert from 'node:assert/strict';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { exportDocument } from '../../server/output/exportDocument.ts';
import { Typesetter } from '../../server/output/typeset.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { overlaps } from '../../server/source/span.ts';
import { drawnPdfText, readsPdf } from '../support/pdfText.ts';
import { sharedTexts } from '../support/sharedTexts.ts';
import { bundledWorkerAssets } from '../unit/output/installedAssets.ts';

const texts = sharedTexts();

/** How often each word stands in a text; figures apart, for a note's number stands right behind its word. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

describe('PDF files of real documents', function () {
  const { assets, remove } = bundledWorkerAssets();
  const typesetter = new Typesetter(assets, { timeout: 60_000, memoryLimit: 1_000_000_000 });
  let words = 0;
  after(async () => {
    console.log(`      ${words} words of the documents were found in their PDF files`);
    await typesetter.dispose();
    remove();
  });

  before(function () {
    if (texts.length > 0 && readsPdf) return;
    console.log('      no ../shared beside the repository, or no pdftotext: nothing is compared');
    this.skip();
  });

  for (const { name, text } of texts) {
    it(`${name} keeps every word, to be searched and copied`, async () => {
      for (const document of parseDocuments(parseSource(text))) {
        if (!document.recognised) continue;
        const made = await exportDocument(document, 'pdf', {
          typesetter: () => typesetter,
          readPicture: () => Promise.resolve(undefined),
          choices: {},
        });
        assert.equal(made.state, 'done', JSON.stringify(made));
        if (made.state !== 'done') return;
        const found = wordsOf(drawnPdfText(made.bytes));
        const lost: string[] = [];
        // the stamp of who received the paper is no part of the document
        const stamp = document.receivedStamp?.span;
        const lines = document.lines.filter(({ span }) => !stamp || !overlaps(span, stamp));
        for (const [word, count] of wordsOf(lines.map((line) => line.text).join('\n'))) {
          if ((found.get(word) ?? 0) < count) lost.push(word);
          words += count;
        }
        assert.deepEqual(lost, []);
      }
    });
  }
});
