import { cellName } from '../table.ts';
import { offeredStates } from '../tasks/task-state.ts';
import { frozenView, type NewCell, type NewRow, sheetPart } from './new-sheet.ts';
import type { CellStyle, StyleAdditions } from './styles.ts';
import { type Validation, validationsElement } from './template-validations.ts';

export const tasksSheetName = 'Nhiệm vụ';

/** An open task that the unit leads, as its row names it. */
export type TemplateTask = { id: string; text: string; deliverable: string; deadline: string };

/** Rows to be filled in by hand where the unit's tasks are not known. */
const blankRows = 20;

const label: CellStyle = { border: true, wrap: true };
const input: CellStyle = { border: true, fill: 'FFF9DB', unlocked: true, wrap: true };
const heading: CellStyle = { bold: true, border: true, wrap: true, align: 'center', fill: 'D9E2F3' };
const asText: CellStyle = { ...input, format: '@' };

const columns = [
  { name: 'STT', width: 6 },
  { name: 'Mã nhiệm vụ', width: 14 },
  { name: 'Nội dung nhiệm vụ', width: 52 },
  { name: 'Sản phẩm', width: 30 },
  { name: 'Thời hạn', width: 12 },
  { name: 'Tình trạng', width: 18 },
  { name: 'Ngày hoàn thành', width: 14 },
  { name: 'Kết quả thực hiện', width: 40 },
  { name: 'Nguyên nhân (nếu chưa hoàn thành)', width: 40 },
  { name: 'Ghi chú', width: 24 },
] as const;
const [stateColumn, dayColumn] = [5, 6];

const hint =
  'Chỉ nhập vào các ô màu vàng nhạt. Nhiệm vụ chưa hoàn thành phải ghi nguyên nhân. / Fill in the light yellow cells only. A task that is not done needs its cause.';

/**
 * The sheet of the unit's tasks, as the engine reads it: a row for each, with its code, to be told how it stands.
 * @param titles the lines that say whose report it is, and of when
 * @param tasks null: not known, rows are to be filled in by hand
 */
export function tasksSheet(
  { titles, tasks }: { titles: readonly NewCell[]; tasks: readonly TemplateTask[] | null },
  styles: StyleAdditions,
): { xml: string; headingRow: number; lastRow: number; width: number } {
  const lines = [...titles, { column: 0, text: hint, style: { italic: true } } satisfies NewCell];
  const top = lines.map((cell, at): NewRow => ({ number: at + 1, cells: [cell] }));
  const headingRow = top.length + 2;
  const head: NewRow = {
    number: headingRow,
    cells: columns.map(({ name }, column) => ({ column, text: name, style: heading })),
    height: 32,
  };
  const count = tasks?.length ?? blankRows;
  const rows = Array.from({ length: count }, (_, at): NewRow => {
    return { number: headingRow + 1 + at, cells: cellsOf(tasks?.[at] ?? null, at + 1) };
  });
  const lastRow = headingRow + count;
  const numbers = rows.map(({ number }) => number);
  const xml = sheetPart(
    {
      rows: [...top, head, ...rows],
      widths: columns.map(({ width }) => width),
      properties: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      views: frozenView(headingRow, 3),
      behindData: `<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>${validationsElement(numbers.flatMap(validationsOf))}`,
      page: '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter>',
    },
    styles,
  );
  return { xml, headingRow, lastRow, width: columns.length };
}

function cellsOf(task: TemplateTask | null, number: number): NewCell[] {
  const given = task
    ? [task.id, task.text, task.deliverable, task.deadline.split('-').reverse().join('/')]
    : ['', '', '', ''];
  return [
    { column: 0, number: String(number), style: { ...label, align: 'center' } },
    ...given.map((text, at): NewCell => {
      if (task === null) return { column: at + 1, style: asText };
      return { column: at + 1, text, style: label };
    }),
    { column: stateColumn, style: input },
    { column: dayColumn, style: { ...input, format: 'dd/mm/yyyy' } },
    ...[7, 8, 9].map((column): NewCell => ({ column, style: asText })),
  ];
}

function validationsOf(row: number): Validation[] {
  const [state, day] = [cellName(stateColumn, row), cellName(dayColumn, row)];
  const { done, continuing } = offeredStates;
  const choose = `Chọn ${done} hoặc ${continuing}. / Choose ${done} (done) or ${continuing} (not done).`;
  const when = 'Ngày/tháng/năm hoàn thành. / The day on which it was done.';
  return [
    { cell: state, type: 'list', formula: `"${done},${continuing}"`, error: choose, prompt: choose },
    // From 2000-01-01 on, as Excel counts days.
    { cell: day, type: 'custom', formula: `AND(ISNUMBER(${day}),${day}>=36526)`, error: when, prompt: when },
  ];
}
