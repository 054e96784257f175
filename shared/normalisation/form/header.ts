import type { Asked } from '../asked.ts';
import { type Heading, joinHeadings, mayHead } from '../layout/heading.ts';
import { type Standing, standingOf } from '../layout/standing.ts';
import { limits } from '../limits.ts';
import type { Merge, Row } from '../table.ts';
import { type ColumnRole, roleOf } from './column-role.ts';

/** The columns of a form by what they hold, from 0. `note` may be several; a role held twice is in `twice`. */
export type FormHeader = {
  /** The last row of the heading. */
  row: number;
  /** How many of the rows, from the one that names the indicators' column, are the heading. */
  depth: number;
  width: number | null;
  columns: Partial<Record<Exclude<ColumnRole, 'note'>, number>>;
  notes: number[];
  twice: { role: ColumnRole; column: number; row: number }[];
  /** The heading of the results, which may say what they are counted in. */
  resultHeading: { text: string; row: number; column: number } | null;
  /** Figures of another period than the one asked: not read. */
  others: { role: ColumnRole; column: number; row: number; text: string }[];
};

type Candidate = Heading & { role: ColumnRole; own: boolean; standing: Standing };

const figureRoles: ReadonlySet<ColumnRole> = new Set(['numerator', 'denominator', 'result']);

/**
 * Reads the rows from `at` on as a form's heading: it names an indicator column and either both parts of a
 * ratio or a result, and at least three columns in all. A heading may have several rows; the first of them names
 * the indicators' column, and a group of columns ("Kế hoạch", "Thực hiện") may stand in a row above it.
 * @returns undefined when no heading starts there
 */
export function findFormHeader(
  rows: readonly Row[],
  at: number,
  merges: readonly Merge[],
  asked: Asked,
): FormHeader | undefined {
  const first = rows[at];
  if (!first || !mayStartForm(first)) return undefined;
  let depth = 0;
  let header: FormHeader | undefined;
  while (depth < limits.headingRows && !header) {
    const row = rows[at + depth];
    if (!row || (depth > 0 && (row.number !== first.number + depth || !mayHead(row)))) return undefined;
    depth += 1;
    header = readHeader(rows, at, depth, merges, asked);
  }
  while (header && depth < limits.headingRows && goesOn(header, rows[at + depth])) {
    depth += 1;
    header = readHeader(rows, at, depth, merges, asked) ?? header;
  }
  return header;
}

/** True when a row names the column of indicators, so that a form's heading may start there. */
export function mayStartForm(row: Row): boolean {
  return row.cells.some((cell) => cell.kind === 'text' && namesIndicators(cell.text));
}

function namesIndicators(text: string): boolean {
  const role = text.length > 100 ? undefined : roleOf(text);
  return role === 'name' || role === 'code';
}

/** True when the row below belongs to the heading too: other words of headings, or parts of its columns. */
function goesOn(header: FormHeader, row: Row | undefined): boolean {
  if (!row || row.number !== header.row + 1 || !mayHead(row)) return false;
  if (row.cells.every((cell) => roleOf(cell.text) !== undefined)) return true;
  const { order = -1, code = -1, name = -1 } = header.columns;
  return row.cells.every((cell) => cell.column > Math.max(order, code, name));
}

function readHeader(
  rows: readonly Row[],
  at: number,
  depth: number,
  merges: readonly Merge[],
  asked: Asked,
): FormHeader | undefined {
  const block = rows.slice(at, at + depth);
  const naming = joinHeadings(block, merges).find(({ texts }) => texts.some(namesIndicators));
  const above = rows[at - 1];
  const grouped =
    above && naming && above.number === (block[0] as Row).number - 1 && isGroupRow(above, naming);
  const candidates = joinHeadings(grouped ? [above, ...block] : block, merges).flatMap((heading) =>
    candidateOf(heading, asked),
  );
  const last = block.at(-1) as Row;
  const header: FormHeader = {
    row: last.number,
    depth,
    width: last.width,
    columns: {},
    notes: [],
    twice: [],
    others: [],
    resultHeading: null,
  };
  const roles = new Set(candidates.map(({ role }) => role));
  for (const role of roles)
    settle(
      role,
      candidates.filter((candidate) => candidate.role === role),
      header,
    );
  const names = roles.has('code') || roles.has('name');
  const figures = roles.has('result') || (roles.has('numerator') && roles.has('denominator'));
  return names && figures && roles.size >= 3 ? header : undefined;
}

/** A row above the heading that only names groups of its figure columns, and is no line of the title. */
function isGroupRow(row: Row, { column }: Heading): boolean {
  return mayHead(row) && row.cells.every((cell) => cell.column > column && !/[:：]/.test(cell.text));
}

/** The lowest text that is a known heading tells the role; else the whole of them, from the top. */
function candidateOf(heading: Heading, asked: Asked): Candidate[] {
  const { texts } = heading;
  const own = roleOf(texts.at(-1) as string);
  const role = own ?? roleOf(texts.join(' ')) ?? texts.toReversed().map(roleOf).find(Boolean);
  if (role === undefined) return [];
  return [
    {
      ...heading,
      role,
      own: own !== undefined,
      standing: figureRoles.has(role) ? standingOf(texts, asked) : 'plain',
    },
  ];
}

/** Takes the column that holds a role. Of several, the one that names the asked period; never the first by chance. */
function settle(role: ColumnRole, candidates: readonly Candidate[], header: FormHeader): void {
  if (role === 'note') {
    header.notes.push(...candidates.map(({ column }) => column));
    return;
  }
  if (!figureRoles.has(role)) {
    const own = candidates.filter((candidate) => candidate.own);
    const [kept, ...rest] = own.length > 0 ? own : candidates;
    header.columns[role] = kept?.column as number;
    header.twice.push(...rest.map(({ column, row }) => ({ role, column, row })));
    return;
  }
  for (const { column, row, texts, standing } of candidates)
    if (standing === 'other') header.others.push({ role, column, row, text: texts.join(' / ') });
  let left = candidates.filter(({ standing }) => standing !== 'other' && standing !== 'aside');
  for (const better of [
    (candidate: Candidate) => candidate.own,
    ({ standing }: Candidate) => standing === 'asked',
    ({ standing }: Candidate) => standing === 'this',
  ]) {
    if (left.length > 1 && left.some(better)) left = left.filter(better);
  }
  const [kept, ...rest] = left;
  if (kept) header.columns[role] = kept.column;
  if (kept && role === 'result') {
    header.resultHeading = { text: kept.texts.join(' '), row: kept.row, column: kept.column };
  }
  header.twice.push(...rest.map(({ column, row }) => ({ role, column, row })));
}

/** True when one row alone looks like a form's heading, whatever is asked: tells a text file's delimiter. */
export function isFormHeader(row: Row): boolean {
  const roles = new Set(row.cells.map((cell) => (cell.kind === 'text' ? roleOf(cell.text) : undefined)));
  roles.delete(undefined);
  const names = roles.has('code') || roles.has('name');
  return (
    names && roles.size >= 3 && (roles.has('result') || (roles.has('numerator') && roles.has('denominator')))
  );
}
