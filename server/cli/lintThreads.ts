import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Language } from '../lint/settings.ts';
import type { FoundFile } from './findFiles.ts';

/** Fewer files than this are done sooner than threads are started. */
const worthThreads = 100;

/** Files handed over at once: enough that the messages cost nothing, few enough that the threads end together. */
const handful = 8;

/** How long a thread may take for one file, milliseconds: no file that is read takes a tenth of it. */
const longest = 60_000;

/** What a thread is started with. */
export interface ThreadTask {
  readonly args: readonly string[];
  readonly folder: string;
  readonly language: Language | undefined;
  /** The files to be checked. */
  readonly files: readonly FoundFile[];
  /** The paths of the files that are read for what they say of themselves, from the root. */
  readonly beside: readonly string[];
}

/** Whether a thread's answer for a file is there, or why there is none. */
export type Answer<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'died'; readonly why: string };

/** What a thread does with the files of its task, by their indexes. */
export interface ThreadWork<S, T> {
  scan(path: string): S | Promise<S>;
  /** Takes what was scanned of each file of `beside`, in their order; undefined where a thread died of it. */
  know(scanned: readonly (S | undefined)[]): Promise<void>;
  check(file: FoundFile): Promise<T>;
}

type Request<S> =
  | { readonly kind: 'scan' | 'check'; readonly indexes: readonly number[] }
  | { readonly kind: 'know'; readonly scanned: readonly (S | undefined)[] };

/** How many threads do the work on that many files; 1 where the main thread does it alone. */
export function threadsFor(files: number, asked: number | undefined): number {
  if (files < worthThreads) return 1;
  return Math.min(asked ?? availableParallelism(), Math.ceil(files / handful));
}

/**
 * What the threads of a program made of each file, in the order of the files: first all of them scan, then, knowing
 * what each file says of itself, all of them check. A thread that dies, or takes longer than `limit` milliseconds
 * for a file, takes one file with it: the others of its handful are tried again one by one.
 */
export async function inThreads<S, T>(
  program: string,
  task: ThreadTask,
  threads: number,
  limit = longest,
): Promise<readonly Answer<T>[]> {
  const all = Array.from({ length: threads }, () => new LintThread<S>(program, task, limit));
  try {
    const found = await round<S, S>(all, 'scan', task.beside.length);
    const scanned = task.beside.map((_, index) => {
      const answer = found[index];
      return answer?.kind === 'done' ? answer.value : undefined;
    });
    for (const thread of all) thread.know(scanned);
    return await round<S, T>(all, 'check', task.files.length);
  } finally {
    await Promise.all(all.map((thread) => thread.end()));
  }
}

/** Asks the threads about so many files. */
async function round<S, T>(
  threads: readonly LintThread<S>[],
  kind: 'scan' | 'check',
  files: number,
): Promise<readonly Answer<T>[]> {
  const answers: Answer<T>[] = [];
  const waiting: (readonly number[])[] = [];
  for (let at = 0; at < files; at += handful) {
    const length = Math.min(handful, files - at);
    waiting.push(Array.from({ length }, (_, index) => at + index));
  }
  await Promise.all(
    threads.map(async (thread) => {
      for (let indexes = waiting.shift(); indexes; indexes = waiting.shift()) {
        try {
          const values = await thread.ask<T>({ kind, indexes });
          for (const [at, file] of indexes.entries()) {
            answers[file] = { kind: 'done', value: values[at] as T };
          }
        } catch (error) {
          const [first, ...others] = indexes;
          const why = error instanceof Error ? error.message : String(error);
          if (others.length > 0) waiting.push(...indexes.map((file) => [file]));
          else if (first !== undefined) answers[first] = { kind: 'died', why };
        }
      }
    }),
  );
  return answers;
}

/** What a thread says when it has loaded its program. */
const ready = 'ready';

interface Asked {
  /** Ends the thread when it takes too long. */
  limit: NodeJS.Timeout;
  /** How long it may take once it is ready, milliseconds. */
  readonly most: number;
  answered(values: readonly unknown[]): void;
  failed(error: Error): void;
}

/** One thread, started when it is first asked, and again after it died. */
class LintThread<S> {
  readonly #program: string;
  readonly #task: ThreadTask;
  readonly #limit: number;
  #worker: Worker | undefined;
  #known: Request<S> | undefined;
  #asked: Asked | undefined;
  /** Whether it has loaded its program: that takes the time of no file. */
  #isReady = false;

  constructor(program: string, task: ThreadTask, limit: number) {
    this.#program = program;
    this.#task = task;
    this.#limit = limit;
  }

  know(scanned: readonly (S | undefined)[]): void {
    this.#known = { kind: 'know', scanned };
    this.#worker?.postMessage(this.#known);
  }

  /** What the thread answers for each index; rejects when it dies before. */
  ask<T>(request: Exclude<Request<S>, { readonly kind: 'know' }>): Promise<readonly T[]> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((answered, failed) => {
      const most = this.#limit * request.indexes.length;
      const limit = this.#giveUpAfter(this.#isReady ? most : longest, worker);
      this.#asked = { limit, most, answered: (values) => answered(values as readonly T[]), failed };
      worker.postMessage(request);
    });
  }

  #giveUpAfter(milliseconds: number, worker: Worker): NodeJS.Timeout {
    return setTimeout(() => {
      this.#asked?.failed(new Error(`> ${this.#limit / 1000} s`));
      this.#worker = undefined;
      void worker.terminate();
    }, milliseconds);
  }

  async end(): Promise<void> {
    clearTimeout(this.#asked?.limit);
    this.#asked = undefined;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { workerData: this.#task });
    let why: unknown;
    this.#isReady = false;
    worker.on('message', (values: readonly unknown[] | typeof ready) => {
      clearTimeout(this.#asked?.limit);
      if (values !== ready) {
        this.#asked?.answered(values);
        return;
      }
      this.#isReady = true;
      if (this.#asked) this.#asked.limit = this.#giveUpAfter(this.#asked.most, worker);
    });
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', (status) => {
      // one that was given up has its successor already
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      clearTimeout(this.#asked?.limit);
      this.#asked?.failed(why instanceof Error ? why : new Error(`exit ${status}`));
    });
    if (this.#known) worker.postMessage(this.#known);
    return worker;
  }
}

/** Serves as such a thread until the main one ends it. */
export async function serveAsThread<S, T>(
  open: (task: ThreadTask) => Promise<ThreadWork<S, T>>,
): Promise<void> {
  const task = workerData as ThreadTask;
  const port = parentPort;
  if (!port) return;
  const opened = open(task);
  let before: Promise<unknown> = opened;
  port.on('message', (request: Request<S>) => {
    before = before.then(async () => {
      const work = await opened;
      if (request.kind === 'know') return work.know(request.scanned);
      const values: (S | T)[] = [];
      for (const index of request.indexes) {
        const file = request.kind === 'check' ? task.files[index] : undefined;
        const path = request.kind === 'scan' ? task.beside[index] : undefined;
        if (file) values.push(await work.check(file));
        else if (path !== undefined) values.push(await work.scan(path));
      }
      port.postMessage(values);
    });
  });
  await opened;
  port.postMessage(ready);
}
