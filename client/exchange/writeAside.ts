import { randomBytes } from 'node:crypto';
import { Uri, workspace } from 'vscode';

/** Whether something is at the place. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Writes the bytes beside the place and moves them there whole; rejects with nothing left behind. */
export async function writeAside(uri: Uri, bytes: Uint8Array): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const aside = Uri.joinPath(uri, '..', `.${name}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await workspace.fs.writeFile(aside, bytes);
    await workspace.fs.rename(aside, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(aside)).catch(() => undefined);
    throw error;
  }
}
