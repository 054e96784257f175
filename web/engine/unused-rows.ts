import { openTable } from '../../shared/normalisation/container.ts';
import { FileRefusal } from '../../shared/normalisation/refusal.ts';
import type { ByteSource, InflateRaw } from '../../shared/normalisation/report.ts';

/** A row of the file as it is written, its cells in order. */
export type FileRow = { sheet: string | null; row: number; text: string };

/** In longer files rows without figures are not gone through again: the file would be read twice. */
export const rowsGoneThrough = 20_000;
const textLength = 300;

/**
 * The rows of a file that hold something, sheet by sheet, in short: what a reader of the table sees of rows that became no
 * figure. Of a file that cannot be read there is what could be.
 */
export async function rowsOf(source: ByteSource, inflateRaw: InflateRaw): Promise<FileRow[]> {
  const found: FileRow[] = [];
  try {
    const table = await openTable(source, inflateRaw);
    for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
      for await (const rows of sheet.rows()) {
        for (const { number, cells } of rows) {
          const text = cells.map((cell) => cell.text.trim()).filter((each) => each !== '');
          if (text.length > 0)
            found.push({ sheet: sheet.name, row: number, text: shortened(text.join(' · ')) });
        }
        if (found.length > rowsGoneThrough) return found;
      }
    }
  } catch (error) {
    // The finding that ended the reading stands in the list.
    if (!(error instanceof FileRefusal)) throw error;
  }
  return found;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > textLength ? `${line.slice(0, textLength - 1)}…` : line;
}
