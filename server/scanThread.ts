import { Worker } from 'node:worker_threads';
import type { Listing, ScannedFile, WorkspaceScanner } from './workspace/scanner.ts';

/** What a thread is started with. */
export interface ScanTask {
  /** The program's. */
  readonly version: string;
  /** The folder in which what was read is kept for the next session. */
  readonly storage: string | undefined;
}

/** What a thread is asked; it answers in the order asked, and not at all where it dies. */
export type ScanOrder =
  | { readonly kind: 'list'; readonly folder: string }
  | { readonly kind: 'scan'; readonly uris: readonly string[] }
  | { readonly kind: 'rest' };

export interface ScanThreadOptions {
  /** Milliseconds that the files of one order may take, and the listing of a folder: a slow network drive's too. */
  readonly limit?: number;
  /** The thread's program, a file path. */
  readonly program: string;
  /** Told of a file that a thread hung at or died of, and once when no thread is started any more. */
  readonly lost: (error: Error) => void;
}

/** So many threads may die: what goes on dying is not worth the machine's time. */
const mostDeaths = 10;

/** Megabytes that a thread may hold, so that no file takes the server down with it. */
const mostMemory = 256;

/**
 * Scans files in a thread of its own, so that whoever types waits for none of them. The thread starts when it is
 * first asked and ends when it may rest. One that dies or hangs is replaced, and the file that it died of given up.
 */
export class ScanThread implements WorkspaceScanner {
  readonly #limit: number;
  readonly #lost: (error: Error) => void;
  readonly #program: string;
  #task: ScanTask;
  #worker: Worker | undefined;
  #deaths = 0;
  #isStopped = false;
  #before: Promise<unknown> = Promise.resolve();

  constructor(task: ScanTask, options: ScanThreadOptions) {
    this.#task = task;
    this.#limit = options.limit ?? 15_000;
    this.#lost = options.lost;
    this.#program = options.program;
  }

  async list(folder: string): Promise<Listing> {
    try {
      return await this.#inTurn(() => this.#ask<Listing>({ kind: 'list', folder }));
    } catch (error) {
      this.#tell(folder, error);
      return { uris: [], isWhole: false };
    }
  }

  async scan(uris: readonly string[]): Promise<readonly ScannedFile[]> {
    try {
      return await this.#inTurn(() => this.#ask<readonly ScannedFile[]>({ kind: 'scan', uris }));
    } catch (error) {
      const [only, ...others] = uris;
      if (only === undefined) return [];
      if (others.length === 0) {
        this.#tell(only, error);
        return [{ documents: [], isKnown: false }];
      }
      const found: ScannedFile[] = [];
      for (const uri of uris) found.push(...(await this.scan([uri])));
      return found;
    }
  }

  rest(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#worker) return;
      await this.#ask({ kind: 'rest' }).catch(() => undefined);
      // what changes later is read again in the next session: a thread need not keep the whole index for it
      this.#task = { ...this.#task, storage: undefined };
      await this.end();
    });
  }

  /** Ends the thread; what it was asked fails. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #tell(address: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    if (!(error instanceof StoppedError)) this.#lost(new Error(`${address}: ${why}`));
  }

  /** Does one thing after another. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => undefined);
    return done;
  }

  #ask<Answer>(order: ScanOrder): Promise<Answer> {
    if (this.#deaths >= mostDeaths) return Promise.reject(this.#stopped());
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      let why = new Error('exit');
      const limit = setTimeout(() => {
        why = new Error(`> ${this.#limit / 1000} s`);
        void worker.terminate();
      }, this.#limit).unref();
      const failed = (error: Error): void => {
        why = error;
      };
      const settle = (): void => {
        clearTimeout(limit);
        worker.off('message', answered).off('error', failed).off('exit', ended);
      };
      const answered = (answer: Answer): void => {
        settle();
        resolve(answer);
      };
      const ended = (): void => {
        settle();
        if (this.#worker === worker) this.#worker = undefined;
        this.#deaths += 1;
        reject(why);
      };
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(order);
    });
  }

  #stopped(): StoppedError {
    const error = new StoppedError();
    if (!this.#isStopped) this.#lost(error);
    this.#isStopped = true;
    return error;
  }

  #start(): Worker {
    const worker = new Worker(this.#program, {
      workerData: this.#task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
      // what a thread prints must not reach a server's standard output, which is the protocol's
      stdout: true,
      stderr: true,
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    // it must not keep the program alive
    worker.unref();
    return worker;
  }
}

class StoppedError extends Error {
  constructor() {
    super(`the workspace's files are not read any more: ${mostDeaths} threads died`);
  }
}
