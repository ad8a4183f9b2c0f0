import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  statSync,
  type Stats,
} from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** What cannot be read as a file: a pipe or a device, which may never end, or a folder. */
export class NotRegularError extends Error {
  readonly code = 'ENOTREG';

  constructor(path: string) {
    super(`not a regular file: ${path}`);
  }
}

/** A file with more bytes than were asked for at most. */
export class TooLargeError extends Error {
  readonly code = 'EFBIG';

  constructor(path: string) {
    super(`too large: ${path}`);
  }
}

/** Not on every system: there, opening a pipe does not wait. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a regular file, links followed. Rejects with the system's error, a `NotRegularError` for what is
 * none, or a `TooLargeError` beyond `largest` bytes. Never waits for a pipe's other end.
 */
export async function readRegular(path: string, largest: number): Promise<Uint8Array> {
  // Asked by name first: merely opening some devices has effects.
  check(path, await stat(path), largest);
  const file = await open(path, withoutWaiting);
  try {
    check(path, await file.stat(), largest);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** The same at once: a batch waits for each file in any case, and handing five calls to other threads costs ten times the calls. */
export function readRegularNow(path: string, largest: number): Uint8Array {
  check(path, statSync(path), largest);
  const file = openSync(path, withoutWaiting);
  try {
    check(path, fstatSync(file), largest);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function check(path: string, found: Stats, largest: number): void {
  if (!found.isFile()) throw new NotRegularError(path);
  if (found.size > largest) throw new TooLargeError(path);
}
