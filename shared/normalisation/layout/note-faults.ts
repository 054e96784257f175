import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';

/** Tells what is wrong in how rows are written. */
export function noteFaults(rows: readonly Row[], sheet: string | null, ledger: Ledger): void {
  for (const row of rows) {
    for (const { code, column, got } of row.faults)
      ledger.find(code, { sheet, row: row.number, column }, got);
  }
}
