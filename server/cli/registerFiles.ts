import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import {
  readRegisterCsv,
  readRegisterJson,
  type ReadOptions,
  type RegisterFile,
} from '../register/readRegister.ts';
import { cannotRead } from './diskReasons.ts';
import { notWritten, putWhole } from './outputFile.ts';
import { decode, readBytes } from './textFile.ts';
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

/** What is at a path, links followed; `other`: a pipe or a device. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return undefined;
  }
}

/** The file's text with its byte order mark; undefined when there is no such file. */
export async function registerText(path: string, shown: string): Promise<string | undefined> {
  if ((await kindOf(path)) === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    throw new UsageError(cannotRead(shown, error));
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

/**
 * Throws a UsageError for a file that was found, not named, and really lies outside the folder: what a folder from
 * elsewhere says or links to must not make us write beyond it. `shown`: the path as it is told.
 */
export async function assertWithin(path: string, folder: string, shown: string): Promise<void> {
  const [real, root] = await Promise.all([realPlace(path), realPlace(folder)]);
  if (real.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  throw new UsageError({
    vi: `không ghi ${shown}: tệp này nằm ngoài thư mục ${folder}; nếu đúng ý, hãy nêu tên tệp trên dòng lệnh`,
    en: `${shown} is not written: it lies outside of the folder ${folder}; name the file on the command line if that is meant`,
  });
}

/** Where a file is, or would be made, with every link on the way followed. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPlace(dirname(path)), basename(path));
  }
}

/** Puts the text in the place of what was read there (`''` for no file); throws a UsageError when it cannot. */
export async function putFile(
  path: string,
  shown: string,
  before: string,
  text: string,
): Promise<void> {
  const bytes = new TextEncoder().encode(before);
  const empty = before === '' && (await kindOf(path)) === undefined;
  const encoded = new TextEncoder().encode(text);
  const written = await putWhole(path, encoded, empty ? 'nothing' : bytes);
  if (written.state === 'written') return;
  throw new UsageError(notWritten(shown, written));
}
