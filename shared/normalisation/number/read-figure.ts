import type { Indicator, IndicatorKind } from '../../catalog/schema.ts';
import { tidy } from '../fold.ts';
import { damageIn } from '../match/damage.ts';
import type { Cell } from '../table.ts';
import type { Body, ColumnStyle, Measure } from './column-style.ts';
import { compareDecimals, isWhole, shiftDecimal } from './decimal.ts';
import { type FigureFault, type FigureRepair, isError, readFigure } from './figure.ts';
import { readLiteral } from './literal.ts';
import { isUnclearMark, type MissingStatus, missingStatus } from './missing.ts';
import { readNumberText } from './number-text.ts';
import { holdsTwo, pairBodies, readPair } from './pair.ts';
import { type DateContext, readDate } from './read-date.ts';
import { readMark } from './read-mark.ts';
import { readTarget, targetBodies } from './read-target.ts';
import { scaleOf } from './unit-of-measure.ts';

/** What a cell says of its indicator. `value`: the only figure, or what a ratio comes to. */
export type FigureRole = 'numerator' | 'denominator' | 'value';

/** What a cell's reading needs of its column, its row and its file. */
export type FigureContext = DateContext & {
  style: ColumnStyle;
  /** The unit of measure of the row or the sheet, brought to the indicator's: times 10^shift. */
  shift: number;
};

export type CellFault =
  | FigureFault
  | 'rank-out-of-bounds'
  | 'date-unclear'
  | 'yes-no-unclear'
  | 'target-unclear'
  | 'two-values'
  | 'measure-differs'
  | 'text-damaged'
  | 'text-too-long';

/** A cell read as a figure of its indicator, in the writing that an observation holds. */
export type CellReading =
  | { state: 'value'; value: string; approximate: boolean; repairs: FigureRepair[]; note: string | null }
  | { state: 'pair'; numerator: string; denominator: string; repairs: FigureRepair[] }
  | { state: 'missing'; status: MissingStatus }
  | { state: 'fault'; fault: CellFault };

/** What one item of a page may hold: a longer text belongs in a document. */
const longestText = 4_000;

/** What the cells of an indicator measure: the parts of a ratio are counts, what it comes to is a rate. */
export function measureOf(kind: IndicatorKind, role: FigureRole): Measure {
  if (kind === 'ratio') return role === 'value' ? 'rate' : 'count';
  if (kind === 'count' || kind === 'rank') return 'count';
  return kind === 'amount' ? 'amount' : 'rate';
}

/** The typed numbers of a cell, from which its column's decimal mark is decided. */
export function bodiesOf(indicator: Indicator, role: FigureRole, cell: Cell | undefined, shift = 0): Body[] {
  if (cell?.kind !== 'text') return [];
  const { kind } = indicator;
  if (kind === 'date' || kind === 'yes-no' || kind === 'text') return [];
  if (kind === 'target') return targetBodies(cell.text);
  const typed = readNumberText(cell.text);
  if (!typed) return kind === 'ratio' ? pairBodies(cell.text) : [];
  const inMultiples = shift > 0 || (typed.unit !== null && typed.unit.power > 0);
  return [{ body: typed.body, measure: inMultiples ? 'amount' : measureOf(kind, role) }];
}

/**
 * Reads a cell as its indicator's kind has it: a number, a date, a yes or no, an aim or a text. Nothing is
 * guessed: what can be read in two ways is a fault that asks. A formula is never evaluated; text that looks like
 * one stays text.
 */
export function readFigureOf(
  indicator: Indicator,
  role: FigureRole,
  cell: Cell | undefined,
  context: FigureContext,
): CellReading {
  if (cell === undefined) return { state: 'missing', status: 'missing' };
  if (isError(cell)) return fault('cell-error');
  switch (indicator.kind) {
    case 'text':
      return readText(cell);
    case 'date':
    case 'yes-no':
    case 'target':
      return markedMissing(cell, indicator.kind) ?? readMarked(indicator, cell, context);
    default:
      return readNumeric(indicator, role, cell, context);
  }
}

function readText(cell: Cell): CellReading {
  const text = tidy(cell.text);
  // In words, `chưa có` is an answer; only a dash says nothing.
  if (/^[-–—.…\s]*$/u.test(text)) return { state: 'missing', status: missingStatus(text) ?? 'missing' };
  if (text.length > longestText) return fault('text-too-long');
  if (damageIn(text)) return fault('text-damaged');
  const literal = cell.kind === 'number' ? readLiteral(cell.text, cell.formula) : null;
  if (literal && 'fault' in literal) return fault(literal.fault);
  return read(literal?.number ?? text);
}

function markedMissing(cell: Cell, kind: IndicatorKind): CellReading | undefined {
  if (cell.kind !== 'text') return undefined;
  const status = missingStatus(cell.text);
  if (status) return { state: 'missing', status };
  if (kind === 'yes-no') return undefined;
  return isUnclearMark(cell.text) ? fault('missing-unclear') : undefined;
}

function readMarked(indicator: Indicator, cell: Cell, context: FigureContext): CellReading {
  if (indicator.kind === 'yes-no') {
    const mark = readMark(cell);
    return mark ? read(mark) : fault('yes-no-unclear');
  }
  if (indicator.kind === 'date') {
    const date = readDate(cell, context);
    return date ? read(date.value, date.repair ? [date.repair] : []) : fault('date-unclear');
  }
  if (cell.kind !== 'text') return readNumeric(indicator, 'value', cell, context);
  const target = readTarget(cell.text, context.style);
  if (!target) return fault('target-unclear');
  if (target.percent && indicator.unit !== '%') return fault('measure-differs');
  return read(target.value, target.percent ? ['percent-sign'] : [], target.note);
}

function readNumeric(
  indicator: Indicator,
  role: FigureRole,
  cell: Cell,
  { style, shift }: FigureContext,
): CellReading {
  const { kind, unit } = indicator;
  const pair = cell.kind === 'text' && kind === 'ratio' ? readPair(cell.text, style) : undefined;
  if (pair === 'ambiguous') return fault('number-ambiguous');
  if (pair) {
    const { numerator, denominator, grouped } = pair;
    const repairs: FigureRepair[] = grouped ? ['two-values', 'digit-grouping'] : ['two-values'];
    return { state: 'pair', numerator, denominator, repairs };
  }
  // What the file counts in thousands may have decimals, even when the whole is a count.
  const measure = shift > 0 ? 'amount' : measureOf(kind, role);
  const figure = readFigure(cell, style, measure);
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

function read(value: string, repairs: FigureRepair[] = [], note: string | null = null): CellReading {
  return { state: 'value', value, approximate: false, repairs, note };
}

function fault(code: CellFault): CellReading {
  return { state: 'fault', fault: code };
}
