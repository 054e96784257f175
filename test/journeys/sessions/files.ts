import ExcelJS from 'exceljs';
import type { Report } from '../../../local/job/province-story.ts';
import type { Submitted } from '../../../local/job/submit-all.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { periodOf } from '../../../shared/catalog/period.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { nameOn } from '../../../shared/catalog/unit.ts';
import type { Row } from './constructed.ts';
import { indicators } from './forms.ts';

/** What a unit says of a task that it leads. */
export type Said = { code: string; text: string; state: 'Hoàn thành' | 'Đang thực hiện'; cause: string };

const own = new Map(indicators.map(({ id, names, unit }) => [id, { name: names.vi, unit }]));
const heads = ['Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số (a)', 'Mẫu số (b)', 'Kết quả', 'Ghi chú'];

/** A report as its unit's two people send it: a workbook, with the sheet of tasks where the unit leads any. */
export async function reportOf(
  unit: Unit,
  asked: { form: string; period: string },
  rows: readonly Row[],
  tasks: readonly Said[] = [],
): Promise<Submitted> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Biểu mẫu');
  sheet.addRow(['BÁO CÁO TÌNH HÌNH CHUYỂN ĐỔI SỐ (số liệu dựng cho kiểm thử)']);
  sheet.addRow([`Đơn vị báo cáo: ${nameOn(unit, '2022-03-14').full}`]);
  sheet.addRow([`Kỳ báo cáo: ${periodOf(asked.period)?.names.vi}`]);
  sheet.addRow([]);
  sheet.addRow(heads);
  for (const { indicator, numerator, denominator, value } of rows) {
    const { name, unit: measured } = told(indicator);
    const result = value === undefined || Number.isNaN(Number(value)) ? value : Number(value);
    sheet.addRow([indicator, name, measured, numerator, denominator, result, null]);
  }
  if (tasks.length > 0) addTasks(workbook, tasks);
  const body = new Uint8Array(await workbook.xlsx.writeBuffer());
  const file: Report['file'] = {
    unit: unit.id,
    ...asked,
    fileName: `${asked.period}-${unit.code}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  };
  return { subject: unit.code, report: { key: `${asked.form}-${unit.code}`, file } };
}

function addTasks(workbook: ExcelJS.Workbook, tasks: readonly Said[]): void {
  const sheet = workbook.addWorksheet('Nhiệm vụ');
  sheet.addRow(['STT', 'Mã nhiệm vụ', 'Nội dung nhiệm vụ', 'Tình trạng', 'Nguyên nhân chưa hoàn thành']);
  for (const [index, { code, text, state, cause }] of tasks.entries())
    sheet.addRow([index + 1, code, text, state, cause]);
}

function told(id: string): { name: string; unit: string } {
  const built = catalog.indicators.get(id);
  const found = own.get(id) ?? (built && { name: built.names.vi, unit: built.unit });
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}
