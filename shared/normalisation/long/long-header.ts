import type { Asked } from '../asked.ts';
import { type Heading, joinHeadings, mayHead } from '../layout/heading.ts';
import { type FigureCandidate, settleFigures } from '../layout/settle-figures.ts';
import { type Standing, saysOnlyTime, standingOf } from '../layout/standing.ts';
import { limits } from '../limits.ts';
import type { Merge, Row } from '../table.ts';
import { type LongRole, longRoleOf } from './long-role.ts';

type HeadingOf = { role: LongRole; column: number; row: number; text: string };

/** The columns of a long table by what they hold, from 0. `note` may be several; a role held twice is in `twice`. */
export type LongHeader = {
  /** The last row of the heading. */
  row: number;
  width: number | null;
  columns: Partial<Record<LongRole, number>>;
  notes: number[];
  twice: HeadingOf[];
  /** The heading of each column that was taken. */
  taken: HeadingOf[];
  /** Figures of another time than the one asked, or that are not understood: not read. */
  passed: (HeadingOf & { standing: Standing })[];
  /** Columns whose heading is none of these. */
  unknown: { column: number; text: string }[];
  /** The last column that has a heading. */
  end: number;
};

type FigureRole = 'numerator' | 'denominator' | 'result';
const figureRoles: ReadonlySet<string> = new Set<FigureRole>(['numerator', 'denominator', 'result']);
const placeRoles: readonly LongRole[] = ['unitCode', 'unitName', 'areaCode', 'areaName', 'district'];

/**
 * Reads the rows from `at` on as the heading of a long table: it names a column of units (`Đơn vị`, `Tỉnh`, `Xã`), one
 * of indicators, and either both parts of a ratio or a value. `Đơn vị` alone is a unit of the State before the
 * column of indicators and a unit of measure behind it, as both are written. Groups of figures may have their
 * columns in rows below.
 * @param asked without it, what a heading says of its time is not looked at
 * @returns undefined when no such heading starts there
 */
export function findLongHeader(
  rows: readonly Row[],
  at: number,
  merges: readonly Merge[],
  asked: Asked | null,
): LongHeader | undefined {
  const first = rows[at];
  if (!first || !namesBoth(readHeader([first], [], null))) return undefined;
  let depth = 1;
  let header = readHeader([first], merges, asked);
  while (depth < limits.headingRows && goesOn(header, rows[at + depth])) {
    depth += 1;
    header = readHeader(rows.slice(at, at + depth), merges, asked);
  }
  const holds = new Set([...header.taken, ...header.passed].map(({ role }) => role));
  const holdsFigures = holds.has('result') || (holds.has('numerator') && holds.has('denominator'));
  return namesBoth(header) && holdsFigures ? header : undefined;
}

/** A row alone, as the heading of a long table. */
export function readLongHeader(row: Row, asked: Asked | null): LongHeader | undefined {
  return findLongHeader([row], 0, [], asked);
}

/** True when two headings hold the same in the same columns. */
export function isSameHeading(one: LongHeader, two: LongHeader): boolean {
  const roles = new Set([...Object.keys(one.columns), ...Object.keys(two.columns)]) as Set<LongRole>;
  return (
    one.twice.length === two.twice.length &&
    [...roles].every((role) => one.columns[role] === two.columns[role])
  );
}

/** True when a text is a heading's word, so that its row may be another heading. */
export function isHeadingWord(text: string): boolean {
  return longRoleOf(text) !== undefined;
}

/** True when the row alone can be read as a long table's heading. */
export function isLongHeader(row: Row): boolean {
  return readLongHeader(row, null) !== undefined;
}

function namesBoth({ columns }: LongHeader): boolean {
  const any = (roles: readonly LongRole[]) => roles.some((role) => columns[role] !== undefined);
  return any(placeRoles) && any(['indicatorCode', 'indicatorName']);
}

/** True when the row below holds the columns of groups above it, and nothing that names a row of figures. */
function goesOn({ row, columns }: LongHeader, below: Row | undefined): boolean {
  if (!below || below.number !== row + 1 || !mayHead(below)) return false;
  const naming = [...placeRoles, 'indicatorCode', 'indicatorName'] as const;
  const last = Math.max(...naming.map((role) => columns[role] ?? -1));
  return below.cells.every(({ column }) => column > last);
}

function readHeader(rows: readonly Row[], merges: readonly Merge[], asked: Asked | null): LongHeader {
  const last = rows.at(-1) as Row;
  const headings = joinHeadings(rows, merges);
  const header: LongHeader = {
    row: last.number,
    width: last.width,
    columns: {},
    notes: [],
    twice: [],
    taken: [],
    passed: [],
    unknown: [],
    end: headings.at(-1)?.column ?? 0,
  };
  const figures = new Map<FigureRole, FigureCandidate[]>();
  for (const heading of headings) {
    const { role: found, own } = roleIn(heading, asked);
    if (found === undefined) {
      header.unknown.push({ column: heading.column, text: heading.texts.join(' / ') });
      continue;
    }
    if (found === 'note') {
      header.notes.push(heading.column);
    } else if (figureRoles.has(found)) {
      const role = found as FigureRole;
      const standing = asked ? standingOf(heading.texts, asked) : 'plain';
      figures.set(role, [...(figures.get(role) ?? []), { ...heading, own, standing }]);
    } else take(found === 'unitOrMeasure' ? unitOrMeasure(header) : (found as LongRole), heading, header);
  }
  for (const [role, candidates] of figures) {
    const { kept, twice, passed } = settleFigures(candidates);
    for (const each of [kept, ...twice]) if (each) take(role, each, header);
    header.passed.push(...passed.map((each) => ({ ...told(role, each), standing: each.standing })));
  }
  takeDistrict(header);
  return header;
}

/** A column of districts tells wards apart that bear one name; where no column names wards, it names the areas. */
function takeDistrict({ columns, taken }: LongHeader): void {
  if (columns.district === undefined || columns.areaCode !== undefined || columns.areaName !== undefined)
    return;
  columns.areaName = columns.district;
  delete columns.district;
  for (const each of taken) if (each.role === 'district') each.role = 'areaName';
}

/** The lowest text that is a known heading tells the role; one that only names the asked period heads the values. */
function roleIn(
  { texts }: Heading,
  asked: Asked | null,
): { role: ReturnType<typeof longRoleOf>; own: boolean } {
  const own = longRoleOf(texts.at(-1) as string);
  const role = own ?? longRoleOf(texts.join(' ')) ?? texts.toReversed().map(longRoleOf).find(Boolean);
  if (role !== undefined) return { role, own: own !== undefined };
  const isValue = asked !== null && standingOf(texts, asked) === 'asked' && saysOnlyTime(texts, asked);
  return { role: isValue ? 'result' : undefined, own: false };
}

function unitOrMeasure({ columns }: LongHeader): LongRole {
  const isBehind = columns.indicatorCode !== undefined || columns.indicatorName !== undefined;
  return isBehind ? 'measure' : 'unitName';
}

function take(role: LongRole, heading: Heading, header: LongHeader): void {
  if (header.columns[role] !== undefined) {
    header.twice.push(told(role, heading));
    return;
  }
  header.columns[role] = heading.column;
  header.taken.push(told(role, heading));
}

function told(role: LongRole, { column, row, texts }: Heading): HeadingOf {
  return { role, column, row, text: texts.join(' / ') };
}
