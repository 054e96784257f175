import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { dropHiddenByMerge, type Row, type Sheet } from '../table.ts';

/** A sheet's rows that hold something, kept to be read together, of such a length; blank ones are only counted. */
export type HeldRows = { rows: Row[]; rowsRead: number; blankRows: number; length: number };

/** What a cell costs beside its text, in characters: a row of a thousand short cells is long too. */
const cellWeight = 64;

/**
 * Takes a sheet's rows to its end: separators are decided per column, and merges are known last. What a merge
 * hides is dropped.
 * @throws FileRefusal `form-too-long`
 */
export async function holdRows(sheet: Sheet): Promise<HeldRows> {
  const { held, isFull } = await takeRows(
    sheet,
    (rows, length) => rows > limits.formRows || length > limits.formLength,
  );
  if (isFull) throw new FileRefusal('form-too-long');
  dropHiddenByMerge(held.rows, sheet.merges());
  return held;
}

/** The first rows of a sheet that hold something, within bounds; its merges are not known yet. */
export async function readHead(sheet: Sheet): Promise<HeldRows> {
  const most = limits.titleRows + limits.headRows;
  const { held } = await takeRows(sheet, (rows, length) => rows >= most || length > limits.headLength);
  return held;
}

/** Takes rows until what is held, so many rows of such a length in all, is too much. */
async function takeRows(
  sheet: Sheet,
  isTooMuch: (rows: number, length: number) => boolean,
): Promise<{ held: HeldRows; isFull: boolean }> {
  const held: HeldRows = { rows: [], rowsRead: 0, blankRows: 0, length: 0 };
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      held.rowsRead += 1;
      if (isBlank(row)) {
        held.blankRows += 1;
        continue;
      }
      held.rows.push(row);
      held.length += weightOf(row);
      if (isTooMuch(held.rows.length, held.length)) return { held, isFull: true };
    }
  }
  return { held, isFull: false };
}

function isBlank(row: Row): boolean {
  return row.cells.length === 0 && row.faults.length === 0;
}

function weightOf(row: Row): number {
  let weight = 0;
  for (const cell of row.cells) weight += cell.text.length + cellWeight;
  return weight;
}
