import type { Asked } from '../asked.ts';
import { checkLowerLine, type LowerLine, readLowerLine } from '../layout/lower-lines.ts';
import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import type { Row } from '../table.ts';

/** The lines without figures between the rows of a long table, which may say that another table follows. */
export class LowerLines {
  readonly #lines: LowerLine[] = [];
  readonly #sheet: string | null;
  readonly #asked: Asked;
  readonly #says: { period: boolean; measure: boolean };

  /** @param says what only a line can say: not where the rows have a column for it */
  constructor(sheet: string | null, asked: Asked, says: { period: boolean; measure: boolean }) {
    this.#sheet = sheet;
    this.#asked = asked;
    this.#says = says;
  }

  add(row: Row): void {
    if (this.#lines.length >= limits.lowerLines) return;
    const line = readLowerLine(row);
    if (line) this.#lines.push(line);
  }

  /** @param last the number of the last row that was taken: what stands below it is a footer */
  check(last: number, ledger: Ledger): void {
    for (const line of this.#lines) {
      if (line.row > last) continue;
      if (this.#says.period) checkLowerLine(line, this.#sheet, this.#asked, ledger);
      if (line.measure && this.#says.measure) {
        const { text, row, column } = line.measure;
        ledger.find('measure-differs', { sheet: this.#sheet, row, column }, text);
      }
    }
  }
}
