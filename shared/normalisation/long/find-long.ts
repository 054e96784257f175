import { limits } from '../limits.ts';
import type { Sheet, Table } from '../table.ts';
import { type LongHeader, readLongHeader } from './long-header.ts';

/** The first visible sheet in whose upper rows the heading of a long table stands. */
export async function findLong(table: Table): Promise<{ sheet: Sheet; header: LongHeader } | undefined> {
  for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
    const header = await headerIn(sheet);
    if (header) return { sheet, header };
  }
  return undefined;
}

async function headerIn(sheet: Sheet): Promise<LongHeader | undefined> {
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (row.number > limits.titleRows) return undefined;
      const header = readLongHeader(row);
      if (header) return header;
    }
  }
  return undefined;
}
