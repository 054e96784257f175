import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type CatalogFiles, catalog, loadCatalog } from '../../../shared/catalog/catalog.ts';
import { nameOn, unitByCode, unitsOn } from '../../../shared/catalog/unit.ts';

const folder = new URL('../../../shared/catalog/data/', import.meta.url);
const file = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const files = (): CatalogFiles =>
  Object.fromEntries(
    ['catalog', 'units', 'indicators', 'forms', 'scorecards', 'meetings'].map((name) => [name, file(name)]),
  ) as CatalogFiles;

describe('units', () => {
  test.each([
    ['2022-06-30', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-09-14', 34],
  ])('on %s there are %i provinces', (day, count) => {
    expect(unitsOn(catalog, 'province', day)).toHaveLength(count);
  });

  test.each([
    ['2025-02-28', 22],
    ['2025-03-01', 17],
  ])('on %s there are %i ministries and ministerial agencies', (day, count) => {
    expect(unitsOn(catalog, 'ministry', day)).toHaveLength(count);
  });

  // QĐ 19/2025/QĐ-TTg: seven codes changed meaning with the merger of 1 July 2025.
  test.each([
    ['15', 'Tỉnh Yên Bái', 'Tỉnh Lào Cai'],
    ['24', 'Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh'],
    ['44', 'Tỉnh Quảng Bình', 'Tỉnh Quảng Trị'],
    ['52', 'Tỉnh Bình Định', 'Tỉnh Gia Lai'],
    ['80', 'Tỉnh Long An', 'Tỉnh Tây Ninh'],
    ['82', 'Tỉnh Tiền Giang', 'Tỉnh Đồng Tháp'],
    ['91', 'Tỉnh Kiên Giang', 'Tỉnh An Giang'],
  ])('code %s means %s until June 2025 and %s from July', (code, before, after) => {
    const name = (day: string) => {
      const unit = unitByCode(catalog, 'province', code, day);
      return unit && nameOn(unit, day).full;
    };
    expect(name('2025-06-30')).toBe(before);
    expect(name('2025-07-01')).toBe(after);
  });

  test('a change of type under one code keeps the unit and changes its name', () => {
    const hue = (day: string) => unitByCode(catalog, 'province', '46', day);
    expect(hue('2024-12-31')).toBe(hue('2025-01-01'));
    expect(nameOn(hue('2024-12-31') as never, '2024-12-31').full).toBe('Tỉnh Thừa Thiên Huế');
    expect(nameOn(hue('2025-01-01') as never, '2025-01-01').full).toBe('Thành phố Huế');
    const dongNai = (day: string) => unitByCode(catalog, 'province', '75', day);
    expect(dongNai('2026-04-29')).toBe(dongNai('2026-04-30'));
    expect(nameOn(dongNai('2026-04-30') as never, '2026-04-30').full).toBe('Thành phố Đồng Nai');
    expect(dongNai('2025-06-30')).not.toBe(dongNai('2025-07-01'));
  });

  test('every dissolved province has one successor that lives from the next day', () => {
    const dissolved = [...catalog.units.values()].filter(
      (unit) => unit.kind === 'province' && unit.to !== null,
    );
    expect(dissolved).toHaveLength(52);
    for (const unit of dissolved) {
      expect(unit.successors).toHaveLength(1);
      expect(catalog.units.get(unit.successors[0] as string)?.from).toBe('2025-07-01');
    }
  });
});

describe('the catalogue is refused', () => {
  test('when a file breaks its shape, with the place named', () => {
    const broken = files();
    (broken.units as { units: { code: number }[] }).units[0] = { ...file('units').units[0], code: 1 };
    expect(() => loadCatalog(broken)).toThrow(/units\.json: units\.0\.code/);
  });

  test('when a unit stands twice', () => {
    const broken = files();
    const units = file('units');
    units.units.push(units.units[0]);
    broken.units = units;
    expect(() => loadCatalog(broken)).toThrow(/province:01@2008 stands twice/);
  });

  test('when a scorecard names an indicator that is not there', () => {
    const broken = files();
    const indicators = file('indicators');
    indicators.indicators = indicators.indicators.filter((entry: { id: string }) => entry.id !== '766.TDGQ');
    broken.indicators = indicators;
    expect(() => loadCatalog(broken)).toThrow(/766\.TDGQ/);
  });

  test('when a successor does not exist', () => {
    const broken = files();
    const units = file('units');
    units.units[1].successors = ['province:99@2025'];
    broken.units = units;
    expect(() => loadCatalog(broken)).toThrow(/province:99@2025/);
  });
});

describe('the scorecard qd766', () => {
  // QĐ 766/QĐ-TTg: 18 + 20 + (12 + 10) + 22 + 18 = 100 points.
  test('has the groups and maxima of the decision', () => {
    const groups = catalog.scorecards.get('qd766')?.groups ?? [];
    expect(Object.fromEntries(groups.map((group) => [group.code, group.max]))).toEqual({
      CKMB: '18',
      TDGQ: '20',
      ONLINE: '12',
      TTTT: '10',
      MDSH: '22',
      MDHL: '18',
    });
    for (const group of groups) {
      if (group.rule !== 'sum-of-rounded') continue;
      const total = group.metrics.reduce((points, metric) => points + Number(metric.max), 0);
      expect(`${group.code} ${total}`).toBe(`${group.code} ${group.max}`);
    }
  });
});

test('the data files change only with a new version: the digest below is that of version 2026.4', () => {
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).sort()) digest.update(readFileSync(new URL(name, folder)));
  expect({ version: catalog.version, digest: digest.digest('hex').slice(0, 16) }).toEqual({
    version: '2026.4',
    digest: '3424b1e2709a36e9',
  });
});
