import { describe, expect, test } from '@jest/globals';
import { builtInFiles, catalog, loadCatalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { PeriodKind } from '../../../shared/catalog/schema.ts';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { checkFile } from '../../../shared/normalisation/check-file.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { plainName } from '../../../shared/normalisation/match/plain-name.ts';
import type { Report } from '../../../shared/normalisation/report.ts';
import { cumulativeSuspected } from '../../../shared/normalisation/rules/cumulative.ts';
import { csvText, dongThap, findingsOf, formRows, heading, indicatorRows } from './form-files.ts';

const firsts: Record<PeriodKind, string> = {
  month: '2026-M01',
  quarter: '2026-Q1',
  half: '2026-H1',
  'nine-months': '2026-9M',
  year: '2026',
};

/** The form qd766, asked for once in every period of a kind. */
function catalogOf(kind: PeriodKind) {
  const files = structuredClone(builtInFiles) as { forms: { forms: { code: string }[] } };
  const forms = files.forms.forms
    .filter(({ code }) => code === 'qd766')
    .map((form) => ({ ...form, periodKind: kind, from: firsts[kind] }));
  return loadCatalog({
    ...builtInFiles,
    forms: { schema: 'forms/1', forms },
    scorecards: none,
    meetings: noMeetings,
  });
}
const none = { schema: 'scorecards/1', scorecards: [] };
const noMeetings = { schema: 'meetings/2', bodies: [], meetings: [] };

async function asked(period: string, rows: readonly string[][]): Promise<Report> {
  const kind = periodOf(period)?.kind as PeriodKind;
  const request = { fileName: 'a', sha256: '00', unit: dongThap, form: 'qd766', period };
  const bytes = bytesInMemory(new TextEncoder().encode(csvText(rows)), 65_536);
  return (
    await checkFile(bytes, request, { inflateRaw: inflateWeb, catalog: catalogOf(kind), context: null })
  ).report;
}

const unit = ['Đơn vị báo cáo: Tỉnh Đồng Tháp'];
const titled = (...lines: string[]) => formRows({ title: [unit, ...lines.map((line) => [line])] });

describe('a form is read for the period that is asked', () => {
  test.each([
    ['2026-H1', ['Kỳ báo cáo: 6 tháng đầu năm 2026'], []],
    ['2026-H1', ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026'], []],
    ['2026-H1', ['BÁO CÁO 06 THÁNG NĂM 2026'], []],
    ['2026-H1', ['SỐ LIỆU LŨY KẾ 6 THÁNG ĐẦU NĂM 2026'], []],
    ['2026-H1', ['BÁO CÁO LŨY KẾ ĐẾN HẾT QUÝ II NĂM 2026'], []],
    ['2026-H1', ['Kỳ báo cáo: từ 15/12/2025 đến 14/6/2026'], []],
    ['2026-H1', ['Kỳ báo cáo: Quý II/2026'], ['period-differs@A2']],
    ['2026-H1', ['BÁO CÁO QUÝ II NĂM 2026'], ['period-differs@A2']],
    ['2026-H1', ['BÁO CÁO 9 THÁNG ĐẦU NĂM 2026'], ['period-differs@A2']],
    ['2026-H1', ['BÁO CÁO 6 THÁNG CUỐI NĂM 2026'], ['period-differs@A2']],
    ['2026-H1', ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2025'], ['period-differs@A2']],
    ['2026-H1', ['KẾT QUẢ QUÝ II VÀ 6 THÁNG ĐẦU NĂM 2026'], ['period-unclear@A2']],
    ['2026-H1', ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026'], []],
    ['2026-H1', ['Kỳ báo cáo: lũy kế từ đầu năm'], ['period-unclear@A2']],
    ['2026-H2', ['BÁO CÁO 6 THÁNG CUỐI NĂM 2026'], []],
    ['2026-H2', ['BÁO CÁO 6 THÁNG CUỐI', 'NĂM 2026'], []],
    ['2026-H2', ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026'], ['period-cumulative@A2']],
    ['2026-9M', ['Kỳ báo cáo: 9 tháng đầu năm 2026'], []],
    ['2026-9M', ['Kỳ báo cáo: Quý III/2026'], ['period-differs@A2']],
    ['2026', ['BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2026'], []],
    ['2026', ['Kỳ báo cáo: năm 2026'], []],
    ['2026', ['Kỳ báo cáo: Quý IV/2026'], ['period-differs@A2']],
    ['2026-M07', ['Kỳ báo cáo: Tháng 7/2026'], []],
    ['2026-M07', ['BÁO CÁO THÁNG 7 NĂM 2026'], []],
    ['2026-M07', ['BÁO CÁO 7 THÁNG NĂM 2026'], ['period-cumulative@A2']],
    ['2026-M07', ['BÁO CÁO THÁNG 8 NĂM 2026'], ['period-differs@A2']],
    ['2026-M07', ['BÁO CÁO QUÝ III NĂM 2026'], ['period-differs@A2']],
    // What was sent as a quarter and is half a year.
    ['2026-Q2', ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2026'], ['period-cumulative@A2']],
    ['2026-Q2', ['Kỳ báo cáo: từ 15/12/2025 đến 14/6/2026'], ['period-cumulative@A2']],
    ['2026-Q2', ['Kỳ báo cáo: năm 2026'], ['period-cumulative@A2']],
    ['2026-Q2', ['Kỳ báo cáo: Tháng 6/2026'], ['period-differs@A2']],
  ])('%s below %j', async (period, lines, expected) => {
    const report = await asked(period, titled(...lines));
    expect(findingsOf(report)).toEqual(expected);
    expect(report.verdict).toBe(expected.length === 0 ? 'passed' : 'returned');
    if (expected.length === 0) expect(report.observations[0]).toMatchObject({ period });
  });
});

describe('the column of the period that is asked is read', () => {
  const beside = heading.slice(0, 2).concat('Tử số', 'Mẫu số');
  const pointsUnder = async (period: string, title: string, ...names: [string, string]) => {
    const rows = indicatorRows().map((row) => [row[0], row[1], row[4], row[5], '77', row[6]] as string[]);
    const report = await asked(
      period,
      formRows({ title: [unit, [title]], header: [...beside, ...names], rows }),
    );
    const value = report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value;
    return { value, found: findingsOf(report) };
  };

  test.each([
    ['2026-H1', 'Kết quả quý II', 'Kết quả 6 tháng'],
    ['2026-H1', 'Kết quả quý II', 'Lũy kế 6 tháng đầu năm'],
    ['2026-H1', 'Kết quả quý II', 'Lũy kế từ đầu năm'],
    ['2026-H1', 'Thực hiện 6T/2025', 'Thực hiện 6T/2026'],
    ['2026-9M', 'Kết quả 6 tháng', 'Lũy kế đến quý III'],
    ['2026-H1', 'Kết quả cả năm', 'Lũy kế đến quý II'],
    ['2026-H1', 'Giá trị đầu năm', 'Kết quả'],
    ['2026-M07', 'Lũy kế 7 tháng', 'Kết quả tháng 7'],
    ['2026-Q3', 'Lũy kế 9 tháng', 'Kết quả quý III'],
    ['2026', 'Kết quả 9 tháng', 'Kết quả cả năm'],
  ])('%s: not "%s" but "%s"', async (period, other, own) => {
    const { vi } = (periodOf(period) as Period).names;
    expect(await pointsUnder(period, `Kỳ báo cáo: ${vi}`, other, own)).toEqual({ value: '5', found: [] });
  });
});

describe('a long table names the period in its rows', () => {
  const rowsOf = (said: string[], columns: string[]) => [
    unit,
    ['Đơn vị', 'Mã chỉ tiêu', ...columns, 'Tử số', 'Mẫu số', 'Giá trị'],
    ...indicatorRows().map((row) => ['82', row[1], ...said, row[4], row[5], row[6]] as string[]),
  ];
  test.each([
    ['2026-H1', ['6 tháng đầu năm 2026'], ['Kỳ'], []],
    ['2026-H1', ['2026-H1'], ['Kỳ'], []],
    ['2026-H1', ['6 tháng đầu năm', '2026'], ['Kỳ', 'Năm'], []],
    ['2026-9M', ['2026-9M'], ['Kỳ'], []],
    ['2026-M07', ['Tháng 7', '2026'], ['Kỳ', 'Năm'], []],
    ['2026', ['2026'], ['Năm'], []],
    ['2026-H1', ['2026-Q2'], ['Kỳ'], ['period-differs']],
    ['2026-Q2', ['2026-H1'], ['Kỳ'], ['period-differs']],
  ])('%s: %j below %j', async (period, said, columns, expected) => {
    const report = await asked(period, rowsOf(said, columns));
    const codes = new Set(report.findings.map(({ code }) => code));
    expect([...codes].filter((code) => code.startsWith('period'))).toEqual(expected);
  });
});

test.each([
  ['Hồ sơ đúng hạn 6 tháng đầu năm 2026', '2026-H1', 'Hồ sơ đúng hạn'],
  ['Hồ sơ đúng hạn (trong 6 tháng đầu năm 2026)', '2026-H1', 'Hồ sơ đúng hạn'],
  ['Hồ sơ đúng hạn (9 tháng năm 2026)', '2026-9M', 'Hồ sơ đúng hạn'],
  ['Hồ sơ đúng hạn trong tháng 7/2026', '2026-M07', 'Hồ sơ đúng hạn'],
  ['Hồ sơ đúng hạn của năm 2026', '2026', 'Hồ sơ đúng hạn'],
  ['Hồ sơ đúng hạn quý III/2026', '2026-Q3', 'Hồ sơ đúng hạn'],
  // Another period is another figure.
  ['Hồ sơ đúng hạn 6 tháng đầu năm 2026', '2026-Q2', 'Hồ sơ đúng hạn 6 tháng đầu năm 2026'],
  ['Hồ sơ đúng hạn quý II/2026', '2026-H1', 'Hồ sơ đúng hạn quý II/2026'],
  ['Hồ sơ trong 16 tháng năm 2026', '2026-H1', 'Hồ sơ trong 16 tháng năm 2026'],
])('the name "%s", asked for %s, is "%s"', (name, period, plain) => {
  expect(plainName(name, period)).toBe(plain);
});

test('that a quarter may be a sum is asked of quarters alone', () => {
  const { rows, input } = cumulativeSuspected.failing;
  const found = (code: string, last: string) => {
    const check = cumulativeSuspected.begin({
      ...input,
      period: periodOf(code) as Period,
      last: input.last && { ...input.last, period: last },
    });
    return [...rows.flatMap((row) => check.row(row)), ...check.end()].length;
  };
  expect(found('2026-Q3', '2026-Q2')).toBe(1);
  expect(found('2026-M03', '2026-M02')).toBe(0);
  expect(found('2026-9M', '2025-9M')).toBe(0);
  expect(found('2026-H2', '2026-H1')).toBe(0);
  expect(catalog.forms.get('qd766')?.periodKind).toBe('quarter');
});
