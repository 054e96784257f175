import { dayAfter } from '../../catalog/period.ts';
import { suggest } from '../match/unit-finding.ts';
import type { Bilingual } from '../report.ts';
import { type Cell, isWithoutValue } from '../table.ts';
import type { CellFault } from './cell-reading.ts';
import { readBody } from './column-style.ts';
import { shiftDecimal } from './decimal.ts';
import { readLiteral } from './literal.ts';
import { scaleOfFormat } from './number-format.ts';
import { readNumberText } from './number-text.ts';
import { suggestNumbers } from './suggest-numbers.ts';

/** What a cell that is asked about may have meant: shown, never taken. */
export function figureHint(fault: CellFault, cell: Cell | undefined): Bilingual | null {
  if (!cell || cell.text.length > 200) return null;
  if (fault === 'number-ambiguous') return suggestNumbers(readingsOf(cell.text));
  if (fault === 'number-unreadable' && cell.setApart) return apart;
  if (fault === 'number-format-scales') return suggestNumbers(scaledBy(cell));
  return fault === 'number-is-date' ? suggest(writingsOf(cell)) : null;
}

const apart: Bilingual = {
  vi: 'Một phần nội dung ô bị gạch ngang hoặc là chỉ số trên, chỉ số dưới: hãy chỉ để lại chữ số của số liệu.',
  en: 'Part of the cell is struck out, raised or lowered: leave the digits of the figure alone.',
};

/** What is stored, and what the format shows of it. */
function scaledBy({ text, format, formula }: Cell): string[] {
  const stored = readLiteral(text, formula);
  const power = scaleOfFormat(format ?? 'General');
  return 'number' in stored && power !== null ? [stored.number, shiftDecimal(stored.number, power)] : [];
}

/** A typed number under each decimal mark. */
function readingsOf(text: string): string[] {
  const body = readNumberText(text)?.body;
  if (body === undefined || body.length > 40) return [];
  const readings = (['comma', 'point'] as const).map((style) => readBody(body, style, 'amount')?.number);
  return [...new Set(readings.filter((reading) => reading !== undefined))];
}

/**
 * What stands in a cell that is found fault with. Of a date the day that the sheet shows, day first, with the serial
 * behind it that the file holds: nobody knows `46275` again.
 */
export function shownIn(fault: CellFault, cell: Cell | undefined, date1904: boolean): string | null {
  if (!cell || isWithoutValue(cell)) return null;
  const days = Number(cell.text);
  if (fault !== 'number-is-date' || !Number.isInteger(days) || days < 1 || days > 99_999) return cell.text;
  const [year, month, day] = dayAfter(date1904 ? '1904-01-01' : '1899-12-30', days)
    .split('-')
    .map(Number);
  return `${day}/${month}/${year} (${cell.text})`;
}

/** What Excel turns into the day of a serial: `9/10`, or `10/9` where months come first. */
function writingsOf({ text }: Cell): string[] {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 99_999) return [];
  const [, month, day] = dayAfter('1899-12-30', days).split('-').map(Number);
  return [...new Set([`${day}/${month}`, `${month}/${day}`])];
}
