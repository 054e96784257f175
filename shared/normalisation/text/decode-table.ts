import type { VisitRecord } from '../records/byte-record.ts';
import type { Cell, Row, Sheet, Table } from '../table.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { isAscii } from './evidence.ts';
import { lettersOf, type SheetLetters } from './sheet-letters.ts';

/** The table with every text in its true letters; where that changes a text, `Cell.was` keeps the stored one. */
export function decodeTable(table: Table): Table {
  return { ...table, sheets: table.sheets.map(decodeSheet) };
}

function decodeSheet(sheet: Sheet): Sheet {
  let letters: Promise<SheetLetters> | undefined;
  const { records } = sheet;
  return {
    ...sheet,
    ...(records && {
      async records(visit: VisitRecord): Promise<void> {
        letters ??= lettersOf(sheet);
        const setting = await letters;
        const decode = (cell: Cell) => decodeCell(cell, setting);
        await records((record) => {
          record.decode = decode;
          visit(record);
        });
      },
    }),
    async *rows(): AsyncGenerator<Row[]> {
      letters ??= lettersOf(sheet);
      const setting = await letters;
      for await (const rows of sheet.rows()) {
        for (const row of rows) row.cells = row.cells.map((cell) => decodeCell(cell, setting));
        yield rows;
      }
    },
  };
}

function decodeCell(cell: Cell, setting: SheetLetters): Cell {
  const { legacy, ...rest } = cell;
  if (cell.kind !== 'text' || isAscii(cell.text)) return rest;
  const decoded = Array.isArray(legacy)
    ? decodeRuns(cell.text, legacy, setting)
    : decodeText(cell.text, { ...setting, legacyFont: legacy === true && !setting.fontsMislead });
  return { ...rest, ...decoded };
}

/** Rich text, each run by its own font. */
function decodeRuns(
  text: string,
  runs: readonly { text: string; legacy: boolean }[],
  setting: SheetLetters,
): DecodedText {
  const decoded = runs.map((run) =>
    decodeText(run.text, { ...setting, legacyFont: run.legacy && !setting.fontsMislead }),
  );
  const joined = decoded
    .map((run) => run.text)
    .join('')
    .normalize('NFC');
  if (joined === text) return { text };
  const isTcvn3 = decoded.some(({ was }) => was?.code === 'tcvn3');
  return { text: joined, was: { code: isTcvn3 ? 'tcvn3' : 'composed', text } };
}
