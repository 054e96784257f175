import type { FileCheck, SlotAsked } from './file-check.ts';

/** The check of the slot that was opened last; its worker holds the rows of a file, so there is one at a time. */
export class KeptCheck {
  #kept: FileCheck | null = null;
  readonly #begin: (slot: SlotAsked) => FileCheck;

  constructor(begin: (slot: SlotAsked) => FileCheck) {
    this.#begin = begin;
  }

  /** The check of this slot as far as it is, or a new one in the place of another slot's. */
  of(slot: SlotAsked): FileCheck {
    const kept = this.#kept;
    if (kept !== null && isOf(kept, slot)) return kept;
    this.drop();
    this.#kept = this.#begin(slot);
    return this.#kept;
  }

  /** Lets the file and its rows go: they are of whoever chose it. */
  drop(): void {
    this.#kept?.end();
    this.#kept = null;
  }
}

function isOf({ slot }: FileCheck, { unit, form, period }: SlotAsked): boolean {
  return slot.unit === unit && slot.form === form && slot.period === period;
}
