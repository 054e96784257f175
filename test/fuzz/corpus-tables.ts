import { catalog } from '../../shared/catalog/catalog.ts';
import { communesOf } from '../../shared/catalog/communes.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import { goodRows, taskHeading } from '../unit/normalisation/task-files.ts';
import { writeDelimited } from '../writers/texts.ts';
import { workbookWriters } from '../writers/workbooks.ts';

/** Tables of communes of the province that the fuzz asks about, so that mutants reach the other two layouts. */

const communes = communesOf('52', '2026-09-14').slice(0, 30);
const title = [['Đơn vị báo cáo: Tỉnh Gia Lai'], ['Kỳ báo cáo: Quý III/2026']];

/** Of each form, a cross-table and a long table, as text and as a workbook, and for `cds` the form itself. */
export async function tableFiles(): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = [];
  for (const code of ['qd766', 'cds']) {
    const form = catalog.forms.get(code) as Form;
    const tables = { cross: crossRows(form), long: longRows(form), form: formRows(form) };
    for (const [layout, rows] of Object.entries(tables)) {
      const format = { delimiter: ';', newline: '\r\n', quotes: false, encoding: 'utf-8' } as const;
      files.push([`${code}-${layout}.csv`, writeDelimited(rows, format)]);
      const typed = rows.map((row) => row.map((text) => (/^\d{1,6}$/.test(text) ? Number(text) : text)));
      files.push([
        `${code}-${layout}.xlsx`,
        await workbookWriters['hucre shared']([{ name: 'Bảng', rows: typed }]),
      ]);
    }
  }
  return [...files, ...(await tasksFiles())];
}

/** A sheet of tasks alone as text, and beside another sheet in workbooks of the old and the new kind. */
async function tasksFiles(): Promise<[string, Uint8Array][]> {
  const rows = [...title, taskHeading, ...goodRows];
  const format = { delimiter: ';', newline: '\r\n', quotes: false, encoding: 'utf-8' } as const;
  const sheets = [
    { name: 'Bìa', rows: title },
    { name: 'Nhiệm vụ', rows },
  ];
  return [
    ['nhiem-vu-text.csv', writeDelimited(rows, format)],
    ['nhiem-vu-book.xlsx', await workbookWriters['hucre shared'](sheets)],
    ['nhiem-vu-book.xls', await workbookWriters['sheetjs biff8'](sheets)],
  ];
}

function crossRows(form: Form): string[][] {
  const ids = form.indicators.map(({ indicator }) => indicator);
  const columns = ids.flatMap((id) => (isRatio(id) ? [`${id} (a)`, `${id} (b)`] : [id]));
  const rows = communes.map(({ name }, at) => [
    String(at + 1),
    name.full,
    ...columns.map((_, column) => String(at + column + 1)),
  ]);
  const sums = columns.map((_, column) =>
    String(communes.reduce((sum, _unit, at) => sum + at + column + 1, 0)),
  );
  return [...title, ['STT', 'Xã, phường', ...columns], ...rows, ['', 'Tổng cộng', ...sums]];
}

function longRows(form: Form): string[][] {
  const heading = ['Đơn vị', 'Mã xã', 'Tên xã', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị', 'Ghi chú'];
  const rows = communes.flatMap(({ code, name }) =>
    form.indicators.map(({ indicator: id }) => {
      const figures = isRatio(id) ? ['1', '2', '50'] : ['', '', '5'];
      return ['Tỉnh Gia Lai', code, name.full, id, 'Quý III/2026', ...figures, ''];
    }),
  );
  return [heading, ...rows];
}

function formRows(form: Form): string[][] {
  const heading = ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số (a)', 'Mẫu số (b)', 'Kết quả', 'Ghi chú'];
  const rows = form.indicators.map(({ indicator: id }, at) => {
    const { names, unit } = catalog.indicators.get(id) ?? { names: { vi: id }, unit: '' };
    return [String(at + 1), id, names.vi, unit, ...(isRatio(id) ? ['1', '2', '50'] : ['', '', '5']), ''];
  });
  return [...title, heading, ...rows];
}

function isRatio(id: string): boolean {
  return catalog.indicators.get(id)?.kind === 'ratio';
}
