import { chmod, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';

/** A file's text, and what of its bytes is no text. */
export interface TextFile {
  readonly text: string;
  /** Whether a byte order mark stands before the text: editors do not count it, so neither do positions. */
  readonly mark: boolean;
}

const mark = '\uFEFF';

/** The text of the bytes; undefined when they are not UTF-8, for then nothing could be written back. */
export function decode(bytes: Uint8Array): TextFile | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(mark)
      ? { text: text.slice(mark.length), mark: true }
      : { text, mark: false };
  } catch {
    return undefined;
  }
}

export async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path);
}

/** Puts the text in the file's place: written aside first, so that a fault never leaves half a file. */
export async function replaceFile(path: string, { text, mark: marked }: TextFile): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const aside = `${target}.vanban-${process.pid}`;
  try {
    await writeFile(aside, `${marked ? mark : ''}${text}`, { flag: 'wx' });
    await chmod(aside, mode);
    await rename(aside, target);
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    throw error;
  }
}
