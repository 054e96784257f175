import type { Ledger } from '../ledger.ts';
import type { Cell, Place } from '../table.ts';
import { damageIn } from './broken.ts';

/** Notes a text that a layout uses and that matters, a title or a name: how it was read, and what damages it. */
export function noteText(ledger: Ledger, place: Place, cell: Cell): void {
  noteDecoding(ledger, place, cell);
  noteDamage(ledger, place, cell.text);
}

/** Lists that a text was read in other letters than it is stored in. */
export function noteDecoding(ledger: Ledger, place: Place, cell: Cell): void {
  if (cell.was) ledger.repair(cell.was.code, place, cell.was.text, cell.text);
}

/**
 * Finds fault with a text whose letters are damaged: what it was is asked, never guessed.
 * @returns true when it is
 */
export function noteDamage(ledger: Ledger, place: Place, text: string): boolean {
  if (damageIn(text) === undefined) return false;
  ledger.find('text-broken', place, text);
  return true;
}

/** Lists the decoded texts of all cells of rows. */
export function noteDecodings(
  ledger: Ledger,
  sheet: string | null,
  rows: readonly { number: number; cells: readonly Cell[] }[],
): void {
  for (const { number, cells } of rows) {
    for (const cell of cells) noteDecoding(ledger, { sheet, row: number, column: cell.column }, cell);
  }
}
