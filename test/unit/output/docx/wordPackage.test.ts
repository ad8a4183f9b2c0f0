import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraph, type Block } from '../../../../server/output/block.ts';
import { wordDocument } from '../../../../server/output/docx/wordDocument.ts';
import { defaultLayout } from '../../../../server/output/layout.ts';
import { printable } from '../../../../server/output/typstText.ts';
import { all, paragraphsIn, partsOf, xmlOf } from './wordPackage.ts';
import { schemaFaults } from './wordSchema.ts';

const body = (text: string): Block => paragraph('body', text, undefined);
const note = { text: 'Có chú thích', bold: true, italic: true, note: 'Theo <Luật> & "điều"' };

/** One block of every kind. */
const everything: readonly Block[] = [
  {
    kind: 'head',
    rows: [
      {
        left: [paragraph('issuer', 'SỞ NỘI VỤ', undefined, 0.4)],
        right: [paragraph('motto', 'Độc lập - Tự do - Hạnh phúc', undefined, 1)],
      },
      { left: [paragraph('mark', 'DỰ THẢO', undefined)], right: [] },
    ],
  },
  paragraph('documentType', 'Kế hoạch', undefined),
  paragraph('subject', 'Về việc\nthử', undefined, 0.4),
  {
    kind: 'addressees',
    label: paragraph('addressee', 'Kính gửi:', undefined),
    items: [paragraph('addressee', '- Sở Y tế;', undefined)],
  },
  { ...paragraph('heading', 'I. MỤC ĐÍCH', undefined), section: 'roman' },
  { kind: 'paragraph', style: 'body', runs: [note], span: undefined },
  table(),
  table(),
  {
    kind: 'closing',
    recipients: [paragraph('recipientsLabel', 'Nơi nhận:', undefined)],
    signature: [paragraph('signerTitle', 'GIÁM ĐỐC', undefined)],
    name: paragraph('signerName', 'Trần Văn Bình', undefined),
  },
  { kind: 'annexBreak', orientation: 'portrait' },
  paragraph('annexHeading', 'PHỤ LỤC I', undefined),
  { kind: 'orientationBreak', orientation: 'landscape' },
  table(),
  { kind: 'contactLine', line: paragraph('contactLine', 'Số 1 Lê Lợi; ĐT: 1', undefined) },
];

function table(): Block {
  const cell = (text: string) => ({ ...paragraph('cell', text, undefined), colspan: 1 });
  return {
    kind: 'table',
    align: ['center', undefined],
    header: [paragraph('headerCell', 'STT', undefined), paragraph('headerCell', 'Việc', undefined)],
    rows: [[{ ...cell('1'), rowspan: 2 }, cell('Rà soát')], [cell('Báo cáo')], []],
    span: { start: 0, end: 0 },
  };
}

const written = async (blocks: readonly Block[], title = 'thử') =>
  partsOf(await wordDocument(blocks, defaultLayout, { title }));

describe('the package of a Word file', () => {
  it('has every part named, related and in the order of the schema', async () => {
    const parts = await written(everything);
    const types = xmlOf(parts, '[Content_Types].xml');
    const overrides = all(types, 'Override').map(({ attributes }) => attributes['PartName']);
    const extensions = all(types, 'Default').map(({ attributes }) => attributes['Extension']);
    for (const name of parts.keys()) {
      if (name === '[Content_Types].xml') continue;
      const extension = name.slice(name.lastIndexOf('.') + 1);
      assert.ok(overrides.includes(`/${name}`) || extensions.includes(extension), name);
      if (!/\.(?:xml|rels)$/u.test(name)) continue;
      assert.deepEqual(schemaFaults(xmlOf(parts, name)), [], name);
    }
    for (const name of overrides) assert.ok(parts.has((name ?? '').slice(1)), name);
    const related = new Set<string>();
    for (const { attributes } of all(
      xmlOf(parts, 'word/_rels/document.xml.rels'),
      'Relationship',
    )) {
      related.add(attributes['Id'] ?? '');
      assert.ok(parts.has(`word/${attributes['Target'] ?? ''}`), attributes['Target']);
    }
    const text = new TextDecoder().decode(parts.get('word/document.xml'));
    for (const [, id = ''] of text.matchAll(/r:(?:id|embed)="([^"]+)"/gu)) {
      assert.ok(related.has(id), id);
    }
  });

  it('uses only styles that it has', async () => {
    const parts = await written(everything);
    const styles = xmlOf(parts, 'word/styles.xml');
    const known = new Set(all(styles, 'w:style').map((style) => style.attributes['w:styleId']));
    for (const name of [...parts.keys()].filter((part) => /^word\/[a-z]+\d*\.xml$/u.test(part))) {
      for (const tag of ['w:pStyle', 'w:rStyle', 'w:basedOn']) {
        for (const { attributes } of all(xmlOf(parts, name), tag)) {
          assert.ok(known.has(attributes['w:val']), `${attributes['w:val'] ?? ''} in ${name}`);
        }
      }
    }
  });

  it('numbers an annex from 1 and turns its pages', async () => {
    const sections = all(xmlOf(await written(everything), 'word/document.xml'), 'w:sectPr');
    const said = sections.map((section) => ({
      start: all(section, 'w:pgNumType')[0]?.attributes['w:start'],
      orient: all(section, 'w:pgSz')[0]?.attributes['w:orient'],
      first: all(section, 'w:titlePg').some(
        ({ attributes }) => !['off', 'false', '0'].includes(attributes['w:val'] ?? ''),
      ),
    }));
    assert.deepEqual(said, [
      { start: '1', orient: 'portrait', first: true },
      { start: '1', orient: 'portrait', first: true },
      { start: undefined, orient: 'landscape', first: false },
    ]);
  });

  it('shows headings in the navigation by their level', async () => {
    const styles = xmlOf(await written(everything), 'word/styles.xml');
    const level = (id: string): string | undefined => {
      const style = all(styles, 'w:style').find((each) => each.attributes['w:styleId'] === id);
      return style && all(style, 'w:outlineLvl')[0]?.attributes['w:val'];
    };
    assert.equal(level('HeadingRoman'), '0');
    assert.equal(level('AnnexHeading'), '0');
    assert.equal(level('BodyParagraph'), undefined);
  });

  it('holds any text at all as that text', async () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '<w:t>&amp;]]>',
        '\uD800',
        '\u0000\u0008\uFFFE\uFFFF',
        '\t',
        'CURRENT',
        '{{x}}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 5 }), async (texts) => {
        const text = texts.join('');
        const noted = { text, bold: false, italic: false, note: text };
        const parts = await written(
          [body(text), { kind: 'paragraph', style: 'body', runs: [noted], span: undefined }],
          text,
        );
        const shown = printable(text);
        const found = paragraphsIn(xmlOf(parts, 'word/document.xml'));
        assert.deepEqual(
          found.filter(([style]) => style === 'BodyParagraph').map(([, each]) => each),
          [shown, shown],
        );
        const notes = paragraphsIn(xmlOf(parts, 'word/footnotes.xml'))
          .filter(([style]) => style === 'FootnoteText')
          .map(([, each]) => each);
        assert.equal(printable(notes.join('\n')), ` ${shown}`);
        const [title] = all(xmlOf(parts, 'docProps/core.xml'), 'dc:title');
        assert.equal(title?.text, shown);
      }),
      { numRuns: 150 },
    );
  });
});
