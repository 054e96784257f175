import type { Checked } from '../../shared/normalisation/report.ts';
import { positionOf } from '../../shared/normalisation/table.ts';
import type { CellsOf } from './figure-cells.ts';
import type { PlacedLine } from './line-order.ts';
import type { FileRow } from './unused-rows.ts';

/** A row of the file that became no figure; its cells are known where the file was gone through. */
export type OtherRow = FileRow & { isTask: boolean };

/** The numbers of sheets, in the order in which they are first named. */
export class SheetNumbers {
  readonly names: (string | null)[] = [];

  of(sheet: string | null): number {
    const at = this.names.indexOf(sheet);
    return at >= 0 ? at : this.names.push(sheet) - 1;
  }
}

/**
 * Every line of the table with its place: one a figure, and one for each row that became none but holds something, or was
 * found fault with.
 * @param rows as they are written; empty where the file was not gone through
 */
export function placeLines(
  checked: Checked,
  rows: readonly FileRow[],
  cellsOf: CellsOf,
  sheets: SheetNumbers,
): { lines: PlacedLine[]; others: OtherRow[]; filled: number; hasAreas: boolean } {
  const lines: PlacedLine[] = [];
  const others: OtherRow[] = [];
  const used = new Set<number>();
  let filled = 0;
  let hasAreas = false;
  const keyOf = (sheet: number, row: number) => sheet * 2 ** 21 + row;
  // The sheets in their order, where the file was gone through.
  for (const { sheet } of rows) sheets.of(sheet);
  const isLong = checked.longSources !== null;
  for (let number = 0; number < checked.report.counts.observations; number += 1) {
    const figure = checked.observationAt(number);
    if (figure.status === 'reported' || figure.status === 'no-denominator') filled += 1;
    hasAreas ||= figure.area !== undefined;
    const { row, column } = positionOf(figure.at.cell) ?? { row: 0, column: 0 };
    const sheet = sheets.of(figure.at.sheet);
    lines.push({ sheet, row, column, what: number });
    used.add(keyOf(sheet, row));
    if (isLong) continue;
    // Its parts may stand in several rows.
    for (const { cell } of Object.values(cellsOf(number, figure))) {
      used.add(keyOf(sheet, positionOf(cell)?.row ?? row));
    }
  }
  const tasks = new Set(
    checked.report.tasks.map(({ at }) => keyOf(sheets.of(at.sheet), positionOf(at.cell)?.row ?? 0)),
  );
  for (const other of [...rows, ...markedRows(checked)]) {
    const sheet = sheets.of(other.sheet);
    const key = keyOf(sheet, other.row);
    if (used.has(key)) continue;
    used.add(key);
    lines.push({
      sheet,
      row: other.row,
      column: 0,
      what: -others.push({ ...other, isTask: tasks.has(key) }),
    });
  }
  return { lines, others, filled, hasAreas };
}

function markedRows({ report: { findings, repairs } }: Checked): FileRow[] {
  return [...findings, ...repairs].flatMap(({ at }) => {
    const row = at === null ? undefined : positionOf(at.cell)?.row;
    return at === null || row === undefined ? [] : [{ sheet: at.sheet, row, cells: [] }];
  });
}
