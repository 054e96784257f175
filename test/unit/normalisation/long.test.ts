import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { communesOf } from '../../../shared/catalog/communes.ts';
import { cellsOf } from '../../../shared/observations/observation.ts';
import { figuresOf } from '../../../shared/observations/page.ts';
import { check, csvText, findingsOf, reportOf } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const heading = ['Đơn vị', 'Mã xã', 'Tên xã', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị', 'Ghi chú'];
const province = 'Tỉnh Đồng Tháp';
const [first, second] = communesOf('82', '2026-09-14');
if (!first || !second) throw new Error('the catalogue has no communes of Đồng Tháp');
const ids = catalog.forms.get('qd766')?.indicators.map(({ indicator }) => indicator) ?? [];

type Place = [code: string, name: string];
const whole: Place = ['', ''];
const one: Place = [first.code, first.name.full];

/** All indicators of one place; `change` gives numerator, denominator, value and note of some. */
function rowsOf(place: Place, change: Record<string, string[]> = {}, unit = province): string[][] {
  return ids.map((id, at) => {
    const isRatio = catalog.indicators.get(id)?.kind === 'ratio';
    const figures = isRatio ? [String(at + 1), String(2 * at + 2), '50', ''] : ['', '', '5', ''];
    return [unit, ...place, id, 'Quý III/2026', ...(change[id] ?? figures)];
  });
}

const found = async (rows: string[][], delimiter = ',') =>
  findingsOf(await reportOf(csvText(rows, delimiter)));

describe('a long table', () => {
  test('of a province and two of its communes, by code, by name, by both', async () => {
    const rows = [heading, ...rowsOf(whole), ...rowsOf(one), ...rowsOf(['', second.name.full])];
    const { report, pages } = await check(csvText(rows));
    expect(findingsOf(report)).toEqual([]);
    expect(report).toMatchObject({ layout: 'long', verdict: 'passed' });
    expect(report.counts).toMatchObject({ rowsRead: 64, rowsUsed: 63, rowsSkipped: 1, observations: 63 });
    expect(report.observations[0]).not.toHaveProperty('area');
    expect(report.observations[21]).toMatchObject({ area: `commune:${first.code}`, at: { cell: 'F23' } });
    const packed = [...pages];
    expect(packed.map(({ name }) => name).slice(0, 2)).toEqual(['CKMB', 'CKMB~1']);
    const figures = packed.flatMap(figuresOf);
    expect(figures).toHaveLength(63);
    expect(
      figures
        .filter(({ area }) => area === `commune:${second.code}`)
        .map(({ indicator }) => indicator)
        .sort(),
    ).toEqual([...ids].sort());
    expect([...pages]).toEqual(packed);
  });

  test('the same rows in a workbook give the same observations', async () => {
    const rows = [heading, ...rowsOf(whole), ...rowsOf(one)];
    const typed = rows.map((row, at) =>
      row.map((text, column) =>
        at > 0 && column >= 5 && column <= 7 && text !== '' ? Number(text) : text || null,
      ),
    );
    for (const stringMode of ['shared', 'inline'] as const) {
      const bytes = await writeXlsx({ sheets: [{ name: 'Số liệu', rows: typed }], stringMode });
      const fromBook = await check(new Uint8Array(bytes));
      const fromText = await check(csvText(rows));
      expect(findingsOf(fromBook.report)).toEqual([]);
      expect([...fromBook.pages]).toEqual([...fromText.pages]);
    }
  });

  test('a row that stands twice is found, with both rows', async () => {
    const rows = [heading, ...rowsOf(one)];
    const report = await reportOf(csvText([...rows, rows[1] as string[]]));
    expect(findingsOf(report)).toEqual(['observation-twice@D23']);
    expect(report.findings[0]?.hint?.vi).toContain('Dòng 2 và dòng 23');
    expect(report.counts).toMatchObject({ rowsUsed: 21, rowsSkipped: 2 });
  });

  test.each([
    ['another province', (row: string[]) => row.with(0, 'Tỉnh An Giang'), 'unit-differs@A2'],
    ['no province', (row: string[]) => row.with(0, 'Tỉnh Đồng Tráp'), 'unit-unknown@A2'],
    [
      'a commune of no such name',
      (row: string[]) => row.with(1, '').with(2, 'Xã Không Có'),
      'unit-unknown@C2',
    ],
    [
      'a code and a name of two communes',
      (row: string[]) => row.with(2, second.name.full),
      'unit-unclear@C2',
    ],
    ['another quarter', (row: string[]) => row.with(4, 'Quý II/2026'), 'period-differs@E2'],
    ['no period', (row: string[]) => row.with(4, 'quý ba'), 'period-unclear@E2'],
    ['no indicator', (row: string[]) => row.with(3, '766.XYZ'), 'indicator-unknown@D2'],
    [
      'more than the whole',
      (row: string[]) => row.with(5, '99').with(7, ''),
      'numerator-over-denominator@F2',
    ],
    ['half a ratio', (row: string[]) => row.with(6, '').with(7, ''), 'ratio-incomplete@G2'],
    ['a result of other figures', (row: string[]) => row.with(7, '51'), 'result-differs@H2'],
    ['words', (row: string[]) => row.with(5, 'nhiều').with(7, ''), 'number-unreadable@F2'],
    ['a field too many', (row: string[]) => [...row, ''], 'csv-ragged@J2'],
  ])('%s is found where it is', async (_, change, code) => {
    const [row, ...rest] = rowsOf(one);
    const codes = await found([heading, change(row as string[]), ...rest]);
    expect(codes).toContain(code);
    expect(codes.filter((each) => each !== code && each !== 'indicator-missing')).toEqual([]);
  });

  describe('a row that adds the others up', () => {
    // 1 of 2 in each of two communes: 2 of 4 together.
    const body = [heading, ...rowsOf(one), ...rowsOf(['', second.name.full])];
    const total = (numerator: string, denominator: string) => [
      'Tổng cộng',
      ...whole,
      ids[0] as string,
      'Quý III/2026',
      numerator,
      denominator,
      '50',
      '',
    ];

    test('is not loaded, and agrees', async () => {
      const report = await reportOf(csvText([...body, total('2', '4')]));
      expect(findingsOf(report)).toEqual([]);
      expect(report.counts).toMatchObject({ rowsUsed: 42, rowsSkipped: 2, observations: 42 });
    });

    test('that differs is told with the difference', async () => {
      const report = await reportOf(csvText([...body, total('2', '5')]));
      expect(findingsOf(report)).toEqual(['total-differs@G44']);
      expect(report.findings[0]).toMatchObject({ got: '5', expected: '4', difference: '1' });
    });

    test('of groups that the table does not tell apart says nothing', async () => {
      expect(await found([...body, total('1', '2'), total('2', '5')])).toEqual([]);
    });
  });

  describe('a line above that says what figures are counted in', () => {
    const counts = ['Mã tỉnh', 'Mã xã', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
    const row = ['82', first.code, '1354-T-9', '2026-Q3', '', '', '12'];
    const valueUnder = async (line: string) => {
      const { report } = await check(csvText([[line], counts, row]), { request: { form: 'cds' } });
      return [findingsOf(report).filter((code) => code.startsWith('measure')), report.observations[0]?.value];
    };

    test('holds for them', async () => {
      expect(await valueUnder('Đơn vị tính: nghìn giao dịch')).toEqual([[], '12000']);
    });

    test('gives way to the heading of the column', async () => {
      const heading = [...counts.slice(0, -1), 'Giá trị (nghìn giao dịch)'];
      const { report } = await check(csvText([heading, row]), { request: { form: 'cds' } });
      expect(report.observations[0]?.value).toBe('12000');
      expect(report.repairs.map(({ code }) => code)).toEqual(['unit-scaled']);
    });

    test('is asked once where it is of something else', async () => {
      expect(await valueUnder('Đơn vị tính: ki-lô-mét vuông kép')).toEqual([
        ['measure-unknown@A1'],
        undefined,
      ]);
    });
  });

  test('blank rows, totals and signatures are passed over', async () => {
    const blank = heading.map(() => '');
    const total = [...blank].with(0, 'Tổng cộng').with(5, '9').with(6, '9');
    const report = await reportOf(
      csvText([heading, ...rowsOf(one), blank, total, blank.with(0, 'Người lập biểu')]),
    );
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 25, rowsUsed: 21, rowsSkipped: 4 });
  });

  test('how a column writes decimals is decided by all of its rows, the last one too', async () => {
    const places = communesOf('82', '2026-09-14')
      .slice(0, 40)
      .map(({ code }): Place => [code, '']);
    const late = places.flatMap((place, at) => {
      const change: Record<string, string[]> = {
        '766.TDGQ': ['333', '1000', at === 39 ? '33,30' : '33,300', ''],
      };
      return rowsOf(place, at === 39 || at > 30 ? change : {});
    });
    const report = await reportOf(csvText([heading, ...late], ';'));
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs.filter(({ code }) => code === 'decimal-comma')).toHaveLength(9);
    expect(report.counts.rowsRead).toBe(1 + 40 * 21);
  });

  test('the cells of a figure are found from its row, with what was written', async () => {
    const rows = [heading, ...rowsOf(whole), ...rowsOf(one, { '766.TDGQ': [' 1.234 ', '2.468', '50', ''] })];
    const { longSources, pages } = await check(csvText(rows));
    const figure = [...pages]
      .flatMap(figuresOf)
      .find(({ indicator, area }) => indicator === '766.TDGQ' && area === `commune:${first.code}`);
    if (!longSources || !figure) throw new Error('no lineage');
    const row = rows.findIndex((cells, at) => at > 21 && cells[3] === '766.TDGQ') + 1;
    expect(figure).toMatchObject({ numerator: '1234', denominator: '2468' });
    expect(cellsOf(JSON.parse(JSON.stringify(longSources())), figure)).toEqual([
      { role: 'numerator', at: { sheet: null, cell: `F${row}` }, raw: ' 1.234 ', format: null },
      { role: 'denominator', at: { sheet: null, cell: `G${row}` }, raw: '2.468', format: null },
    ]);
  });
});

describe('the two ways of reading a row', () => {
  test.each([
    ['.', ','],
    [',', ';'],
  ])(
    'plain rows with a decimal %s, taken straight from their bytes, say what the rules would have said',
    async (mark, delimiter) => {
      const number = fc
        .oneof(
          fc.integer({ min: 0, max: 120 }).map(String),
          fc.constantFrom('', '1.5', '0', '12.50', '1e3', '-1', '1.234', '100', '33.3', '33.33', '007'),
        )
        .map((text) => text.replace('.', mark));
      const places = communesOf('82', '2026-09-14').slice(0, 3);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(number, number, number), { minLength: 63, maxLength: 63 }),
          async (figures) => {
            const rows = places.flatMap(({ code }, at) =>
              rowsOf([code, '']).map((row, index) => {
                const [a, b, value] = figures[at * 21 + index] as [string, string, string];
                const isRatio = catalog.indicators.get(row[3] as string)?.kind === 'ratio';
                return row
                  .with(5, isRatio ? a : '')
                  .with(6, isRatio ? b : '')
                  .with(7, value);
              }),
            );
            const plain = await reportOf(csvText([heading, ...rows], delimiter));
            // A blank behind each number is no plain digit any more: every row goes the long way.
            const padded = rows.map((row) =>
              row.map((text, at) => (at >= 5 && at <= 7 && text !== '' ? `${text} ` : text)),
            );
            const slow = await reportOf(csvText([heading, ...padded], delimiter));
            expect(findingsOf(plain)).toEqual(findingsOf(slow));
            expect(plain.observations).toEqual(slow.observations);
            expect(plain.counts).toEqual(slow.counts);
            expect(plain.repairs).toEqual(
              slow.repairs.map((repair) => ({ ...repair, from: repair.from.trim() })),
            );
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('headings of a long table', () => {
  const names = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số'];
  /** Every indicator with these cells in its last columns; `values` for those that are no ratios. */
  const rowsWith = (...values: string[]) =>
    ids.map((id) => {
      const isRatio = catalog.indicators.get(id)?.kind === 'ratio';
      const parts = isRatio ? ['1', '2'] : ['', ''];
      return [province, id, 'Quý III/2026', ...parts, ...(isRatio ? values.map(() => '') : values)];
    });
  const points = async (...rows: string[][]) => {
    const report = await reportOf(csvText(rows));
    const value = report.observations.find(({ indicator }) => indicator === '766.ONLINE')?.value;
    return { found: findingsOf(report), value };
  };

  test.each([
    ['Giá trị kế hoạch', 'column-unclear@F1'],
    ['Giá trị lũy kế từ đầu năm', 'column-unclear@F1'],
    ['Kết quả cùng kỳ năm trước', 'column-unclear@F1'],
    ['Giá trị quý II/2026', 'period-differs@F1'],
    ['Giá trị 2025', 'period-differs@F1'],
    ['Ghi nhận', 'column-missing@F1'],
  ])('"%s" alone is told at its cell, and not loaded', async (name, expected) => {
    expect(await points([...names, name], ...rowsWith('5'))).toEqual({ found: [expected], value: undefined });
  });

  test.each([
    ['Giá trị kế hoạch', 'Giá trị'],
    ['Giá trị quý II/2026', 'Giá trị quý III/2026'],
    ['Giá trị', 'Thực hiện quý III/2026'],
  ])('of "%s" and "%s" the second is taken', async (...two) => {
    expect(await points([...names, ...two], ...rowsWith('77', '5'))).toEqual({ found: [], value: '5' });
  });

  test('merges that hide the heading do not stop the reading', async () => {
    const rows = [[...names, 'Giá trị'], ...rowsWith('5')];
    const report = await reportOf(bookOf({ name: 'a', rows, merges: ['A1:F1'] }));
    expect(report.layout).toBe('long');
    expect(report.counts.observations).toBe(21);
  });

  test('two that mean the same are both named', async () => {
    const report = await reportOf(csvText([[...names, 'Giá trị', 'Kết quả'], ...rowsWith('5', '77')]));
    expect(report.findings).toMatchObject([
      { code: 'column-twice', at: { cell: 'G1' }, got: 'Kết quả', expected: 'F1 "Giá trị"' },
    ]);
  });

  test('a heading of two rows: the column below its group', async () => {
    const groups = [
      [...names, 'Kết quả', ''],
      ['', '', '', '', '', 'Kế hoạch', 'Thực hiện'],
    ];
    expect(await points(...groups, ...rowsWith('77', '5'))).toEqual({ found: [], value: '5' });
    const parts = [
      ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Thực hiện', '', ''],
      ['', '', '', 'Tử số', 'Mẫu số', 'Kết quả'],
    ];
    const report = await reportOf(csvText([...parts, ...rowsWith('5')]));
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 23, rowsUsed: 21, rowsSkipped: 2 });
    const ratio = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(ratio).toMatchObject({ numerator: '1', denominator: '2' });
  });
});
