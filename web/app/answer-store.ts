/** What was answered a moment ago is not asked for again when the reader goes back. */
const freshMilliseconds = 30_000;

/**
 * What the API answered a moment ago, by address, and what it is asked ahead. Whatever was asked before all was forgotten
 * is not kept when it comes: it may be of before a change, or another person's.
 */
export class AnswerStore {
  readonly #kept = new Map<string, { at: number; value: unknown }>();
  readonly #ahead = new Map<string, Promise<unknown>>();
  /** How often all was forgotten. */
  #age = 0;
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

  /** Puts by what is asked for before its reader is there. */
  putAhead(address: string, asking: Promise<unknown>): void {
    // Whoever reads it is told what went wrong; until then nobody is.
    asking.catch(() => {});
    this.#ahead.set(address, asking);
  }

  /** What was asked for ahead, once; else asks. Keeps the answer unless all was forgotten meanwhile. */
  async read<T>(address: string, ask: () => Promise<T>): Promise<T> {
    const age = this.#age;
    const asked = this.#ahead.get(address) as Promise<T> | undefined;
    this.#ahead.delete(address);
    const value = await (asked ?? ask());
    if (age === this.#age) this.#kept.set(address, { at: this.#now(), value });
    return value;
  }

  forget(address: string): void {
    this.#kept.delete(address);
  }

  forgetAll(): void {
    this.#age += 1;
    this.#kept.clear();
    this.#ahead.clear();
  }
}
