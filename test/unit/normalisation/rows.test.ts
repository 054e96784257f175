import { describe, expect, test } from '@jest/globals';
import { csvText, figures, findingsOf, formRows, heading, indicatorRows, reportOf } from './form-files.ts';

const check = (parts: Parameters<typeof formRows>[0]) => reportOf(csvText(formRows(parts)));
const inserted = (...row: string[]) => [row, ...indicatorRows()];

describe('rows of a form', () => {
  test.each([
    ['column numbers', inserted('A', 'B', 'C', 'D', '1', '2', '3=1/2', '4')],
    ['column numbers in brackets', inserted('(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)=(5)/(6)', '(8)')],
    ['column numbers among spaces', inserted(' ', 'B', '', '', '1', '2', '3', ' ')],
    ['section', inserted('I', '', 'I. Công khai, minh bạch', '', '', '', '', '')],
    [
      'section with its code and points',
      inserted('II', 'CKMB', 'Công khai, minh bạch', '', '', '', '11,46', ''),
    ],
    [
      'section whose code is an indicator too',
      inserted('II', 'TDGQ', 'Tiến độ giải quyết', '', '', '', '', ''),
    ],
    ['blank', inserted('', '', '', '', '', '', '', '')],
    ['total', inserted('', '', 'Tổng điểm', '', '', '', '68,8', '')],
    ['note', inserted('', '', 'Ghi chú: số liệu tính đến 14/9/2026', '', '', '', '', '')],
  ])('passed over: %s', async (_, rows) => {
    const report = await check({ rows });
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 26, rowsUsed: 21, rowsSkipped: 5 });
  });

  test('signatures below the table are passed over', async () => {
    const footer = [
      [],
      ['', '', 'Người lập biểu', '', '', 'Thủ trưởng đơn vị'],
      ['', '', '(Ký, ghi rõ họ tên)', '', 'Đồng Tháp, ngày 20 tháng 9 năm 2026'],
    ];
    const report = await check({ footer });
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 28, rowsUsed: 21, rowsSkipped: 7 });
  });

  test('figures of no known indicator are found at the cell that should name it', async () => {
    const rows = [...indicatorRows(), ['22', '766.TDGX', 'Tỷ lệ lạ', '%', '1', '2', '', '']];
    const report = await check({ rows });
    expect(findingsOf(report)).toEqual(['indicator-unknown@B26']);
    expect(report.findings[0]?.got).toBe('766.TDGX');
    expect(report.counts).toMatchObject({ rowsUsed: 21, rowsSkipped: 5 });
  });

  test('an indicator is known by code, short code, Vietnamese or English name, numbered or not', async () => {
    const write = (code: string, name: string) => ({
      '766.TDGQ': ['5', code, name, '%', '1', '2', '50', ''],
    });
    const name = 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn';
    for (const row of [
      write('766.TDGQ', ''),
      write('tdgq', 'hồ sơ đúng hạn'),
      write('', name),
      write('', name.normalize('NFD').toUpperCase()),
      write('', `1.2. ${name.replace('Tỷ lệ', 'Tỉ  lệ')}`),
      write('', 'Dossiers settled on time'),
    ]) {
      const report = await check({ rows: indicatorRows(row) });
      expect(findingsOf(report)).toEqual([]);
      expect(report.observations).toHaveLength(21);
    }
  });

  test('another numbering in the code column gives way to the name, and is listed', async () => {
    const rows = indicatorRows({
      '766.TDGQ': ['5', 'CT05', 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn', '%', '1', '2', '', ''],
    });
    const report = await check({ rows });
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs).toEqual([
      { code: 'indicator-code', at: { sheet: null, cell: 'B9' }, from: 'CT05', to: '766.TDGQ' },
    ]);
  });

  test('code and name of two indicators ask', async () => {
    const rows = indicatorRows({
      '766.TDGQ': ['5', '766.TDGQ', 'Tỷ lệ TTHC công bố đúng hạn', '%', '1', '2', '', ''],
    });
    expect(findingsOf(await check({ rows }))).toEqual(['indicator-unclear@B9', 'indicator-missing']);
  });
});

describe('the heading', () => {
  test('columns in another order, other words, other marks', async () => {
    const header = ['Mẫu số', 'GHI CHÚ', 'Kết  quả (%)', 'Tử số', 'Tên chỉ tiêu', 'TT'];
    const order = [5, 7, 6, 4, 2, 0];
    const rows = indicatorRows(figures('766.TDGQ', '1', '2', '50', ' số  tạm ')).map((row) =>
      order.map((column) => row[column] ?? ''),
    );
    const report = await check({ header, rows });
    expect(findingsOf(report)).toEqual([]);
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ numerator: '1', denominator: '2', note: 'số tạm', at: { cell: 'D9' } });
  });

  test('no heading, no layout', async () => {
    const report = await check({ header: ['a', 'b', 'c'] });
    expect(findingsOf(report)).toEqual(['header-not-found']);
    expect(report).toMatchObject({ layout: null, verdict: 'returned', observations: [] });
    expect(report.counts).toMatchObject({ rowsRead: 25, rowsUsed: 0, rowsSkipped: 25 });
  });

  test('a column that stands twice asks, a column that is missing is named', async () => {
    const twice = await check({ header: [...heading.slice(0, 7), 'Thực hiện'] });
    expect(findingsOf(twice)).toEqual(['column-twice@H4']);
    const missing = await check({ header: ['STT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'x', 'y', 'Kết quả', 'z'] });
    expect(findingsOf(missing)).toEqual(['column-missing@H4', 'column-missing@H4']);
  });

  test('details are capped, counts are not', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => ['', `X${at}`, '', '', '1', '2', '', '']);
    const report = await check({ rows });
    expect(report.counts.errors).toBe(1_521);
    expect(report.findings).toHaveLength(1_000);
    expect(findingsOf(report).slice(20, 23)).toEqual([
      'indicator-missing',
      'indicator-unknown@B5',
      'indicator-unknown@B6',
    ]);
  });

  test('a form of more than 10,000 rows is refused', async () => {
    const rows = Array.from({ length: 10_001 }, () => ['', '', 'x', '', '', '', '', '']);
    const report = await check({ rows });
    expect(findingsOf(report)).toEqual(['form-too-long']);
    // The rows up to the one too many were read, and of the file's 10,005 none is used.
    const { rowsRead, rowsUsed, rowsSkipped } = report.counts;
    expect([rowsUsed, rowsSkipped]).toEqual([0, rowsRead]);
    expect(rowsRead).toBeGreaterThan(10_000);
    expect(rowsRead).toBeLessThanOrEqual(10_005);
  });
});
