import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Language } from '../lint/settings.ts';
import type { FoundFile } from './findFiles.ts';

/** Fewer files than this are done sooner than threads are started. */
const worthThreads = 100;

/** Files handed over at once: enough that the messages cost nothing, few enough that the threads end together. */
const handful = 8;

/** What a thread is started with. */
export interface ThreadTask {
  readonly args: readonly string[];
  readonly folder: string;
  readonly language: Language | undefined;
  readonly files: readonly FoundFile[];
}

/** Whether a thread's answer for a file is there, or why there is none. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'died'; readonly why: string };

/** How many threads do the work on that many files; 1 where the main thread does it alone. */
export function threadsFor(files: number, asked: number | undefined): number {
  if (files < worthThreads) return 1;
  return Math.min(asked ?? availableParallelism(), Math.ceil(files / handful));
}

/**
 * What the threads of a program made of each file, in the order of the files. A thread that dies takes one file with it: the
 * others of its handful are tried again one by one.
 */
export async function inThreads<T>(
  program: string,
  task: ThreadTask,
  threads: number,
): Promise<readonly Answer<T>[]> {
  const answers: Answer<T>[] = [];
  const waiting: (readonly number[])[] = [];
  for (let at = 0; at < task.files.length; at += handful) {
    const length = Math.min(handful, task.files.length - at);
    waiting.push(Array.from({ length }, (_, index) => at + index));
  }
  const work = async (): Promise<void> => {
    while (waiting.length > 0) await oneThread(program, task, waiting, answers);
  };
  await Promise.all(Array.from({ length: threads }, work));
  return answers;
}

/** Runs one thread until nothing waits or it dies. */
function oneThread<T>(
  program: string,
  task: ThreadTask,
  waiting: (readonly number[])[],
  answers: Answer<T>[],
): Promise<void> {
  return new Promise((done) => {
    const worker = new Worker(program, { workerData: task });
    let why = '';
    let held: readonly number[] | undefined;
    const hand = (): void => {
      held = waiting.shift();
      worker.postMessage(held);
    };
    worker.on('message', (values: readonly T[]) => {
      (held ?? []).forEach((file, index) => {
        const value = values[index];
        if (value !== undefined) answers[file] = { kind: 'done', value };
      });
      hand();
    });
    worker.on('error', (error) => {
      why = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (status) => {
      const [first, ...others] = held ?? [];
      if (first !== undefined && others.length === 0) {
        answers[first] = { kind: 'died', why: why || `exit ${status}` };
      } else if (first !== undefined) {
        waiting.push(...[first, ...others].map((file) => [file]));
      }
      done();
    });
    hand();
  });
}

/** Serves as such a thread: `open` makes of the task what checks each of its files. */
export async function serveAsThread<T>(
  open: (task: ThreadTask) => Promise<(file: FoundFile) => Promise<T>>,
): Promise<void> {
  const task = workerData as ThreadTask;
  const port = parentPort;
  if (!port) return;
  const asked: (readonly number[] | undefined)[] = [];
  let wake: () => void = () => undefined;
  port.on('message', (files: readonly number[] | undefined) => {
    asked.push(files);
    wake();
  });
  const check = await open(task);
  for (;;) {
    while (asked.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const files = asked.shift();
    if (!files) break;
    const values: T[] = [];
    for (const index of files) {
      const file = task.files[index];
      if (file) values.push(await check(file));
    }
    port.postMessage(values);
  }
  port.close();
}
