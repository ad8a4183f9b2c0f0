/** `npx tsx test/fuzz/lint.ts [seed] [seconds]`: says how many edits left the same reports as a text read anew. */
import { fuzzIncrementalLint } from './incrementalLint.ts';

const seed = Number(process.argv[2] ?? 1);
const seconds = Number(process.argv[3] ?? 60);
const { documents, edits } = fuzzIncrementalLint(seed, seconds * 1000);
console.log(`seed ${seed}: ${edits} edits of ${documents} documents, no difference`);
