import { fold } from '../fold.ts';
import { type Heading, joinHeadings } from '../layout/heading.ts';
import { limits } from '../limits.ts';
import type { Merge, Row } from '../table.ts';
import { type TaskHeadingWord, type TaskRole, taskRoleOf } from './task-columns.ts';

type HeadingCell = { column: number; row: number; text: string };

/** The heading of a table of tasks: where its columns are. */
export type TaskHeader = {
  /** The number of its last row, and how many rows it has. */
  row: number;
  depth: number;
  columns: Partial<Record<TaskRole, number>>;
  /** The headings that were taken, and those that mean the same as one of them. */
  taken: ReadonlyMap<TaskRole, HeadingCell>;
  twice: readonly (HeadingCell & { role: TaskRole })[];
};

/** Every heading of tasks names them, in letters of any kind; asked of a cell before its text is folded. */
const mayName = /nhi[^\s]{1,5}m\s+v|\btask/iu;

/**
 * Finds the heading of a table of tasks in a row and those under it that hold the columns of its groups: a column for
 * the task, and one for how it stands.
 * @param isNamed the sheet's own name says that it is of tasks, so the heading need not
 * @returns undefined when no such heading starts there
 */
export function findTaskHeader(
  rows: readonly Row[],
  at: number,
  merges: readonly Merge[],
  isNamed: boolean,
): TaskHeader | undefined {
  const first = rows[at];
  if (!first || (!isNamed && !first.cells.some(({ text }) => text.length < 200 && mayName.test(text)))) {
    return undefined;
  }
  // A title above it has one text.
  if (first.cells.filter(({ text }) => taskRoleOf(text) !== undefined).length < 2) return undefined;
  let depth = 1;
  while (depth < limits.headingRows && goesOn(rows[at + depth - 1], rows[at + depth])) depth += 1;
  const headings = joinHeadings(rows.slice(at, at + depth), merges);
  const header = settle(headings, { row: (rows[at + depth - 1] as Row).number, depth });
  const { columns, taken } = header;
  const names = columns.code !== undefined || columns.text !== undefined;
  const tells = columns.state ?? columns.result ?? columns.cause ?? columns.doneOn;
  const saysTasks = [taken.get('code'), taken.get('text')].some((cell) => cell && mayName.test(cell.text));
  return names && tells !== undefined && (isNamed || saysTasks) ? header : undefined;
}

/** True when every text of the row below is a heading itself: a row of a task never is. */
function goesOn(row: Row | undefined, below: Row | undefined): boolean {
  if (!row || !below || below.number !== row.number + 1 || below.cells.length === 0) return false;
  return below.cells.every(({ text, kind }) => kind === 'text' && taskRoleOf(text) !== undefined);
}

/** Which column holds what: the lowest text that is a known heading tells. */
function settle(headings: readonly Heading[], place: { row: number; depth: number }): TaskHeader {
  const found = headings.flatMap(({ column, row, texts }) => {
    const word = texts.toReversed().map(taskRoleOf).find(Boolean) ?? taskRoleOf(texts.join(' '));
    return word ? [{ word, cell: { column, row, text: texts.join(' / ') } }] : [];
  });
  const columns: TaskHeader['columns'] = {};
  const taken = new Map<TaskRole, HeadingCell>();
  const twice: (HeadingCell & { role: TaskRole })[] = [];
  const take = (role: TaskRole, cell: HeadingCell) => {
    if (taken.has(role)) {
      twice.push({ ...cell, role });
      return;
    }
    columns[role] = cell.column;
    taken.set(role, cell);
  };
  const isOpen = ({ rank }: TaskHeadingWord) => rank !== undefined;
  for (const { word, cell } of found) if (!isOpen(word)) take(word.role, cell);
  const open = found.filter(({ word }) => isOpen(word)).sort((a, b) => rankOf(a.word) - rankOf(b.word));
  for (const { cell } of open) take(taken.has('state') ? 'result' : 'state', cell);
  return { ...place, columns, taken, twice };
}

const rankOf = ({ rank = 0 }: TaskHeadingWord) => rank;

const sheetNames: ReadonlySet<string> = new Set([
  'nhiem vu',
  'nhiem vu duoc giao',
  'danh muc nhiem vu',
  'danh sach nhiem vu',
  'bao cao nhiem vu',
  'tinh hinh thuc hien nhiem vu',
  'ket qua thuc hien nhiem vu',
  'tien do nhiem vu',
  'tien do thuc hien nhiem vu',
  'tasks',
]);

/** True for a sheet's name that says that it is of tasks; "2. Nhiệm vụ", "Sheet Nhiệm vụ". */
export function isTasksName(name: string | null): boolean {
  if (name === null || name.length > 60) return false;
  return sheetNames.has(fold(name).replace(/^(?:\d{1,2}|[ivx]{1,4}|sheet|trang|bieu|bang) /, ''));
}
