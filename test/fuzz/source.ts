/** `npx tsx test/fuzz/source.ts [seed] [seconds]`: says how many edits were made without a difference. */
import { fuzzIncrementalSource } from './incrementalSource.ts';

const seed = Number(process.argv[2] ?? 1);
const seconds = Number(process.argv[3] ?? 60);
const { documents, edits } = fuzzIncrementalSource(seed, seconds * 1000);
console.log(`seed ${seed}: ${edits} edits of ${documents} documents, no difference`);
