import { FileRefusal } from '../refusal.ts';
import type { ByteSource } from '../report.ts';
import type { Table } from '../table.ts';

/** Opens an old workbook. */
export async function openXls(_source: ByteSource, _signature: 'compound' | 'biff'): Promise<Table> {
  throw new FileRefusal('xls-damaged');
}
