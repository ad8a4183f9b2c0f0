import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../server/cli/io.ts';
import { run } from '../../server/cli/run.ts';

/** A folder of its own for one test, with the files in it. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'vanban-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What the command line does in a folder. */
export async function vanban(
  folder: string,
  args: readonly string[],
  more: {
    readonly input?: string | Uint8Array;
    readonly language?: Io['language'];
    readonly watched?: boolean;
    readonly typesetter?: Io['typesetter'];
  } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(Buffer.from(more.input ?? '')),
    folder,
    color: false,
    language: more.language,
    version: '0.0.0',
    watched: more.watched ?? false,
    typesetter: more.typesetter,
  });
  return { status, out, err };
}
