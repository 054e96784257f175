import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { catalog, loadCatalog } from '../../../shared/catalog/catalog.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { predecessorsOf, successorOn } from '../../../shared/catalog/succession.ts';
import { nameOn, unitByCode, unitsOn } from '../../../shared/catalog/unit.ts';
import { filesWith, listed } from './admin-data.ts';

const before = '2025-06-30';
const after = '2025-07-01';
const province = (code: string, day: string) => unitByCode(catalog, 'province', code, day) as Unit;
const ministry = (code: string) => catalog.units.get(`ministry:${code}`) as Unit;

/** The units of a day that one of today is made of; before it took in others, one that lives on is a part of itself. */
const today = '2026-09-14';
const partsOn = (unit: Unit, day: string) =>
  unitsOn(catalog, unit.kind, day).filter((other) => successorOn(catalog, other, today) === unit);

// Two public repositories list the merger of NQ 202/2025/QH15 as 63 rows.
describe('the merger of the 63 provinces into 34', () => {
  const rows = listed('admin/province_merge_63_to_34.csv');

  test('every province goes where the lists say, and 34 are reached', () => {
    expect(rows).toHaveLength(63);
    for (const row of rows) {
      const old = province(row.old_gso_code as string, before);
      // Huế and Đồng Nai bear the names of today in that list.
      expect(nameOn(old, before).vi).toBe(row.old_full_name_vi?.replace(/^(Tỉnh|Thành phố) /, ''));
      expect(successorOn(catalog, old, after)).toBe(province(row.new_gso_code as string, after));
      expect(old.to === null).toBe(row.merged === 'no');
    }
    const reached = new Set(
      unitsOn(catalog, 'province', before).map((unit) => successorOn(catalog, unit, after)),
    );
    expect(reached).toEqual(new Set(unitsOn(catalog, 'province', after)));
    expect(reached.size).toBe(34);
  });

  test('23 were made of two or three, 11 stood unchanged', () => {
    const made = unitsOn(catalog, 'province', after).map((unit) => predecessorsOf(catalog, unit).length);
    const count = (parts: number) => made.filter((length) => length === parts).length;
    expect([count(0), count(2), count(3)]).toEqual([11, 17, 6]);
  });

  test('the parts of each on a day are those that lived then, each once', () => {
    for (const [day, number] of [
      ['2024-12-31', 63],
      [before, 63],
      [after, 34],
      ['2026-09-14', 34],
    ] as const) {
      const parts = unitsOn(catalog, 'province', after).flatMap((unit) => partsOn(unit, day));
      expect(parts).toHaveLength(number);
      expect(new Set(parts)).toEqual(new Set(unitsOn(catalog, 'province', day)));
    }
    const giaLai = province('52', after);
    expect(partsOn(giaLai, before).map(({ code }) => code)).toEqual(['52', '64']);
    expect(partsOn(giaLai, after)).toEqual([giaLai]);
  });
});

test('on any two days, going by the first or straight to the second reaches the same unit, and every unit is reached', () => {
  const day = fc.date({ min: new Date('2008-08-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const kind = fc.constantFrom('province', 'ministry');
  fc.assert(
    fc.property(day, day, kind, (one, two, kind) => {
      const [first, then] = [one, two].map((each) => each.toISOString().slice(0, 10)).sort() as [
        string,
        string,
      ];
      const stands = (unit: Unit, on: string) => successorOn(catalog, unit, on) as Unit;
      const reached = unitsOn(catalog, kind, first).map((unit) => {
        const straight = stands(unit, then);
        expect(stands(stands(unit, first), then)).toBe(straight);
        return straight;
      });
      expect(new Set(reached)).toEqual(new Set(unitsOn(catalog, kind, then)));
    }),
  );
});

test('lives, names and types of provinces are those that other sources list, row by row', () => {
  const types = { tinh: 'province', thanh_pho_tw: 'city' } as const;
  const told = listed('admin/provinces.csv').map((row) => ({
    // There a change of type begins a new row; here the unit lives on.
    day: row.valid_from as string,
    code: row.gso_code,
    full: row.full_name_vi,
    type: types[row.type as keyof typeof types],
    until: row.valid_to || null,
  }));
  expect(told).toHaveLength(88);
  const known = [...catalog.units.values()]
    .filter(({ kind }) => kind === 'province')
    .flatMap((unit) =>
      unit.names.map(({ from, full, type }, place) => {
        const next = unit.names[place + 1]?.from;
        const until = next ? { '2025-01-01': '2024-12-31', '2026-04-30': '2026-04-29' }[next] : unit.to;
        return { day: from as string, code: unit.code, full, type, until };
      }),
    );
  const inOrder = (rows: typeof told) =>
    rows.sort((a, b) => `${a.day} ${a.code}`.localeCompare(`${b.day} ${b.code}`));
  expect(inOrder(known as typeof told)).toEqual(inOrder(told));
});

// NQ 176/2025/QH15: 22 ministries and ministerial agencies until 2025-02-28, 17 from 2025-03-01.
test('ministries and their successors are those of the list, row by row', () => {
  const rows = listed('admin/ministries.csv');
  expect(rows).toHaveLength(24);
  const known = [...catalog.units.values()].filter(({ kind }) => kind === 'ministry');
  expect(
    known.map((unit) => {
      const { full, en, type } = unit.names[0] as Unit['names'][number];
      return [unit.code, full, en, type, unit.from ?? '', unit.to ?? '', unit.successors.join()];
    }),
  ).toEqual(
    rows.map((row) => [
      row.unit_id,
      row.name_vi,
      row.name_en,
      row.kind,
      row.valid_from,
      row.valid_to,
      row.successor_unit_id && `ministry:${row.successor_unit_id}`,
    ]),
  );
  expect(successorOn(catalog, ministry('BTTTT'), '2025-03-01')).toBe(ministry('BKHCN'));
  expect(partsOn(ministry('BNNMT'), '2025-02-28').map(({ code }) => code)).toEqual(['BNNPTNT', 'BTNMT']);
  expect(partsOn(ministry('BTC'), '2025-02-28').map(({ code }) => code)).toEqual(['BKHDT', 'BTC']);
});

describe('a catalogue is refused', () => {
  const refused = (change: Parameters<typeof filesWith>[0]) => expect(() => loadCatalog(filesWith(change)));

  test('when a dissolved unit has no successor', () => {
    refused((_, unit) => {
      unit('province:02@2008').successors = [];
    }).toThrow('province:02@2008 ends on 2025-06-30 without a successor');
  });

  test('when a successor does not live from the next day', () => {
    refused((_, unit) => {
      unit('province:02@2008').to = '2025-06-29';
    }).toThrow('province:08@2025, the successor of province:02@2008, does not live on 2025-06-30');
  });

  test('when a successor is named twice, or is of another kind', () => {
    refused((_, unit) => unit('province:02@2008').successors.push('province:08@2025')).toThrow(
      'province:02@2008 names a successor twice',
    );
    refused((_, unit) => {
      unit('ministry:BTTTT').successors = ['province:01@2008'];
    }).toThrow('ministry:BTTTT has a successor of another kind');
  });

  test('when units succeed each other in a circle', () => {
    refused((_, unit) => {
      unit('province:08@2025').to = '2025-12-31';
      unit('province:08@2025').successors = ['province:02@2008'];
    }).toThrow('province:02@2008, the successor of province:08@2025, does not live on 2026-01-01');
  });

  test('when a unit begins on a map that stood, and none ended for it', () => {
    refused(({ units }, unit) => {
      const made = structuredClone(unit('province:04@2008'));
      units.push({ ...made, id: 'province:03@2025', code: '03', from: '2025-07-01', codes: {} });
      (units.at(-1) as typeof made).names[0] = { ...made.names[0], from: '2025-07-01' } as never;
    }).toThrow('province:03@2025 begins on 2025-07-01, and no unit ended for it the day before');
  });

  test('when two units share a code on a day, in any system; on different days they may', () => {
    refused((_, unit) => {
      unit('province:15@2025').code = '14';
    }).toThrow('province:14@2008 and province:15@2025 share the code 14 (gso) on 2025-07-01');
    refused((_, unit) => {
      unit('province:02@2008').codes.portal = 'H60';
    }).toThrow('province:02@2008 and province:08@2008 share the code H60 (portal) on 2008-08-01');
    refused((_, unit) => {
      unit('ministry:BNNMT').code = 'BTC';
    }).toThrow('share the code BTC (gso) on 2025-03-01');
    // 15 was Yên Bái's and is Lào Cai's.
    expect(province('15', before)).not.toBe(province('15', after));
  });

  test('when a unit ends before it begins, or its names are not in the order of its life', () => {
    refused((_, unit) => {
      unit('province:02@2008').from = '2025-07-01';
    }).toThrow('province:02@2008 ends before it begins');
    refused((_, unit) => unit('province:46@2008').names.reverse()).toThrow(
      'the names of province:46@2008 are not in the order of its life',
    );
  });

  test('a unit that lives has no successor', () => {
    refused((_, unit) => unit('province:01@2008').successors.push('province:04@2008')).toThrow(
      'province:01@2008 has a successor but no last day',
    );
  });
});

test('a divided unit is carried to none', () => {
  const divided = loadCatalog(
    filesWith((_, unit) => unit('province:02@2008').successors.push('province:15@2025')),
  );
  const haGiang = divided.units.get('province:02@2008') as Unit;
  expect(successorOn(divided, haGiang, after)).toBeUndefined();
  expect(successorOn(divided, haGiang, before)).toBe(haGiang);
});
