import { describe, expect, test } from '@jest/globals';
import { csvText, findingsOf, indicatorRows, reportOf, titleRows } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const two = [
  ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Kết quả thực hiện', '', '', 'Ghi chú'],
  ['', '', '', '', 'Tử số', 'Mẫu số', 'Tỷ lệ (%)', ''],
];
const numbers = ['A', 'B', 'C', 'D', '1', '2', '3=1/2', '4'];
const merges = ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:G4', 'H4:H5'];
const grid = (header: string[][], rows = indicatorRows(), title = titleRows) => [
  ...title,
  ...header,
  ...rows,
];

/** Rows with their columns in another order; `null` is a blank column. */
const inOrder = (rows: string[][], order: (number | null)[]) =>
  rows.map((row) => order.map((at) => (at === null ? '' : (row[at] ?? ''))));

describe('headings of several rows', () => {
  test.each([
    ['two rows, merged', bookOf({ name: 'a', rows: grid(two), merges })],
    ['two rows, not merged', csvText(grid(two))],
    ['with the numbers of the columns', bookOf({ name: 'a', rows: grid([...two, numbers]), merges })],
    [
      'three rows, merged',
      bookOf({
        name: 'a',
        rows: grid([
          ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Thực hiện', '', '', 'Ghi chú'],
          ['', '', '', '', 'Số liệu', '', 'Kết quả', ''],
          ['', '', '', '', 'Tử số', 'Mẫu số', '(%)', ''],
        ]),
        merges: ['A4:A6', 'B4:B6', 'C4:C6', 'D4:D6', 'E4:G4', 'H4:H6', 'E5:F5'],
      }),
    ],
    [
      'a second row in English',
      csvText(
        grid([
          ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số', 'Mẫu số', 'Kết quả', 'Ghi chú'],
          ['No.', 'Code', 'Indicator', 'Unit', 'Numerator', 'Denominator', 'Result', 'Note'],
        ]),
      ),
    ],
    [
      'both languages in a cell',
      csvText(
        grid([
          [
            'STT / No.',
            'Mã / Code',
            'Chỉ tiêu\n(Indicator)',
            'ĐVT/Unit',
            'Tử số / Numerator',
            'Mẫu số / Denominator',
            'Kết quả / Result',
            'Ghi chú/Note',
          ],
        ]),
      ),
    ],
  ])('%s', async (_, content) => {
    const report = await reportOf(content);
    expect(findingsOf(report)).toEqual([]);
    expect(report.layout).toBe('form');
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ numerator: '1', denominator: '2' });
    expect(report.counts).toMatchObject({ rowsUsed: 21, observations: 21 });
  });

  test('a plan beside the result, each with its parts', async () => {
    const header = [
      ['', '', 'Kế hoạch năm 2026', '', 'Thực hiện quý III/2026', '', '', ''],
      ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Tử số', 'Mẫu số', 'Kết quả', 'Ghi chú'],
    ];
    const rows = indicatorRows().map(
      (row) => [row[0], row[1], '9', '9', row[4], row[5], row[6], ''] as string[],
    );
    for (const content of [
      csvText(grid(header, rows)),
      bookOf({ name: 'a', rows: grid(header, rows), merges: ['C4:D4', 'E4:G4'] }),
    ]) {
      const report = await reportOf(content);
      expect(findingsOf(report)).toEqual([]);
      const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
      expect(found).toMatchObject({ numerator: '1', denominator: '2', at: { cell: 'E10' } });
    }
  });

  test.each([
    ['Kế hoạch năm 2026', []],
    ['Cùng kỳ năm trước', []],
    ['Kết quả kỳ trước', []],
    ['Thực hiện quý II/2026', []],
    ['Kết quả lũy kế từ đầu năm', []],
    ['Kết quả năm 2025', []],
    ['Thực hiện', ['column-twice@H4']],
  ])('%s is not the result, or is asked', async (other, expected) => {
    const header = [['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số', 'Mẫu số', 'Kết quả', other]];
    const rows = indicatorRows().map((row) => [...row.slice(0, 7), '77'] as string[]);
    const report = await reportOf(csvText(grid(header, rows)));
    expect(findingsOf(report)).toEqual(expected);
    const found = report.observations.find(({ indicator }) => indicator === '766.ONLINE');
    expect(found?.value).toBe('5');
  });

  test('the column that names the asked period is taken, wherever it stands', async () => {
    for (const names of [
      ['Kết quả quý II/2026', 'Kết quả quý III/2026'],
      ['Kết quả', 'Kết quả kỳ báo cáo'],
      ['Thực hiện quý II', 'Thực hiện quý III'],
    ]) {
      const header = [['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', ...names]];
      const rows = inOrder(indicatorRows(), [0, 1, 4, 5, null, 6]);
      const report = await reportOf(csvText(grid(header, rows)));
      expect(findingsOf(report)).toEqual([]);
      expect(report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value).toBe('5');
    }
  });

  test('a column of another period alone is refused, at its heading', async () => {
    const header = [['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả quý II/2026']];
    const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 1, 4, 5, 6]))));
    expect(findingsOf(report)).toEqual(['period-differs@E4']);
    expect(report.verdict).toBe('returned');
  });
});

describe('headings of another time', () => {
  const beside = ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số'];
  /** The points of an indicator where `names` head two columns: 77 stands in the first of them, 5 in the second. */
  const pointsUnder = async (...names: [string, string]) => {
    const rows = indicatorRows().map((row) => [row[0], row[1], row[4], row[5], '77', row[6]] as string[]);
    const report = await reportOf(csvText(grid([[...beside, ...names]], rows)));
    return {
      value: report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value,
      found: findingsOf(report),
    };
  };

  test.each([
    'Kết quả kỳ báo cáo trước',
    'Kết quả kỳ báo cáo liền trước',
    'Kết quả kỳ liền kề trước',
    'Kết quả kỳ này năm ngoái',
    'Kết quả quý này năm trước',
    'Kết quả CK',
    'Thực hiện CK 2025',
    'Kết quả 2025',
    'Kết quả 2024-2025',
    'Kết quả đến 30/6/2026',
    'Kết quả đến ngày 14/6',
    'Thực hiện 6T/2026',
    'Thực hiện 9T 2026',
    'Thực hiện LK',
    'Kết quả KH giao',
    'Kết quả T8/2026',
    'Kết quả tháng 7',
    'Kết quả quý III/25',
    'Giá trị đầu kỳ',
    'Kết quả lần trước',
    'Kết quả phấn đấu',
    'Kết quả dự kiến',
  ])('"%s" stands first and is passed over', async (other) => {
    expect(await pointsUnder(other, 'Kết quả')).toEqual({ value: '5', found: [] });
  });

  test.each([
    ['Kết quả 1', 'Kết quả', 'column-twice@E4'],
    ['Ước thực hiện', 'Kết quả', 'column-twice@F4'],
  ])('"%s" beside "%s" is asked', async (other, name, expected) => {
    expect((await pointsUnder(other, name)).found).toContain(expected);
  });

  test.each([
    ['Thực hiện 2025', 'period-differs@E4'],
    ['Kết quả đến 30/6/2026', 'period-differs@E4'],
    ['Giá trị đầu kỳ', 'column-unclear@E4'],
    ['Lũy kế 9 tháng', 'column-unclear@E4'],
    ['Kết quả (lũy kế)', 'column-unclear@E4'],
    ['Kết quả đợt 2', 'column-unclear@E4'],
  ])('"%s" alone is told at its cell, and not loaded', async (name, expected) => {
    const report = await reportOf(
      csvText(grid([[...beside, name]], inOrder(indicatorRows(), [0, 1, 4, 5, 6]))),
    );
    expect(findingsOf(report)).toEqual([expected]);
    expect(report.findings[0]).toMatchObject({ got: name, expected: 'Kết quả quý III/2026' });
    expect(report.observations.some(({ indicator }) => indicator === '766.ONLINE')).toBe(false);
  });

  test.each([
    ['Kết quả (3)=(1)/(2)', false],
    ['Kết quả (a/b*100%)', false],
    ['Kết quả (%) (3)=(1)/(2)x100', false],
    ['Giá trị giao dịch', false],
    ['Kết quả theo Quyết định 766/QĐ-TTg', false],
    ['Kết quả đến 14/9/2026', false],
    ['Kết quả (từ 15/6/2026 đến 14/9/2026)', false],
    ['TH quý III/2026', false],
    ['Số liệu quý III/2026', false],
    ['Tỷ lệ (%)', false],
    ['Ước thực hiện quý III/2026', true],
    ['Kết quả ước quý III/2026', true],
    ['Thực hiện (ước)', true],
  ])('"%s" alone is the result; an estimate: %s', async (name, approximate) => {
    const report = await reportOf(
      csvText(grid([[...beside, name]], inOrder(indicatorRows(), [0, 1, 4, 5, 6]))),
    );
    expect(findingsOf(report)).toEqual([]);
    const found = report.observations.find(({ indicator }) => indicator === '766.ONLINE');
    expect(found).toMatchObject({ value: '5', approximate });
  });

  test('the column of the asked period wins over points that somebody gave', async () => {
    const header = [
      ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả tự chấm điểm', 'Thực hiện'],
      ['', '', '', '', '', 'Quý III/2026'],
    ];
    const rows = indicatorRows().map((row) => [row[0], row[1], row[4], row[5], '77', row[6]] as string[]);
    const report = await reportOf(csvText(grid(header, rows)));
    expect(findingsOf(report)).toEqual([]);
    expect(report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value).toBe('5');
  });

  test('the parts of the period before are passed over too', async () => {
    const header = [
      [
        'STT',
        'Mã chỉ tiêu',
        'Tử số kỳ báo cáo trước',
        'Tử số',
        'Mẫu số kỳ báo cáo trước',
        'Mẫu số',
        'Kết quả',
      ],
    ];
    const rows = indicatorRows().map(
      (row) => [row[0], row[1], row[4] && '7', row[4], row[5] && '9', row[5], row[6]] as string[],
    );
    const report = await reportOf(csvText(grid(header, rows)));
    expect(findingsOf(report)).toEqual([]);
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ numerator: '1', denominator: '2' });
  });

  test('what a part counts may name what was carried over, or a plan', async () => {
    for (const part of [
      'Mẫu số (hồ sơ kỳ trước chuyển sang và hồ sơ mới tiếp nhận)',
      'Mẫu số: số hồ sơ tiếp nhận trong kỳ và từ kỳ trước',
      'Mẫu số (tổng số xã có kế hoạch chuyển đổi số)',
      'Mẫu số: người dân từ 15 tuổi trở lên',
    ]) {
      const header = [['STT', 'Mã chỉ tiêu', 'Tử số: số hồ sơ trước hạn và đúng hạn', part, 'Kết quả']];
      const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 1, 4, 5, 6]))));
      expect(findingsOf(report)).toEqual([]);
    }
  });

  test('parts of nine months are refused', async () => {
    const header = [['STT', 'Mã chỉ tiêu', 'Tử số (9T)', 'Mẫu số (9T)', 'Kết quả']];
    const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 1, 4, 5, 6]))));
    expect(findingsOf(report)).toEqual(['period-differs@C4', 'period-differs@D4']);
  });

  test('two columns of one meaning are both named', async () => {
    const header = [['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả', 'Giá trị']];
    const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 1, 4, 5, 6, null]))));
    expect(report.findings[0]).toMatchObject({
      code: 'column-twice',
      at: { cell: 'F4' },
      got: 'Giá trị',
      expected: 'E4 "Kết quả"',
    });
  });

  test('parts are named by the letter behind what they count', async () => {
    const header = [['STT', 'Chỉ tiêu', 'Số hồ sơ đúng hạn (a)', 'Tổng số hồ sơ (b)', 'Tỷ lệ']];
    const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 2, 4, 5, 6]))));
    expect(findingsOf(report)).toEqual([]);
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ numerator: '1', denominator: '2' });
  });

  test('a column "Tỷ lệ" holds no counts', async () => {
    const header = [['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Tỷ lệ (%)']];
    const report = await reportOf(csvText(grid(header, [['1', '1354-T-2', '', '', '12']])), { form: 'cds' });
    expect(findingsOf(report)).toContain('column-unclear@E4');
    expect(report.observations.some(({ indicator }) => indicator === '1354-T-2')).toBe(false);
  });

  test('a column "Chỉ tiêu" of numbers is what is aimed at', async () => {
    for (const name of ['Nội dung', 'Tên chỉ tiêu']) {
      const header = [['STT', name, 'Chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả']];
      const rows = indicatorRows().map((row) => [row[0], row[2], '100', row[4], row[5], row[6]] as string[]);
      expect(findingsOf(await reportOf(csvText(grid(header, rows))))).toEqual([]);
    }
  });

  test('"Thực hiện" over columns that are not named is asked', async () => {
    const header = [['STT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện', '', '', 'Ghi chú']];
    const report = await reportOf(csvText(grid(header, inOrder(indicatorRows(), [0, 2, 3, 4, 5, 6, 7]))));
    expect(findingsOf(report)).toContain('column-unclear@D4');
    expect(report.counts.observations).toBe(0);
  });
});

describe('the row that numbers the columns', () => {
  const header = ['STT', 'Mã chỉ tiêu', 'Tổng số', 'Đúng hạn', 'Quá hạn', 'Tử số', 'Mẫu số', 'Kết quả'];
  const withSums = (total: string) =>
    indicatorRows().map((row, at) => {
      const sums = at === 0 ? [total, '6', '4'] : ['', '', ''];
      return [row[0], row[1], ...sums, row[4], row[5], row[6]] as string[];
    });

  test.each(['3=4+5', '(3)=(4)+(5)', '3 = (4 + 5)', '3=5+4-0'])(
    'a formula that holds: %s',
    async (formula) => {
      const labels = ['1', '2', formula, formula.startsWith('(') ? '(4)' : '4', '5', '6', '7', '8=6/7'];
      const report = await reportOf(csvText(grid([header, labels], withSums('10'))));
      expect(findingsOf(report)).toEqual([]);
      expect(report.counts.rowsUsed).toBe(21);
    },
  );

  test('a formula that does not hold is found at the cell, with the difference', async () => {
    const labels = ['1', '2', '3=4+5', '4', '5', '6', '7', '8'];
    const report = await reportOf(csvText(grid([header, labels], withSums('12'))));
    expect(findingsOf(report)).toEqual(['formula-differs@C6']);
    expect(report.findings[0]).toMatchObject({
      severity: 'warning',
      got: '12',
      expected: '10 (3=4+5)',
      difference: '2',
    });
  });

  test('a quotient agrees as it is rounded, as a share or in percent', async () => {
    const labels = ['1', '2', '3=4/5', '4', '5', '6', '7', '8'];
    const rows = (share: string) => {
      const [first, ...rest] = indicatorRows();
      const blank = rest.map((row) => [row[0], row[1], '', '', '', row[4], row[5], row[6]] as string[]);
      return [
        [first?.[0], first?.[1], share, '2', '3', first?.[4], first?.[5], first?.[6]] as string[],
        ...blank,
      ];
    };
    for (const [share, expected] of [
      ['66,67', []],
      ['0,667', []],
      ['66,7', []],
      ['65,7', ['formula-differs@C6']],
    ] as const) {
      expect(findingsOf(await reportOf(csvText(grid([header, labels], rows(share)))))).toEqual(expected);
    }
  });
});

describe('the total of points', () => {
  const sections = (points: string[], total: string) => {
    const names = [
      'Công khai, minh bạch',
      'Tiến độ giải quyết',
      'Cung cấp dịch vụ trực tuyến',
      'Thanh toán trực tuyến',
      'Số hóa hồ sơ',
      'Mức độ hài lòng',
    ];
    const groups = names.map((name, at) => [String(at), '', name, 'điểm', '', '', points[at] ?? '', '']);
    return [...groups, ...indicatorRows(), ['', '', 'Tổng điểm', '', '', '', total, '']];
  };
  const header = [['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số', 'Mẫu số', 'Kết quả', 'Ghi chú']];
  // 11,46 + 15,2 + 9,07 + 6 + 12,25 + 14,82 = 68,8
  const points = ['11,46', '15,2', '9,07', '6', '12,25', '14,82'];

  test.each([
    ['holds', points, '68,8', []],
    ['does not hold', points, '68,9', ['total-differs@G32']],
    ['is not asked where a group has no points', points.slice(0, 5), '68,9', []],
  ])('%s', async (_, groups, total, expected) => {
    const report = await reportOf(csvText(grid(header, sections(groups, total))));
    expect(findingsOf(report)).toEqual(expected);
    if (expected.length > 0)
      expect(report.findings[0]).toMatchObject({ got: '68.9', expected: '68.8', difference: '0.1' });
  });
});

describe('unit lines', () => {
  const request = { form: 'cds' };
  const header = [['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả']];
  const firms = '1354-T-2';
  const countUnder = async (line: string | null) => {
    const title = [
      ['Đơn vị báo cáo: Tỉnh Đồng Tháp'],
      ['Kỳ báo cáo: Quý III/2026'],
      ...(line ? [[line]] : []),
    ];
    const report = await reportOf(csvText([...title, ...header, ['1', firms, '', '', '1,5']]), request);
    const value = report.observations.find(({ indicator }) => indicator === firms)?.value;
    return { value, codes: findingsOf(report).filter((code) => code.startsWith('measure')) };
  };

  test('counts for the figures below it', async () => {
    expect(await countUnder('\u00a0\u00a0 Đơn vị tính: nghìn doanh nghiệp')).toEqual({
      value: '1500',
      codes: [],
    });
    expect(await countUnder('(ĐVT: nghìn doanh nghiệp)')).toEqual({ value: '1500', codes: [] });
    expect(await countUnder('Đơn vị: Nghìn doanh nghiệp.')).toEqual({ value: '1500', codes: [] });
  });

  test('the heading of the results says it before the line does', async () => {
    const heading = ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Giá trị (nghìn doanh nghiệp)'];
    const title = [
      ['Đơn vị báo cáo: Tỉnh Đồng Tháp'],
      ['Kỳ báo cáo: Quý III/2026'],
      ['Đơn vị tính: triệu đồng'],
    ];
    const report = await reportOf(csvText([...title, heading, ['1', firms, '', '', '1,5']]), request);
    expect(report.observations.find(({ indicator }) => indicator === firms)?.value).toBe('1500');
  });

  test('that fits other figures of the form is not about these', async () => {
    expect((await countUnder('Đơn vị tính: %')).codes).toEqual([]);
  });

  test('that fits none, or is not known, is found fault with at its cell', async () => {
    expect((await countUnder('Đơn vị tính: triệu đồng')).codes).toEqual(['measure-differs@A3']);
    expect((await countUnder('Đơn vị tính: xyz')).codes).toEqual(['measure-unknown@A3']);
  });
});
