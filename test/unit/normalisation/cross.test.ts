import { describe, expect, test } from '@jest/globals';
import { communesOf } from '../../../shared/catalog/communes.ts';
import type { CheckRequest } from '../../../shared/normalisation/report.ts';
import { check, csvText, findingsOf, reportOf } from './form-files.ts';
import { bookOf, type Grid } from './layout-files.ts';

/** A province's communes down, some of its indicators across; the other columns of the form are left out. */
const communes = communesOf('82', '2026-09-14');
const title = [['UBND TỈNH ĐỒNG THÁP'], ['TỔNG HỢP SỐ LIỆU QUÝ III NĂM 2026']];
const header = [
  [
    'STT',
    'Xã, phường',
    'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn',
    '',
    '766.PUBLISH_ON_TIME',
    '',
    '766.ONLINE',
    'Ghi chú',
  ],
  ['', '', 'Tử số', 'Mẫu số', 'Tử số (a)', 'Mẫu số (b)', '', ''],
];
const merges = ['A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'G3:G4', 'H3:H4'];
const numbers = ['A', 'B', '1', '2', '3', '4', '5', '6'];
const rowOf = (at: number, name: string) => [String(at + 1), name, '1', '2', '3', '4', '5', ''];
const rows = communes.map(({ name }, at) => rowOf(at, name.full));
const count = communes.length;

/** Findings, but for the indicators that the table leaves out. */
async function found(content: string | Uint8Array, request?: Partial<CheckRequest>) {
  const { report, sources } = await check(content, request ? { request } : {});
  const left = report.findings.filter(({ code }) => code !== 'indicator-missing');
  const codes = left.map(({ code, at }) => (at ? `${code}@${at.cell}` : code));
  return { report, left, codes, sources };
}

const replaced = (at: number, ...row: string[]) => rows.map((each, index) => (index === at ? row : each));

describe('a cross-table of communes', () => {
  test.each([
    ['CSV', csvText([...title, ...header, numbers, ...rows])],
    ['CSV with semicolons', csvText([...title, ...header, numbers, ...rows], ';')],
    ['a workbook with merges', bookOf({ name: 'a', rows: [...title, ...header, numbers, ...rows], merges })],
  ])('%s: every figure, of its commune', async (_, content) => {
    const { report, codes, sources } = await found(content);
    expect(codes).toEqual([]);
    expect(count).toBe(102);
    expect(report.layout).toBe('cross-table');
    expect(report.counts).toMatchObject({ rowsRead: 107, rowsUsed: 102, rowsSkipped: 5, observations: 306 });
    expect(report.observations.slice(0, 3)).toMatchObject([
      {
        unit: 'province:82@2025',
        area: 'commune:28249',
        indicator: '766.TDGQ',
        numerator: '1',
        denominator: '2',
      },
      { area: 'commune:28249', indicator: '766.PUBLISH_ON_TIME', numerator: '3', at: { cell: 'E6' } },
      { area: 'commune:28249', indicator: '766.ONLINE', value: '5', at: { cell: 'G6' } },
    ]);
    expect(sources[0]).toMatchObject({ indicator: '766.TDGQ', area: 'commune:28249' });
    expect(report.findings.filter(({ code }) => code === 'indicator-missing')).toHaveLength(18);
  });

  test('the reporting unit itself has a row without an area', async () => {
    const own = rowOf(0, 'Tỉnh Đồng Tháp');
    const { report, codes } = await found(csvText([...title, ...header, own]));
    expect(codes).toEqual([]);
    expect(report.observations).toHaveLength(3);
    expect(report.observations[0]).not.toHaveProperty('area');
  });

  test('codes of communes, with or without names', async () => {
    const head = ['Mã xã', 'Tên xã', '766.TDGQ (a)', '766.TDGQ (b)'];
    const body = communes.map(({ code, name }, at) => [code, at % 2 ? name.full : '', '1', '2']);
    const { codes, report } = await found(csvText([...title, head, ...body]));
    expect(codes).toEqual([]);
    expect(report.counts.observations).toBe(102);
    const other = [['28249', 'Phường Mỹ Tho', '1', '2'], ...body.slice(1)];
    expect((await found(csvText([...title, head, ...other]))).codes).toEqual([
      'units-missing@A3',
      'unit-unclear@B4',
    ]);
  });

  test('another province, an unknown name: found at the cell, never guessed', async () => {
    const changed = replaced(1, ...rowOf(1, 'Tỉnh An Giang')).with(2, rowOf(2, 'Xã Không Có'));
    const { codes, left, report } = await found(csvText([...title, ...header, ...changed]));
    expect(codes).toEqual(['units-missing@A4', 'unit-differs@B6', 'unit-unknown@B7']);
    expect(left[0]).toMatchObject({ severity: 'warning', expected: 'Phường Mỹ Tho; Phường Thới Sơn' });
    expect(report.counts).toMatchObject({ rowsUsed: 100, observations: 300 });
  });

  test('a commune that stands twice, and the one that it hides', async () => {
    const { codes, left, report } = await found(
      csvText([...title, ...header, ...replaced(1, ...rowOf(1, 'Phường Đạo Thạnh'))]),
    );
    expect(codes).toEqual(['unit-twice@B6', 'units-missing@A4']);
    expect(left[1]).toMatchObject({ expected: 'Phường Mỹ Tho', cause: 'unit-twice@B6' });
    expect(report.verdict).toBe('returned');
    expect(report.counts).toMatchObject({ rowsUsed: 101, observations: 303 });
  });

  test('a ratio with its result alone has no parts', async () => {
    const head = ['Đơn vị', '766.TDGQ', '766.ONLINE'];
    const { codes } = await found(csvText([...title, head, ['Tỉnh Đồng Tháp', '50', '5']]));
    expect(codes).toEqual(['ratio-without-parts@B3']);
    const half = ['Đơn vị', '766.TDGQ (a)', '766.ONLINE'];
    expect((await found(csvText([...title, half, ['Tỉnh Đồng Tháp', '50', '5']]))).codes).toEqual([
      'column-missing@B3',
    ]);
  });

  test('a plan, another period and a sum since January are not the figures', async () => {
    const head = [
      ['Đơn vị', '766.ONLINE', '', '', '766.TTTT'],
      ['', 'Kế hoạch', 'Quý II/2026', 'Quý III/2026', ''],
    ];
    const body = ['Tỉnh Đồng Tháp', '9', '8', '7', '6'];
    const { codes, report } = await found(csvText([...title, ...head, body]));
    expect(codes).toEqual([]);
    expect(report.observations.map(({ value }) => value)).toEqual(['7', '6']);
    const twice = [['Đơn vị', '766.ONLINE', '766.ONLINE', '766.TTTT']];
    expect((await found(csvText([...title, ...twice, ['Tỉnh Đồng Tháp', '9', '8', '7']]))).codes).toEqual([
      'column-twice@C3',
    ]);
  });

  test.each([
    'Tỷ lệ tăng (%)',
    'Số tăng thêm',
    'So KH (%)',
    'KH năm',
    'Bình quân/xã',
    'nghìn điểm',
    'Kết quả kỳ báo cáo trước',
    'Đợt 2',
  ])('"%s" below an indicator heads other figures', async (leaf) => {
    const head = [
      ['Đơn vị', '766.ONLINE', '766.TTTT'],
      ['', leaf, 'Kết quả'],
    ];
    const { codes, left, report } = await found(csvText([...title, ...head, ['Tỉnh Đồng Tháp', '9', '8']]));
    expect(codes).toEqual(['column-unclear@B4']);
    expect(left[0]?.got).toBe(`766.ONLINE / ${leaf}`);
    expect(report.observations.map(({ value }) => value)).toEqual(['8']);
    const beside = [
      ['Đơn vị', '766.ONLINE', '', '766.TTTT'],
      ['', leaf, 'Thực hiện', ''],
    ];
    const both = await found(csvText([...title, ...beside, ['Tỉnh Đồng Tháp', '9', '7', '8']]));
    expect(both.codes.filter((code) => code !== 'column-unknown@B4')).toEqual([]);
    expect(both.report.observations.map(({ value }) => value)).toEqual(['7', '8']);
  });

  test.each(['Kết quả', 'Điểm', 'Thực hiện quý III/2026', 'Số liệu', 'Ước thực hiện', 'Giá trị (1)'])(
    '"%s" below an indicator heads its figures',
    async (leaf) => {
      const head = [
        ['Đơn vị', '766.ONLINE', '766.TTTT'],
        ['', leaf, leaf],
      ];
      const { codes, report } = await found(csvText([...title, ...head, ['Tỉnh Đồng Tháp', '9', '8']]));
      expect(codes).toEqual([]);
      expect(report.observations.map(({ value }) => value)).toEqual(['9', '8']);
    },
  );

  test('the columns of the period before, under their group, are passed over', async () => {
    const head = [
      ['Đơn vị', 'Kỳ báo cáo trước', '', 'Kỳ báo cáo', ''],
      ['', '766.ONLINE', '766.TTTT', '766.ONLINE', '766.TTTT'],
    ];
    const { codes, report } = await found(
      csvText([...title, ...head, ['Tỉnh Đồng Tháp', '9', '8', '7', '6']]),
    );
    expect(codes).toEqual([]);
    expect(report.observations.map(({ value }) => value)).toEqual(['7', '6']);
  });

  test('figures below a heading that is no indicator are told', async () => {
    const head = ['Đơn vị', '766.ONLINE', '766.TTTT', 'Điểm khác'];
    const { codes } = await found(csvText([...title, head, ['Tỉnh Đồng Tháp', '9', '8', '7']]));
    expect(codes).toEqual(['column-unknown@D3']);
  });
});

describe('totals of a cross-table', () => {
  const total = (name: string, a: number | string, b: number | string) => [
    '',
    name,
    String(a),
    String(b),
    '',
    '',
    '',
    '',
  ];

  test.each(['Tổng cộng', 'TOÀN TỈNH', 'Cộng', 'Tổng số'])('%s is a check, never loaded', async (name) => {
    for (const body of [
      [total(name, count, 2 * count), ...rows],
      [...rows, total(name, count, 2 * count)],
    ]) {
      const { codes, report } = await found(csvText([...title, ...header, ...body]));
      expect(codes).toEqual([]);
      expect(report.counts).toMatchObject({ rowsUsed: count, observations: 3 * count });
    }
    const { codes, left } = await found(
      csvText([...title, ...header, total(name, count + 3, 2 * count), ...rows]),
    );
    expect(codes).toEqual(['total-differs@C5']);
    expect(left[0]).toMatchObject({
      got: '105',
      expected: '102',
      difference: '3',
      severity: 'warning',
      about: '766.TDGQ',
    });
  });

  test('groups with their sums; a group without figures says nothing', async () => {
    const group = (mark: string, name: string, a: string, b: string) => [mark, name, a, b, '', '', '', ''];
    const body = (sum: string) => [
      total('Tổng cộng', count, 2 * count),
      ['', 'Trong đó:', '', '', '', '', '', ''],
      group('I', 'Các phường', sum, '20'),
      ...rows.slice(0, 10),
      group('II', 'Các xã', '92', '184'),
      ...rows.slice(10),
    ];
    const { codes, report } = await found(csvText([...title, ...header, ...body('10')]));
    expect(codes).toEqual([]);
    expect(report.counts).toMatchObject({ rowsUsed: 102, rowsSkipped: 8 });
    expect((await found(csvText([...title, ...header, ...body('11')]))).codes).toEqual(['total-differs@C7']);
    expect((await found(csvText([...title, ...header, ...body('')]))).codes).toEqual([]);
  });

  test('what cannot be read is told once, not again by the total', async () => {
    const body = [
      total('Tổng cộng', 5_000, 2 * count),
      ...replaced(0, '1', 'Phường Đạo Thạnh', 'x y', '2', '3', '4', '5', ''),
    ];
    const { codes } = await found(csvText([...title, ...header, ...body]));
    expect(codes).toEqual(['number-unreadable@C6']);
  });
});

describe('a table typed line by line, as ministries publish them', () => {
  const grid = (hanoi: number, all: number): Grid => [
    ['BỘ TÀI CHÍNH', null, null, null, 'Mẫu số 06/CKTC-NSNN'],
    [],
    ['DỰ TOÁN THU, CHI NGÂN SÁCH QUÝ III NĂM 2026'],
    ['(Kèm theo Quyết định số 757/2003/QĐ-BTC ngày 08/04/2003 của Bộ trưởng Bộ Tài chính)'],
    [null, null, null, null, 'Đơn vị: %'],
    ['S', null, 'Số doanh nghiệp', 'Số lượng doanh nghiệp', 'Số điểm phục vụ'],
    ['T', 'TỈNH, THÀNH PHỐ', 'công nghệ', 'nền tảng', 'của mạng bưu chính'],
    ['T', null, 'số', 'số', 'công cộng'],
    ['A', 'B', 1, 2, 3],
    [null, 'Tổng số', all, 30, 3],
    ['I', 'ĐỒNG BẰNG', all, 30, null],
    [1, ' Đồng Tháp', hanoi, 30, 3],
  ];
  const request = { form: 'cds' };

  test('headings are joined, numbers and sums skipped, the reporting unit read', async () => {
    const { report, codes } = await found(
      bookOf({ name: 'Sheet1', rows: grid(20, 20), merges: ['A3:E3', 'A4:E4'] }),
      request,
    );
    expect(codes).toEqual(['title-without-unit']);
    expect(report.observations.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['1354-T-2', '20'],
      ['1354-T-3', '30'],
      ['1354-T-8', '3'],
    ]);
    // The blank row, two sums and the numbers of the columns; three rows of heading, four of title.
    expect(report.counts).toMatchObject({ rowsRead: 12, rowsUsed: 1, rowsSkipped: 11 });
  });

  test('and a sum that does not hold is found, at the total and at the region', async () => {
    const { codes } = await found(bookOf({ name: 'Sheet1', rows: grid(20, 21) }), request);
    expect(codes).toEqual(['title-without-unit', 'total-differs@C10', 'total-differs@C11']);
  });
});

test('a cross-table that names no unit and no indicator is no table of ours', async () => {
  expect(
    findingsOf(await reportOf(csvText([...title, ['Đơn vị', 'X', 'Y'], ['Tỉnh Đồng Tháp', '1', '2']]))),
  ).toEqual(['header-not-found']);
});
