import { posix, resolve } from 'node:path';
import type { FoundFile } from './findFiles.ts';
import { kindOf } from './registerFiles.ts';
import { emptyPath, UsageError } from './usage.ts';

/** Endings that a person may mean as a file's, not as a folder's. */
const fileEnding = /\.(?:docx?|pdf|html?|md|txt)$/iu;

/** Where the files that a command makes go. */
export class OutputPlaces {
  readonly #output: { readonly kind: 'file' | 'folder'; readonly path: string } | undefined;
  readonly #extension: string;
  readonly #taken = new Set<string>();

  private constructor(
    output: { readonly kind: 'file' | 'folder'; readonly path: string } | undefined,
    extension: string,
  ) {
    this.#output = output;
    this.#extension = extension;
  }

  /**
   * `output`: what follows `-o`. It is a file when it ends in the extension and is no folder, otherwise a folder,
   * which need not exist yet. Throws a UsageError for a file of another kind.
   */
  static async open(
    output: string | undefined,
    extension: string,
    folder: string,
  ): Promise<OutputPlaces> {
    if (output === undefined) return new OutputPlaces(undefined, extension);
    if (output === '') throw emptyPath();
    const path = resolve(folder, output);
    const there = await kindOf(path);
    if (there === 'folder' || /[\\/]$/u.test(output)) {
      return new OutputPlaces({ kind: 'folder', path }, extension);
    }
    if (output.toLowerCase().endsWith(extension)) {
      return new OutputPlaces({ kind: 'file', path }, extension);
    }
    if (there === 'file' || fileEnding.test(output)) {
      throw new UsageError({
        vi: `-o ${output}: cần tệp ${extension} hoặc một thư mục`,
        en: `-o ${output}: a ${extension} file or a folder is expected`,
      });
    }
    return new OutputPlaces({ kind: 'folder', path }, extension);
  }

  /** Whether all goes into one file, so that there may be one thing only. */
  get single(): boolean {
    return this.#output?.kind === 'file';
  }

  /** The path of what is made of a file; `part`: its number, from 1, where several are made of the file. */
  of({ path, root }: FoundFile, part: number | undefined, folder: string): string {
    if (this.#output?.kind === 'file') return this.#output.path;
    const stem = posix.basename(path).replace(/(?<=.)(?:\.vb)?\.(?:md|doc[xm]?)$/iu, '');
    const name = `${stem}${part === undefined ? '' : `-${part}`}${this.#extension}`;
    const own = posix.dirname(path);
    return this.#output
      ? resolve(this.#output.path, posix.relative(root, own), name)
      : resolve(folder, own, name);
  }

  /** Whether the path is free of what this command has made itself; then it is taken. */
  take(path: string): boolean {
    // names that differ by these alone are one file on many disks
    const key = path.normalize('NFC').toLowerCase();
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }
}
