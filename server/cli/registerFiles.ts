import { mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  readRegisterCsv,
  readRegisterJson,
  type ReadOptions,
  type RegisterFile,
} from '../register/readRegister.ts';
import { decode } from './textFile.ts';
import { UsageError } from './usage.ts';

/** The folder that holds an office's own files: `.vanban`, in the folder or above it. */
export async function officeFolder(from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = join(folder, '.vanban');
    if ((await kindOf(found)) === 'folder') return found;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The file of the nearest register in the folder or above it; the CSV where an office has both. */
export async function nearestRegister(from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    for (const name of ['register.csv', 'register.json']) {
      const path = join(folder, '.vanban', name);
      if ((await kindOf(path)) === 'file') return path;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** The register that vanban maintains for the folder; it may not exist yet. */
export async function maintainedRegister(from: string): Promise<string> {
  const office = (await officeFolder(from)) ?? join(resolve(from), '.vanban');
  const json = join(office, 'register.json');
  const csv = join(office, 'register.csv');
  return (await kindOf(csv)) === undefined && (await kindOf(json)) === 'file' ? json : csv;
}

export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** The file's text with its byte order mark; undefined when there is no such file. */
export async function registerText(path: string, shown: string): Promise<string | undefined> {
  if ((await kindOf(path)) === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError({ vi: `không đọc được ${shown}`, en: `cannot read ${shown}` });
  }
  const decoded = decode(bytes);
  if (!decoded) {
    throw new UsageError({
      vi: `${shown}: không phải văn bản UTF-8; hãy lưu lại dưới dạng CSV UTF-8`,
      en: `${shown}: not UTF-8 text; save it as CSV UTF-8`,
    });
  }
  return (decoded.mark ? '\uFEFF' : '') + decoded.text;
}

/** The register in the text, by the file's name. */
export function readRegister(text: string, options: ReadOptions): RegisterFile {
  const read = isJson(options.file) ? readRegisterJson : readRegisterCsv;
  return read(text, options);
}

export function isJson(path: string): boolean {
  return /\.json$/iu.test(path);
}

/** Puts the text in the file's place, or makes the file: written aside first, so that no fault leaves half of it. */
export async function putFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeFile(aside, text, { flag: 'wx' });
    await rename(aside, path);
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    throw error;
  }
}
