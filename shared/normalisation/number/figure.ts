import { fold } from '../fold.ts';
import { limits } from '../limits.ts';
import type { RepairCode } from '../repair-texts.ts';
import type { Cell } from '../table.ts';
import { type ColumnStyle, type Measure, readBody } from './column-style.ts';
import { shiftDecimal } from './decimal.ts';
import { readLiteral } from './literal.ts';
import { isDateFormat, isPercentFormat } from './number-format.ts';
import { readNumberText } from './number-text.ts';

export type FigureFault =
  | 'cell-error'
  | 'missing-unclear'
  | 'number-ambiguous'
  | 'count-as-percent'
  | 'number-is-date'
  | 'number-too-large'
  | 'number-unreadable';
/** The repairs of a figure; the others are of a name, and of a whole file. */
export type FigureRepair = Exclude<RepairCode, 'indicator-code' | 'sep-line' | 'sheet-without-figures'>;

/** A cell read as a figure; its repairs name each way in which the number differs from the text. */
export type Figure =
  | { state: 'number'; number: string; approximate: boolean; repairs: FigureRepair[] }
  | { state: 'missing' }
  | { state: 'fault'; fault: FigureFault };

/** Marks that say that there is no figure (yet). */
const missingMarks = new Set([
  'null',
  'khong co so lieu',
  'chua co',
  'chua co so lieu',
  'chua thong ke',
  'no data',
]);
/** What may mean zero, nothing or not applicable: three different things. */
const unclearMarks = new Set(['khong co', 'khong', 'khong phat sinh', 'khong ap dung', 'n a', 'na', 'none']);

/** Reads a cell as a figure of its column. A blank cell is missing. */
export function readFigure(cell: Cell | undefined, style: ColumnStyle, measure: Measure): Figure {
  if (cell === undefined) return { state: 'missing' };
  if (cell.kind === 'error') return fault('cell-error');
  if (cell.kind === 'boolean') return fault('number-unreadable');
  return cell.kind === 'number' ? readStored(cell, measure) : readTyped(cell.text, style, measure);
}

/** True when a cell was meant as a figure: a number, an error, or a mark for a missing one. */
export function isFigureLike(cell: Cell): boolean {
  if (cell.kind === 'number' || cell.kind === 'error') return true;
  const text = cell.text.trim();
  return (
    text !== '' && (readNumberText(text) !== undefined || isMissingMark(text) || unclearMarks.has(fold(text)))
  );
}

/** The digits and separators of a typed number, from which its column's style is decided. */
export function bodyOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'text' ? readNumberText(cell.text)?.body : undefined;
}

function isMissingMark(text: string): boolean {
  return /^[-–—−.…\s]*$/u.test(text) ? text !== '.' : missingMarks.has(fold(text));
}

function readStored(cell: Cell, measure: Measure): Figure {
  const format = cell.format ?? 'General';
  if (isDateFormat(format)) return fault('number-is-date');
  const reading = readLiteral(cell.text, cell.formula);
  if ('fault' in reading) return fault(reading.fault);
  const repairs: FigureRepair[] = reading.residue ? ['binary-residue'] : [];
  if (!isPercentFormat(format))
    return { state: 'number', number: reading.number, approximate: false, repairs };
  // A count that is shown as a share: which of the two was meant?
  if (measure === 'count') return fault('count-as-percent');
  repairs.push('percent-format');
  return { state: 'number', number: shiftDecimal(reading.number, 2), approximate: false, repairs };
}

function readTyped(text: string, style: ColumnStyle, measure: Measure): Figure {
  if (isMissingMark(text.trim())) return { state: 'missing' };
  if (unclearMarks.has(fold(text))) return fault('missing-unclear');
  const typed = readNumberText(text);
  if (!typed || (typed.percent && measure === 'count')) return fault('number-unreadable');
  if (typed.body.length > limits.numberDigits) return fault('number-too-large');
  const reading = readBody(typed.body, style, measure);
  if (reading === undefined) return fault('number-ambiguous');
  const repairs: FigureRepair[] = [];
  if (reading.grouped) repairs.push('digit-grouping');
  else if (reading.commaDecimal) repairs.push('decimal-comma');
  if (typed.percent) repairs.push('percent-sign');
  if (typed.approximate) repairs.push('approximation');
  if (typed.fullWidth) repairs.push('full-width-digits');
  const number = typed.negative && reading.number !== '0' ? `-${reading.number}` : reading.number;
  return { state: 'number', number, approximate: typed.approximate, repairs };
}

function fault(code: FigureFault): Figure {
  return { state: 'fault', fault: code };
}
