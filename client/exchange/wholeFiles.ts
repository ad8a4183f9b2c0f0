import { FilePermission, FileType, Uri, workspace } from 'vscode';
import { asideName, asideOnDisk, type Aside } from './diskFile.ts';
import { Refusal } from './reasons.ts';

/** A file to be written. */
export interface NewFile {
  readonly place: Uri;
  readonly bytes: Uint8Array;
  /** Whether a file that is there may be replaced. */
  readonly over: boolean;
}

/** Whether something is at the place. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes the files: all of them beside their places first, then each into its own, so that what cannot be written is
 * known before anything is replaced. Rejects with nothing left behind.
 */
export async function writeWhole(files: readonly NewFile[]): Promise<void> {
  const asides: Aside[] = [];
  try {
    for (const file of files) asides.push(await putAside(file));
    for (const aside of asides) await aside.settle();
  } catch (error) {
    for (const aside of asides) await aside.withdraw();
    throw error;
  } finally {
    for (const aside of asides) await aside.clear();
  }
}

function putAside({ place, bytes, over }: NewFile): Promise<Aside> {
  // the editor's own way of writing to the disk asks neither what is read-only nor where a link leads
  return place.scheme === 'file'
    ? asideOnDisk(place.fsPath, bytes, over)
    : asideElsewhere(place, bytes, over);
}

/** The same in a folder that is not on the disk, as far as the editor gives means to. */
async function asideElsewhere(place: Uri, bytes: Uint8Array, over: boolean): Promise<Aside> {
  const there = await Promise.resolve(workspace.fs.stat(place)).catch(() => undefined);
  if (there) {
    if (there.type & FileType.Directory) throw new Refusal('folder');
    if (!over) throw new Refusal('exists');
    if ((there.permissions ?? 0) & FilePermission.Readonly) throw new Refusal('read-only');
    // nobody tells where it leads, and a rename would put a file in the link's stead
    if (there.type & FileType.SymbolicLink) throw new Refusal('link');
  }
  const aside = Uri.joinPath(place, '..', asideName());
  const remove = (uri: Uri): Promise<void> =>
    Promise.resolve(workspace.fs.delete(uri)).catch(() => undefined);
  try {
    await workspace.fs.writeFile(aside, bytes);
  } catch (error) {
    await remove(aside);
    throw error;
  }
  let fresh = false;
  return {
    settle: async () => {
      await workspace.fs.rename(aside, place, { overwrite: over });
      fresh = !there;
    },
    withdraw: async () => {
      if (fresh) await remove(place);
    },
    clear: async () => {
      if (await exists(aside)) await remove(aside);
    },
  };
}
