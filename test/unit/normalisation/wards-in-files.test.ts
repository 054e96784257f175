import { describe, expect, test } from '@jest/globals';
import { wardsOf } from '../../../shared/catalog/wards.ts';
import { checkHazardFile } from '../../../tools/hazards/hazard-files.ts';

/** Files of the second quarter of 2025, when there were wards in districts. */
const period = '2025-Q2';
const title = (unit: string) => [[`Đơn vị báo cáo: ${unit}`], ['Kỳ báo cáo: Quý II/2025']];
const wards = wardsOf('79');

async function read(rows: string[][], form: string, unit = 'province:79@2008') {
  const { observations, findings } = await checkHazardFile(rows, 'xlsx', { unit, period, form });
  const left = findings.filter(({ code }) => code !== 'indicator-missing' && code !== 'units-missing');
  return {
    areas: observations.map(({ area, value }) => [area, value]),
    codes: left.map(({ code, at }) => `${code}@${at?.cell}`),
    hints: left.map(({ hint }) => hint?.vi),
  };
}

describe('a long table by ward', () => {
  const long = (heads: string[], rows: string[][]) =>
    read([...title('Thành phố Hồ Chí Minh'), [...heads, 'Mã chỉ tiêu', 'Giá trị'], ...rows], 'hazard-unit');
  const figure = (at: number) => ['HZ1.N', String(at)];
  const all = wards.map(({ id }, at) => [id, String(at)]);

  test('by code: every ward', async () => {
    const rows = wards.map(({ code }, at) => [code, ...figure(at)]);
    expect(await long(['Mã xã'], rows)).toMatchObject({ areas: all, codes: [] });
  });

  test('by name, with a column of districts', async () => {
    const rows = wards.map(({ name, district }, at) => [
      district?.full.replace('Huyện', 'H.') ?? '',
      name.full,
      ...figure(at),
    ]);
    expect(await long(['Quận/huyện', 'Xã, phường'], rows)).toMatchObject({ areas: all, codes: [] });
  });

  test('by name with its district in one cell', async () => {
    const rows = wards.map(({ name, district }, at) => [`${name.full}, ${district?.full}`, ...figure(at)]);
    expect(await long(['Xã, phường'], rows)).toMatchObject({ areas: all, codes: [] });
  });

  test('by name alone: what one district has is read, what several have is asked, with their districts', async () => {
    const { areas, codes, hints } = await long(
      ['Xã, phường'],
      [
        ['Phường Bến Nghé', ...figure(1)],
        ['Phường 14', ...figure(2)],
      ],
    );
    expect(areas).toEqual([['ward:26740', '1']]);
    expect(codes).toEqual(['unit-unclear@A5']);
    expect(hints[0]).toMatch(/^Có thể là: Phường 14, Quận \S/);
  });

  test('a ward in a district that has none of that name is not known', async () => {
    const { areas, codes } = await long(
      ['Quận/huyện', 'Xã, phường'],
      [['Quận 7', 'Phường Bến Nghé', ...figure(1)]],
    );
    expect(areas).toEqual([]);
    expect(codes).toEqual(['unit-unknown@B4']);
  });
});

test('a cross-table by ward, under the headings of their districts', async () => {
  const head = ['STT', 'Xã, phường', 'HZ.HOA', 'HZ.THUY'];
  const rows = [
    ['I', 'Quận 3', '', ''],
    ['1', 'Phường 1', '1', '5'],
    ['2', 'Phường 2', '2', '5'],
    ['II', 'Quận 4', '', ''],
    ['1', 'Phường 1', '3', '5'],
  ];
  const id = (name: string, district: string) =>
    wards.find((each) => each.name.full === name && each.district?.full === district)?.id;
  const { areas, codes } = await read([...title('Thành phố Hồ Chí Minh'), head, ...rows], 'hazard');
  expect(codes).toEqual([]);
  expect(areas).toEqual([
    [id('Phường 1', 'Quận 3'), '1'],
    [id('Phường 1', 'Quận 3'), '5'],
    [id('Phường 2', 'Quận 3'), '2'],
    [id('Phường 2', 'Quận 3'), '5'],
    [id('Phường 1', 'Quận 4'), '3'],
    [id('Phường 1', 'Quận 4'), '5'],
  ]);
  const without = rows.filter(([order]) => order !== 'I' && order !== 'II').slice(0, 2);
  const asked = await read([...title('Thành phố Hồ Chí Minh'), head, ...without], 'hazard');
  expect([asked.areas, asked.codes]).toEqual([[], ['unit-unclear@B4', 'unit-unclear@B5']]);
});
