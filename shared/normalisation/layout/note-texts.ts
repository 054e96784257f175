import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';
import { noteDamage, noteDecodings } from '../text/note-text.ts';

/** Tells of texts that were decoded from a legacy font, and of damaged letters in the title. */
export function noteTexts(
  { held, title, sheet }: { held: readonly Row[]; title: readonly Row[]; sheet: string | null },
  ledger: Ledger,
): void {
  noteDecodings(ledger, sheet, held);
  for (const { number, cells } of title) {
    for (const { column, text } of cells) noteDamage(ledger, { sheet, row: number, column }, text);
  }
}
