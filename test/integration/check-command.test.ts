import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { checkCommand } from '../../cli/check.ts';
import { templateCommand } from '../../cli/template.ts';
import { readSamples } from '../../local/job/samples.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import { capturePrinted } from './printed.ts';

/** `npx diem-cau check`, as it is run. */

const printed = capturePrinted();
const sample = (name: string) =>
  fileURLToPath(new URL(`../../local/samples/2026-Q3/${encodeURIComponent(name)}`, import.meta.url));
const giaLai = sample('52-gia-lai.csv');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => checkCommand.run(args);
const q3 = ['--period', '2026-Q3'];

/** Gia Lai's sample with something changed, on disk. */
function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(giaLai, 'utf8')));
  return path;
}

test.each(['52', 'Gia Lai', 'UBND tỉnh Gia Lai', 'province:52@2025'])(
  'a unit is named by %s',
  async (unit) => {
    expect(await run(giaLai, '--unit', unit, ...q3, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout)).toMatchObject({
      verdict: 'passed',
      unit: 'province:52@2025',
      form: 'qd766',
      file: { name: '52-gia-lai.csv', container: 'csv', encoding: 'utf-8-bom' },
      counts: { observations: 21, errors: 0 },
    });
    expect(printed.stderr).toBe('');
  },
);

test('how tasks stand is told, and what cannot be compared without the service', async () => {
  const path = join(folder, 'nhiem-vu.csv');
  const rows = [
    'Đơn vị báo cáo: Bộ Công an',
    'Kỳ báo cáo: Quý III/2026',
    'Mã nhiệm vụ;Nội dung nhiệm vụ;Tình trạng;Ngày hoàn thành;Nguyên nhân',
    'ubqg-11/1;Kết nối dữ liệu;Hoàn thành;15/9/2026;',
    'ubqg-11/2;Bố trí kinh phí;Tiếp tục;;Chờ dự toán',
  ];
  writeFileSync(path, rows.join('\n'));
  const asked = ['--unit', 'Bộ Công an', ...q3, '--form', 'nhiem-vu'];
  expect(await run(path, ...asked, '--lang', 'vi')).toBe(0);
  expect(printed.stdout).toContain('Nhiệm vụ: 2 được báo cáo, 1 hoàn thành, 1 tiếp tục');
  expect(printed.stdout).toContain('ubqg-11/1: hoàn thành · 2026-09-15');
  expect(printed.stdout).toContain('ubqg-11/2: tiếp tục · do “Chờ dự toán”');
  expect(printed.stdout).toContain('task-unknown');
  printed.stdout = '';
  expect(await run(path, ...asked, '--lang', 'en')).toBe(0);
  expect(printed.stdout).toContain('Tasks: 2 reported, 1 done, 1 continuing');
  expect(await run(giaLai, '--unit', '52', ...q3, '--form', 'nhiem-vu')).toBe(1);
});

test('the digest is that of the file, and every sample passes by its unit’s code', async () => {
  const { files } = readSamples();
  for (const { fileName, unitCode } of files) {
    printed.stdout = '';
    expect([await run(sample(fileName), '--unit', unitCode, ...q3, '--json'), fileName]).toEqual([
      0,
      fileName,
    ]);
  }
  // sha256sum of the file, written down.
  expect(await run(giaLai, '--unit', '52', ...q3)).toBe(0);
  expect(printed.stdout).toContain('8f3df45e9d9be03074b4f346f284f2c43e4f2e6b77b43803b6323e768df2dab0');
});

describe('what people read', () => {
  test('a file that passes: verdict, counts, repairs, in both languages', async () => {
    expect(await run(giaLai, '--unit', '52', ...q3)).toBe(0);
    expect(printed.stdout).toContain('52-gia-lai.csv: Tỉnh Gia Lai (52) · qd766 · 2026-Q3');
    expect(printed.stdout).toContain('✓ ĐẠT');
    expect(printed.stdout).toContain('31 dòng đọc được, 21 dòng dùng, 10 dòng bỏ qua');
    expect(printed.stdout).toContain('D14: “358.005” → “358005”');
    expect(printed.stdout).toContain('The grouping of thousands was dropped');
  });

  test('a file that is returned: each cell with what stands there and what should, in one language', async () => {
    const file = changed('sai.csv', (text) => text.replace('43;47;91,49', '43;4x7;91,49'));
    expect(await run(file, '--unit', '82', ...q3, '--lang', 'en')).toBe(1);
    expect(printed.stdout).toContain('✗ RETURNED');
    expect(printed.stdout).toMatch(/A7 · got “Tỉnh Gia Lai” · expected “Tỉnh Đồng Tháp”/);
    expect(printed.stdout).toMatch(/E12 · got “4x7”/);
    expect(printed.stdout).not.toContain('Đơn vị ghi trong tệp');
  });

  test('what a file says cannot move the cursor', async () => {
    const file = changed('cursor.csv', (text) => text.replace('43;47', '43;4\u202e7\u200bx'));
    expect(await run(file, '--unit', '52', ...q3)).toBe(1);
    expect(printed.stdout).toContain('“4 7 x”');
    for (const mark of ['\u202e', '\u200b']) expect(printed.stdout).not.toContain(mark);
  });

  test('many cells of one kind are counted, and spelled out on request', async () => {
    const file = changed('many.csv', (text) => text.replaceAll(/;([\d.]+);([\d.]+);/g, ';$1x;$2;'));
    expect(await run(file, '--unit', '52', ...q3)).toBe(1);
    expect(printed.stdout).toMatch(/… và \d+ ô nữa \(--all\)/);
    printed.stdout = '';
    expect(await run(file, '--unit', '52', ...q3, '--all')).toBe(1);
    expect(printed.stdout).not.toContain('ô nữa');
  });
});

describe('several files', () => {
  test('the worst of them is the exit status; as JSON they are one array', async () => {
    const wrong = changed('hai.csv', (text) => text.replace('Tỉnh Gia Lai', 'Tỉnh Đồng Tháp'));
    expect(await run(giaLai, wrong, '--unit', '52', ...q3, '--json')).toBe(1);
    const verdicts = (JSON.parse(printed.stdout) as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['passed', 'returned']);
  });

  test('one that is not there is said, and the others are checked', async () => {
    expect(await run(join(folder, 'không có.xlsx'), giaLai, '--unit', '52', ...q3)).toBe(2);
    expect(printed.stderr).toContain('không có tệp này');
    expect(printed.stdout).toContain('✓ ĐẠT');
  });
});

test.each<[string, string[], RegExp]>([
  ['no file', ['--unit', '52', ...q3], /FILE/],
  ['no unit', [giaLai, ...q3], /--unit/],
  ['no period', [giaLai, '--unit', '52'], /--period/],
  ['an unknown option', [giaLai, '--nonsense'], /--nonsense/],
  ['a language that is none', [giaLai, '--unit', '52', ...q3, '--lang', 'fr'], /--lang/],
  ['a period that is none', [giaLai, '--unit', '52', '--period', 'Q3'], /2026-Q3/],
  ['a period without a form', [giaLai, '--unit', '52', '--period', '2020-Q1'], /qd766 2026-Q3/],
  ['a form that is none', [giaLai, '--unit', '52', ...q3, '--form', 'qd000'], /qd766/],
  ['a unit that was dissolved', [giaLai, '--unit', '77', ...q3], /Bà Rịa.*2025-06-30/],
  ['a name that is no unit’s', [giaLai, '--unit', 'Đông Bắc', ...q3], /không có đơn vị này/],
  ['a context that is none', [giaLai, '--unit', '52', ...q3, '--context', giaLai], /--context .*not JSON/],
  ['both ways of printing', [giaLai, '--unit', '52', ...q3, '--json', '--csv'], /--json \| --csv/],
  ['a workbook of two files', [giaLai, giaLai, '--unit', '52', ...q3, '--workbook', 'x'], /--workbook/],
  ['a folder', [tmpdir(), '--unit', '52', ...q3], /thư mục/],
])('%s is exit status 2, and says what to do', async (_what, args, said) => {
  expect(await run(...args)).toBe(2);
  expect(printed.stderr).toMatch(said);
  expect(printed.stdout).toBe('');
});

describe('what is handed back', () => {
  test('the findings as CSV', async () => {
    const file = changed('csv.csv', (text) => text.replace('43;47;91,49', '43;4x7;91,49'));
    expect(await run(file, '--unit', '52', ...q3, '--csv')).toBe(1);
    const rows: string[][] = parse(printed.stdout, { bom: true });
    expect(rows.some((row) => row.includes('E12') && row.includes('4x7'))).toBe(true);
  });

  test('a workbook with its findings marked in it, never over the file itself', async () => {
    const file = changed('đánh dấu.csv', (text) => text.replace('43;47;91,49', '43;4x7;91,49'));
    const out = join(folder, 'đánh dấu.xlsx');
    expect(await run(file, '--unit', '52', ...q3, '--workbook', out)).toBe(1);
    expect(printed.stderr).toContain(out);
    const { SheetNames, Sheets } = XLSX.read(readFileSync(out));
    const notes = SheetNames.flatMap((name) =>
      Object.entries(Sheets[name] as Record<string, XLSX.CellObject>).flatMap(([place, { c }]) =>
        c ? [place] : [],
      ),
    );
    expect(notes).toContain('E12');
    expect(await run(out, '--unit', '52', ...q3, '--workbook', out)).toBe(2);
    expect(printed.stderr).toContain('chính là tệp gốc');
    printed.stderr = '';
    expect(await run(giaLai, '--unit', '52', ...q3, '--workbook', join(folder, 'không.xlsx'))).toBe(0);
    expect(printed.stderr).toContain('không tạo bản đánh dấu');
    expect(existsSync(join(folder, 'không.xlsx'))).toBe(false);
  });
});

describe('a template', () => {
  test('made here is the form, unit and period that it was asked for, still to be filled in', async () => {
    const out = join(folder, 'biểu mẫu.xlsx');
    const ask = ['--unit', 'Gia Lai', ...q3, '--form', 'qd766', '-o', out];
    expect(await templateCommand.run(ask)).toBe(0);
    await run(out, '--unit', '52', ...q3, '--json');
    const report: Report = JSON.parse(printed.stdout);
    expect(report).toMatchObject({ form: 'qd766', layout: 'form', counts: { observations: 21 } });
    expect(report.observations.every(({ status }) => status === 'missing')).toBe(true);
    const codes = new Set(report.findings.map(({ code }) => code));
    for (const code of ['unit-differs', 'period-differs', 'indicator-unknown'])
      expect(codes).not.toContain(code);
    // It is not lost unasked.
    expect(await templateCommand.run(ask)).toBe(2);
    expect(printed.stderr).toContain('--force');
    expect(await templateCommand.run([...ask, '--force'])).toBe(0);
  });

  test.each<[string, string[], RegExp]>([
    ['no output', ['--unit', '52', '--period', '2026-Q3'], /-o/],
    ['several forms', ['--unit', '52', '--period', '2026-Q3', '-o', '/nowhere/x'], /qd766.*cds/],
    ['a table of units', ['--unit', 'BTTTT', '--period', '2022', '-o', '/nowhere/x'], /mỗi đơn vị một dòng/],
    [
      'a folder that is not there',
      ['--unit', '52', '--period', '2026-Q3', '--form', 'cds', '-o', '/nowhere/x'],
      /nowhere/,
    ],
  ])('%s is exit status 2', async (_what, args, said) => {
    expect(await templateCommand.run(args)).toBe(2);
    expect(printed.stderr).toMatch(said);
  });
});

test('an empty file is returned, not an accident', async () => {
  const empty = join(folder, 'trống.xlsx');
  writeFileSync(empty, '');
  expect(await run(empty, '--unit', '52', ...q3, '--json')).toBe(1);
  expect(JSON.parse(printed.stdout)).toMatchObject({
    file: { bytes: 0 },
    findings: [{ code: 'file-empty' }],
  });
});

test('helps', async () => {
  expect(await run('--help')).toBe(0);
  expect(printed.stdout).toContain('npx diem-cau check FILE');
});
