import { type Decimal, decimal } from '../../observations/decimal.ts';
import { decideStyle, type Measure } from '../number/column-style.ts';
import { bodyOf, readFigure } from '../number/figure.ts';
import type { Row } from '../table.ts';
import { cellIn } from './row-kind.ts';

/**
 * Reads the numbers of a column that are only compared, whatever they count, in the style that all of them show.
 * @returns what reads a row: undefined where there is no number, or none that is plain
 */
export function figuresIn(
  rows: readonly Row[],
  column: number,
  measure: Measure,
): (row: Row) => Decimal | undefined {
  const bodies = rows.flatMap((row) => bodyOf(cellIn(row, column)) ?? []);
  const style = decideStyle(bodies, measure);
  return (row) => {
    const figure = readFigure(cellIn(row, column), style, measure);
    const isPlain = figure.state === 'number' && figure.unit === null && isDecimal(figure.number);
    return isPlain ? decimal(figure.number) : undefined;
  };
}

/** True for a number that is not too long to be computed with. */
export function isDecimal(number: string): boolean {
  return /^-?\d{1,40}(\.\d{1,40})?$/.test(number);
}
