import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../server/document/document.ts';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { documentProperties } from '../../server/output/documentProperties.ts';
import { blocksOf } from '../../server/output/blocks.ts';
import { wordDocument } from '../../server/output/docx/wordDocument.ts';
import { defaultLayout } from '../../server/output/layout.ts';
import { typstOf } from '../../server/output/typst.ts';
import { TypstEngine } from '../../server/output/typstEngine.ts';
import { decisionSample, letterSample, planSample } from '../../server/rules/samples.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { sharedTexts } from '../support/sharedTexts.ts';
import { engineAssets } from '../unit/output/installedAssets.ts';
import { agreement, type Agreement } from './agreement.ts';
import { longPlan } from './longPlan.ts';
import { layOutByOffice, missingOffice } from './office.ts';
import { pdfLines } from './pdfLines.ts';

interface Named {
  readonly name: string;
  readonly document: Document;
}

function documentsOf(name: string, text: string): readonly Named[] {
  return parseDocuments(parseSource(text))
    .filter(({ recognised }) => recognised)
    .map((document, index) => ({ name: `${name.replace(/\.md$/u, '')}-${index + 1}`, document }));
}

describe('Word files laid out by LibreOffice', function () {
  this.timeout(900_000);
  let folder = '';
  let engine: TypstEngine;

  before(async function () {
    const reason = missingOffice();
    if (reason !== undefined) {
      console.log(`    skipped: ${reason}`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'vanban-word-'));
    engine = await TypstEngine.load(engineAssets);
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  async function compared(documents: readonly Named[]): Promise<ReadonlyMap<string, Agreement>> {
    const path = (name: string, kind: string): string => join(folder, `${name}${kind}`);
    for (const { name, document } of documents) {
      const blocks = blocksOf(document, defaultLayout);
      const properties = documentProperties(document);
      const pdf = engine.pdf(typstOf(blocks, properties, defaultLayout));
      writeFileSync(path(name, '.preview.pdf'), pdf);
      writeFileSync(path(name, '.docx'), await wordDocument(blocks, defaultLayout, properties));
    }
    layOutByOffice(
      documents.map(({ name }) => path(name, '.docx')),
      folder,
    );
    return new Map(
      documents.map(({ name }) => [
        name,
        agreement(pdfLines(path(name, '.preview.pdf')), pdfLines(path(name, '.pdf'))),
      ]),
    );
  }

  /** Prints the figures of each document and of all, and gives the share of lines that agree. */
  function shareOf(found: ReadonlyMap<string, Agreement>): number {
    const all = { lines: 0, sameLines: 0, pages: 0, samePages: 0 };
    for (const [name, each] of found) {
      const { lines, sameLines, pages, samePages } = each;
      console.log(`    ${name}: lines ${sameLines}/${lines}, pages ${samePages}/${pages}`);
      all.lines += lines;
      all.sameLines += sameLines;
      all.pages += pages;
      all.samePages += samePages;
    }
    console.log(
      `    all: lines ${all.sameLines}/${all.lines}, pages ${all.samePages}/${all.pages}`,
    );
    return (all.sameLines + all.samePages) / (all.lines + all.pages);
  }

  it('begin every line and page of our samples and of a long plan with the same words', async () => {
    const samples = [planSample(), letterSample(), decisionSample(), longPlan(48)];
    const found = await compared(
      samples.flatMap((text, index) => documentsOf(`sample-${index}`, text)),
    );
    assert.equal(
      shareOf(found),
      1,
      [...found.values()].flatMap((each) => each.differences).join('\n'),
    );
  });

  it('begin at least 99 of 100 lines and pages of real documents with the same words', async function () {
    const texts = sharedTexts();
    if (texts.length === 0) {
      console.log('    skipped: the shared documents are not here');
      this.skip();
    }
    const found = await compared(texts.flatMap(({ name, text }) => documentsOf(name, text)));
    assert.ok(shareOf(found) >= 0.99);
  });
});
