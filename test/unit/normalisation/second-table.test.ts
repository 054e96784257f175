import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { communesOf } from '../../../shared/catalog/communes.ts';
import { csvText, findingsOf, formRows, heading, indicatorRows, reportOf } from './form-files.ts';

const rows = indicatorRows();
/** The form's rows with others put in below the tenth. */
const withBetween = (...between: string[][]) =>
  reportOf(csvText(formRows({ rows: [...rows.slice(0, 10), ...between, ...rows.slice(10)] }), ';'));
const line = (text: string) => [text, '', '', '', '', '', '', ''];
const swapped = heading.with(4, 'Mẫu số (b)').with(5, 'Tử số (a)');

describe('another table below the first one of a form', () => {
  test('a heading that is repeated on each printed page is passed over', async () => {
    const report = await withBetween(heading);
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 26, rowsUsed: 21, rowsSkipped: 5 });
  });

  test('in other words, with the same columns, it is passed over too', async () => {
    const report = await withBetween(heading.with(4, 'Số liệu a').with(2, 'Tên chỉ tiêu'));
    expect(findingsOf(report)).toEqual([]);
  });

  test.each([
    ['numerator and denominator swapped', swapped],
    ['another period', heading.with(6, 'Kết quả quý II/2026')],
    ['another unit of measure', heading.with(6, 'Kết quả (nghìn điểm)')],
    ['a column left out', [...heading.slice(0, 3), ...heading.slice(4), '']],
  ])('a heading of other columns ends the table: %s', async (_, other) => {
    const report = await withBetween(line('Bảng 2'), other);
    expect(findingsOf(report)).toEqual(['heading-differs@A16']);
    expect(report.counts).toMatchObject({ rowsRead: 27, rowsUsed: 10, rowsSkipped: 17 });
  });

  test.each([
    ['SỐ LIỆU QUÝ II NĂM 2026', 'period-differs@A15'],
    ['Số liệu 9 tháng đầu năm 2026', 'period-cumulative@A15'],
    ['Đơn vị báo cáo: Tỉnh An Giang', 'unit-differs@A15'],
  ])('a title between the rows: %s', async (text, expected) => {
    expect(findingsOf(await withBetween(line(text)))).toEqual([expected]);
  });

  test.each([
    'SỐ LIỆU QUÝ III NĂM 2026',
    'II. Chỉ tiêu theo Kế hoạch năm 2026',
    'Đơn vị báo cáo: Tỉnh Đồng Tháp',
    'Đơn vị tính: %',
    'Đơn vị tính: nghìn đồng',
  ])(
    'a line that says nothing else, or nothing of what the rows say themselves, is passed over: %s',
    async (text) => {
      expect(findingsOf(await withBetween(line(text)))).toEqual([]);
    },
  );

  test('what is named below the last row of figures is a footer', async () => {
    const footer = [line('Số liệu Quý II/2026 được gửi ngày 20/6/2026'), line('Tỉnh An Giang')];
    expect(findingsOf(await reportOf(csvText(formRows({ footer }), ';')))).toEqual([]);
  });
});

/** The form `cds` without a column of units of measure: 1 of 2, or 7 of what is counted. */
const plainHeading = ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả'];
const plainRows = (catalog.forms.get('cds')?.indicators ?? []).map(({ indicator: id }, at) => {
  const indicator = catalog.indicators.get(id);
  const figures = indicator?.kind === 'ratio' ? ['1', '2', ''] : ['', '', '7'];
  return [String(at + 1), id, indicator?.names.vi ?? '', ...figures];
});
const cds = (...all: string[][]) => reportOf(csvText([...titles, ...all], ';'), { form: 'cds' });
const titles = [['Đơn vị báo cáo: Tỉnh Đồng Tháp'], ['Kỳ báo cáo: Quý III/2026']];

describe('a line between the rows that says what they are counted in', () => {
  const counted = ['1354-T-2', '1354-T-8'];

  test.each([
    ['Đơn vị tính: nghìn', 'A4'],
    ['II. KINH TẾ SỐ (Đơn vị tính: nghìn doanh nghiệp)', 'A4'],
  ])('%s: asked', async (text, cell) => {
    const report = await cds(plainHeading, [text, '', '', '', '', ''], ...plainRows);
    expect(findingsOf(report)).toEqual([`measure-differs@${cell}`]);
  });

  test('below which no row counts in it: passed over', async () => {
    const above = plainRows.filter(([, id]) => counted.includes(id as string));
    const last = plainRows.filter(([, id]) => catalog.indicators.get(id as string)?.kind === 'ratio');
    const line = ['Đơn vị tính: nghìn doanh nghiệp', '', '', '', '', ''];
    const report = await cds(plainHeading, ...above, line, ...last);
    expect(findingsOf(report).filter((each) => each !== 'indicator-missing')).toEqual([]);
  });
});

describe('another table below the first one of a long table', () => {
  const heading = ['Đơn vị', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Giá trị'];
  const all = plainRows.map(([, id, , a, b, value]) => ['Tỉnh Đồng Tháp', id, a, b, value] as string[]);
  const withBetween = (...between: string[][]) =>
    cds(['', '', '', '', ''], heading, ...all.slice(0, 8), ...between, ...all.slice(8));

  test('a repeated heading is passed over', async () => {
    const report = await withBetween(heading);
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsUsed: 17, rowsSkipped: 5 });
  });

  test('a heading of other columns ends the table', async () => {
    const report = await withBetween(['Đơn vị', 'Mã chỉ tiêu', 'Mẫu số', 'Tử số', 'Giá trị']);
    expect(findingsOf(report)).toEqual(['heading-differs@A13']);
    expect(report.counts).toMatchObject({ rowsUsed: 8, rowsSkipped: 14 });
  });

  test.each([
    ['SỐ LIỆU QUÝ II NĂM 2026', ['period-differs@A13']],
    ['Đơn vị tính: nghìn', ['measure-differs@A13']],
    ['Số liệu quý III năm 2026', []],
  ])('a line between the rows: %s', async (text, expected) => {
    expect(findingsOf(await withBetween([text, '', '', '', '']))).toEqual(expected);
  });
});

describe('another table below the first one of a cross-table', () => {
  const heading = ['STT', 'Đơn vị', '1354-T-2', '1354-T-8'];
  const check = async (...rows: string[][]) =>
    findingsOf(await cds(heading, ...rows)).filter((each) => !/missing$/.test(each.replace(/@.*/, '')));
  const communes = communesOf('82', '2026-09-14').map(({ name }) => ['', name.full, '1', '2']);
  const [one = [], two = []] = communes;

  test('a repeated heading is passed over', async () => {
    expect(await check(one, heading, two)).toEqual([]);
  });

  test('a heading of other columns ends the table', async () => {
    expect(await check(one, ['STT', 'Đơn vị', '1354-T-8', '1354-T-2'], two)).toEqual(['heading-differs@A5']);
  });

  test('a title of another period between the rows is told', async () => {
    expect(await check(one, ['QUÝ II NĂM 2026', '', '', ''], two)).toEqual(['period-differs@A5']);
  });
});
