import { readRange } from './bytes.ts';
import type { IsHeading } from './csv/delimiter.ts';
import { openCsv } from './csv/open-csv.ts';
import { FileRefusal } from './refusal.ts';
import type { ByteSource, InflateRaw } from './report.ts';
import { signatureOf } from './signature.ts';
import type { Table } from './table.ts';
import { decodeTable } from './text/decode-table.ts';
import { openXls } from './xls/open-xls.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/**
 * Opens a file as a table, by what it is and not by what it is called, with its texts in their true letters.
 * @param isHeading tells a text file's delimiter from what is read under it
 * @throws FileRefusal for what is neither a workbook nor a text, each kind with its own code
 */
export async function openTable(
  source: ByteSource,
  inflateRaw: InflateRaw,
  isHeading: IsHeading = () => false,
): Promise<Table> {
  return decodeTable(await openStored(source, inflateRaw, isHeading));
}

/** The table with its texts as they are stored. */
async function openStored(source: ByteSource, inflateRaw: InflateRaw, isHeading: IsHeading): Promise<Table> {
  if (source.size === 0) throw new FileRefusal('file-empty');
  const signature = signatureOf(await readRange(source, 0, Math.min(source.size, 4_096)));
  if (signature === 'zip') return openXlsx(source, inflateRaw);
  return signature === 'text' ? openCsv(source, isHeading) : openXls(source, signature);
}
