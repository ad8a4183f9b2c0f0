/** `npx tsx test/fuzz/word.ts [seed] [mutants]`: says how many broken Word files were read without a word lost. */
import { Random } from './random.ts';
import { fuzzWordImport } from './wordImport.ts';

const seed = Number(process.argv[2] ?? 1);
const { mutants, read } = await fuzzWordImport(new Random(seed), Number(process.argv[3] ?? 1000));
console.log(`seed ${seed}: ${mutants} broken files, ${read} read, no word lost`);
