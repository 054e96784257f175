import type { Indicator, IndicatorKind } from '../../catalog/schema.ts';
import { tidy } from '../fold.ts';
import type { Cell } from '../table.ts';
import { type CellReading, type FigureContext, type FigureRole, fault } from './cell-reading.ts';
import type { Measure } from './column-style.ts';
import { compareDecimals, isWhole, shiftDecimal } from './decimal.ts';
import { type FigureRepair, readFigure } from './figure.ts';
import { holdsTwo, readPair } from './pair.ts';
import { isSameUnit, scaleOf } from './unit-of-measure.ts';

/** What the cells of an indicator measure: the parts of a ratio are counts, what it comes to is a rate. */
export function measureOf(kind: IndicatorKind, role: FigureRole): Measure {
  if (kind === 'ratio') return role === 'value' ? 'rate' : 'count';
  if (kind === 'count' || kind === 'rank') return 'count';
  return kind === 'amount' ? 'amount' : 'rate';
}

/** Reads a cell of a ratio, a score, a count, an amount, a rate or a rank; and a stored number that is an aim. */
export function readNumeric(
  indicator: Indicator,
  role: FigureRole,
  cell: Cell,
  { style, shift }: FigureContext,
): CellReading {
  const { kind, unit } = indicator;
  const pair = cell.kind === 'text' && kind === 'ratio' ? readPair(cell.text, style) : undefined;
  if (pair === 'ambiguous') return fault('number-ambiguous');
  if (pair) {
    const [numerator, denominator] = [pair.numerator, pair.denominator].map((part) =>
      shiftDecimal(part, shift),
    ) as [string, string];
    const repairs: FigureRepair[] = pair.grouped ? ['two-values', 'digit-grouping'] : ['two-values'];
    if (shift !== 0) repairs.push('unit-scaled');
    return { state: 'pair', numerator, denominator, repairs };
  }
  // What the file counts in thousands may have decimals, even when the whole is a count.
  const measure = shift > 0 ? 'amount' : measureOf(kind, role);
  const figure = readFigure(withoutUnit(cell, indicator), style, measure);
  if (figure.state === 'missing') return figure;
  if (figure.state === 'fault') {
    return fault(figure.fault === 'number-unreadable' && holdsTwo(cell.text) ? 'two-values' : figure.fault);
  }
  const { repairs, approximate } = figure;
  const isPart = kind === 'ratio' && role !== 'value';
  if (figure.percent && unit !== '%') return fault('measure-differs');
  // The parts of a ratio have no unit in the catalogue: only their multiplier is applied.
  const own = figure.unit && (isPart ? { shift: figure.unit.power } : scaleOf(unit, figure.unit));
  if (own && 'fault' in own) return fault('measure-differs');
  const by = own ? own.shift : shift;
  if (by !== 0) repairs.push(own ? 'number-words' : 'unit-scaled');
  const number = shiftDecimal(figure.number, by);
  if (kind === 'rank' && (!isWhole(number) || compareDecimals(number, '1') < 0)) {
    return fault('rank-out-of-bounds');
  }
  return { state: 'value', value: number, approximate, repairs, note: null };
}

/** A typed number without the indicator's own unit behind it: `1.290 hồ sơ` is 1.290. */
export function withoutUnit(cell: Cell, { unit }: Indicator): Cell {
  if (cell.kind !== 'text' || cell.text.length > 200 || /\d\s*$/.test(cell.text)) return cell;
  const match = /^(.*[\d.,]) ?(\p{L}[^\d]*)$/u.exec(tidy(cell.text));
  return match && isSameUnit(unit, match[2] as string) ? { ...cell, text: match[1] as string } : cell;
}
