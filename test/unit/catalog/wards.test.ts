import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Commune, communesOf, communesOn } from '../../../shared/catalog/communes.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { successorOn } from '../../../shared/catalog/succession.ts';
import { unitByCode, unitsOn } from '../../../shared/catalog/unit.ts';
import {
  areaSources,
  areasCarried,
  checkWardMap,
  wardMapOf,
} from '../../../shared/catalog/ward-succession.ts';
import { provincesWithWards, wardsOf } from '../../../shared/catalog/wards.ts';

const before = '2025-06-30';
const after = '2025-07-01';
const wards = provincesWithWards().flatMap(wardsOf);
const communes = unitsOn(catalog, 'province', after).flatMap(({ code }) => communesOf(code, after));
const ids = (areas: readonly Commune[]) => new Set(areas.map(({ id }) => id));
const file = JSON.parse(
  readFileSync(new URL('../../../shared/catalog/data/ward-map.json', import.meta.url), 'utf8'),
);
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the wards of June 2025', () => {
  test('10,035 in 691 districts of 63 provinces, and five island districts without wards', () => {
    const islands = wards.filter(({ id }) => id.startsWith('district:'));
    expect([wards.length - islands.length, ids(wards).size]).toEqual([10_035, 10_040]);
    expect(new Set(wards.flatMap(({ district }) => district?.code ?? [])).size).toBe(691);
    expect(provincesWithWards()).toEqual(unitsOn(catalog, 'province', before).map(({ code }) => code));
    expect(islands.map(({ name, province }) => [name.full, province])).toEqual([
      ['Huyện Bạch Long Vĩ', '31'],
      ['Huyện Cồn Cỏ', '45'],
      ['Huyện Hoàng Sa', '48'],
      ['Huyện Lý Sơn', '51'],
      ['Huyện Côn Đảo', '77'],
    ]);
  });

  // The digests are of the lists of vietnamadminunits: code, district, province and name in small letters, sorted.
  test('are those of the source, one by one, with their districts', () => {
    const rows = wards
      .filter(({ district }) => district)
      .map(
        ({ code, district, province, name }) =>
          `${code} ${district?.code} ${province} ${name.full.toLowerCase()}`,
      );
    expect(digestOf(rows.sort().join('\n'))).toBe(
      'e019dcc402a12eb742774a719de48b964b129131ad382fcdb602ec4e3fd4a002',
    );
    const districts = wards.map(({ code, district, province, name }) => {
      const { code: number, full } = district ?? { code, full: name.full };
      return `${number} ${province} ${full.toLowerCase()}`;
    });
    expect(digestOf([...new Set(districts)].sort().join('\n'))).toBe(
      '14c4f1ad8fd17b0f473c85b88ca8a1f97782f79d1d85287477551eb27511493a',
    );
  });

  test('the units of a province on a day: wards until 2025-06-30, communes from 2025-07-01', async () => {
    expect(await communesOn('82', before)).toEqual(wardsOf('82'));
    expect(await communesOn('82', after)).toEqual(communesOf('82', after));
    expect((await communesOn('82', after)).every(({ id }) => id.startsWith('commune:'))).toBe(true);
    // 87 was Đồng Tháp's code, and is nobody's.
    expect([(await communesOn('87', before)).length > 0, await communesOn('87', after)]).toEqual([true, []]);
  });
});

describe('wards → communes', () => {
  test('is total: 10,040 units of before and 3,321 communes, nothing left out and nothing that is not there', () => {
    expect(communes).toHaveLength(3321);
    expect(() => checkWardMap(wardMapOf(file), ids(wards), ids(communes))).not.toThrow();
  });

  // vietnamadminunits' map is a CSV of 10,602 rows, sorted, with this SHA-256.
  test('is that of the source, byte for byte, but for the code of Ba Chẽ', () => {
    const provinceOf = new Map([...wards, ...communes].map(({ id, province }) => [id, province]));
    const rows = wards.flatMap(({ id, code, district, province }) => {
      const targets = areasCarried(id);
      return targets.map((target) => {
        const place = district ? [code, district.code] : ['', code];
        const commune = target.slice(8).replace('06978', '06970');
        return [
          ...place,
          province,
          commune,
          provinceOf.get(target),
          targets.length > 1 ? 'True' : 'False',
        ].join();
      });
    });
    expect(rows).toHaveLength(10_602);
    const header =
      'old_ward_code,old_district_code,old_province_gso_code,new_commune_code,new_province_gso_code,old_ward_was_divided';
    expect(digestOf([header, ...rows.sort(), ''].join('\n'))).toBe(
      '3ed8b0fa4ed8c393576f870a84d322bdeb9b7b5f84115ea0121400ab6132a57f',
    );
  });

  test('471 wards were divided, and are carried to no single commune', () => {
    const divided = wards.filter(({ id }) => areasCarried(id).length > 1);
    expect(divided).toHaveLength(471);
    expect(areasCarried('ward:00040')).toEqual(['commune:00004', 'commune:00070']);
    expect(areasCarried('ward:00043')).toEqual(['commune:00070']);
    expect(areasCarried('district:498')).toEqual(['commune:20333']);
    expect(areasCarried('commune:00004')).toEqual(['commune:00004']);
    expect(areasCarried('province:82@2025')).toEqual(['province:82@2025']);
    expect(() => areasCarried('ward:99999')).toThrow('there is no area ward:99999');
    expect(areaSources('commune:20333')).toEqual(['district:498']);
    expect(areaSources('commune:06978')).toContain('ward:06970');
  });

  test("stays in the province's successor", () => {
    const provinceOf = new Map(communes.map(({ id, province }) => [id, province]));
    for (const { id, province } of wards) {
      const old = unitByCode(catalog, 'province', province, before) as Unit;
      const successor = successorOn(catalog, old, after);
      for (const commune of areasCarried(id)) expect(provinceOf.get(commune)).toBe(successor?.code);
    }
  });
});

describe('a map of wards is refused', () => {
  const changed = (change: (communes: Record<string, string>) => void) => {
    const copy = structuredClone(file);
    change(copy.communes);
    return () => checkWardMap(wardMapOf(copy), ids(wards), ids(communes));
  };

  test('when a ward goes nowhere', () => {
    expect(
      changed((map) => {
        map['00070'] = (map['00070'] as string).replace('00043 ', '');
      }),
    ).toThrow('ward map: ward:00043 goes nowhere');
  });

  test('when a ward that never was goes somewhere', () => {
    expect(
      changed((map) => {
        map['00025'] += ' 99999';
      }),
    ).toThrow('ward map: ward:99999 is no unit of before');
  });

  test('when a pair stands twice', () => {
    expect(
      changed((map) => {
        map['00070'] += ' 00043';
      }),
    ).toThrow('ward map: commune:00070 names a ward twice');
  });

  test('when a target is no commune, or a commune was made of nothing', () => {
    expect(
      changed((map) => {
        map['06970'] = map['06978'] as string;
      }),
    ).toThrow('ward map: commune:06970 is no commune');
    expect(
      changed((map) => {
        map['00004'] += ` ${map['06978']}`;
        delete map['06978'];
      }),
    ).toThrow('ward map: commune:06978 was made of nothing');
  });

  test('when it breaks its shape', () => {
    expect(
      changed((map) => {
        map['00025'] = '34';
      }),
    ).toThrow();
  });
});
