import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import { compareDecimals, isShare, shiftDecimal } from '../number/decimal.ts';
import { isPercentFormat } from '../number/number-format.ts';
import { suggestNumbers } from '../number/suggest-numbers.ts';
import type { Cell, Place } from '../table.ts';
import type { ReadRow } from './take-figure.ts';

type Low = { read: ReadRow; raw: string; place: Place };

/**
 * What a column of results says of rates that are written as shares: 0.955 for 95.5 %. A rate may well be less than
 * one percent, so one is asked only where another cell of the column is formatted as a percentage (its 0.955 is shown
 * as 95.5 %), or where the results of ratios agree with their parts as shares and never as percentages.
 */
export class ShareEvidence {
  #isFormatted = false;
  #asShare = false;
  #asPercent = false;
  readonly #low: Low[] = [];

  /** Takes a row into account, with the cell of its result. */
  note(read: ReadRow, cell: Cell | undefined, place: Place): void {
    const number = read.result?.readable ? read.result.number : null;
    if (!cell || number === null) return;
    const isFormatted = cell.kind === 'number' && isPercentFormat(cell.format ?? 'General');
    if (isFormatted && number !== '0') this.#isFormatted = true;
    const { kind, unit } = read.indicator;
    if (kind === 'ratio') this.#compare(read, number);
    else if (kind === 'rate' && unit === '%' && !isFormatted && !cell.text.includes('%') && isLow(number)) {
      if (this.#low.length < limits.listed) this.#low.push({ read, raw: cell.text, place });
    }
  }

  /** Asks for each rate that may be a share. */
  tell(ledger: Ledger): void {
    if (!this.#isFormatted && (!this.#asShare || this.#asPercent)) return;
    for (const { read, raw, place } of this.#low) {
      const percent = shiftDecimal(read.result?.number ?? '0', 2);
      ledger.find('rate-as-share', place, raw, null, {
        hint: suggestNumbers([percent]),
        about: read.indicator.id,
      });
      if (read.result) read.result.readable = false;
    }
  }

  #compare({ numerator, denominator }: ReadRow, result: string): void {
    const [a, b] = [numerator?.number ?? null, denominator?.number ?? null];
    // A part that is no plain number, or that is zero, tells nothing.
    if (a === null || b === null || compareDecimals(a, '0') <= 0 || compareDecimals(b, '0') <= 0) return;
    if (isShare(result, a, b)) this.#asPercent = true;
    else if (isShare(shiftDecimal(result, 2), a, b)) this.#asShare = true;
  }
}

function isLow(number: string): boolean {
  return compareDecimals(number, '0') > 0 && compareDecimals(number, '1') <= 0;
}
