import assert from 'node:assert/strict';
import { parseMarkdown } from '../../server/source/markdown.ts';
import { simpleMarkdown } from '../../server/source/simpleMarkdown.ts';
import { edit, markdown, paragraph } from './markdownPieces.ts';
import type { Random } from './random.ts';

const letters = ['a', 'Điều 1', 'ộ', 'e\u0302\u0323', '5', '😀', 'x y', 'a_b', 'TM.'] as const;

/** What emphasis looks at on its sides, and what stands for something else. */
const inline = [
  ...['*', '**', '***', '_', '__', '****', '**I. MỤC ĐÍCH**', '*nghiêng*', '***cả hai***', '_x_'],
  ...[' ', '  ', '\u00a0', '\u3000', '\u2028', '\uFEFF', '\v', '.', ',', '(', ')', '“', '”', '—'],
  ...['$', '+', '=', ':', '-', '#', '!', '~', '/', '%', '|', '[', ']', '[1]', '![', '<', '> ', '&'],
  ...['\\', '\\*', '\\-', '\\\\', '\\|', '1\\.', 'a\\)', '\\_', '\\&', '\\<', '\\\n', '\\ '],
  ...['&nbsp;', '&amp;', '&lt;', '&x;', '&#32;', '&copy', '&ngE;', '<br>', '<br/>', '</sub>'],
  ...['<sub>2</sub>', '<b>', '<a@b.vn>', '<x y>', '`', '\t', '](', '\ud83d'],
] as const;

const lineEndings = ['\n', '\n', '\n', '\r\n', '\r', '  \n', ' \n', '   \r\n', '\\\n'] as const;

const openings = [
  ...[
    '',
    '',
    '',
    ' ',
    '   ',
    '     ',
    '- ',
    '-  ',
    '+ ',
    '* ',
    '*   ',
    '1. ',
    '2. ',
    '01. ',
    '10) ',
  ],
  ...[
    '1) ',
    '1.',
    '-',
    '- - ',
    '- 1. ',
    '- # ',
    '# ',
    '## ',
    '###### ',
    '####### ',
    '#',
    '> ',
    '>',
  ],
  ...['>> ', '> - ', '  - ', '   1. ', '| ', '|', '**', '*', '<', '<br> ', '~~~', '===', '\u00a0'],
] as const;

const wholeLines = [
  ...[
    '---',
    '***',
    '* * *',
    '___',
    '- - -',
    '--',
    '-',
    '*',
    '+',
    '1.',
    '===',
    '-----  ',
    '##',
    '>',
  ],
  ...['|---|', '|---|---|', '| :-- | --: |', '|:-:|', '---|---', ':--', '- | -', '|', '||', '| |'],
  ...['| a | b |', '|a|b|c|', '| **a** | *b* | ', '| a | b', 'a | b |', '| a \\| b |', '|  | b ||'],
  ...['<table>', '</table>', '<tr><td>1</td></tr>', '<div class="x">', '<p>x', '<h1>', '<hr/>'],
  ...['<!-- a -->', '<!-- a', '-->', '<!-- a --> b', '<!-->', '<br>', '<b>', '<script>', '<x>'],
  ...[
    '# a #',
    '## *a* ',
    '- a',
    '* b',
    '1. a',
    '2. b',
    '2) c',
    '- **a**',
    '  b',
    'b',
    '> a',
    '+---+',
  ],
] as const;

/** A text of lines as the simple reader takes them and of such as it must leave alone. */
function lines(random: Random): string {
  let text = '';
  const strange = random.chance(0.3) ? 1 : 0.12;
  for (let left = 1 + random.below(8); left > 0; left -= 1) {
    if (random.chance(0.35)) text += random.of(wholeLines);
    else {
      text += random.chance(0.5) ? random.of(openings) : '';
      for (let pieces = random.below(7); pieces > 0; pieces -= 1) {
        text += random.chance(0.45 * strange + 0.1) ? random.of(inline) : random.of(letters);
      }
    }
    text += random.of(lineEndings);
    if (random.chance(0.35)) text += random.of(['\n', '\r\n', ' \n', '\n\n', '\r']);
  }
  return random.chance(0.3) ? text.trimEnd() : text;
}

function table(random: Random): string {
  const row = (): string =>
    `|${Array.from({ length: 1 + random.below(3) }, () => ` ${random.of(letters)}${random.chance(0.3) ? random.of(inline) : ''} `).join('|')}|`;
  const rows = Array.from({ length: random.below(4) }, row);
  const columns = 1 + random.below(3);
  const head = `|${` ${random.of(letters)} |`.repeat(columns)}`;
  const delimiters = `|${random.of(['---|', ' :-- |', ':-:|', ' -|'] as const).repeat(columns)}`;
  return [head, delimiters, ...rows].join(random.of(['\n', '\r\n', ' \n'] as const));
}

/** A random text of the kinds of blocks that documents are made of, broken here and there. */
function textOf(random: Random, documents: readonly string[]): string {
  const kind = random.next();
  if (kind < 0.55) return lines(random);
  if (kind < 0.65) return `${table(random)}\n\n${lines(random)}`;
  if (kind < 0.75) return markdown(random);
  let text = random.chance(0.5) ? paragraph(random) : `${paragraph(random)}\n\n${lines(random)}`;
  if (documents.length > 0 && random.chance(0.6)) {
    const document = documents[random.below(documents.length)] ?? '';
    const from = random.below(document.length);
    text = document.slice(from, from + 20 + random.below(600));
  }
  for (let left = random.below(3); left > 0; left -= 1) {
    const { from, to, inserted } = edit(random, text.length);
    text = text.slice(0, from) + inserted + text.slice(to);
  }
  return text;
}

/**
 * Reads at least `cases` random texts; throws at the first whose simple tree differs from the full parser's, positions
 * included. Gives how many were simple.
 */
export function fuzzSimpleMarkdown(
  random: Random,
  cases: number,
  documents: readonly string[] = [],
): number {
  let simple = 0;
  for (let left = cases; left > 0; left -= 1) {
    if (isSimple(textOf(random, documents))) simple += 1;
  }
  return simple;
}

/** Whether the simple reader takes the text; throws when it then reads another tree than the full parser. */
export function isSimple(text: string): boolean {
  const nodes = simpleMarkdown(text, true);
  if (!nodes) return false;
  const full = parseMarkdown(text).children;
  assert.deepEqual(nodes, full, JSON.stringify(text));
  return true;
}
