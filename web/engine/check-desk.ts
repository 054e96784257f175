import type { Asking, CheckTrouble, Progress, Questions, Said } from './check-messages.ts';

/** The check could not be done; `stopped`: by whoever asked for it. */
export class CheckFailure extends Error {
  readonly trouble: CheckTrouble | 'stopped';

  constructor(trouble: CheckTrouble | 'stopped', detail = '') {
    super(`${trouble} ${detail}`);
    this.trouble = trouble;
  }
}

type Waiting = { resolve: (answer: unknown) => void; reject: (fault: CheckFailure) => void };
/** The part of a worker that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * The page's side of one worker, which reads one file. `stop` ends it at once, whatever it is at: what still waits is
 * told `stopped`. A worker that broke, or never came, answers nothing any more: whoever asks it then is told so.
 */
export class CheckDesk {
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  /** Why nothing is answered any more. */
  #over: CheckFailure | null = null;
  /** The version of the catalogue that the worker brings. */
  readonly catalog: Promise<string>;
  onProgress: (progress: Progress) => void = () => {};

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    this.catalog = new Promise((resolve, reject) =>
      this.#waiting.set(0, { resolve: resolve as never, reject }),
    );
    // Nobody may wait for it.
    this.catalog.catch(() => {});
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      this.#end(new CheckFailure('broken', (event as ErrorEvent).message));
    });
  }

  ask<Q extends keyof Questions>(question: Q, ask: Questions[Q]['ask']): Promise<Questions[Q]['answer']> {
    if (this.#over !== null) return Promise.reject(this.#over);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#worker.postMessage({ id, question, ask } as Asking);
    });
  }

  stop(): void {
    this.#worker.terminate();
    this.#end(new CheckFailure('stopped'));
  }

  #hear(said: Said): void {
    if (said.said === 'progress') {
      this.onProgress(said.progress);
      return;
    }
    const id = said.said === 'ready' ? 0 : said.id;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (said.said === 'ready') waiting?.resolve(said.catalog);
    else if (said.said === 'answer') waiting?.resolve(said.answer);
    else waiting?.reject(new CheckFailure(said.trouble, said.detail));
  }

  #end(fault: CheckFailure): void {
    this.#over = fault;
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }
}

/** A worker that reads files, from the address at which the build has put it. */
export function startWorker(): Worker {
  return new Worker(CHECK_WORKER, { type: 'module', name: 'check' });
}
