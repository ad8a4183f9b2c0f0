import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegular } from './regularFile.ts';

/** A picture beyond this is not read, bytes. */
const largest = 30_000_000;

/** What begins with a scheme (`https:`, `file:`, `C:`) or a slash names no file of the workspace. */
const elsewhere = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[\\/])/u;

/**
 * The bytes of the picture that a text names, from the text's own folder. Only regular files inside the folder
 * of the workspace that holds the text (outside workspaces: inside the text's own folder) are read, links
 * followed first; everything else is undefined.
 */
export async function readPictureOf(
  uri: string,
  path: string,
  folders: readonly string[],
): Promise<Uint8Array | undefined> {
  try {
    if (!uri.startsWith('file:')) return undefined;
    const home = dirname(fileURLToPath(uri));
    const roots = folders
      .filter((folder) => folder.startsWith('file:'))
      .map((folder) => fileURLToPath(folder));
    const root = roots.find((folder) => isInside(home, folder)) ?? home;
    return await readPictureIn(root, home, path);
  } catch {
    return undefined;
  }
}

/** As `readPictureOf`, of the folder `home` inside `root`, both as file paths. */
export async function readPictureIn(
  root: string,
  home: string,
  path: string,
): Promise<Uint8Array | undefined> {
  try {
    const named = decodeURIComponent(path);
    if (elsewhere.test(named) || isAbsolute(named) || named.includes('\0')) return undefined;
    const file = await realpath(await existing(home, named));
    if (!isInside(file, await realpath(root))) return undefined;
    return new Uint8Array(await readRegular(file, largest));
  } catch {
    return undefined;
  }
}

/** The file under its name as written, or in the other composition of its letters. */
async function existing(home: string, named: string): Promise<string> {
  for (const name of [named, named.normalize('NFC'), named.normalize('NFD')]) {
    const file = resolve(home, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
  }
  throw new Error('no such file');
}

function isInside(path: string, folder: string): boolean {
  const base = folder.endsWith(sep) ? folder : folder + sep;
  return path === folder || path.startsWith(base);
}
