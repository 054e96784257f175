import {
  compare,
  type Decimal,
  decimal,
  divide,
  magnitude,
  multiply,
  subtract,
  text,
} from '../../observations/decimal.ts';
import type { Ledger } from '../ledger.ts';
import { limits } from '../limits.ts';
import type { Row } from '../table.ts';
import { type Formula, type Fraction, readFormula } from './column-formula.ts';
import { figuresIn } from './figures-in.ts';
import { cellIn, isColumnNumbers } from './row-kind.ts';

type Numbered = { label: string; column: number; formula: Formula | undefined };

/**
 * Holds the figures below a row that numbers the columns against the formulas that stand in it (`4=5+6`). Sums are
 * exact; a quotient is compared as it is rounded, as a share or in percent. Rows in which a column is blank or cannot
 * be read say nothing.
 * @param rows those below the heading, the numbers of the columns first
 * @param without columns that a rule compares already
 */
export function checkFormulas(
  rows: readonly Row[],
  { sheet, without }: { sheet: string | null; without: ReadonlySet<number | undefined> },
  ledger: Ledger,
): void {
  const [numbers, ...below] = rows;
  if (!numbers || !isColumnNumbers(numbers)) return;
  const numbered = numberedColumns(numbers);
  const checked = numbered.filter(({ formula, column }) => formula && !without.has(column));
  if (checked.length === 0 || checked.length > limits.totals) return;
  const readers = numbered.map(({ label, column }) => ({ label, read: figuresIn(below, column, 'amount') }));
  for (const row of below) {
    const values = new Map<string, Decimal>();
    for (const { label, read } of readers) {
      const value = read(row);
      if (value) values.set(label, value);
    }
    for (const { label, column, formula } of checked) {
      const got = values.get(label);
      const expected = got && formula?.value(values);
      if (!got || !formula || !expected || agrees(got, expected, formula.divides)) continue;
      const value = shown(expected);
      const difference = text(subtract(got, value));
      const place = { sheet, row: row.number, column };
      ledger.find(
        'formula-differs',
        place,
        text(got),
        `${text(value)} (${cellIn(numbers, column)?.text.trim()})`,
        {
          difference,
        },
      );
    }
  }
}

function numberedColumns(row: Row): Numbered[] {
  const cells = row.cells.map(({ column, text }) => {
    const match = /^[([]?([A-Za-z]|\d{1,2})[)\]]?\s*(?:=(.*))?$/.exec(text.trim());
    return { column, label: match?.[1] ?? '', formula: match?.[2] };
  });
  const labels = new Set(cells.map(({ label }) => label).filter((label) => label !== ''));
  return cells.map(({ column, label, formula }) => ({
    column,
    label,
    formula: formula === undefined ? undefined : readFormula(formula, labels),
  }));
}

function agrees(got: Decimal, { over, under }: Fraction, divides: boolean): boolean {
  const apart = magnitude(subtract(multiply(got, under), over));
  if (!divides) return apart.units === 0n;
  const step = magnitude(multiply({ units: 1n, scale: got.scale }, under));
  const inPercent = magnitude(subtract(multiply(got, under), multiply(over, decimal('100'))));
  return compare(apart, step) < 0 || compare(inPercent, step) < 0;
}

function shown({ over, under }: Fraction): Decimal {
  return divide(over, under, { places: 6, mode: 'half-even' });
}
