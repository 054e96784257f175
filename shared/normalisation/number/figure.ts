import { limits } from '../limits.ts';
import type { RepairCode } from '../repair-texts.ts';
import { type Cell, isWithoutValue } from '../table.ts';
import { type ColumnStyle, type Measure, readBody } from './column-style.ts';
import { shiftDecimal } from './decimal.ts';
import { readLiteral } from './literal.ts';
import { isUnclearMark, type MissingStatus, missingStatus } from './missing.ts';
import { isDateFormat, isPercentFormat, scaleOfFormat } from './number-format.ts';
import { readNumberText } from './number-text.ts';
import type { UnitOfMeasure } from './unit-of-measure.ts';

export type FigureFault =
  | 'cell-error'
  | 'formula-without-value'
  | 'missing-unclear'
  | 'number-ambiguous'
  | 'count-as-percent'
  | 'number-is-date'
  | 'number-format-scales'
  | 'number-too-large'
  | 'number-unreadable';
/** The repairs of a figure; the others are of a name, and of a whole file. */
export type FigureRepair = Exclude<
  RepairCode,
  'indicator-code' | 'sep-line' | 'sheet-without-figures' | 'tcvn3' | 'composed'
>;

/** A cell read as a figure; its repairs name each way in which the number differs from the text. */
export type Figure =
  | {
      state: 'number';
      number: string;
      approximate: boolean;
      repairs: FigureRepair[];
      /** The words behind a typed number; its multiplier is not yet applied. */
      unit: UnitOfMeasure | null;
      /** True for a percent sign or format. */
      percent: boolean;
    }
  | { state: 'missing'; status: MissingStatus }
  | { state: 'fault'; fault: FigureFault };

/** Reads a cell as a number of its column, whatever its indicator. A blank cell is missing. */
export function readFigure(cell: Cell | undefined, style: ColumnStyle, measure: Measure): Figure {
  if (cell === undefined) return { state: 'missing', status: 'missing' };
  if (isError(cell)) return fault(errorOf(cell));
  if (cell.kind === 'boolean') return fault('number-unreadable');
  return cell.kind === 'number' ? readStored(cell, measure) : readTyped(cell.text, style, measure);
}

/** True for an error of Excel's, also where a text file holds it as a word. */
export function isError(cell: Cell): boolean {
  return cell.kind === 'error' || (cell.kind === 'text' && errors.has(cell.text.trim()));
}

/** Why a cell that holds an error has no figure. */
export function errorOf(cell: Cell): 'cell-error' | 'formula-without-value' {
  return isWithoutValue(cell) ? 'formula-without-value' : 'cell-error';
}

const errors = new Set([
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
]);

/** True when a cell was meant as a figure: a number, an error, or a mark for a missing one. */
export function isFigureLike(cell: Cell): boolean {
  if (cell.kind === 'number' || isError(cell)) return true;
  const text = cell.text.trim();
  if (text === '' || text.length > 200) return false;
  return readNumberText(text) !== undefined || missingStatus(text) !== undefined || isUnclearMark(text);
}

/** The digits and separators of a typed number, from which its column's style is decided. */
export function bodyOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'text' ? readNumberText(cell.text)?.body : undefined;
}

function readStored(cell: Cell, measure: Measure): Figure {
  const format = cell.format ?? 'General';
  if (isDateFormat(format)) return fault('number-is-date');
  const reading = readLiteral(cell.text, cell.formula);
  if ('fault' in reading) return fault(reading.fault);
  if (reading.number !== '0' && scaleOfFormat(format) !== null) return fault('number-format-scales');
  const repairs: FigureRepair[] = reading.residue ? ['binary-residue'] : [];
  const plain = { state: 'number', approximate: false, repairs, unit: null } as const;
  if (!isPercentFormat(format)) return { ...plain, number: reading.number, percent: false };
  // A count that is shown as a share: which of the two was meant?
  if (measure === 'count') return fault('count-as-percent');
  repairs.push('percent-format');
  return { ...plain, number: shiftDecimal(reading.number, 2), percent: true };
}

function readTyped(text: string, style: ColumnStyle, measure: Measure): Figure {
  const missing = missingStatus(text);
  if (missing) return { state: 'missing', status: missing };
  if (isUnclearMark(text)) return fault('missing-unclear');
  const typed = readNumberText(text);
  if (!typed || (typed.percent && measure === 'count')) return fault('number-unreadable');
  if (typed.body.length > limits.numberDigits) return fault('number-too-large');
  // `2,3 triệu`: what is counted in millions may have decimals.
  const reading = readBody(typed.body, style, typed.unit && typed.unit.power > 0 ? 'amount' : measure);
  if (reading === undefined) return fault('number-ambiguous');
  const repairs: FigureRepair[] = [];
  if (reading.grouped) repairs.push('digit-grouping');
  else if (reading.commaDecimal) repairs.push('decimal-comma');
  if (typed.percent) repairs.push('percent-sign');
  if (typed.approximate) repairs.push('approximation');
  if (typed.fullWidth) repairs.push('full-width-digits');
  const number = typed.negative && reading.number !== '0' ? `-${reading.number}` : reading.number;
  const { approximate, unit, percent } = typed;
  return { state: 'number', number, approximate, repairs, unit, percent };
}

function fault(code: FigureFault): Figure {
  return { state: 'fault', fault: code };
}
