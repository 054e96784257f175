import type { CellObject, WorkBook } from '@e965/xlsx';
import { readRange } from '../bytes.ts';
import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource } from '../report.ts';
import type { Table } from '../table.ts';
import { readCompound } from './compound.ts';
import { type ScannedWorkbook, scanRecords } from './scan-records.ts';
import { sheetRows } from './sheet-rows.ts';

/**
 * Opens a workbook of Excel 2 to 2003. Its records are bounded and bared of what is not cells first; then
 * SheetJS, which is loaded only now, reads the cells.
 * @throws FileRefusal `xls-damaged`, `xls-too-large`, `xls-password`; for a compound file that holds
 *   something else, the code of that kind
 */
export async function openXls(source: ByteSource, signature: 'compound' | 'biff'): Promise<Table> {
  if (source.size > limits.xlsBytes) throw new FileRefusal('xls-too-large', `${source.size} bytes`);
  const bytes = await readRange(source, 0, source.size);
  const workbook = scanRecords(signature === 'biff' ? bytes : workbookStream(bytes));
  const read = await readCells(workbook);
  return {
    container: 'xls',
    encoding: null,
    date1904: workbook.date1904,
    passedOver: [],
    sheets: workbook.sheets.map((marks) => ({
      name: marks.name,
      hidden: marks.hidden,
      async *rows() {
        const sheet = read.Sheets[marks.name] as { '!data'?: (CellObject | undefined)[][] } | undefined;
        yield* sheetRows(sheet?.['!data'] ?? [], marks, workbook);
      },
      merges: () => marks.merges,
    })),
  };
}

/** The stream that is the workbook; a compound file may be a document of another program. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const compound = readCompound(bytes);
  const { names } = compound;
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo'))
    throw new FileRefusal('container-password');
  const name = ['Workbook', 'Book', 'WORKBOOK', 'BOOK'].find((known) => names.has(known));
  if (name !== undefined) return compound.read(name);
  if (names.has('WordDocument')) throw new FileRefusal('container-word', 'doc');
  if (names.has('PowerPoint Document')) throw new FileRefusal('container-presentation', 'ppt');
  throw new FileRefusal('container-unknown');
}

async function readCells({ stream }: ScannedWorkbook): Promise<WorkBook> {
  const { read } = await import('./sheetjs.ts');
  try {
    return read(stream, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
  } catch {
    throw new FileRefusal('xls-damaged');
  }
}
