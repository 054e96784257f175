import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../../../shared/catalog/code-systems.ts';
import type { CodeSystem, Unit } from '../../../shared/catalog/schema.ts';
import { nameOn, unitByCode, unitsOn } from '../../../shared/catalog/unit.ts';
import { matchUnit } from '../../../shared/normalisation/match/match-unit.ts';
import { unitNames } from '../../../shared/normalisation/match/unit-names.ts';
import { hazardCatalog as catalog, checkHazardFile } from '../../../tools/hazards/hazard-files.ts';
import { listed } from '../catalog/admin-data.ts';

/** The last quarter of the 63 provinces, and one of the 34; the last day of each one's window. */
const eras = [
  { period: '2025-Q2', day: '2025-06-14', count: 63 },
  { period: '2026-Q3', day: '2026-09-14', count: 34 },
] as const;
const [before, after] = eras;
type Era = (typeof eras)[number];
type System = CodeSystem['system'];

const title = ({ period }: Era) => [
  ['Đơn vị báo cáo: Bộ Tài chính'],
  [`Kỳ báo cáo: Quý ${period.slice(-1)}/${period.slice(0, 4)}`],
];
const check = (rows: string[][], { period }: Era, unit = 'ministry:BTC', form = 'hazard-cross') =>
  checkHazardFile(rows, 'xlsx', { unit, period, form });

/** A ministry's cross-table: a row a province, whose first figure is its number in the table. */
const cross = (era: Era, head: string[], rows: string[][]) =>
  check(
    [...title(era), ['STT', ...head, 'Số xã', 'Số thôn'], ...rows.map((row, at) => numbered(row, at))],
    era,
  );
const numbered = (row: string[], at: number) => [String(at + 1), ...row, String(1000 + at), '7'];

/** The same as a long table: two rows a province. */
const long = (era: Era, head: string[], rows: string[][]) =>
  check(
    [
      ...title(era),
      [...head, 'Mã chỉ tiêu', 'Giá trị'],
      ...rows.flatMap((row, at) => [
        [...row, 'HZ1.N', String(1000 + at)],
        [...row, 'HZ1.M', '7'],
      ]),
    ],
    era,
  );

const provinces = ({ day }: Era) => unitsOn(catalog, 'province', day);
const expected = (era: Era) => provinces(era).map(({ id }, at) => [id, String(1000 + at)]);
type Report = Awaited<ReturnType<typeof check>>;
const read = ({ observations }: Report) =>
  observations.filter(({ indicator }) => indicator === 'HZ1.N').map(({ area, value }) => [area, value]);
const codes = ({ findings }: Report) => [...new Set(findings.map(({ code }) => code))];
const repairs = ({ repairs }: Report) => repairs.filter(({ code }) => code === 'unit-code');

const layouts = [
  ['cross-table', cross],
  ['long table', long],
] as const;

describe.each(layouts)('%s: the codes of every system, in the column of units', (_, make) => {
  const shaped: [System, Era][] = [
    ['portal', before],
    ['portal', after],
    ['iso', before],
    ['iso', after],
    ['papi', before],
  ];
  test.each(shaped)('%s, %o: by their shape, each listed as a repair', async (system, era) => {
    const rows = provinces(era).map((unit) => [codeOf(unit, system) as string]);
    const report = await make(era, ['Tỉnh, thành phố'], rows);
    expect(codes(report)).toEqual([]);
    expect(read(report)).toEqual(expected(era));
    expect(repairs(report)).toHaveLength(era.count);
    expect(repairs(report)[0]).toMatchObject({ from: rows[0]?.[0], to: 'Thành phố Hà Nội' });
  });

  test.each(eras)('the statistics office, %o: no repair', async (era) => {
    const report = await make(
      era,
      ['Tỉnh, thành phố'],
      provinces(era).map(({ code }) => [code]),
    );
    expect([codes(report), repairs(report)]).toEqual([[], []]);
    expect(read(report)).toEqual(expected(era));
    const short = provinces(era).map(({ code }) => [code.replace(/^0/, '')]);
    expect(read(await make(era, ['Tỉnh, thành phố'], short))).toEqual(expected(era));
  });

  const plain: [System, Era, string][] = [
    ['sapnhap', after, 'Mã sáp nhập'],
    ['pci', before, 'PCI ID'],
  ];
  test.each(plain)('%s: plain numbers under a heading that names them', async (system, era, heading) => {
    const rows = provinces(era).map((unit) => [codeOf(unit, system) as string, nameOn(unit, era.day).vi]);
    for (const report of [
      await make(era, [heading, 'Tỉnh'], rows),
      await make(era, ['Mã tỉnh', 'Tỉnh'], rows),
    ]) {
      expect(codes(report)).toEqual([]);
      expect(read(report)).toEqual(expected(era));
      // The number that is the statistics office's as well (20 Lạng Sơn is 11 on the map) is still of that system.
      expect(repairs(report)).toHaveLength(era.count);
    }
  });

  test('plain numbers without names that fit the merger map alone are asked: they may count the rows', async () => {
    const rows = Array.from({ length: 34 }, (_, at) => [String(at + 1)]);
    const report = await make(after, ['Tỉnh, thành phố'], rows);
    expect(codes(report)).toContain('unit-unclear');
    expect(read(report)).toEqual([]);
    const asked = report.findings.find(({ got }) => got === '15');
    expect(asked?.hint?.vi).toBe('Có thể là: Tỉnh Lào Cai; Tỉnh Sơn La.');
  });

  test('plain numbers that fit two systems are asked, never guessed; a zero in front decides', async () => {
    const rows = [['4'], ['8'], ['11']];
    const unclear = await make(after, ['Tỉnh, thành phố'], rows);
    const asked = unclear.findings.filter(({ code }) => code === 'unit-unclear').map(({ got }) => got);
    expect([...new Set(asked)]).toEqual(['4', '8', '11']);
    expect(read(unclear)).toEqual([]);
    // Cao Bằng, Tuyên Quang and Điện Biên: 13 is Điện Biên's on the merger map.
    const clear = await make(after, ['Tỉnh, thành phố'], [['04'], ['08'], ['11']]);
    expect(read(clear).map(([area]) => area)).toEqual([
      'province:04@2008',
      'province:08@2025',
      'province:11@2008',
    ]);
    // A number that only the statistics office has.
    const told = await make(after, ['Tỉnh, thành phố'], [...rows, ['96']]);
    expect(read(told)).toHaveLength(4);
  });

  test('a code and a name that mean two provinces are asked', async () => {
    // H15 is Đắk Lắk; 15 is Lào Cai for the statistics office.
    const report = await make(after, ['Mã tỉnh', 'Tỉnh'], [['H15', 'Lào Cai']]);
    expect([codes(report).includes('unit-unclear'), read(report)]).toEqual([true, []]);
    const right = await make(
      after,
      ['Mã tỉnh', 'Tỉnh'],
      [
        ['H15', 'Đắk Lắk'],
        ['15', 'Lào Cai'],
      ],
    );
    expect(read(right).map(([area]) => area)).toEqual(['province:66@2025', 'province:15@2025']);
  });

  test('a plain number among codes of another system may have lost its letter, and is asked', async () => {
    for (const number of ['15', '04']) {
      const report = await make(after, ['Tỉnh'], [['H14'], [number], ['H18']]);
      expect(read(report).map(([area]) => area)).toEqual(['province:04@2008', 'province:11@2008']);
      expect(report.findings.find(({ code }) => code === 'unit-unclear')).toMatchObject({ got: number });
    }
  });

  test('a code of the map before is asked, with the unit in its place', async () => {
    // H22 was Hà Giang; P35 was Bình Định, and PAPI counts the 63.
    const report = await make(after, ['Tỉnh'], [['H22'], ['P35'], ['VN-31']]);
    const hints = report.findings.filter(({ code }) => code === 'unit-unclear').map(({ hint }) => hint?.vi);
    expect([...new Set(hints)].sort()).toEqual(['Có thể là: Tỉnh Gia Lai.', 'Có thể là: Tỉnh Tuyên Quang.']);
    expect(read(report)).toEqual([]);
  });
});

test("a province's own column bears its code of any system", async () => {
  const rows = (code: string) => [
    ['Mã tỉnh', 'Mã chỉ tiêu', 'Giá trị'],
    [code, 'HZ1.N', '5'],
  ];
  const report = await check(rows('000.00.00.H20'), after, 'province:82@2025', 'hazard-unit');
  expect(report.observations).toMatchObject([{ unit: 'province:82@2025', value: '5' }]);
  expect(repairs(report)).toMatchObject([{ from: '000.00.00.H20', to: 'Tỉnh Đồng Tháp' }]);
  const other = await check(rows('H15'), after, 'province:82@2025', 'hazard-unit');
  expect(codes(other)).toContain('unit-differs');
});

describe('the seven recycled codes name another unit in each period, by code and by name', () => {
  // QĐ 19/2025/QĐ-TTg.
  const rows = listed('admin/recycled_province_codes.csv');
  test('seven names moved to them', async () => {
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      const name = row.meaning_from_2025_07_01 as string;
      const [then, now] = [row.old_code_of_the_new_name, row.gso_code].map((code) => `province:${code}`);
      expect(read(await cross(before, ['Tỉnh'], [[name]]))).toEqual([[`${then}@2008`, '1000']]);
      expect(read(await cross(after, ['Tỉnh'], [[name]]))).toEqual([[`${now}@2025`, '1000']]);
    }
  });

  test.each(rows.map(({ gso_code }) => gso_code as string))('%s', async (code) => {
    for (const era of eras) {
      const unit = unitByCode(catalog, 'province', code, era.day) as Unit;
      const other = unitByCode(catalog, 'province', code, (era === before ? after : before).day) as Unit;
      expect(other).not.toBe(unit);
      for (const written of [code, nameOn(unit, era.day).full, codeOf(unit, 'portal') as string]) {
        const report = await cross(era, ['Tỉnh'], [[written], ['01']]);
        expect(read(report)[0]).toEqual([unit.id, '1000']);
      }
    }
  });
});

test('what the portal writes of Bắc Ninh and Quảng Ninh is still read; no act made them cities', () => {
  const names = unitNames(catalog, 'province', after.day);
  for (const [text, code, full] of [
    ['UBND thành phố Bắc Ninh', '24', 'Tỉnh Bắc Ninh'],
    ['UBND thành phố Quảng Ninh', '22', 'Tỉnh Quảng Ninh'],
    ['UBND thành phố Đồng Nai', '75', 'Thành phố Đồng Nai'],
    ['UBND tỉnh Đồng Nai', '75', 'Thành phố Đồng Nai'],
    ['UBND tỉnh Thừa Thiên Huế', '46', 'Thành phố Huế'],
    ['H57 - Huế', '46', 'Thành phố Huế'],
    ['VN-45 Đồng Tháp', '82', 'Tỉnh Đồng Tháp'],
  ] as const) {
    const found = matchUnit(names, text);
    expect(found).toMatchObject({ match: { code } });
    expect('match' in found && nameOn(found.match, after.day).full).toBe(full);
  }
  expect(matchUnit(names, 'H57 - Đồng Tháp')).toMatchObject({ ask: [{ code: '82' }, { code: '46' }] });
});

test.each(eras)('regions are no units, in Vietnamese and in English: %o', async (era) => {
  const names = unitNames(catalog, 'province', era.day);
  for (const { names: region } of catalog.regions) {
    for (const text of [region.vi, region.en, `Vùng ${region.vi}`, region.vi.toUpperCase()]) {
      expect(matchUnit(names, text)).toEqual({ reject: 'not-a-unit', instead: [] });
    }
  }
  for (const make of [cross, long]) {
    const report = await make(era, ['Tỉnh'], [['Hà Nội'], ['Đồng bằng sông Hồng'], ['Tây Nguyên']]);
    expect(read(report)).toEqual([['province:01@2008', '1000']]);
  }
});

describe("a region's row in a ministry's cross-table", () => {
  // Đông Nam Bộ of the 34: Đồng Nai, Hồ Chí Minh, Tây Ninh.
  const rows = (sum: string) => [
    ['STT', 'Tỉnh', 'Số xã', 'Số thôn'],
    ['', 'Vùng Đông Nam Bộ', sum, '15'],
    ['1', 'Đồng Nai', '1', '5'],
    ['2', 'Cần Thơ', '70', '5'],
    ['3', 'Hồ Chí Minh', '2', '5'],
    ['4', 'Tây Ninh', '4', '5'],
  ];
  const found = async (sum: string) => {
    const report = await check([...title(after), ...rows(sum)], after);
    return [report.findings.filter(({ code }) => code !== 'units-missing'), report] as const;
  };

  test('is no unit, and is held against its provinces, wherever they stand', async () => {
    const [left, report] = await found('7');
    expect(left).toEqual([]);
    expect(read(report).map(([area]) => area)).toEqual([
      'province:75@2025',
      'province:92@2025',
      'province:79@2025',
      'province:80@2025',
    ]);
    const [wrong] = await found('77');
    expect(wrong).toMatchObject([
      { code: 'total-differs', at: { cell: 'C4' }, got: '77', expected: '7', difference: '70' },
    ]);
  });

  test('of which a province is missing says nothing', async () => {
    const report = await check([...title(after), ...rows('99').slice(0, -1)], after);
    expect(codes(report)).toEqual(['units-missing']);
  });
});
