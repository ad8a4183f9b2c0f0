import assert from 'node:assert/strict';
import { defaultLayout, type StyleName } from '../../../../server/output/layout.ts';
import {
  addresseesLabel,
  helperStyles,
  wordStyleOf,
  wordStyleOfId,
  wordStyles,
} from '../../../../server/output/docx/wordStyles.ts';

describe('Word styles', () => {
  const all = [...wordStyles, ...Object.values(helperStyles)];

  it('have ids and names of their own, which Word can tell apart', () => {
    const keys = all.flatMap(({ id, name }) => [`id ${id.toLowerCase()}`, name.toLowerCase()]);
    assert.equal(new Set(keys).size, keys.length);
    for (const { id, name } of all) {
      assert.match(id, /^[A-Z][A-Za-z]+$/u);
      assert.doesNotMatch(name, /[,;]/u);
    }
  });

  it('name every component, found again by their ids', () => {
    for (const component of Object.keys(defaultLayout.styles) as StyleName[]) {
      assert.equal(wordStyleOfId(wordStyleOf(component).id)?.component, component);
    }
    for (const style of wordStyles.filter(({ id }) => id !== addresseesLabel.id)) {
      assert.deepEqual(wordStyleOf(style.component, style.section), style);
    }
    assert.equal(wordStyleOfId('Normal'), undefined);
  });

  it('give a heading the style of its kind', () => {
    assert.equal(wordStyleOf('heading', 'roman').name, 'Đề mục I');
    assert.equal(wordStyleOf('body', 'article').name, 'Điều');
    assert.equal(wordStyleOf('body', 'roman').name, 'Nội dung');
    assert.equal(wordStyleOf('partNumber', 'chapter').id, 'Chapter');
  });
});
