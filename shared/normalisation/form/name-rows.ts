import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { hasFigures, isColumnNumbers } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import { indicatorsLike } from '../match/match-indicator.ts';
import { nearestNames } from '../match/name-agreement.ts';
import { suggest } from '../match/unit-finding.ts';
import { type Cell, isWithoutValue, type Place, type Row } from '../table.ts';
import { noteDamage } from '../text/note-text.ts';
import type { FormTable } from './form-table.ts';
import { type Named, type Naming, nameRow, namingOf } from './name-row.ts';
import { PassedOver } from './passed-over.ts';
import { raggedWidth } from './ragged.ts';

/** A row of the form whose indicator is known; `place` is the cell that names it. */
export type NamedRow = { indicator: Indicator; place: Place; row: Row };

/** A row, what it is named by, and whether that was joined with the row beside it. */
type Told = { row: Row; naming: Naming; named: Named; rows: 1 | 2 };

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
  const passed = new PassedOver(table, asked);
  const isRagged = raggedWidth(table);
  let skipped = 0;
  for (let at = 0; at < table.rows.length; at += 1) {
    const first = table.rows[at] as Row;
    for (const { code, column, got } of first.faults) {
      ledger.find(code, { sheet: table.sheet, row: first.number, column }, got);
    }
    if (first.faults.length > 0 || (named.length === 0 && isColumnNumbers(first))) {
      skipped += 1;
      continue;
    }
    const told = tellRow(table, at, asked);
    const found = takeName(told, table, passed, asked, ledger);
    skipped += told.rows - 1;
    at += told.rows - 1;
    const { row } = told;
    if (found && !isRagged(row)) named.push(found);
    else skipped += 1;
    if (found && isRagged(row)) {
      const last = { sheet: table.sheet, row: row.number, column: Math.max(0, (row.width ?? 1) - 1) };
      ledger.find('csv-ragged', last, String(row.width), String(table.header.width));
    }
  }
  return { named, skipped };
}

/** Names a row; where its name goes on in the row below, or its figures stand there, the two are one. */
function tellRow(table: FormTable, at: number, asked: Asked): Told {
  const { header, rows, merges } = table;
  const row = rows[at] as Row;
  const naming = namingOf(row, header);
  const named = nameRow(naming, row, header, asked);
  const alone: Told = { row, naming, named, rows: 1 };
  const next = rows[at + 1];
  if (!next || next.number !== row.number + 1 || next.faults.length > 0 || !naming.name) return alone;
  const below = namingOf(next, header);
  const [own, lower] = [hasFigures(row, header), hasFigures(next, header)];
  if (below.code || (own && lower) || (!own && !lower)) return alone;
  if (!below.name) {
    // One name over two rows: only a merge says so.
    const column = naming.name.column;
    const isMerged = merges.some(
      ({ top, bottom, left, right }) =>
        top === row.number && bottom >= next.number && left <= column && column <= right,
    );
    return isMerged && lower && named ? { row: next, naming, named, rows: 2 } : alone;
  }
  if (named || nameRow(below, next, header, asked)) return alone;
  const joined = { ...naming, text: `${naming.text} ${below.text}` };
  const whole = nameRow(joined, own ? row : next, header, asked);
  return typeof whole === 'object' && 'indicator' in whole
    ? { row: own ? row : next, naming: joined, named: whole, rows: 2 }
    : alone;
}

function takeName(
  { row, naming, named, rows }: Told,
  table: FormTable,
  passed: PassedOver,
  asked: Asked,
  ledger: Ledger,
): NamedRow | undefined {
  // The cell may stand in the row above that of the figures.
  const at = (cell: Cell): Place => {
    const above = rows === 2 && !row.cells.includes(cell);
    return { sheet: table.sheet, row: row.number - (above ? 1 : 0), column: cell.column };
  };
  if (named === 'section' || named === undefined) {
    if (passed.isPassed(row, naming, named)) return undefined;
    noteUnknown(row, naming, table, asked, ledger);
    return undefined;
  }
  passed.meetIndicator();
  const place = at(named.cell);
  if ('fault' in named) {
    const { fault, cell, expected, like } = named;
    ledger.find(fault, place, cell.text, expected, { hint: suggest(like) });
    return undefined;
  }
  if (named.repaired === 'indicator-code' && naming.code) {
    ledger.repair('indicator-code', at(naming.code), naming.code.text, named.indicator.id);
  } else if (named.repaired !== null) {
    ledger.repair('indicator-name', place, tidy(naming.text || named.cell.text), named.indicator.names.vi);
  }
  return { indicator: named.indicator, place, row };
}

function noteUnknown(
  row: Row,
  { code, name, text }: Naming,
  { sheet, header }: FormTable,
  asked: Asked,
  ledger: Ledger,
): void {
  const { columns } = header;
  const naming = code ?? name;
  // Without a name, the figure itself is shown.
  const shown = naming ?? row.cells.find(({ column }) => column >= (columns.name ?? columns.code ?? 0));
  const place = { sheet, row: row.number, column: shown?.column ?? columns.code ?? columns.name ?? 0 };
  if (isWithoutValue(naming)) {
    ledger.find('formula-without-value', place);
    return;
  }
  const like = indicatorsLike(asked.indicators, text);
  const suggested = like.length > 0 ? like : indicatorsLike(asked.indicators, code?.text ?? '');
  if (naming && suggested.length === 0 && noteDamage(ledger, place, naming.text)) return;
  const fault = suggested.length > 0 ? 'indicator-damaged' : 'indicator-unknown';
  const hint = suggested.length > 0 ? suggested : nearestNames(asked.indicators, text);
  ledger.find(fault, place, shown?.text ?? null, null, { hint: suggest(hint) });
}
