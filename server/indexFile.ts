import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedText } from './workspace/scanner.ts';

/** The file in a folder of the editor's that keeps the index from one session to the next. */
export function indexFile(folder: string): SavedText {
  const path = join(folder, 'index.json');
  return {
    read: () => readFile(path, 'utf8').catch(() => undefined),
    async write(text) {
      await mkdir(folder, { recursive: true });
      // another window may write at the same time: either's whole text stands in the end
      const aside = join(folder, `index.${randomUUID()}.tmp`);
      try {
        await writeFile(aside, text);
        await rename(aside, path);
      } finally {
        await rm(aside, { force: true });
      }
    },
  };
}
