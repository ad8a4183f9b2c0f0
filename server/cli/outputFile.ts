import { unlinkSync, type Stats } from 'node:fs';
import { link, lstat, mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises';
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

let asideCount = 0;
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

/** As `putWhole`; `force`: over a file that is there. */
export function writeOutput(path: string, bytes: Uint8Array, force: boolean): Promise<Written> {
  return putWhole(path, bytes, force ? 'any' : 'nothing');
}

/**
 * Puts the bytes in a file, with the folders above it. They are written aside in the same folder and renamed, so
 * that no fault leaves half a file; a file that is replaced keeps its permissions and its owner, and a link leads
 * where it led. What is no regular file, or is read-only, or no longer as it was `before`, stays. Never rejects.
 */
export async function putWhole(path: string, bytes: Uint8Array, before: Before): Promise<Written> {
  try {
    await makeFolders(dirname(path));
    const there = await statOf(path);
    const refusal = there && why(there);
    if (refusal) return { state: 'failed', why: refusal };
    if (there && before === 'nothing') return { state: 'exists' };
    if (!there && before instanceof Uint8Array) return { state: 'failed', why: changed };
    // what a link leads to is replaced, not the link
    const target = there ? await realpath(path) : path;
    asideCount += 1;
    const aside = join(dirname(target), `.vanban-${process.pid}-${asideCount}.tmp`);
    try {
      asides.add(aside);
      await writeWhole(aside, bytes, there);
      if (before === 'nothing') return await settleNew(aside, target);
      if (before instanceof Uint8Array && !(await holds(target, before))) {
        return { state: 'failed', why: changed };
      }
      await rename(aside, target);
    } finally {
      await unlink(aside).catch(() => undefined);
      asides.delete(aside);
    }
    return { state: 'written' };
  } catch (error) {
    return { state: 'failed', why: whyNotWritten(error) };
  }
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
async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await mkdir(path);
  }
}

/** On the disk when it returns: some disks tell that they are full only then. */
async function writeWhole(path: string, bytes: Uint8Array, like: Stats | undefined): Promise<void> {
  const file = await open(path, 'wx');
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
