import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import type { Row } from '../table.ts';

/** Labels of a title that say which part of the unit a table is about, folded. */
const labels: ReadonlySet<string> = new Set([
  ...['pham vi', 'pham vi so lieu', 'pham vi bao cao', 'dia ban', 'dia ban bao cao', 'don vi hanh chinh'],
  ...['xa', 'phuong', 'xa phuong', 'phuong xa', 'xa phuong dac khu', 'cap xa', 'huien', 'quan huien'],
]);
const part = /^(?:ubnd |ui ban nhan dan )?(?:cac )?(xa|phuong|dac khu|thi tran|huien|quan|thi xa|thon) \S/;

/**
 * Finds fault with a title that says that the table is about a part of the unit ("Địa bàn: Phường Cao Lãnh"): its
 * figures are not the unit's own.
 */
export function checkScope(title: readonly Row[], sheet: string | null, asked: Asked, ledger: Ledger): void {
  for (const { number, cells } of title) {
    for (const [at, { column, text }] of cells.entries()) {
      if (text.length > 300) continue;
      const colon = text.search(/[:：]/);
      const label = fold(colon < 0 ? text : text.slice(0, colon));
      if (!labels.has(label)) continue;
      const value = (colon < 0 ? '' : text.slice(colon + 1)).trim() || (cells[at + 1]?.text ?? '');
      if (!part.test(fold(value))) continue;
      const place = { sheet, row: number, column };
      ledger.find('unit-differs', place, text, nameOn(asked.unit, asked.day).full);
    }
  }
}
