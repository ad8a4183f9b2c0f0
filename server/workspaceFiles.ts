import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from './workspace/scanner.ts';
import { readRegular } from './regularFile.ts';

/** More files than this are not read. */
const mostFiles = 20_000;

/** A file written later than this before it is looked at may be written again within one tick of its clock, milliseconds. */
const settledMs = 2000;

/** A file beyond this is no document of an office, bytes. */
const largest = 4_000_000;

/** The files of the machine that the server runs on; other schemes than `file` have none. */
export const workspaceFiles: WorkspaceFiles = {
  async list(folder) {
    const root = pathOf(folder);
    if (root === undefined) return { uris: [], isWhole: true };
    const found: string[] = [];
    const folders = [root];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      for (const entry of await entriesOf(next)) {
        const path = join(next, entry.name);
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(path);
        } else if (entry.isFile() && /\.md$/iu.test(entry.name)) {
          if (found.length >= mostFiles) return { uris: found, isWhole: false };
          found.push(uriBelow(folder, root, path));
        }
      }
    }
    return { uris: found, isWhole: true };
  },

  async stamp(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const { size, mtimeMs, ctimeMs, ino } = await lstat(path);
      const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - settledMs;
      return isSettled ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : undefined;
    } catch {
      return undefined;
    }
  },

  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      // a link may lead out of the workspace
      if (!(await lstat(path)).isFile()) return undefined;
      return new TextDecoder('utf-8', { fatal: true }).decode(await readRegular(path, largest));
    } catch {
      return undefined;
    }
  },
};

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The address as the client begins it, so that the file it opens is the file that was listed. */
function uriBelow(folder: string, root: string, path: string): string {
  const base = pathToFileURL(root).href.replace(/\/?$/u, '/');
  return folder.replace(/\/?$/u, '/') + pathToFileURL(path).href.slice(base.length);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
