import type { Indicator } from '../../catalog/schema.ts';
import { add, compare, type Decimal, decimal, subtract, text, zero } from '../../observations/decimal.ts';
import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import type { Place } from '../table.ts';
import type { ObservationStore } from './observation-store.ts';

/** A figure of a row that adds up the others ("Tổng cộng"), as a decimal. */
export type TotalFigure = { number: string; place: Place };

/** One such row: of a ratio both parts, of a count or an amount `first` alone. */
type TotalRow = { indicator: number; first: TotalFigure | null; second: TotalFigure | null };

/** The rows of a long table that add up the others: never loaded, held against what they sum. */
export class LongTotals {
  readonly #rows: TotalRow[] = [];

  add(row: TotalRow): void {
    if (this.#rows.length < limits.totals) this.#rows.push(row);
  }

  /**
   * Holds each total against the sum of the areas' figures, exactly. An indicator with several totals has groups
   * that the table does not tell apart, so nothing is said of it; nor where a row could not be read.
   */
  check(store: ObservationStore, required: readonly Indicator[], ledger: Ledger): void {
    if (this.#rows.length === 0 || ledger.counts.errors > 0) return;
    const single = this.#rows.filter(
      ({ indicator }, _, all) => all.filter((row) => row.indicator === indicator).length === 1,
    );
    const sums = sumsOf(store, new Set(single.map(({ indicator }) => indicator)));
    for (const { indicator, first, second } of single) {
      const sum = sums.get(indicator);
      const { id, kind } = required[indicator] as Indicator;
      if (!sum || !['ratio', 'count', 'amount'].includes(kind)) continue;
      compareWith(first, sum.first, id, ledger);
      if (kind === 'ratio') compareWith(second, sum.second, id, ledger);
    }
  }
}

type Sum = { first: Decimal; second: Decimal };

/** The sums of the areas' figures, by indicator; the whole unit's own row is no part of them. */
function sumsOf(store: ObservationStore, indicators: ReadonlySet<number>): Map<number, Sum> {
  const sums = new Map<number, Sum>();
  for (const indicator of indicators) {
    for (const { area, first, second } of store.ofIndicator(indicator)) {
      if (area === 0) continue;
      const { first: a, second: b } = sums.get(indicator) ?? { first: zero, second: zero };
      sums.set(indicator, { first: plus(a, first), second: plus(b, second) });
    }
  }
  return sums;
}

function plus(sum: Decimal, figure: string | null): Decimal {
  return figure === null ? sum : add(sum, decimal(figure));
}

function compareWith(total: TotalFigure | null, sum: Decimal, about: string, ledger: Ledger): void {
  if (!total) return;
  const given = decimal(total.number);
  if (compare(given, sum) === 0) return;
  const difference = text(subtract(given, sum));
  ledger.find('total-differs', total.place, total.number, text(sum), { about, difference });
}
