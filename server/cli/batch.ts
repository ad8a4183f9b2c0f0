import { relative, resolve } from 'node:path';
import type { Language } from '../lint/settings.ts';
import { say } from '../lint/settings.ts';
import type { Localized } from '../rules/rule.ts';
import type { ExitStatus, Io } from './io.ts';
import { notWritten, writeOutputs, type OutputFile } from './outputFile.ts';
import type { OutputPlaces } from './outputPlaces.ts';
import { kindOf } from './registerFiles.ts';

const clearLine = '\r\u001B[K';

/** A command that makes files of files, one after the other: a fault in one does not keep the others. */
export class Batch {
  readonly #io: Io;
  readonly #places: OutputPlaces;
  readonly #force: boolean;
  #language: Language | undefined;
  #progress = '';
  /** Files made. */
  made = 0;
  /** Things that could not be made. */
  failed = 0;
  /** Things that were made and have something to look at. */
  remarks = 0;

  constructor(io: Io, places: OutputPlaces, force: boolean) {
    this.#io = io;
    this.#places = places;
    this.#force = force;
    this.#language = io.language;
  }

  /** Shows how far the work is, where a person watches. `language`: of what is said from now on. */
  begin(path: string, index: number, total: number, language: Language | undefined): void {
    this.#language = language;
    if (!this.#io.watched) return;
    this.#progress = `[${index + 1}/${total}] ${path}`.slice(0, 78);
    this.#io.err(clearLine + this.#progress);
  }

  /** Ends the showing of progress. */
  end(): void {
    if (this.#progress !== '') this.#io.err(clearLine);
    this.#progress = '';
  }

  fail(text: Localized): void {
    this.failed += 1;
    this.tell(text);
  }

  remark(text: Localized): void {
    this.remarks += 1;
    this.tell(text);
  }

  tell(text: Localized): void {
    const before = this.#progress === '' ? '' : clearLine;
    this.#io.err(`${before}vanban: ${say(text, this.#language)}\n${this.#progress}`);
  }

  /** Whether a file may be made at a path; says so when not. */
  async mayWrite(target: string): Promise<boolean> {
    const shown = this.shown(target);
    if (!this.#places.take(target)) {
      this.fail({
        vi: `${shown}: hai văn bản cùng ghi vào tệp này; hãy đặt lại tên hoặc bỏ -o`,
        en: `${shown}: two documents would go into this file; rename one or leave out -o`,
      });
      return false;
    }
    if (this.#force || (await kindOf(target)) !== 'file') return true;
    this.fail(notWritten(shown, { state: 'exists' }));
    return false;
  }

  /** Writes what was made of a file, with what belongs to it or not at all, and names it on the output; whether it could. */
  async write(
    from: string,
    made: OutputFile,
    beside: readonly OutputFile[] = [],
  ): Promise<boolean> {
    const result = await writeOutputs([...beside, made], this.#force);
    if (result.state !== 'written') {
      this.fail(notWritten(this.shown(result.path), result));
      return false;
    }
    this.made += 1;
    if (this.#progress !== '') this.#io.err(clearLine);
    this.#io.out(`${from} → ${this.shown(made.path)}\n`);
    return true;
  }

  /** 0: all was made; 1: there is something to look at; 2: something could not be made. */
  get status(): ExitStatus {
    if (this.failed > 0) return 2;
    return this.remarks > 0 ? 1 : 0;
  }

  shown(path: string): string {
    const shown = relative(this.#io.folder, resolve(this.#io.folder, path)).replaceAll('\\', '/');
    return shown.startsWith('../../') ? path : shown;
  }
}
