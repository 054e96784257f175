import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { unitByCode } from '../../../../shared/catalog/unit.ts';
import type { Finding } from '../../../../shared/normalisation/report.ts';
import { check } from '../form-files.ts';
import { finding, mark, partsOf, real, sample, samples } from './marking.ts';

const workbooks = samples.filter(({ file }) => file.endsWith('.xlsx'));

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

const firstVisible = (workbook: ExcelJS.Workbook) =>
  workbook.worksheets.find(({ state }) => state === 'visible') as ExcelJS.Worksheet;

/** A cell that holds a number, the blank one right of the last, one in a row that is not there, and far away. */
function places(sheet: ExcelJS.Worksheet): string[] {
  let number = '';
  sheet.eachRow((row) => row.eachCell((cell) => (number ||= cell.type === 2 ? cell.address : '')));
  const last = sheet.lastRow as ExcelJS.Row;
  const right = last.getCell(last.cellCount + 3).address;
  return [number || 'A1', right, `B${last.number + 7}`, 'AB2'];
}

/** All that a cell shows, but for its fill and its comment. */
function shown(cell: ExcelJS.Cell, withoutStyle: boolean) {
  const { numFmt, font, border, alignment, protection } = cell;
  // Of a cell in the first style, exceljs says nothing; of one that differs by its fill, it spells the font out.
  return JSON.stringify([
    cell.type,
    cell.value,
    numFmt,
    ...(withoutStyle ? [] : [font, border, alignment, protection]),
  ]);
}

const isSame = (marked: ReadonlySet<string>) => (before: ExcelJS.Worksheet, after: ExcelJS.Worksheet) => {
  const differing: string[] = [];
  before.eachRow((row) =>
    row.eachCell((cell) => {
      const own = after.getCell(cell.address);
      const isFirst = marked.has(cell.master.address) && cell.font === undefined;
      if (shown(cell, isFirst) !== shown(own, isFirst)) differing.push(cell.address);
      const fill = JSON.stringify(cell.fill) === JSON.stringify(own.fill);
      // What a merge hides is shown as its first cell.
      const isHidden = cell.master.address !== cell.address;
      if (!isHidden && fill === marked.has(cell.address)) differing.push(`${cell.address} fill`);
    }),
  );
  expect(differing).toEqual([]);
  expect(after.columns.map(({ width }) => width).slice(0, before.columnCount)).toEqual(
    before.columns.map(({ width }) => width),
  );
  expect(after.model.merges).toEqual(before.model.merges);
};

describe.each(workbooks.map(({ file, unitCode }) => [file, unitCode] as const))('%s', (file, unitCode) => {
  const bytes = sample(file);

  test('every cell is as before; marked ones are filled and commented', async () => {
    const original = await loaded(bytes);
    const sheet = firstVisible(original);
    const cells = places(sheet);
    const findings = cells.map((cell, at) => finding(sheet.name, cell, at === 1 ? 'warning' : 'error'));
    const out = await mark(bytes, findings);
    const marked = new Set(cells);

    const after = await loaded(out);
    expect(after.worksheets.map(({ name }) => name)).toEqual([
      ...original.worksheets.map(({ name }) => name),
      'Kết quả kiểm tra',
    ]);
    for (const one of original.worksheets) {
      const other = after.getWorksheet(one.name) as ExcelJS.Worksheet;
      isSame(one.name === sheet.name ? marked : new Set())(one, other);
    }
    for (const { at, severity, message } of findings) {
      const cell = (after.getWorksheet(sheet.name) as ExcelJS.Worksheet).getCell(at?.cell ?? '');
      const colour = severity === 'error' ? 'FFFFC7CE' : 'FFFFEB9C';
      expect(cell.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: colour } });
      const note = JSON.stringify(cell.note);
      for (const words of [message.vi, message.en, '≤ 4', 'numerator-over-denominator']) {
        expect(note).toContain(words);
      }
    }
  });

  test('SheetJS and hucre read the same values, formulas and formats', async () => {
    const before = XLSX.read(bytes, { cellFormula: true, cellNF: true });
    const name = before.SheetNames.find((_, at) => !before.Workbook?.Sheets?.[at]?.Hidden) as string;
    const out = await mark(bytes, [finding(name, 'A1'), finding(name, 'Z3', 'warning')]);
    const after = XLSX.read(out, { cellFormula: true, cellNF: true });
    const figures = (workbook: XLSX.WorkBook, sheet: string) =>
      Object.entries(workbook.Sheets[sheet] as object)
        .filter(([key, cell]) => !key.startsWith('!') && cell.v !== undefined)
        .map(([key, { t, v, f, z }]) => [key, t, v, f, z]);
    for (const sheet of before.SheetNames) expect(figures(after, sheet)).toEqual(figures(before, sheet));
    expect(after.Sheets[name]?.Z3?.c?.[0]?.t).toContain('Cell Z3 is not right.');
    const rows = async (given: Uint8Array) =>
      new Map(
        (await readXlsx(given)).sheets.map((sheet) => [sheet.name, JSON.stringify(trimmed(sheet.rows))]),
      );
    const hucre = await rows(out);
    for (const [sheet, values] of await rows(bytes)) expect(hucre.get(sheet)).toBe(values);
  });

  test('parts that are not about the marks stay byte for byte, packed as they were', async () => {
    const original = await loaded(bytes);
    const out = partsOf(await mark(bytes, [finding(firstVisible(original).name, 'B2')]));
    const touched = [...partsOf(bytes)].filter(([name, part]) => out.get(name)?.packed !== part.packed);
    const names = touched.map(([name]) => name).sort();
    expect(names.filter((name) => !/\[Content|workbook\.xml|styles\.xml|worksheets\//.test(name))).toEqual(
      [],
    );
    expect(names.filter((name) => /worksheets\/sheet/.test(name))).toHaveLength(1);
  });

  test('sent again, it is read as the same figures', async () => {
    const unit = unitByCode(catalog, 'province', unitCode, '2026-09-14')?.id ?? '';
    const first = await check(bytes, { request: { unit } });
    const sheet = firstVisible(await loaded(bytes));
    // More figures than a sheet that reports may hold without being asked about.
    const cells = [...places(sheet), 'A50', 'A51', 'A52', 'A53', 'A54'];
    const findings = cells.map((cell) => finding(sheet.name, cell));
    const again = await check(await mark(bytes, findings), { request: { unit } });
    expect(again.report.findings).toEqual(first.report.findings);
    expect(again.report.observations).toEqual(first.report.observations);
    expect(again.report.observations).toHaveLength(21);
  });
});

/** Without the blank ends that a further cell in a row makes visible. */
function trimmed(rows: readonly unknown[][]): unknown[][] {
  const cut = rows.map((row) => {
    const last = row.findLastIndex((value) => value !== null && value !== undefined && value !== '');
    return row.slice(0, last + 1);
  });
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

test('a real workbook of many sheets: pictures of every sheet stay, the list is added', async () => {
  const bytes = real('PCI_2013.xlsx');
  const before = XLSX.read(bytes, { cellFormula: true, cellNF: true });
  const findings: Finding[] = before.SheetNames.map((name) => finding(name, 'C3'));
  const after = XLSX.read(await mark(bytes, findings), { cellFormula: true, cellNF: true });
  expect(after.SheetNames).toEqual([...before.SheetNames, 'Kết quả kiểm tra']);
  for (const name of before.SheetNames) {
    const cells = Object.entries(before.Sheets[name] as object).filter(([key]) => !key.startsWith('!'));
    for (const [key, { t, v, f, z, w }] of cells) {
      if (v === undefined) continue;
      expect([name, key, t, v, f, z, w]).toEqual([
        name,
        key,
        ...(['t', 'v', 'f', 'z', 'w'] as const).map((field) => after.Sheets[name]?.[key]?.[field]),
      ]);
    }
    expect(after.Sheets[name]?.C3?.c?.[0]?.t).toContain('Cell C3 is not right.');
  }
});

test('the same file and report give the same bytes', async () => {
  const bytes = sample(workbooks[0]?.file ?? '');
  const findings = [finding('Biểu 766', 'E9')];
  expect(Buffer.from(await mark(bytes, findings))).toEqual(Buffer.from(await mark(bytes, findings)));
});
