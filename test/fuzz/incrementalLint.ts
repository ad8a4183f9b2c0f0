import assert from 'node:assert/strict';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { lint, lintDocuments, type LintResult } from '../../server/lint/lint.ts';
import type { LintSettings } from '../../server/lint/settings.ts';
import { knownDocuments } from '../../server/norms/register/knownDocuments.ts';
import { rules } from '../../server/rules/index.ts';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { plainData } from '../support/documentSpans.ts';
import { edit as markdownEdit, mark, paragraph } from './markdownPieces.ts';
import type { Random } from './random.ts';

type Texts = readonly [string, ...string[]];

/** Whole documents that rules report something in, or nearly. */
const documents: Texts = [
  planSample(),
  letterSample(),
  ...rules.flatMap(({ examples }) =>
    examples().map((example) => ('bad' in example ? example.bad : example.good)),
  ),
].map((text) => text.replace(/[«»]/gu, '')) as unknown as Texts;

/** Their blocks, each once. */
const blocks = [...new Set(documents.flatMap((text) => text.split(/\n{2,}/u)))].filter(
  (block) => block !== '',
) as unknown as Texts;

const words = [
  ...['x', ' ', '\n', '\n\n', '.', ',', ';', ':', '-', '“', '”', '"', '(', ')', '/', '5', '0'],
  ...['theo ', 'tại ', 'ngày ', 'Điều 5 ', 'khoản 2 ', 'số ', 'này', './.', 'a) ', '1. ', '- '],
  ...['Quyết định số 12/QĐ-UBND ', 'Nghị định số 30/2020/NĐ-CP ', 'ngày 05/3/2020 ', '31/4/2026 '],
  ...['UBND ', 'Ủy ban nhân dân ', 'khoá ', 'khóa ', 'kế họach ', 'CCHC ', '(CCHC) ', 'các các '],
  ...['**', '*', '# ', '\n# ', '<!-- vanban-disable -->\n\n', '\n\n**II. NỘI DUNG**\n\n'],
] as const;

export function documentText(random: Random): string {
  const kind = random.next();
  if (kind < 0.5) {
    let text = random.of(documents);
    while (random.chance(0.2)) text += `\n\n${random.of(documents)}`;
    return text;
  }
  const start = kind < 0.85 ? planSample() : '';
  const parts = start === '' ? [] : start.split('\n\n');
  for (let left = 2 + random.below(25); left > 0; left -= 1) {
    const piece = random.chance(0.85)
      ? random.of(blocks)
      : random.chance(0.5)
        ? paragraph(random)
        : mark(random) + mark(random);
    parts.splice(random.below(parts.length + 1), 0, piece);
  }
  return parts.join(random.chance(0.05) ? '\r\n\r\n' : '\n\n');
}

interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** An edit as a person makes it: a letter or word typed or deleted, a block moved in or out. */
export function typed(random: Random, text: string): TextEdit {
  const at = random.below(text.length + 1);
  const kind = random.next();
  if (kind < 0.35) return { from: at, to: at, inserted: random.of(words) };
  if (kind < 0.55) return { from: at, to: Math.min(text.length, at + 1), inserted: '' };
  if (kind < 0.65) {
    const to = Math.min(text.length, at + random.below(40));
    return { from: at, to, inserted: random.chance(0.5) ? random.of(words) : '' };
  }
  const line = Math.max(0, text.lastIndexOf('\n\n', at));
  if (kind < 0.75) return { from: line, to: line, inserted: `\n\n${random.of(blocks)}` };
  if (kind < 0.85) {
    const next = text.indexOf('\n\n', line + 2);
    return { from: line, to: next < 0 ? text.length : next, inserted: '' };
  }
  return markdownEdit(random, text.length);
}

const plain = ({ diagnostics, documents: found, faults, hidden, gone }: LintResult): unknown => ({
  diagnostics,
  documents: plainData(found),
  faults,
  hidden,
  gone,
});

/** Every rule on, those that are off by default too. */
const settings: LintSettings = {
  known: knownDocuments(
    rules.flatMap(({ exampleRegister }) => (exampleRegister ? [exampleRegister] : [])),
  ),
  rules: Object.fromEntries(
    rules.filter(({ offByDefault }) => offByDefault).map(({ id, severity }) => [id, severity]),
  ),
};

export interface LintTally {
  documents: number;
  edits: number;
}

/**
 * Edits random documents at random, at least `least` times in all; throws, with text and edit, at the first
 * edition of which the model or the reports differ from those of the same text read anew.
 */
export function fuzzIncrementalLint(
  random: Random,
  least: number,
  textOf: (random: Random) => string = documentText,
): LintTally {
  const tally: LintTally = { documents: 0, edits: 0 };
  while (tally.edits < least) {
    let text = textOf(random);
    let open = lint(text, settings);
    tally.documents += 1;
    for (let left = 4 + random.below(20); left > 0; left -= 1) {
      const edit = typed(random, text);
      const before = text;
      text = text.slice(0, edit.from) + edit.inserted + text.slice(edit.to);
      const source = parseSource(text, open.source);
      const documents = parseDocuments(source, open.documents);
      open = lintDocuments(source, documents, settings, rules, open);
      assert.deepEqual(
        plain(open),
        plain(lint(text, settings)),
        `edit ${tally.edits}: ${JSON.stringify({ before, ...edit })}`,
      );
      tally.edits += 1;
    }
  }
  return tally;
}
