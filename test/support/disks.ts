import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

function succeeds(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A disk of so many kB at a new folder; undefined where the system lets us mount none. */
export function smallDisk(path: string, size: number): Disk | undefined {
  if (process.platform !== 'linux') return undefined;
  mkdirSync(path, { recursive: true });
  const isMounted = succeeds('mount', '-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', path);
  return isMounted ? new Disk(path) : undefined;
}

/** A mounted disk; to be removed before its folder is. */
export class Disk {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  makeReadOnly(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.path]);
  }

  remove(): void {
    execFileSync('umount', [this.path]);
  }
}

/** Holds a file so that none can take its place, as a program does that has it open; undefined where nothing can. */
export function heldFile(path: string): Disk | undefined {
  const isHeld = process.platform === 'linux' && succeeds('mount', '--bind', path, path);
  return isHeld ? new Disk(path) : undefined;
}

/** Does the work as a user who owns nothing; undefined where we may not become one and are the system's owner. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (process.getuid?.() !== 0) return process.platform === 'win32' ? undefined : work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
