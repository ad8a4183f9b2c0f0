import assert from 'node:assert/strict';
import { parseDocuments } from '../../../../server/document/parseDocuments.ts';
import { blocksOf } from '../../../../server/output/blocks.ts';
import { wordDocument } from '../../../../server/output/docx/wordDocument.ts';
import { documentProperties } from '../../../../server/output/documentProperties.ts';
import { defaultLayout } from '../../../../server/output/layout.ts';
import { decisionSample, letterSample, planSample } from '../../../../server/rules/samples.ts';
import { parseSource } from '../../../../server/source/parseSource.ts';
import { all, paragraphsIn, partsOf, xmlOf, type XmlElement } from './wordPackage.ts';

async function fileOf(text: string): Promise<Uint8Array> {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  const blocks = blocksOf(document, defaultLayout);
  return wordDocument(blocks, defaultLayout, documentProperties(document));
}

async function partOf(text: string, name = 'word/document.xml'): Promise<XmlElement> {
  return xmlOf(partsOf(await fileOf(text)), name);
}

describe('Word file of a document', () => {
  it('has a paragraph of its own style for every component', async () => {
    const paragraphs = paragraphsIn(await partOf(planSample()));
    const styles = new Set(paragraphs.map(([style]) => style));
    for (const style of [
      'NationalTitle',
      'Motto',
      'MottoRule',
      'Issuer',
      'IssuerRule',
      'DocumentNumber',
      'PlaceAndDate',
      'DocumentType',
      'DocumentSubject',
      'SubjectRule',
      'BodyParagraph',
      'RecipientsLabel',
      'Recipient',
      'SignerTitle',
      'SignerName',
    ]) {
      assert.ok(styles.has(style), `${style} of ${[...styles].join(' ')}`);
    }
    assert.ok(!styles.has(''), 'a paragraph without a style');
  });

  it('is the same bytes for the same document', async () => {
    for (const text of [planSample(), letterSample(), decisionSample()]) {
      assert.deepEqual(await fileOf(text), await fileOf(text));
    }
  });

  it('keeps the last paragraph with the signature', async () => {
    const root = await partOf(planSample({ body: 'Đoạn đầu.\n\nĐoạn cuối./.' }));
    const kept = all(root, 'w:p').filter((paragraph) => all(paragraph, 'w:keepLines').length > 0);
    assert.deepEqual(
      kept.map((paragraph) => all(paragraph, 'w:t').map(({ text }) => text)),
      [['Đoạn cuối./.']],
    );
  });

  it('says what it is in its properties, and nothing of the hour', async () => {
    const core = await partOf(planSample(), 'docProps/core.xml');
    const said = core.children.map(({ name, text }) => [name, text]);
    assert.deepEqual(said.filter(([name]) => name === 'dc:language')[0], ['dc:language', 'vi-VN']);
    assert.ok(said.some(([name, text]) => name === 'dc:title' && text?.startsWith('Kế hoạch ')));
    const dates = said.filter(([name]) => name?.startsWith('dcterms:')).map(([, text]) => text);
    assert.equal(new Set(dates).size, 1);
    assert.match(dates[0] ?? '', /^\d{4}-\d\d-\d\dT00:00:00Z$/u);
  });
});
