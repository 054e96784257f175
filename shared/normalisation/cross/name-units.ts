import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { noteFaults } from '../layout/note-faults.ts';
import {
  cellIn,
  isBreakdown,
  isColumnNumbers,
  isTotal,
  sectionLevel,
  withoutNumbering,
} from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import type { Area, AreaNames } from '../match/areas.ts';
import { matchUnitCell } from '../match/match-unit.ts';
import {
  mayBeForeign,
  type NumberEntry,
  numberCode,
  numberReading,
  shapedCode,
} from '../match/unit-codes.ts';
import { suggest, type UnitFinding, unitFinding } from '../match/unit-finding.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Cell, Place, Row } from '../table.ts';
import type { CrossHeader } from './header.ts';

/** A row of one unit; `area` is null for the reporting unit itself. `place` is the cell that names it. */
export type UnitRow = { kind: 'unit'; row: Row; place: Place; area: Area | null };

/**
 * What a row of a cross-table is. `region`: the sum of the provinces of a region, wherever they stand · `section`: a group's heading, whose figures are its sum; `unread`: figures of no
 * unit that can be told, or of one that stands `twice`, as findings say; `other`: no figures of its own.
 */
export type CrossRow =
  | UnitRow
  | { kind: 'total'; row: Row }
  | { kind: 'region'; row: Row; members: readonly string[] }
  | { kind: 'section'; row: Row; level: number }
  | { kind: 'unread'; row: Row; twice?: Place }
  | { kind: 'other'; row: Row };

type Body = { rows: readonly Row[]; header: CrossHeader; sheet: string | null };

/** Tells of each row below the heading whose figures it holds. What is not known is found fault with, never guessed. */
export function nameUnits(
  { rows, header, sheet }: Body,
  asked: Asked,
  given: AreaNames,
  ledger: Ledger,
): CrossRow[] {
  const areas = withNumbers(given, { rows, header });
  const first = new Map<string, Place>();
  let started = false;
  // The heading of a group of wards is their district.
  let district: string | null = null;
  // Where units bear the numerals of groups, a numeral does not make a group.
  const numbered = !rows.some((row) => {
    const mark = cellIn(row, header.order)?.text ?? '';
    return sectionLevel(mark, 'x') !== undefined && isUnit(row, header, asked, areas);
  });
  return rows.map((row): CrossRow => {
    noteFaults([row], sheet, ledger);
    if (row.faults.length > 0 || (!started && isColumnNumbers(row))) return { kind: 'other', row };
    const named = nameRow({ row, header, sheet, numbered }, asked, inside(areas, district), ledger);
    if (named.kind === 'section' || named.kind === 'other') district = nameOf(row, header)?.text ?? district;
    if (named.kind === 'unit') started = true;
    if (named.kind === 'unit' && row.width !== header.width) {
      const last = { sheet, row: row.number, column: Math.max(0, (row.width ?? 1) - 1) };
      ledger.find('csv-ragged', last, String(row.width), String(header.width));
      return { kind: 'unread', row };
    }
    if (named.kind !== 'unit') return named;
    const id = named.area?.id ?? asked.unit.id;
    if (!first.has(id)) {
      first.set(id, named.place);
      noteCodes({ row, header, sheet }, asked, areas, ledger);
      return named;
    }
    ledger.find('unit-twice', named.place, named.area?.name ?? nameOn(asked.unit, asked.day).full);
    return { kind: 'unread', row, twice: named.place };
  });
}

function nameRow(
  { row, header, sheet, numbered }: Omit<Body, 'rows'> & { row: Row; numbered: boolean },
  asked: Asked,
  areas: AreaNames,
  ledger: Ledger,
): CrossRow {
  const code = cellIn(row, header.code);
  const name = nameOf(row, header);
  const order = cellIn(row, header.order);
  const texts = [name, code, order].flatMap((cell) => (cell ? [cell.text] : []));
  const figures = header.figures.some(({ column }) => {
    const cell = cellIn(row, column);
    return cell !== undefined && isFigureLike(cell);
  });
  if (texts.some(isTotal)) return { kind: 'total', row };
  if (texts.some(isBreakdown)) return { kind: 'other', row };
  const naming = name ?? code;
  const found = naming && unitOf({ name, code }, asked, areas);
  const place = (cell: Cell | undefined): Place => ({
    sheet,
    row: row.number,
    column: cell?.column ?? header.names.at(-1) ?? 0,
  });
  if (found && 'area' in found && naming)
    return { kind: 'unit', row, place: place(naming), area: found.area };
  const members = found ? undefined : areas.codes?.region(name?.text ?? '');
  if (members) return { kind: 'region', row, members };
  const level = sectionLevel(order?.text ?? '', name?.text ?? '', numbered);
  if (level !== undefined && !found) return { kind: 'section', row, level };
  if (!figures) return { kind: 'other', row };
  const fault = found && 'fault' in found ? found.fault : unknown;
  ledger.find(fault.code, place(naming), naming?.text ?? null, fault.expected, { hint: fault.hint });
  return { kind: 'unread', row };
}

/** The innermost cell that names the row. */
function nameOf(row: Row, { names }: CrossHeader): Cell | undefined {
  return names
    .toReversed()
    .map((column) => cellIn(row, column))
    .find((cell) => cell !== undefined);
}

/** The areas, where a ward's name that several districts have is looked up in the one whose wards these are. */
function inside(areas: AreaNames, district: string | null): AreaNames {
  if (!areas.inDistricts || district === null) return areas;
  return {
    ...areas,
    find: (text) => areas.find(text) ?? areas.find(`${text}, ${withoutNumbering(district)}`),
  };
}

/** The areas, with plain numbers read in the system in which all of the table's are. */
function withNumbers(areas: AreaNames, { rows, header }: Pick<Body, 'rows' | 'header'>): AreaNames {
  if (!areas.codes) return areas;
  const entries: NumberEntry[] = [];
  let isMixed = false;
  for (const row of rows) {
    const cells = [header.code, ...header.names].flatMap((column) => cellIn(row, column) ?? []);
    const numbers = cells.filter(({ text }) => numberCode(text, 'gso') !== undefined);
    const named = cells.filter((cell) => !numbers.includes(cell)).map(({ text }) => areas.find(text)?.id);
    isMixed ||= cells.some(({ text }) => shapedCode(text) !== undefined);
    for (const { text } of numbers) entries.push({ text, named: named.find((id) => id !== undefined) });
  }
  return areas.codes.readAs(
    numberReading(areas.codes.tables, { entries, isMixed, heading: header.codeHeading }),
  );
}

/** Lists what names a unit by a code of another system. */
function noteCodes(
  { row, header, sheet }: Omit<Body, 'rows'> & { row: Row },
  asked: Asked,
  areas: AreaNames,
  ledger: Ledger,
): void {
  for (const column of [header.code, ...header.names]) {
    const cell = cellIn(row, column);
    if (!cell || !mayBeForeign(cell.text)) continue;
    const isOwn = matchUnitCell(asked.units, cell.text).system !== null;
    const name = areas.codes?.foreign(cell.text) ?? (isOwn ? nameOn(asked.unit, asked.day).full : undefined);
    if (name) ledger.repair('unit-code', { sheet, row: row.number, column: cell.column }, cell.text, name);
  }
}

function isUnit(row: Row, header: CrossHeader, asked: Asked, areas: AreaNames): boolean {
  const cell = cellIn(row, header.names.at(-1));
  const found = cell && unitNamed(cell.text, asked, areas);
  return found !== undefined && 'area' in found;
}

type Fault = Pick<UnitFinding, 'code' | 'hint'> & { expected: string | null };
type Found = { area: Area | null } | { fault: Fault };

const unknown: Fault = { code: 'unit-unknown', expected: null, hint: null };
const unclear: Fault = { code: 'unit-unclear', expected: null, hint: null };

/** The unit that a row names, by its name and its code, which must not mean two. */
function unitOf(
  { name, code }: { name: Cell | undefined; code: Cell | undefined },
  asked: Asked,
  areas: AreaNames,
): Found | undefined {
  const byName = name && unitNamed(name.text, asked, areas);
  const byCode = code && unitNamed(code.text, asked, areas);
  if (!byName || !byCode) return byName ?? byCode;
  const id = (found: Found) => ('area' in found ? (found.area?.id ?? asked.unit.id) : found.fault.code);
  return id(byName) === id(byCode) ? byName : { fault: unclear };
}

/** What a text names: the reporting unit itself, one inside it, another, or (undefined) nothing that is known. */
function unitNamed(text: string, asked: Asked, areas: AreaNames): Found | undefined {
  const area = areas.find(text);
  const { found } = matchUnitCell(asked.units, text);
  const isOwn = 'match' in found && found.match === asked.unit;
  if (area === null || (area && isOwn)) return { fault: { ...unclear, hint: suggest(areas.like(text)) } };
  if (area) return { area };
  if (isOwn) return { area: null };
  const maybe = areas.like(text);
  if (maybe.length > 0) return { fault: { ...unclear, hint: suggest(maybe) } };
  // Damaged, and like none of them: it is unknown, as an area as well.
  if ('ask' in found && found.ask.length === 0) return undefined;
  const fault = unitFinding(found, asked);
  // A group of units, or no unit at all: what the row is shows elsewhere.
  return fault === undefined || fault.code === 'unit-unknown' || fault.code === 'unit-is-region'
    ? undefined
    : { fault };
}
