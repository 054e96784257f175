import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import { type Period, periodOf } from '../../shared/catalog/period.ts';
import type { Form, Unit } from '../../shared/catalog/schema.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import { templateOf } from '../../shared/normalisation/output/template.ts';

/** The template of tasks, filled in by one program and saved again by another: what is told must be the same. */

const asked = { unit: 'ministry:BCA', form: 'nhiem-vu', period: '2026-Q3' };
const tasks = ['Kết nối dữ liệu dân cư', 'Công bố danh mục dữ liệu mở'].map((text, at) => ({
  id: `ubqg-11/${at + 1}`,
  text,
  deadline: '2026-12-31',
  deliverable: 'Báo cáo',
}));
const typed: readonly (readonly ExcelJS.CellValue[])[] = [
  ['Hoàn thành', new Date(Date.UTC(2026, 8, 15)), 'Đã kết nối', null],
  ['Chưa hoàn thành', null, null, 'Chờ kinh phí'],
];
const told = ['ubqg-11/1 done 2026-09-15 Đã kết nối ', 'ubqg-11/2 continuing   Chờ kinh phí'];

/** Writes the template, filled in. */
export async function writeTaskTemplate(folder: string): Promise<string> {
  mkdirSync(folder);
  const workbook = new ExcelJS.Workbook();
  const bytes = templateOf({
    form: catalog.forms.get(asked.form) as Form,
    unit: catalog.units.get(asked.unit) as Unit,
    period: periodOf(asked.period) as Period,
    last: null,
    tasks,
    catalog,
  });
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('Nhiệm vụ') as ExcelJS.Worksheet;
  sheet.eachRow((row) => {
    const at = tasks.findIndex(({ id }) => row.getCell(2).value === id);
    for (const [column, value] of (typed[at] ?? []).entries()) row.getCell(6 + column).value = value;
  });
  const path = join(folder, 'tasks.xlsx');
  writeFileSync(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return path;
}

/** What differs in the one file of a folder from what was typed in, in words; empty when nothing does. */
export async function tasksDiffer(folder: string): Promise<{ differences: string[]; seen: string }> {
  const [file] = readdirSync(folder);
  if (file === undefined) return { differences: ['nothing was written'], seen: '' };
  const context: Context = {
    schema: 'context/2',
    catalog: catalog.version,
    engine: engineVersion,
    ...asked,
    rules: {},
    last: null,
    previous: null,
    day: '2026-09-20',
    tasks: tasks.map(({ deliverable: _, ...task }) => {
      return { ...task, assignedOn: null, role: 'lead' as const, open: true };
    }),
  };
  const source = bytesInMemory(new Uint8Array(readFileSync(join(folder, file))));
  const request = { fileName: file, sha256: '', ...asked };
  const { report } = await checkFile(source, request, { inflateRaw, catalog, context });
  const lines = report.tasks.map(({ task, state, doneOn, result, cause }) =>
    [task, state, doneOn, result, cause].map((part) => part ?? '').join(' '),
  );
  const findings = report.findings.map(({ code, at }) => `${code} ${at?.cell ?? ''}`);
  const lost = told.filter((line) => !lines.includes(line));
  return { differences: [...findings, ...lost], seen: report.file.container };
}
