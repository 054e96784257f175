import type { Asked } from '../asked.ts';
import type { Ledger } from '../ledger.ts';
import { cellName } from '../table.ts';
import type { LongHeader } from './long-header.ts';

/** No column twice, and those that are needed; where one of another time stands in its place, that one is told. */
export function checkColumns(sheet: string | null, header: LongHeader, asked: Asked, ledger: Ledger): void {
  const { twice, taken, passed, columns } = header;
  for (const { role, column, row, text } of twice) {
    if (role === 'order') continue;
    const other = taken.find((each) => each.role === role);
    const expected = other ? `${cellName(other.column, other.row)} "${other.text}"` : null;
    ledger.find('column-twice', { sheet, row, column }, text, expected);
  }
  const needed = [
    { role: 'numerator', name: 'Tử số (a)', isNeeded: asked.required.some(({ kind }) => kind === 'ratio') },
    {
      role: 'denominator',
      name: 'Mẫu số (b)',
      isNeeded: asked.required.some(({ kind }) => kind === 'ratio'),
    },
    { role: 'result', name: 'Giá trị', isNeeded: asked.required.some(({ kind }) => kind !== 'ratio') },
  ] as const;
  for (const { role, name, isNeeded } of needed) {
    if (!isNeeded || columns[role] !== undefined) continue;
    const instead = passed.filter((each) => each.role === role);
    for (const { column, row, text, standing } of instead) {
      const code = standing === 'other' ? 'period-differs' : 'column-unclear';
      ledger.find(code, { sheet, row, column }, text, `${name} ${asked.period.names.vi}`);
    }
    if (instead.length === 0) {
      ledger.find('column-missing', { sheet, row: header.row, column: header.end }, null, name);
    }
  }
}
