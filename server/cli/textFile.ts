import { isUtf8 } from 'node:buffer';
import { readRegular, readRegularNow } from '../regularFile.ts';
import { putWhole, type Written } from './outputFile.ts';

/** A file's text, and what of its bytes is no text. */
export interface TextFile {
  readonly text: string;
  /** Whether a byte order mark stands before the text: editors do not count it, so neither do positions. */
  readonly mark: boolean;
}

const mark = '\uFEFF';

/** The text of the bytes; undefined when they are not UTF-8, for then nothing could be written back. */
export function decode(bytes: Uint8Array): TextFile | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith(mark)
    ? { text: text.slice(mark.length), mark: true }
    : { text, mark: false };
}

/** A file beyond this is no text of an office, bytes. */
const largest = 250_000_000;

/** The bytes of a regular file; rejects with why there are none. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readRegular(path, largest);
}

/** The same at once; throws why there are none. */
export function readBytesNow(path: string): Uint8Array {
  return readRegularNow(path, largest);
}

/** The bytes of a file with that text. */
export function encode({ text, mark: marked }: TextFile): Uint8Array {
  return new TextEncoder().encode(`${marked ? mark : ''}${text}`);
}

/** Puts the text in the file's place, unless the file no longer holds what it held `before`. */
export function replaceFile(path: string, before: TextFile, after: TextFile): Promise<Written> {
  return putWhole(path, encode(after), encode(before));
}
