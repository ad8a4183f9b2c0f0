import assert from 'node:assert/strict';
import { fixAll, safeEdits } from '../../server/lint/fixAll.ts';
import { lint } from '../../server/lint/lint.ts';
import { headKinds } from './headKinds.ts';
import { languageKinds } from './languageKinds.ts';
import { made, type Mistake } from './mutation.ts';
import { soundDocuments } from './soundDocuments.ts';
import { structureKinds } from './textKinds.ts';

const kinds = [...headKinds, ...structureKinds, ...languageKinds].filter(
  ({ restores }) => restores,
);

/** Mistakes stand this far apart, so that none hides or undoes another. */
const apart = 30;

/** One mistake of each kind, where there is room for it, from the last to the first. */
function everyMistake(sound: string): readonly Mistake[] {
  const chosen: Mistake[] = [];
  for (const kind of kinds) {
    const free = kind
      .places(sound)
      .find(({ start, end }) =>
        chosen.every((other) => end + apart < other.start || other.end + apart < start),
      );
    if (free) chosen.push(free);
  }
  return chosen.sort((a, b) => b.start - a.start);
}

describe('every safe mistake at once', () => {
  for (const [name, sound] of Object.entries(soundDocuments)) {
    it(`leaves a ${name} that is clean of them, and another run changes nothing`, () => {
      const mistakes = everyMistake(sound);
      assert.ok(mistakes.length >= 5, String(mistakes.length));
      const fixed = fixAll(mistakes.reduce(made, sound));
      assert.deepEqual(fixed.unsettled, []);
      const { diagnostics } = lint(fixed.text);
      assert.deepEqual(safeEdits(diagnostics), []);
      assert.equal(fixAll(fixed.text).text, fixed.text);
      const allowed = lint(sound).diagnostics.filter(({ severity }) => severity !== 'hint').length;
      const left = diagnostics.filter(({ severity }) => severity !== 'hint');
      assert.ok(
        left.length <= allowed,
        left.map(({ rule, message }) => `${rule}: ${message}`).join('\n'),
      );
      console.log(
        `      ${mistakes.length} mistakes in one ${name}: ${fixed.text === sound ? 'the sound text again' : 'clean, in other words'}`,
      );
    });
  }
});
