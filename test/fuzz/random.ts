/** Random numbers that a seed repeats. (Mulberry32, by its published recurrence; its state is 32 bits.) */
export class Random {
  #state: number;

  /** @param index which of the seed's many sequences */
  constructor(seed: number, index: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0;
    // Neighbouring seeds give neighbouring first numbers.
    for (let warm = 0; warm < 4; warm += 1) this.below(2);
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** From `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** Small numbers often, large ones sometimes. */
  small(most: number): number {
    return 1 + this.below(2 ** this.below(Math.floor(Math.log2(most)) + 1));
  }
}
