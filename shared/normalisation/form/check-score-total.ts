import { add, compare, type Decimal, subtract, text, zero } from '../../observations/decimal.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { figuresIn } from '../layout/figures-in.ts';
import { cellIn, isTotal, withoutNumbering } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';
import type { FormTable } from './form-table.ts';
import type { NamedRow } from './name-rows.ts';

/**
 * Holds "Tổng điểm" against the points that it sums: those of the form's groups, where every group's row has its
 * points; else those of the indicators, where all are reported as points of one scorecard. Otherwise the total
 * also counts points that the form does not hold, and nothing is said.
 */
export function checkScoreTotal(
  { sheet, header, rows }: FormTable,
  named: readonly NamedRow[],
  asked: Asked,
  ledger: Ledger,
): void {
  const { name, result } = header.columns;
  if (name === undefined || result === undefined) return;
  const nameOf = (row: Row) => cellIn(row, name)?.text ?? '';
  const totals = rows.filter((row) => isTotal(nameOf(row)));
  if (totals.length !== 1) return;
  const [total] = totals as [Row];
  const read = figuresIn(rows, result, 'rate');
  const got = read(total);
  const parts = pointsOfGroups(rows, nameOf, asked, read) ?? pointsOfIndicators(named, asked, read);
  if (!got || !parts) return;
  const expected = parts.reduce(add, zero);
  if (compare(got, expected) === 0) return;
  const difference = text(subtract(got, expected));
  ledger.find('total-differs', { sheet, row: total.number, column: result }, text(got), text(expected), {
    difference,
  });
}

type Read = (row: Row) => Decimal | undefined;

function pointsOfGroups(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  { form }: Asked,
  read: Read,
): Decimal[] | undefined {
  const points = form.groups.flatMap(({ names }) => {
    const folded = [fold(names.vi), fold(names.en)];
    const own = rows.filter((row) => {
      const text = nameOf(row);
      return folded.includes(fold(text)) || folded.includes(fold(withoutNumbering(text)));
    });
    return own.length === 1 ? (read(own[0] as Row) ?? []) : [];
  });
  return points.length > 0 && points.length === form.groups.length ? points : undefined;
}

function pointsOfIndicators(named: readonly NamedRow[], asked: Asked, read: Read): Decimal[] | undefined {
  if (!asked.required.every(({ id, kind }) => kind === 'score' && asked.maxima.has(id))) return undefined;
  const points = named.flatMap(({ row }) => read(row) ?? []);
  return points.length === asked.required.length ? points : undefined;
}
