import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Picture } from './block.ts';
import { coverageOf, type Coverage } from './fontCoverage.ts';
import type { DrawnPage } from './pageSvg.ts';
import type { TypesetAssets } from './typesetAssets.ts';

/** Pages to look at, or a file to hand over. */
export type TypesetFormat = 'pages' | 'pdf';

/** What the worker is asked, and what it answers. */
export interface TypesetOrder {
  readonly id: number;
  readonly source: string;
  /** Those that the thread does not have yet. */
  readonly pictures: readonly Picture[];
  readonly format: TypesetFormat;
}
export type TypesetAnswer =
  /** `memory`: bytes that the engine holds. */
  | { readonly id: number; readonly made: SentPages | Pdf; readonly memory: number }
  | { readonly id: number; readonly error: string };

/** Pages as they come from the thread. */
export interface SentPages {
  /** A number stands for the page of that index among the pages that the thread sent last. */
  readonly pages: readonly (DrawnPage | number)[];
}

export interface Pages {
  readonly pages: readonly DrawnPage[];
}

export interface Pdf {
  readonly pdf: Uint8Array;
}

export type TypesetResult<Made = Pages> =
  | ({ readonly state: 'done' } & Made)
  /** A newer request for the same pages took its place. */
  | { readonly state: 'outdated' }
  | {
      readonly state: 'failed';
      readonly reason: 'error' | 'crash' | 'timeout';
      readonly detail: string;
    };

export interface TypesetterOptions {
  /** Milliseconds that one typesetting may take, the loading of the engine apart. */
  readonly timeout?: number;
  /** Milliseconds that the engine may take to load. */
  readonly loadTimeout?: number;
  /** Bytes that the engine may hold before a fresh one takes its place. */
  readonly memoryLimit?: number;
}

/** The id of an order whose answer nobody waits for; requests count from 1. */
const warmUp = 0;

const mixedUp = { state: 'failed', reason: 'error', detail: 'another format' } as const;

interface Request {
  readonly id: number;
  readonly key: string;
  readonly source: string;
  readonly pictures: readonly Picture[];
  readonly format: TypesetFormat;
  readonly settle: (result: TypesetResult<Pages | Pdf>) => void;
}

/**
 * Sets Typst sources as SVG pages, one at a time, in a thread of its own that starts with the first request.
 * Of the requests with one key that wait, only the latest is set. A thread that dies or takes too long is
 * replaced, and only the request that it had in hand fails.
 */
export class Typesetter {
  readonly #assets: TypesetAssets;
  readonly #timeout: number;
  readonly #loadTimeout: number;
  readonly #memoryLimit: number;
  readonly #waiting = new Map<string, Request>();
  #worker: Worker | undefined;
  /** The hashes of the pictures that the thread has. */
  readonly #sent = new Set<string>();
  /** The pages that the thread sent last. */
  #received: readonly DrawnPage[] = [];
  #warm = false;
  /** Bytes that the thread held after its first text: a long one may need more than the limit. */
  #needed = 0;
  #running: { readonly request: Request; readonly timer: NodeJS.Timeout } | undefined;
  #nextId = 1;
  #disposed = false;
  #coverage: Promise<Coverage> | undefined;

  constructor(assets: TypesetAssets, options: TypesetterOptions = {}) {
    this.#assets = assets;
    this.#timeout = options.timeout ?? 20_000;
    this.#loadTimeout = options.loadTimeout ?? 30_000;
    this.#memoryLimit = options.memoryLimit ?? 256_000_000;
  }

  /** The pages of a Typst source with its pictures; never rejects. `key` tells whose pages they are. */
  async typeset(
    source: string,
    key = '',
    pictures: readonly Picture[] = [],
  ): Promise<TypesetResult> {
    const result = await this.#request('pages', source, key, pictures);
    return result.state === 'done' && !('pages' in result) ? mixedUp : result;
  }

  /** The PDF file of a Typst source with its pictures; never rejects. */
  async pdf(source: string, pictures: readonly Picture[]): Promise<TypesetResult<Pdf>> {
    const result = await this.#request('pdf', source, `pdf ${this.#nextId}`, pictures);
    return result.state === 'done' && !('pdf' in result) ? mixedUp : result;
  }

  /** Which characters the pages' font has; its faces have the same. All, where the font cannot be read. */
  coverage(): Promise<Coverage> {
    this.#coverage ??= readFile(this.#assets.fonts[0] ?? '').then(coverageOf, () => () => true);
    return this.#coverage;
  }

  #request(
    format: TypesetFormat,
    source: string,
    key: string,
    pictures: readonly Picture[],
  ): Promise<TypesetResult<Pages | Pdf>> {
    if (this.#disposed) return Promise.resolve({ state: 'outdated' });
    return new Promise((settle) => {
      this.#waiting.get(key)?.settle({ state: 'outdated' });
      this.#waiting.delete(key);
      this.#waiting.set(key, { id: this.#nextId, key, source, pictures, format, settle });
      this.#nextId += 1;
      this.#startNext();
    });
  }

  /** Ends the thread; what waits is answered as outdated. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    for (const request of this.#waiting.values()) request.settle({ state: 'outdated' });
    this.#waiting.clear();
    this.#finish({ state: 'outdated' });
    await this.#dropWorker();
  }

  #startNext(): void {
    if (this.#running || this.#disposed) return;
    const [request] = this.#waiting.values();
    if (!request) return;
    this.#waiting.delete(request.key);
    const worker = this.#ensureWorker();
    const limit = this.#warm ? this.#timeout : this.#timeout + this.#loadTimeout;
    const timer = setTimeout(() => {
      this.#fail('timeout', `${limit} ms`);
    }, limit);
    timer.unref();
    this.#running = { request, timer };
    // an idle thread must not keep the program alive
    worker.ref();
    this.#order(worker, request.id, request);
  }

  #order(worker: Worker, id: number, { source, pictures, format }: Request): void {
    const fresh = pictures.filter(({ hash }) => !this.#sent.has(hash));
    for (const { hash } of fresh) this.#sent.add(hash);
    worker.postMessage({ id, source, pictures: fresh, format } satisfies TypesetOrder);
  }

  #ensureWorker(): Worker {
    if (this.#worker) return this.#worker;
    // what the engine prints must not reach a server's standard output, which is the protocol's
    const worker = new Worker(this.#assets.worker, {
      workerData: this.#assets,
      stdout: true,
      stderr: true,
    });
    worker.on('message', (answer: TypesetAnswer) => {
      if (worker === this.#worker) this.#answer(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#fail('crash', String(error));
    });
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#fail('crash', `exit ${code}`);
    });
    this.#worker = worker;
    this.#sent.clear();
    this.#received = [];
    this.#warm = false;
    return worker;
  }

  #answer(answer: TypesetAnswer): void {
    const fresh = !this.#warm;
    this.#warm = true;
    const request = this.#running?.request;
    if (!('made' in answer)) {
      if (answer.id === request?.id) this.#fail('error', answer.error);
      return;
    }
    if (fresh) this.#needed = answer.memory;
    const made = this.#receive(answer.made);
    if (answer.id !== request?.id) return;
    // a fresh thread would soon hold as much of a long text
    const limit = Math.max(this.#memoryLimit, 2 * this.#needed);
    if (answer.memory > limit) this.#renewWorker(request);
    this.#finish({ state: 'done', ...made });
  }

  #receive(made: SentPages | Pdf): Pages | Pdf {
    if (!('pages' in made)) return made;
    const before = this.#received;
    this.#received = made.pages.flatMap((page) =>
      typeof page === 'number' ? (before[page] ?? []) : [page],
    );
    return { pages: this.#received };
  }

  /** Starts a fresh thread and lets it set the last source once, so that the next edit finds it warm. */
  #renewWorker(last: Request): void {
    this.#dropWorker().catch(() => undefined);
    this.#order(this.#ensureWorker(), warmUp, last);
  }

  /** The engine's state is unknown after any failure, so the next request gets a new thread. */
  #fail(reason: 'error' | 'crash' | 'timeout', detail: string): void {
    this.#dropWorker().catch(() => undefined);
    this.#finish({ state: 'failed', reason, detail });
  }

  #finish(result: TypesetResult<Pages | Pdf>): void {
    const running = this.#running;
    this.#running = undefined;
    this.#worker?.unref();
    if (running) {
      clearTimeout(running.timer);
      running.request.settle(result);
    }
    this.#startNext();
  }

  async #dropWorker(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
