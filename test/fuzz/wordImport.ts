import assert from 'node:assert/strict';
import { unzipSync, zipSync } from 'fflate';
import { importWord } from '../../server/output/wordImport/importWord.ts';
import { WordRefusal } from '../../server/output/wordImport/refusal.ts';
import { decisionSample, planSample } from '../../server/rules/samples.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { exportedWord, sharedWordFiles } from '../support/wordFiles.ts';
import type { Random } from './random.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

export interface WordFuzz {
  /** Files that were broken in some way. */
  readonly mutants: number;
  /** Of them, those that are read, in which every word was looked for. */
  readonly read: number;
}

const run = (content: string): string => `<w:r>${content}</w:r>`;
const field = (kind: string): string => run(`<w:fldChar w:fldCharType="${kind}"/>`);
const inserted = [
  '<w:ruby/>',
  field('begin'),
  field('separate'),
  field('end'),
  run('<w:instrText>MACROBUTTON X x</w:instrText>'),
  '<w:subDoc/>',
  run('<w:br w:type="page"/>'),
  run('<w:footnoteReference w:id="999"/>'),
  '<w:bookmarkStart w:id="1" w:name="x"/>',
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
] as const;
const wrappers = [
  ...['w:moveFrom', 'w:moveTo', 'w:ins', 'w:del', 'w:smartTag', 'w:unknown', 'w:hyperlink'],
  ...['w:fldSimple', 'w:dir', 'w:bdo', 'w:rubyBase', 'w:rt', 'w:ruby', 'w:sdt', 'w:sdtContent'],
  ...['w:customXml', 'w:txbxContent', 'w:p', 'w:r', 'w:t', 'w:tc', 'w:tr', 'w:tbl', 'w:pict'],
] as const;
const values = ['Infinity', 'NaN', '-1', '99999999999', 'restart', '', '0', 'none'] as const;
const cellProperties = [
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:gridSpan w:val="3"/>',
] as const;
const runProperties = ['vanish', 'strike', 'dstrike', 'webHidden', 'specVanish', 'caps'] as const;

/**
 * Breaks Word files, as many as told, and reads each: it is read or refused, and of what is read each word is in the
 * text or among what was told to be lost. Every stretch of text is a word that no other is.
 */
export async function fuzzWordImport(random: Random, count: number): Promise<WordFuzz> {
  const own = [
    planSample({ body: 'Việc:\n\n| TT | Việc |\n|---|---|\n| 1 | Họp[^1] |\n\n[^1]: Báo cáo.' }),
    decisionSample(),
  ];
  const sources = [
    ...(await Promise.all(own.map(exportedWord))),
    ...sharedWordFiles().map(({ bytes }) => bytes),
  ].map((bytes) => withUniqueWords(unzipSync(bytes), random));
  let read = 0;
  for (let done = 0; done < count; done += 1) {
    const source = sources[random.below(sources.length)];
    if (source && isKept(mutant(source, random))) read += 1;
  }
  return { mutants: count, read };
}

function withUniqueWords(parts: Parts, random: Random): Parts {
  let next = 0;
  const real = random.chance(0.3);
  return textParts(parts, (xml) =>
    xml
      .replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '')
      .replace(/(<w:t(?: [^>]*)?>)([^<]*)(?=<\/w:t>)/gu, (_, tag: string, text: string) => {
        next += 1;
        // the words of the text steer how it is read
        return `${tag}${real ? text : ''} từ${next}x `;
      }),
  );
}

function textParts(parts: Parts, change: (xml: string) => string): Parts {
  const changed = Object.entries(parts).map(([name, bytes]) => {
    if (!/^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/u.test(name)) {
      return [name, bytes] as const;
    }
    return [name, new TextEncoder().encode(change(new TextDecoder().decode(bytes)))] as const;
  });
  return Object.fromEntries(changed);
}

function mutant(source: Parts, random: Random): Uint8Array {
  if (random.chance(0.2)) return brokenBytes(zipSync(source, { level: 1 }), random);
  const parts = textParts(source, (xml) => {
    let text = xml;
    for (let left = 1 + random.below(4); left > 0; left -= 1) text = mutated(text, random);
    return text;
  });
  return zipSync(parts, { level: 1 });
}

function brokenBytes(whole: Uint8Array, random: Random): Uint8Array {
  const bytes = whole.slice();
  for (let left = 1 + random.below(6); left > 0; left -= 1) {
    bytes[random.below(bytes.length)] = random.below(256);
  }
  return random.chance(0.2) ? bytes.slice(0, random.below(bytes.length)) : bytes;
}

const elementNames = ['r', 'p', 't', 'tc', 'tr', 'tbl', 'sdt', 'drawing'] as const;

function mutated(xml: string, random: Random): string {
  const within = (pattern: RegExp, change: (found: string) => string): string => {
    const all = [...xml.matchAll(pattern)];
    const one = all[random.below(all.length)];
    if (!one) return xml;
    return xml.slice(0, one.index) + change(one[0]) + xml.slice(one.index + one[0].length);
  };
  const name = random.of(elementNames);
  // an element that holds none of its own kind
  const whole = new RegExp(`<w:${name}[ >](?:(?!<w:${name}[ >]).)*?</w:${name}>`, 'gsu');
  switch (random.below(6)) {
    case 0:
      return within(whole, (found) => random.of(inserted) + found);
    case 1:
    case 2: {
      const wrapper = random.of(wrappers);
      return within(whole, (found) => `<${wrapper}>${found}</${wrapper}>`);
    }
    case 3:
      return within(/w:val="[^"]*"/gu, () => `w:val="${random.of(values)}"`);
    case 4:
      return within(/<w:tcPr>/gu, (found) => found + random.of(cellProperties));
    default:
      return within(/<w:rPr>/gu, (found) => `${found}<w:${random.of(runProperties)}/>`);
  }
}

const unique = /từ\d+x/gu;

/** Whether a broken file is read; fails if it is and a word of it is nowhere. */
function isKept(bytes: Uint8Array): boolean {
  let seen: ReadonlySet<string>;
  try {
    const { markdown, losses } = importWord(bytes, 'hinh', 'text');
    const text = parseSource(markdown).lines.map((line) => line.text);
    const all = [...text, ...losses.map(({ words }) => words)].join('\n').toLocaleLowerCase('vi');
    seen = new Set(all.match(unique));
  } catch (error) {
    assert.ok(error instanceof WordRefusal, error instanceof Error ? error.stack : String(error));
    return false;
  }
  const lost = wordsOf(bytes).filter((word) => !seen.has(word));
  assert.deepEqual(lost, []);
  return true;
}

/** The words of the parts that can be unpacked: a broken one that nothing refers to is read by nobody. */
function wordsOf(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) });
  return names.flatMap((name) => {
    const words: string[] = [];
    try {
      textParts(unzipSync(bytes, { filter: (part) => part.name === name }), (xml) => {
        words.push(...(xml.match(unique) ?? []));
        return xml;
      });
    } catch {
      return [];
    }
    return words;
  });
}
