import type { Asked } from '../asked.ts';
import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';
import { noteDamage } from '../text/note-text.ts';
import { checkTitle } from './check-title.ts';
import { readTitle, type Title } from './title.ts';

/**
 * Holds the rows above a heading against what was asked. Damaged letters in them are asked about, except in the
 * unit's name: there the finding says which units it may mean.
 * @returns what the rows say
 */
export function checkTitleBlock(
  rows: readonly Row[],
  sheet: string | null,
  asked: Asked,
  ledger: Ledger,
): Title {
  const title = readTitle(rows);
  const naming = new Set(title.units.map(({ row, column }) => `${row}:${column}`));
  for (const { number, cells } of rows) {
    for (const { column, text } of cells) {
      if (!naming.has(`${number}:${column}`)) noteDamage(ledger, { sheet, row: number, column }, text);
    }
  }
  checkTitle(title, sheet, asked, ledger);
  return title;
}
