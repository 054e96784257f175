import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../../shared/catalog/schema.ts';
import { templateOf } from '../../../../shared/normalisation/output/template.ts';
import type { TemplateTask } from '../../../../shared/normalisation/output/template-tasks.ts';
import { check, dongThap, findingsOf } from '../form-files.ts';
import { contextWith, goodReports, taskReport, tasks, told } from '../task-files.ts';

const asked: TemplateTask[] = tasks.map(({ id, text, deadline }) => ({
  id,
  text,
  deadline,
  deliverable: '=HYPERLINK("http://example.invalid")',
}));

function template(code: string, open: TemplateTask[] | null, unit = dongThap): Uint8Array {
  return templateOf({
    form: catalog.forms.get(code) as Form,
    unit: catalog.units.get(unit) as Unit,
    period: periodOf('2026-Q3') as Period,
    last: null,
    tasks: open,
    catalog,
  });
}

/** What is typed into the columns from the state on. */
const typed = [
  ['Hoàn thành', new Date(Date.UTC(2026, 8, 15)), 'Đã kết nối', null],
  ['Chưa hoàn thành', null, null, 'Chờ hướng dẫn của Bộ'],
  ['Chưa hoàn thành', null, 'Đã trình', 'Chưa được giao dự toán'],
];

async function filled(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
  sheet.eachRow((row, number) => {
    const at = asked.findIndex(({ id }) => row.getCell(2).value === id);
    for (const [column, value] of (typed[at] ?? []).entries()) {
      const cell = sheet.getCell(number, 6 + column);
      expect(cell.protection?.locked).toBe(false);
      cell.value = value as ExcelJS.CellValue;
    }
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the template of tasks', () => {
  test.each([
    ['nhiem-vu', ['Nhiệm vụ']],
    ['qd766', ['Biểu mẫu', 'Nhiệm vụ', 'Hướng dẫn']],
  ])('of %s holds the sheets that it needs, the same bytes each time', async (code, names) => {
    const bytes = template(code, asked);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(template(code, asked)));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(names);
    const texts = JSON.stringify(sheets.find(({ name }) => name === 'Nhiệm vụ')?.rows);
    for (const { id, text } of asked) for (const told of [id, text]) expect(texts).toContain(told);
    expect(texts).toContain('31/12/2026');
    const guide = JSON.stringify(sheets.find(({ name }) => name === 'Hướng dẫn')?.rows ?? []);
    expect(guide.includes('lists the open tasks')).toBe(code === 'qd766');
  });

  test('passes its own check when it is filled in', async () => {
    const report = await taskReport(await filled(template('nhiem-vu', asked)));
    expect(findingsOf(report)).toEqual([]);
    expect([report.verdict, report.form]).toEqual(['passed', 'nhiem-vu']);
    expect(told(report)).toEqual(goodReports);
  });

  test('beside the figures it is read with them', async () => {
    const context = contextWith(tasks, { form: 'qd766' });
    const { report } = await check(await filled(template('qd766', asked)), { context });
    expect(findingsOf(report)).toEqual(['report-blank']);
    expect(told(report)).toEqual(goodReports);
  });

  test('not filled in, it says of each task that nothing was told', async () => {
    const report = await taskReport(template('nhiem-vu', asked));
    expect(report.findings.map(({ code, about }) => [code, about])).toEqual(
      tasks.map(({ id }) => ['task-missing', id]),
    );
    expect(report.tasks).toEqual([]);
  });

  test('of a ministry it names the ministry', async () => {
    const unit = 'ministry:BCA';
    const report = await taskReport(await filled(template('nhiem-vu', asked, unit)), tasks, { unit });
    expect([report.unit, findingsOf(report)]).toEqual([unit, []]);
    const other = await taskReport(await filled(template('nhiem-vu', asked, unit)), tasks, {
      unit: 'ministry:BCT',
    });
    expect(findingsOf(other)).toEqual(['unit-differs@A3']);
  });

  test('offers two states to choose from, and no text in it is a formula', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(template('nhiem-vu', asked)) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
    const row = sheet.getRow(8);
    expect(row.getCell(2).value).toBe('ubqg-11/1');
    expect(row.getCell(6).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"Hoàn thành,Chưa hoàn thành"'],
    });
    expect(row.getCell(4).value).toBe('=HYPERLINK("http://example.invalid")');
    expect(row.getCell(4).type).toBe(ExcelJS.ValueType.String);
    expect(row.getCell(3).protection?.locked).not.toBe(false);
  });

  test('where the tasks are not known there are rows to write them in, and a form of figures has none', async () => {
    const { sheets } = await readXlsx(template('qd766', null));
    expect(sheets.map(({ name }) => name)).toEqual(['Biểu mẫu', 'Hướng dẫn']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(template('nhiem-vu', null)) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
    for (const [column, value] of ['ubqg-11/1', '', '', '', 'Hoàn thành'].entries())
      sheet.getCell(8, 2 + column).value = value;
    const report = await taskReport(new Uint8Array(await workbook.xlsx.writeBuffer()), tasks.slice(0, 1));
    expect(findingsOf(report)).toEqual([]);
    expect(report.tasks).toMatchObject([{ task: 'ubqg-11/1', state: 'done' }]);
  });
});
