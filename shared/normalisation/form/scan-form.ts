import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { dropHiddenByMerge, type Row, type Sheet } from '../table.ts';
import { type FormHeader, readFormHeader } from './header.ts';

/** A sheet in the form layout: its title block, its heading, and the rows below, kept to be read together. */
export type FormTable = {
  sheet: string | null;
  title: Row[];
  header: FormHeader;
  headerRow: Row;
  /** The rows below the heading that hold something; blank ones are only counted. */
  rows: Row[];
  rowsRead: number;
  blankRows: number;
};

/** What a cell costs beside its text, in characters: a row of a thousand short cells is long too. */
const cellWeight = 64;

/** `above`: the rows that were looked at in vain. */
export type SheetScan = { found: FormTable } | { found: null; rowsRead: number; above: Row[] };

/**
 * Looks for a form in a sheet and takes its rows. Separators are decided per column, so the form's rows are
 * held until its end; a sheet without a heading is left after its first rows.
 * @throws FileRefusal `form-too-long`
 */
export async function scanForm(sheet: Sheet): Promise<SheetScan> {
  const title: Row[] = [];
  const rows: Row[] = [];
  let header: FormHeader | undefined;
  let headerRow: Row | undefined;
  let rowsRead = 0;
  let blankRows = 0;
  let length = 0;
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      rowsRead += 1;
      if (row.cells.length === 0 && row.faults.length === 0) {
        blankRows += 1;
        continue;
      }
      if (header === undefined) {
        header = readFormHeader(row);
        if (header === undefined) title.push(row);
        else headerRow = row;
        if (title.length > limits.titleRows) return { found: null, rowsRead, above: title };
      } else rows.push(row);
      for (const cell of row.cells) length += cell.text.length + cellWeight;
      if (rows.length > limits.formRows || length > limits.formLength) throw new FileRefusal('form-too-long');
    }
  }
  if (header === undefined || headerRow === undefined) return { found: null, rowsRead, above: title };
  dropHiddenByMerge(title, sheet.merges());
  dropHiddenByMerge(rows, sheet.merges());
  return { found: { sheet: sheet.name, title, header, headerRow, rows, rowsRead, blankRows } };
}
