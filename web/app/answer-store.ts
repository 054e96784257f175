/** What was answered a moment ago is not asked for again when the reader goes back. */
const freshMilliseconds = 30_000;

type Asking = { answer: Promise<unknown>; readers: number; given: AbortController };

/**
 * What the API answered a moment ago, and what it is being asked, by address: whoever asks the same meanwhile waits for
 * that answer. Whatever was asked before it was forgotten goes to who asked for it and is not kept: it may be of before a
 * change, or another person's.
 */
export class AnswerStore {
  readonly #kept = new Map<string, { at: number; value: unknown }>();
  readonly #asking = new Map<string, Asking>();
  readonly #now: () => number;

  /** @param now milliseconds that only grow */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What was answered, while it is fresh. */
  kept(address: string): { value: unknown } | null {
    const known = this.#kept.get(address);
    return known === undefined || this.#now() - known.at > freshMilliseconds ? null : known;
  }

  /**
   * Asks, or waits for what is asked already.
   * @param signal this reader wants it no more; once none does, the asking is given up. None: it is wanted for later
   */
  read<T>(address: string, ask: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const asking = this.#asking.get(address) ?? this.#begin(address, ask);
    asking.readers += 1;
    signal?.addEventListener('abort', () => {
      asking.readers -= 1;
      if (asking.readers > 0) return;
      this.#drop(address, asking);
      asking.given.abort();
    });
    return asking.answer as Promise<T>;
  }

  forget(address: string): void {
    this.#kept.delete(address);
    this.#asking.delete(address);
  }

  forgetAll(): void {
    this.#kept.clear();
    this.#asking.clear();
  }

  #begin(address: string, ask: (signal: AbortSignal) => Promise<unknown>): Asking {
    const given = new AbortController();
    const asking: Asking = { answer: ask(given.signal), readers: 0, given };
    this.#asking.set(address, asking);
    asking.answer.then(
      (value) => {
        if (this.#drop(address, asking)) this.#kept.set(address, { at: this.#now(), value });
      },
      // Told to its readers.
      () => this.#drop(address, asking),
    );
    return asking;
  }

  /** @returns whether it was still what is asked at this address */
  #drop(address: string, asking: Asking): boolean {
    return this.#asking.get(address) === asking && this.#asking.delete(address);
  }
}
