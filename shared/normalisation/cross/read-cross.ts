import type { Asked } from '../asked.ts';
import type { Ledger } from '../ledger.ts';
import type { Reading } from '../reading.ts';
import type { Sheet } from '../table.ts';

export async function readCross(
  _sheet: Sheet,
  _row: number,
  _asked: Asked,
  _ledger: Ledger,
): Promise<Reading> {
  _ledger.find('header-not-found', null);
  return { layout: null, observations: [], sources: [], rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 };
}
