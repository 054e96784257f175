import { recordOf } from '../records/records-of-rows.ts';
import type { Cell, Row, Sheet, Table } from '../table.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { isAscii } from './evidence.ts';
import { lettersOf, type SheetLetters } from './sheet-letters.ts';

/** The table with every text in its true letters; where that changes a text, `Cell.was` keeps the stored one. */
export function decodeTable(table: Table): Table {
  return { ...table, sheets: table.sheets.map(decodeSheet) };
}

function decodeSheet(sheet: Sheet): Sheet {
  let known: Promise<SheetLetters> | undefined;
  const letters = () => {
    known ??= lettersOf(sheet);
    return known;
  };
  async function* rows(): AsyncGenerator<Row[]> {
    const setting = await letters();
    for await (const batch of sheet.rows()) {
      for (const row of batch) row.cells = row.cells.map((cell) => decodeCell(cell, setting));
      yield batch;
    }
  }
  if (!sheet.records) return { ...sheet, rows };
  const stored = sheet.records;
  return {
    ...sheet,
    rows,
    async records(visit) {
      // A million rows are read as bytes where the bytes mean what they say; the rest takes its time.
      if (!(await letters()).needsDecoding) return stored(visit);
      for await (const batch of rows()) for (const row of batch) visit(recordOf(withBlanks(row)));
    },
  };
}

/** A text file's row with its blank fields in their places, since there a field's place is its column. */
function withBlanks(row: Row): Row {
  if (row.width === null || row.width === row.cells.length) return row;
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const cells = Array.from(
    { length: row.width },
    (_, column): Cell =>
      byColumn.get(column) ?? { column, text: '', kind: 'text', format: null, formula: false },
  );
  return { ...row, cells };
}

function decodeCell(cell: Cell, setting: SheetLetters): Cell {
  const { legacy, ...rest } = cell;
  if (cell.kind !== 'text' || isAscii(cell.text)) return rest;
  const decoded = Array.isArray(legacy)
    ? decodeRuns(cell.text, legacy, setting)
    : decodeText(cell.text, { ...setting, legacyFont: legacy === true });
  return { ...rest, ...decoded };
}

/** Rich text, each run by its own font. */
function decodeRuns(
  text: string,
  runs: readonly { text: string; legacy: boolean }[],
  setting: SheetLetters,
): DecodedText {
  const decoded = runs.map((run) => decodeText(run.text, { ...setting, legacyFont: run.legacy }));
  const joined = decoded
    .map((run) => run.text)
    .join('')
    .normalize('NFC');
  if (joined === text) return { text };
  const isTcvn3 = decoded.some(({ was }) => was?.code === 'tcvn3');
  return { text: joined, was: { code: isTcvn3 ? 'tcvn3' : 'composed', text } };
}
