import { link, mkdir, open, realpath, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Localized } from '../rules/rule.ts';
import { kindOf } from './registerFiles.ts';

/** `exists`: a file is in its place and may not be overwritten. */
export type Written =
  | { readonly state: 'written' }
  | { readonly state: 'exists' }
  | { readonly state: 'failed'; readonly why: Localized };

let asideCount = 0;

/**
 * Puts the bytes in a file, with the folders above it. They are written aside in the same folder and renamed, so
 * that no fault leaves half a file; `force`: over a file that is there. Never rejects.
 */
export async function writeOutput(
  path: string,
  bytes: Uint8Array,
  force: boolean,
): Promise<Written> {
  try {
    await makeFolders(dirname(path));
    const there = await kindOf(path);
    if (there === 'folder') return { state: 'failed', why: isFolder };
    if (there === 'file' && !force) return { state: 'exists' };
    // what a link leads to is replaced, not the link
    const target = there === 'file' ? await realpath(path) : path;
    asideCount += 1;
    const aside = join(dirname(target), `.vanban-${process.pid}-${asideCount}.tmp`);
    try {
      await writeWhole(aside, bytes);
      if (force) await rename(aside, target);
      else return await settleNew(aside, target);
    } finally {
      await unlink(aside).catch(() => undefined);
    }
    return { state: 'written' };
  } catch (error) {
    return { state: 'failed', why: whyNot(error) };
  }
}

/** Step by step: `mkdir` of a whole path says of a read-only disk that the folder is gone. */
async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((await kindOf(path)) === 'folder') return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await mkdir(path);
  }
}

/** On the disk when it returns: some disks tell that they are full only then. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
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
  if ((await kindOf(target)) !== undefined) return { state: 'exists' };
  await rename(aside, target);
  return { state: 'written' };
}

const isFolder: Localized = { vi: 'đã có thư mục tên này', en: 'a folder has this name' };

const reasons: Readonly<Record<string, Localized>> = {
  ENOSPC: { vi: 'đĩa đã đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'đã hết dung lượng được cấp', en: 'the disk quota is used up' },
  EROFS: { vi: 'đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EACCES: { vi: 'không có quyền ghi ở đây', en: 'there is no right to write here' },
  EPERM: { vi: 'không có quyền ghi ở đây', en: 'there is no right to write here' },
  EBUSY: {
    vi: 'tệp đang mở trong chương trình khác',
    en: 'the file is open in another program',
  },
  ENOENT: { vi: 'thư mục không còn', en: 'the folder is gone' },
  ENOTDIR: {
    vi: 'tên thư mục trong đường dẫn là tên một tệp',
    en: 'what the path has as a folder is a file',
  },
  EEXIST: {
    vi: 'tên thư mục trong đường dẫn là tên một tệp',
    en: 'what the path has as a folder is a file',
  },
  EISDIR: isFolder,
  ENAMETOOLONG: { vi: 'tên tệp quá dài', en: 'the file’s name is too long' },
  EFBIG: { vi: 'tệp quá lớn cho đĩa này', en: 'the file is too large for this disk' },
  EIO: { vi: 'đĩa gặp trục trặc', en: 'the disk has a fault' },
};

/** Why a file could not be written. */
function whyNot(error: unknown): Localized {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons[code];
  return known ?? { vi: code ?? String(error), en: code ?? String(error) };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
