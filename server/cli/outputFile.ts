import { randomBytes } from 'node:crypto';
import { unlinkSync, type Stats } from 'node:fs';
import {
  link,
  lstat,
  mkdir,
  open,
  realpath,
  rename,
  rmdir,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRegular } from '../regularFile.ts';
import type { Localized } from '../rules/rule.ts';
import { codeOf, whyNotWritten } from './diskReasons.ts';

/** `exists`: a file is in its place and may not be overwritten. */
export type Written =
  | { readonly state: 'written' }
  | { readonly state: 'exists' }
  | { readonly state: 'failed'; readonly why: Localized };

/** What may stand in the place: nothing, any file, or the file with these very bytes. */
export type Before = 'nothing' | 'any' | Uint8Array;

/** One line that says why the file at the shown path was not written. */
export function notWritten(
  shown: string,
  result: Exclude<Written, { state: 'written' }>,
): Localized {
  if (result.state === 'exists') {
    return {
      vi: `${shown} đã có; thêm --force để ghi đè`,
      en: `${shown} exists; give --force to overwrite it`,
    };
  }
  const { vi, en } = result.why;
  return { vi: `không ghi được ${shown}: ${vi}`, en: `cannot write ${shown}: ${en}` };
}

const asides = new Set<string>();

/** Takes away what is being written, for a program that is told to end at once. */
export function removeAsides(): void {
  for (const path of asides) {
    try {
      unlinkSync(path);
    } catch {
      // there is no more to do about it
    }
  }
}

/** As `putTogether`; `force`: over files that are there. */
export function writeOutputs(
  files: readonly OutputFile[],
  force: boolean,
): Promise<WrittenTogether> {
  return putTogether(files, force ? 'any' : 'nothing');
}

/** A file to be written: an absolute path and all of its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What became of files; of several that could not be written, the first. */
export type WrittenTogether =
  { readonly state: 'written' } | (Exclude<Written, { state: 'written' }> & { path: string });

/**
 * Puts the bytes in a file, with the folders above it. They are written aside in the same folder and renamed, so
 * that no fault leaves half a file; a file that is replaced keeps its permissions and its owner, and a link leads
 * where it led. What is no regular file, or is read-only, or no longer as it was `before`, stays. Never rejects.
 */
export async function putWhole(path: string, bytes: Uint8Array, before: Before): Promise<Written> {
  const written = await putTogether([{ path, bytes }], before);
  return written.state === 'failed'
    ? { state: 'failed', why: written.why }
    : { state: written.state };
}

/** As `putWhole`, all of the files or none: each is whole and beside its place before the first takes its place. */
async function putTogether(files: readonly OutputFile[], before: Before): Promise<WrittenTogether> {
  const staged: Staged[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      const one = await stage(file, before, undo);
      if ('state' in one) return { ...one, path };
      staged.push(one);
    }
    for (const one of staged) {
      path = one.path;
      const written = await settle(one, before);
      if (written.state !== 'written') return { ...written, path };
    }
    return { state: 'written' };
  } catch (error) {
    return { state: 'failed', why: whyNotWritten(error), path };
  } finally {
    for (const one of undo.reverse()) await one().catch(() => undefined);
  }
}

interface Staged {
  readonly path: string;
  /** Where the bytes lie until they take their place. */
  readonly aside: string;
  /** The place, every link on the way followed. */
  readonly target: string;
}

/** Writes a file's bytes aside. `undo` gets what takes away what is not needed later: the aside, folders left empty. */
async function stage(
  { path, bytes }: OutputFile,
  before: Before,
  undo: (() => Promise<unknown>)[],
): Promise<Staged | Exclude<Written, { state: 'written' }>> {
  await makeFolders(dirname(path), undo);
  const there = await statOf(path);
  const refusal = there && why(there);
  if (refusal) return { state: 'failed', why: refusal };
  if (there && before === 'nothing') return { state: 'exists' };
  if (!there && before instanceof Uint8Array) return { state: 'failed', why: changed };
  // what a link leads to is replaced, not the link
  const target = there ? await realpath(path) : path;
  const aside = join(dirname(target), `.vanban-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(aside, 'wx', there ? 0o600 : 0o666);
  asides.add(aside);
  undo.push(async () => {
    asides.delete(aside);
    await unlink(aside);
  });
  await writeWhole(file, bytes, there);
  return { path, aside, target };
}

/** Lets what was written aside take its place. */
async function settle({ aside, target }: Staged, before: Before): Promise<Written> {
  if (before === 'nothing') return settleNew(aside, target);
  if (before instanceof Uint8Array && !(await holds(target, before))) {
    return { state: 'failed', why: changed };
  }
  await rename(aside, target);
  return { state: 'written' };
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Why what is there must stay. A rename asks nobody whether the file may be written, and root may do all. */
function why(there: Stats): Localized | undefined {
  if (there.isDirectory()) return isFolder;
  if (!there.isFile()) return notRegular;
  return (there.mode & 0o222) === 0 ? readOnly : undefined;
}

/** Step by step: `mkdir` of a whole path says of a read-only disk that the folder is gone. */
async function makeFolders(path: string, undo: (() => Promise<unknown>)[]): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path), undo);
    await mkdir(path);
  }
  // only an empty folder goes
  undo.push(() => rmdir(path));
}

/** On the disk when it returns: some disks tell that they are full only then. */
async function writeWhole(
  file: FileHandle,
  bytes: Uint8Array,
  like: Stats | undefined,
): Promise<void> {
  try {
    await file.writeFile(bytes);
    if (like) {
      const { uid, gid } = await file.stat();
      // only the system's owner may give files away; whoever cannot keeps the file as theirs
      if (uid !== like.uid || gid !== like.gid) {
        await file.chown(like.uid, like.gid).catch(() => undefined);
      }
      await file.chmod(like.mode & 0o7777);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file its name unless another one has come to bear it meanwhile. */
async function settleNew(aside: string, target: string): Promise<Written> {
  try {
    await link(aside, target);
    return { state: 'written' };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { state: 'exists' };
  }
  // a disk without hard links
  if (await lstat(target).catch(() => undefined)) return { state: 'exists' };
  await rename(aside, target);
  return { state: 'written' };
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readRegular(path, bytes.length), bytes) === 0;
  } catch {
    return false;
  }
}

const isFolder: Localized = { vi: 'đã có thư mục tên này', en: 'a folder has this name' };

const notRegular: Localized = {
  vi: 'ở đó là đường ống hoặc thiết bị, không phải tệp',
  en: 'what is there is a pipe or a device, not a file',
};

const readOnly: Localized = { vi: 'tệp chỉ cho đọc', en: 'the file is read-only' };

const changed: Localized = {
  vi: 'tệp vừa bị sửa ở nơi khác nên được để yên; hãy chạy lại lệnh',
  en: 'the file was changed elsewhere meanwhile and is left alone; run the command again',
};
