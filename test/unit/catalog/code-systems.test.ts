import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { codeOf, unitOfCode } from '../../../shared/catalog/code-systems.ts';
import type { CodeSystem } from '../../../shared/catalog/schema.ts';
import { nameOn, unitByCode, unitsOn } from '../../../shared/catalog/unit.ts';
import { bareName } from '../../../shared/normalisation/match/unit-names.ts';
import { listed } from './admin-data.ts';

const before = '2025-06-30';
const after = '2025-07-01';

/** The codes of a map in one system, by the province's name without its marks. */
function codesOf(system: CodeSystem['system'], day: string): Record<string, string> {
  const entries = unitsOn(catalog, 'province', day).map((unit) => [
    bareName(nameOn(unit, day).vi),
    codeOf(unit, system),
  ]);
  return Object.fromEntries(entries);
}

describe('codes are those that other sources list', () => {
  test('portal: the 34 of its data in 2026', () => {
    const rows = listed('admin/provinces.csv').filter((row) => row.dvcqg_code && !row.valid_to);
    expect(rows).toHaveLength(34);
    for (const row of rows) {
      const unit = unitOfCode(catalog, { system: 'portal', code: row.dvcqg_code as string }, '2026-09-14');
      expect(unit).toBe(unitByCode(catalog, 'province', row.gso_code as string, '2026-09-14'));
    }
  });

  test('portal: the 63 before follow the alphabet from H01 to H63, but for Hồ Chí Minh before Hậu Giang', () => {
    const units = unitsOn(catalog, 'province', '2024-12-31').map((unit) => ({
      code: codeOf(unit, 'portal') as string,
      letters: nameOn(unit, '2024-12-31').en.replace(' City', '').replace(/[ -]/g, '').toLowerCase(),
    }));
    units.sort((one, two) => (one.code < two.code ? -1 : 1));
    expect(units.map(({ code }) => code)).toEqual(
      Array.from({ length: 63 }, (_, place) => `H${String(place + 1).padStart(2, '0')}`),
    );
    const isBehind = ({ letters }: { letters: string }, place: number) =>
      place > 0 && letters < (units[place - 1]?.letters ?? '');
    // H29 is in the portal's data; H30 (Hậu Giang) in a document of that province.
    expect(units.filter(isBehind)).toEqual([{ code: 'H30', letters: 'haugiang' }]);
    expect(units[28]?.letters).toBe('hochiminh');
  });

  test('ISO 3166-2:VN, 63', () => {
    const rows = listed('admin/iso_3166_2_vn.csv').map(({ code, name }) => [
      bareName((name as string).replace('Kiến', 'Kiên')),
      code,
    ]);
    // The names of 2024: Huế still bears its long one.
    expect(codesOf('iso', '2024-12-31')).toEqual(Object.fromEntries(rows));
  });

  test('ISO on the map of 34: the code of the province whose name the unit bears', () => {
    const old = codesOf('iso', before);
    for (const [name, code] of Object.entries(codesOf('iso', after))) expect(code).toBe(old[name]);
  });

  test('PAPI, 63', () => {
    const rows = listed('admin/papi_codes.csv');
    expect(rows).toHaveLength(63);
    for (const row of rows) {
      const unit = unitOfCode(catalog, { system: 'papi', code: row.papi_code as string }, before);
      expect(unit).toBe(unitByCode(catalog, 'province', row.gso_code_63 as string, before));
    }
  });

  test('PCI, 63 numbers out of its workbook of 2013', async () => {
    const file = new URL('../../data/real/PCI_2013.xlsx', import.meta.url);
    const { sheets } = await readXlsx(readFileSync(file));
    const rows = sheets.find(({ name }) => name === 'Tiếp cận đất đai')?.rows ?? [];
    const short: Record<string, string> = { 'tt hue': 'thua thien hue', hcm: 'ho chi minh' };
    const codes = rows
      .filter(([id, name]) => typeof id === 'number' && typeof name === 'string')
      .map(([id, name]) => {
        const bare = bareName(String(name)).replace('bac can', 'bac kan').replace('brvt', 'ba ria vung tau');
        return [short[bare] ?? bare, String(id)];
      });
    expect(codes).toHaveLength(63);
    expect(codesOf('pci', '2024-12-31')).toEqual(Object.fromEntries(codes));
  });

  test('the merger map, 34 by its column mahc', () => {
    const rows = listed('real/sapnhap_province_2025-07-17.csv').map((row) => [
      bareName((row.tentinh as string).replace('Thủ đô', '').trim()),
      row.mahc,
    ]);
    expect(rows).toHaveLength(34);
    expect(codesOf('sapnhap', after)).toEqual(Object.fromEntries(rows));
  });
});

describe('a code means a unit only in its system and on its day', () => {
  const named = (system: CodeSystem['system'], code: string, day: string) => {
    const unit = unitOfCode(catalog, { system, code }, day);
    return unit && nameOn(unit, day).vi;
  };

  test('15 in four systems, before and after', () => {
    expect(
      (['gso', 'portal', 'sapnhap', 'papi', 'pci', 'iso'] as const).map((system) => {
        const code = { portal: 'H15', papi: 'P15', iso: 'VN-15', gso: '15', sapnhap: '15', pci: '15' }[
          system
        ];
        return [system, named(system, code, before), named(system, code, after)];
      }),
    ).toEqual([
      ['gso', 'Yên Bái', 'Lào Cai'],
      ['portal', 'Đắk Lắk', 'Đắk Lắk'],
      ['sapnhap', undefined, 'Sơn La'],
      ['papi', 'Bắc Giang', undefined],
      ['pci', 'Phú Yên', undefined],
      // Hà Tây, until 2008.
      ['iso', undefined, undefined],
    ]);
  });
});
