// The least that a checker of words does, in one thread: reads each file of a folder and looks at each of its words, or
// with `--parse` as second argument has remark-parse read it, and nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [folder, mode] = process.argv.slice(2);
const seen = new Map();

function countWords(text) {
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const key = word.toLowerCase();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
}

const parser = unified().use(remarkParse);
const read = mode === '--parse' ? (text) => parser.parse(text) : countWords;
for (const name of readdirSync(folder)) read(readFileSync(join(folder, name), 'utf8'));
