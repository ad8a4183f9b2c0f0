/**
 * `npm run fuzz -- [times] [seed]`: 70,000 random cases, or as many times that, of everything that takes what
 * people, disks and editors give. Fails at the first that throws, differs from the same done anew, or loses a word.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import { sharedTexts } from '../support/sharedTexts.ts';
import { fuzzIncrementalLint } from './incrementalLint.ts';
import { fuzzIncrementalSource } from './incrementalSource.ts';
import { Random } from './random.ts';
import { fuzzSimpleMarkdown } from './simpleMarkdown.ts';
import { fuzzServer } from './serverMessages.ts';
import { checked, mutated } from './wholeLint.ts';
import { fuzzWordImport } from './wordImport.ts';

interface Part {
  readonly about: string;
  /** Cases of one run; all together 70,000. */
  readonly cases: number;
  /** Runs at least so many cases, and gives how many it ran. */
  readonly run: (random: Random, cases: number) => number | Promise<number>;
}

/** Longer real documents would take the time of many others. */
const longest = 15_000;

const documents = [
  planSample(),
  letterSample(),
  ...sharedTexts().map(({ text }) => text.slice(0, longest)),
];

const parts: readonly Part[] = [
  {
    about: 'edits, the tree against a full parse',
    cases: 30_000,
    run: (random, cases) => fuzzIncrementalSource(random, cases).edits,
  },
  {
    about: 'the simple reader of Markdown against the full parser',
    cases: 20_000,
    run: (random, cases) => {
      const simple = fuzzSimpleMarkdown(random, cases, documents);
      console.log(`  ${simple} of ${cases} texts were simple`);
      return cases;
    },
  },
  {
    about: 'edits, model and reports against a full check',
    cases: 1500,
    run: (random, cases) => fuzzIncrementalLint(random, cases).edits,
  },
  { about: 'random bytes', cases: 5000, run: each((random) => bytesOf(random).toString('utf8')) },
  { about: 'random Unicode', cases: 4000, run: each(unicodeOf) },
  { about: 'real documents, broken', cases: 1400, run: each(brokenDocument) },
  {
    about: 'messages to the server in any order',
    cases: 8000,
    run: async (random, cases) => {
      const { messages, memory } = await fuzzServer(random, cases);
      const [early, late] = memory.map((bytes) => Math.round(bytes / 1e6));
      console.log(`  the server's memory: ${early} MB after a tenth, ${late} MB at the end`);
      return messages;
    },
  },
  {
    about: 'Word files, broken',
    cases: 100,
    run: async (random, cases) => (await fuzzWordImport(random, cases)).mutants,
  },
];

function each(textOf: (random: Random) => string): Part['run'] {
  return (random, cases) => {
    for (let left = cases; left > 0; left -= 1) {
      const text = textOf(random);
      try {
        checked(text);
      } catch (error) {
        throw new Error(JSON.stringify(text), { cause: error });
      }
    }
    return cases;
  };
}

function bytesOf(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
}

/** Letters of every plane, lone surrogates, controls; half of them in the middle of a plan. */
function unicodeOf(random: Random): string {
  const units = Array.from({ length: random.below(200) }, () =>
    random.chance(0.2) ? random.below(0x250) : random.below(0x10000),
  );
  const text = String.fromCharCode(...units);
  return random.chance(0.5) ? text : planSample({ body: text });
}

function brokenDocument(random: Random): string {
  let text = documents[random.below(documents.length)] ?? '';
  for (let left = 1 + random.below(8); left > 0; left -= 1) text = mutated(text, random);
  return text;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

const times = Number(process.argv[2] ?? 1);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
let total = 0;
for (const [index, { about, cases, run }] of parts.entries()) {
  const begun = performance.now();
  const before = heap();
  const done = await run(new Random(seed + index), Math.ceil(cases * times));
  total += done;
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${about}: ${done} cases in ${seconds} s, heap ${before} → ${heap()} MB`);
}
console.log(`${total} cases, no fault`);
