import type { Asked } from '../asked.ts';
import { type Heading, joinHeadings, mayHead } from '../layout/heading.ts';
import { limits } from '../limits.ts';
import type { Merge, Row } from '../table.ts';
import { roleOf } from './column-role.ts';
import { candidateOf, type FormHeader, settle, withoutNameless } from './settle-header.ts';

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
  const joined = joinHeadings(grouped ? [above, ...block] : block, merges);
  const candidates = joined.flatMap((heading) => candidateOf(heading, asked));
  const last = block.at(-1) as Row;
  const header: FormHeader = {
    row: last.number,
    depth,
    width: last.width,
    columns: {},
    notes: [],
    twice: [],
    passed: [],
    resultHeading: null,
    texts: new Map(),
    saysPeriod: false,
    isEstimate: false,
    end: Math.max(0, ...joined.map(({ column }) => column)),
  };
  const roles = new Set(candidates.filter(({ isNamed }) => isNamed).map(({ role }) => role));
  const below = rows.slice(at + depth, at + depth + limits.sampledRows);
  for (const role of new Set(candidates.map((candidate) => candidate.role)))
    settle(
      role,
      candidates.filter((candidate) => candidate.role === role),
      header,
      below,
    );
  withoutNameless(header, new Set(joined.map(({ column }) => column)), below);
  const names = roles.has('code') || roles.has('name');
  const figures = roles.has('result') || (roles.has('numerator') && roles.has('denominator'));
  return names && figures && roles.size >= 3 ? header : undefined;
}

/** A row above the heading that only names groups of its figure columns, and is no line of the title. */
function isGroupRow(row: Row, { column }: Heading): boolean {
  return mayHead(row) && row.cells.every((cell) => cell.column > column && !/[:：]/.test(cell.text));
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
