import assert from 'node:assert/strict';
import type { Document } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { linesOfPoints } from '../../../server/norms/layoutRanges.ts';
import { singleLine } from '../../../server/output/layout.ts';
import { choicesOf, profileOf } from '../../../server/output/layoutProfile.ts';
import { frontMatterPlanSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

describe('the layout in the front matter', () => {
  it('is read with its units, each value at its place', () => {
    const text = frontMatterPlanSample({
      'cỡ chữ': '13pt',
      'thụt dòng': '"1,27"',
      'giãn dòng': '18',
      'lề trên': '2,5 cm',
      'le-trai': '32 mm',
    });
    assert.deepEqual(
      documentOf(text).layoutKeys.map(({ key, value, inPoints, span }) => [
        key,
        value,
        inPoints,
        text.slice(span.start, span.end),
      ]),
      [
        ['size', 13, false, '13pt'],
        ['indent', 1.27, false, '1,27'],
        ['lineSpacing', 18, true, '18'],
        ['marginTop', 25, false, '2,5 cm'],
        ['marginLeft', 32, false, '32 mm'],
      ],
    );
    assert.deepEqual(documentOf(planSample()).layoutKeys, []);
  });

  it('has no value where it is no length', () => {
    for (const [key, text] of [
      ['cỡ chữ', 'to'],
      ['cỡ chữ', '14 cm'],
      ['thụt dòng', '18pt'],
      ['giãn dòng', '1 cm'],
      ['lề phải', '1 dòng'],
      ['lề phải', '99999'],
    ] as const) {
      const [part] = documentOf(frontMatterPlanSample({ [key]: text })).layoutKeys;
      assert.ok(part, text);
      assert.equal(part.value, undefined, text);
    }
  });

  it('goes before the office’s choices, but for values out of the decree’s ranges', () => {
    const office = { size: 13, marginLeft: 35, marginTop: 25 } as const;
    const document = documentOf(
      frontMatterPlanSample({ 'lề trái': '32', 'lề trên': '40', 'giãn dòng': 'đơn' }),
    );
    assert.deepEqual(choicesOf(document, office), {
      size: 13,
      marginLeft: 32,
      marginTop: 25,
      lineSpacing: 1,
    });
  });

  it('sets a distance in points exactly, whatever the size', () => {
    assert.equal(linesOfPoints(singleLine * 14, 14), 1);
    for (const size of [13, 14]) {
      const document = documentOf(frontMatterPlanSample({ 'giãn dòng': '18pt' }));
      const { pitch } = profileOf(choicesOf(document, { size }));
      assert.ok(Math.abs(pitch - 18) < 1e-9, String(pitch));
    }
    const above = documentOf(frontMatterPlanSample({ 'giãn dòng': '20pt', 'cỡ chữ': '13' }));
    assert.ok(Math.abs(profileOf(choicesOf(above, {})).pitch - 20) < 1e-9);
  });
});
