import { add, compare, type Decimal, decimal, subtract, text, zero } from '../../observations/decimal.ts';
import type { FindingDetails, Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import type { Part } from '../rules/rule.ts';
import { isDecimal } from './figures-in.ts';

/**
 * One row of a column that adds up. `whole`: the reporting unit's own row, which is neither a part nor a sum ·
 * `level`: of a section, 1 above 2; of a total 0.
 */
export type SumRow = { kind: 'part' | 'total' | 'whole' | 'section'; level: number; figure: Part | null };

/** A sum that may be meant, `undefined` where one of its parts cannot be read; none where it has no part. */
type Sum = Decimal | undefined;

/**
 * Holds each total and subtotal of a column against its parts, exactly. What a total sums is seen from where it
 * stands: all parts, those since the total or group before it, or those of the group that it heads; it agrees when
 * it is the sum of any of these. Where a part cannot be read nothing is said: its finding is.
 */
export function checkTotals(rows: readonly SumRow[], details: FindingDetails, ledger: Ledger): void {
  const bounds = rows.flatMap(({ kind }, at) => (kind === 'total' || kind === 'section' ? [at] : []));
  if (bounds.length > limits.totals) return;
  const parts = partSums(rows, false);
  const withWhole = partSums(rows, true);
  for (const at of bounds) {
    const { kind, level, figure } = rows[at] as SumRow;
    if (!figure?.readable || figure.number === null || !isDecimal(figure.number)) continue;
    const ends = (other: number) => (rows[other] as SumRow).level <= level;
    const before = (bounds.findLast((other) => other < at && (kind === 'total' || ends(other))) ?? -1) + 1;
    const after = bounds.find((other) => other > at && ends(other)) ?? rows.length;
    const sums =
      kind === 'total'
        ? [...parts(0, rows.length), ...parts(0, at), ...parts(before, at), ...withWhole(0, rows.length)]
        : [...parts(at, after), ...parts(before, at)];
    checkTotal(figure.number, figure, sums, details, ledger);
  }
}

function checkTotal(
  number: string,
  { place }: Part,
  sums: readonly Sum[],
  details: FindingDetails,
  ledger: Ledger,
): void {
  const total = decimal(number);
  const [likeliest] = sums;
  if (likeliest === undefined || sums.some((sum) => sum === undefined || compare(sum, total) === 0)) return;
  const difference = text(subtract(total, likeliest));
  ledger.find('total-differs', place, number, text(likeliest), { ...details, difference });
}

/** Sums of the parts from one row (included) to another (excluded), each in one step. */
function partSums(rows: readonly SumRow[], withWhole: boolean): (from: number, to: number) => Sum[] {
  const sums = [zero];
  const counts = [{ unreadable: 0, numbers: 0 }];
  for (const { kind, figure } of rows) {
    const isPart = kind === 'part' || (withWhole && kind === 'whole');
    const readable = figure?.readable !== false && (figure?.number == null || isDecimal(figure.number));
    const number = isPart && readable ? (figure?.number ?? null) : null;
    const { unreadable, numbers } = counts.at(-1) as { unreadable: number; numbers: number };
    sums.push(number === null ? (sums.at(-1) as Decimal) : add(sums.at(-1) as Decimal, decimal(number)));
    counts.push({
      unreadable: unreadable + (isPart && !readable ? 1 : 0),
      numbers: numbers + (number === null ? 0 : 1),
    });
  }
  return (from, to) => {
    const [first, last] = [counts[from], counts[to]];
    if (!first || !last || last.numbers === first.numbers) return [];
    if (last.unreadable > first.unreadable) return [undefined];
    return [subtract(sums[to] as Decimal, sums[from] as Decimal)];
  };
}
