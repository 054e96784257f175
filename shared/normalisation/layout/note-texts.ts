import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';
import { noteDamage, noteDecodings } from '../text/note-text.ts';
import type { Title } from './title.ts';

/**
 * Tells of texts that were decoded from a legacy font, and of damaged letters in the title. The name of the unit is
 * left to its matching, which knows what may have been lost.
 */
export function noteTexts(
  {
    held,
    title,
    said,
    sheet,
  }: { held: readonly Row[]; title: readonly Row[]; said: Title; sheet: string | null },
  ledger: Ledger,
): void {
  noteDecodings(ledger, sheet, held);
  for (const { number, cells } of title) {
    for (const { column, text } of cells) {
      if (said.units.some((fact) => fact.row === number && fact.column === column)) continue;
      noteDamage(ledger, { sheet, row: number, column }, text);
    }
  }
}
