import type { Indicator, IndicatorKind } from '../../catalog/schema.ts';
import { tidy } from '../fold.ts';
import type { Cell } from '../table.ts';
import { damageIn } from '../text/broken.ts';
import { type CellReading, type FigureContext, type FigureRole, fault, read } from './cell-reading.ts';
import type { Body } from './column-style.ts';
import { errorOf, isError } from './figure.ts';
import { readLiteral } from './literal.ts';
import { isUnclearMark, missingStatus } from './missing.ts';
import { readNumberText } from './number-text.ts';
import { pairBodies } from './pair.ts';
import { readDate } from './read-date.ts';
import { readMark } from './read-mark.ts';
import { measureOf, readNumeric, withoutUnit } from './read-numeric.ts';
import { readTarget, targetBodies } from './read-target.ts';
import { readUnitOfMeasure, scaleOf } from './unit-of-measure.ts';

/** What one item of a page may hold: a longer text belongs in a document. */
const longestText = 4_000;

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
  if (isError(cell)) return fault(errorOf(cell));
  // A footnote's mark, or a digit that was struck out, is no part of the number.
  if (cell.setApart && indicator.kind !== 'text' && /\d/.test(cell.text)) return fault('number-unreadable');
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

/** The typed numbers of a cell, from which its column's decimal mark is decided. */
export function bodiesOf(indicator: Indicator, role: FigureRole, cell: Cell | undefined, shift = 0): Body[] {
  if (cell?.kind !== 'text') return [];
  const { kind } = indicator;
  if (kind === 'date' || kind === 'yes-no' || kind === 'text') return [];
  if (kind === 'target') return targetBodies(cell.text);
  const typed = readNumberText(withoutUnit(cell, indicator).text);
  if (!typed) return kind === 'ratio' ? pairBodies(cell.text) : [];
  const inMultiples = shift > 0 || (typed.unit !== null && typed.unit.power > 0);
  return [{ body: typed.body, measure: inMultiples ? 'amount' : measureOf(kind, role) }];
}

function readText(cell: Cell): CellReading {
  const text = tidy(cell.text);
  // In words, `chưa có` is an answer; only a dash says nothing.
  if (/^[-–—.…\s]*$/u.test(text)) return { state: 'missing', status: missingStatus(text) ?? 'missing' };
  if (text.length > longestText) return fault('text-too-long');
  // Eth drawn for Đ is no letter of ours; a question mark is one of any text.
  if (damageIn(text) || /[\u00D0\u0189]/.test(text)) return fault('text-broken');
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
  // `> 0,7 điểm`: words behind an aim that are a unit are no note.
  const given = target.note === null ? undefined : readUnitOfMeasure(target.note);
  if (given && 'fault' in scaleOf(indicator.unit, given)) return fault('measure-differs');
  return read(target.value, target.percent ? ['percent-sign'] : [], given ? null : target.note);
}
