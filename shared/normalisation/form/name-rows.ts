import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { cellIn, hasFigures, isColumnNumbers, isTotal, withoutNumbering } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import {
  indicatorByCode,
  indicatorByName,
  indicatorsLike,
  isGroupName,
  mayHaveLostZero,
} from '../match/match-indicator.ts';
import { suggest } from '../match/unit-finding.ts';
import { isWithoutValue, type Place, type Row } from '../table.ts';
import { noteDamage } from '../text/note-text.ts';
import type { FormTable } from './form-table.ts';

/** A row of the form whose indicator is known; `place` is the cell that names it. */
export type NamedRow = { indicator: Indicator; place: Place; row: Row };

/**
 * Finds the rows that report an indicator. The others are passed over (column numbers, sections, totals,
 * signatures) or, when they hold figures that belong to no known indicator, found fault with.
 */
export function nameRows(
  table: FormTable,
  asked: Asked,
  ledger: Ledger,
): { named: NamedRow[]; skipped: number } {
  const named: NamedRow[] = [];
  let skipped = 0;
  for (const row of table.rows) {
    for (const { code, column, got } of row.faults) {
      ledger.find(code, { sheet: table.sheet, row: row.number, column }, got);
    }
    const isNumbers = named.length === 0 && isColumnNumbers(row);
    const found = row.faults.length > 0 || isNumbers ? undefined : nameRow(table, row, asked, ledger);
    if (found && row.width === table.header.width) named.push(found);
    else skipped += 1;
    if (found && row.width !== table.header.width) {
      const last = { sheet: table.sheet, row: row.number, column: Math.max(0, (row.width ?? 1) - 1) };
      ledger.find('csv-ragged', last, String(row.width), String(table.header.width));
    }
  }
  return { named, skipped };
}

function nameRow(table: FormTable, row: Row, asked: Asked, ledger: Ledger): NamedRow | undefined {
  const { columns } = table.header;
  const at = (column: number): Place => ({ sheet: table.sheet, row: row.number, column });
  const codeCell = cellIn(row, columns.code);
  const nameCell = cellIn(row, columns.name);
  const name = nameCell?.text ?? '';
  const byCode = codeCell && indicatorByCode(asked.indicators, codeCell.text);
  if (codeCell?.kind === 'number' && mayHaveLostZero(asked.indicators, codeCell.text)) {
    ledger.find('indicator-damaged', at(codeCell.column), codeCell.text, null, {
      hint: suggest([codeCell.text, `${codeCell.text}0`]),
    });
    return undefined;
  }
  const byName =
    indicatorByName(asked.indicators, name) ?? indicatorByName(asked.indicators, withoutNumbering(name));
  const figures = hasFigures(row, table.header);
  const isSection =
    isGroupName(asked.indicators, name) || isGroupName(asked.indicators, withoutNumbering(name));
  // A section may carry its group's code, which is also an indicator's ("TDGQ"), and its group's points.
  if (isSection && !byName && (!figures || !byCode)) return undefined;
  if (byCode && byName && byCode !== byName) {
    ledger.find('indicator-unclear', at(columns.code as number), codeCell.text, byName.id);
    return undefined;
  }
  if (byCode) return { indicator: byCode, place: at(codeCell.column), row };
  if (byName && nameCell) {
    if (codeCell && codeCell.text.trim() !== '' && !isWithoutValue(codeCell)) {
      ledger.repair('indicator-code', at(codeCell.column), codeCell.text, byName.id);
    }
    return { indicator: byName, place: at(nameCell.column), row };
  }
  if (!figures || isTotal(name)) return undefined;
  const naming = codeCell ?? nameCell;
  const column = naming?.column ?? columns.code ?? columns.name ?? 0;
  if (isWithoutValue(naming)) {
    ledger.find('formula-without-value', at(column));
    return undefined;
  }
  const like = indicatorsLike(asked.indicators, name);
  const suggested = like.length > 0 ? like : indicatorsLike(asked.indicators, codeCell?.text ?? '');
  if (naming && suggested.length === 0 && noteDamage(ledger, at(column), naming.text)) return undefined;
  const code = suggested.length > 0 ? 'indicator-damaged' : 'indicator-unknown';
  ledger.find(code, at(column), naming?.text ?? null, null, { hint: suggest(suggested) });
  return undefined;
}
