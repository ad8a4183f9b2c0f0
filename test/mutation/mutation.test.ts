import assert from 'node:assert/strict';
import type { Diagnostic } from '../../server/lint/diagnostic.ts';
import { fixAll } from '../../server/lint/fixAll.ts';
import { lint } from '../../server/lint/lint.ts';
import { ruleById } from '../../server/rules/index.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { headKinds } from './headKinds.ts';
import { languageKinds } from './languageKinds.ts';
import { made, type Kind, type Mistake } from './mutation.ts';
import { soundDocuments } from './soundDocuments.ts';
import { structureKinds } from './textKinds.ts';

const kinds: readonly Kind[] = [...headKinds, ...structureKinds, ...languageKinds];

/** No kind is tried at more places of one document than this. */
const mostPlaces = 16;

interface Tally {
  readonly made: number;
  readonly found: number;
  readonly toRestore: number;
  readonly restored: number;
  /** What was missed, for the person who reads the failure. */
  readonly missed: readonly string[];
}

function tally(kind: Kind, rule: Rule): Tally {
  const missed: string[] = [];
  const count = { made: 0, found: 0, toRestore: 0, restored: 0 };
  for (const [name, sound] of Object.entries(soundDocuments)) {
    const before = lint(sound, {}, [rule]).diagnostics.length;
    for (const mistake of spread(kind.places(sound))) {
      const text = made(sound, mistake);
      const { diagnostics } = lint(text, {}, [rule]);
      count.made += 1;
      const told = diagnostics.length > before && diagnostics.some(isThere(kind, mistake));
      if (told) count.found += 1;
      else missed.push(`${name}: not found: ${around(text, mistake)}`);
      if (!kind.restores) continue;
      count.toRestore += 1;
      const fixed = fixAll(text, {}, [rule]).text;
      if (fixed === sound) count.restored += 1;
      else missed.push(`${name}: not restored: ${around(fixed, mistake)}`);
    }
  }
  return { ...count, missed };
}

/** At most so many places, from the first to the last. */
function spread(places: readonly Mistake[]): readonly Mistake[] {
  if (places.length <= mostPlaces) return places;
  return Array.from(
    { length: mostPlaces },
    (_, at) => places.slice(Math.round((at * (places.length - 1)) / (mostPlaces - 1)))[0],
  ).flatMap((place) => place ?? []);
}

/** Whether a report touches the characters that the mistake put in. */
function isThere({ place }: Kind, { start, newText }: Mistake): (report: Diagnostic) => boolean {
  return ({ span }) =>
    place === 'anywhere' || (span.start <= start + newText.length && start <= span.end);
}

function around(text: string, { start, newText }: Mistake): string {
  return text.slice(Math.max(0, start - 20), start + newText.length + 20).replaceAll('\n', '⏎');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}

describe('mutations of sound documents', () => {
  it('are of at least 60 kinds, each of a rule that there is', () => {
    assert.ok(kinds.length >= 60, String(kinds.length));
    assert.deepEqual(
      kinds.filter(({ rule }) => !ruleById(rule)).map(({ rule }) => rule),
      [],
    );
    const names = kinds.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('are found by the right rule at the right place, and restored by its fix', () => {
    const total = { made: 0, found: 0, toRestore: 0, restored: 0 };
    const lines: string[] = [];
    for (const kind of kinds) {
      const rule = ruleById(kind.rule);
      if (!rule) continue;
      const one = tally(kind, rule);
      assert.ok(one.made > 0, `“${kind.name}” can be made nowhere`);
      total.made += one.made;
      total.found += one.found;
      total.toRestore += one.toRestore;
      total.restored += one.restored;
      const restored = one.toRestore > 0 ? `${one.restored}/${one.toRestore}` : '–';
      lines.push(
        `${kind.rule.padEnd(26)} found ${one.found}/${one.made}  restored ${restored.padEnd(5)}  ${kind.name}`,
        ...one.missed.map((text) => `    ${text}`),
      );
    }
    lines.push(
      `${kinds.length} kinds: found ${share(total.found, total.made)}, restored ${share(total.restored, total.toRestore)}`,
    );
    console.log(lines.map((line) => `      ${line}`).join('\n'));
    assert.ok(total.found >= 0.99 * total.made, 'fewer than 99 in 100 are found');
    assert.ok(total.restored >= 0.97 * total.toRestore, 'fewer than 97 in 100 are restored');
  });
});
