import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, lstat, mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './reasons.ts';

/** A file's new bytes, whole, beside the place that they are for. */
export interface Aside {
  /** Puts them in the place. */
  settle(): Promise<void>;
  /** Takes them out of the place again where nothing was there before. Never rejects. */
  withdraw(): Promise<void>;
  /** Takes away what still lies beside the place. Never rejects. */
  clear(): Promise<void>;
}

/** A name as short as the place's own may be long: together they would be too long for the disk. */
export function asideName(): string {
  return `.vanban-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Writes bytes beside a place on the disk, with the folders above it. Settled, a file that is replaced keeps its
 * permissions and its owner, and a link leads where it led. Rejects, with nothing left behind, where what is there
 * is no regular file or is read-only. `over`: whether a file that is there may be replaced.
 */
export async function asideOnDisk(path: string, bytes: Uint8Array, over: boolean): Promise<Aside> {
  await mkdir(dirname(path), { recursive: true });
  const there = await statOf(path);
  if (there) refuse(there, over);
  // what a link leads to is replaced, not the link
  const target = there ? await realpath(path) : path;
  const aside = join(dirname(target), asideName());
  const clear = (): Promise<void> => unlink(aside).catch(() => undefined);
  try {
    await writeWhole(aside, bytes, there);
  } catch (error) {
    await clear();
    throw error;
  }
  let fresh = false;
  return {
    settle: async () => {
      if (over) await rename(aside, target);
      else await settleNew(aside, target);
      fresh = !there;
    },
    withdraw: async () => {
      if (fresh) await unlink(target).catch(() => undefined);
    },
    clear,
  };
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A rename asks nobody whether the file may be written, and an administrator may do all. */
function refuse(there: Stats, over: boolean): void {
  if (there.isDirectory()) throw new Refusal('folder');
  if (!there.isFile()) throw new Refusal('not-regular');
  if (!over) throw new Refusal('exists');
  if ((there.mode & 0o222) === 0) throw new Refusal('read-only');
}

/** On the disk when it returns: some disks tell that they are full only then. */
async function writeWhole(path: string, bytes: Uint8Array, like: Stats | undefined): Promise<void> {
  // nobody else reads it before it has the permissions of the file that it replaces
  const file = await open(path, 'wx', like ? 0o600 : 0o666);
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
async function settleNew(aside: string, target: string): Promise<void> {
  try {
    await link(aside, target);
    return;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal('exists');
  }
  // a disk without hard links
  if (await lstat(target).catch(() => undefined)) throw new Refusal('exists');
  await rename(aside, target);
}
