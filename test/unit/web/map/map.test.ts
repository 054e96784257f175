import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { geoArea, geoContains } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import unitsFile from '../../../../shared/catalog/data/units.json' with { type: 'json' };
import { ringArea, withIslands } from '../../../../tools/map/islands.ts';
import { topologyOf } from '../../../../tools/map/topology.ts';
import { textWidth } from '../../../../web/charts/text-width.ts';
import { archipelagos } from '../../../../web/map/archipelagos.ts';
import { mapLayout } from '../../../../web/map/map-layout.ts';
import { outlinesIn, type Provinces, type UnitMap } from '../../../../web/map/outlines.ts';

let of63: UnitMap;
let of34: UnitMap;
beforeAll(async () => {
  const file = new URL('../../../../web/map/viet-nam.topojson', import.meta.url);
  const provinces = JSON.parse(await readFile(file, 'utf8')) as Provinces;
  of63 = outlinesIn(provinces, '63');
  of34 = outlinesIn(provinces, '34');
});

const livingOn = (day: string) =>
  unitsFile.units
    .filter(({ kind, from, to }) => kind === 'province' && (from ?? '') <= day && (to ?? '9') >= day)
    .map(({ id }) => id)
    .sort();

describe('the map', () => {
  test('has an outline of every province of its day, and of no other', () => {
    expect([...of63.keys()].sort()).toEqual(livingOn('2025-06-30'));
    expect([...of34.keys()].sort()).toEqual(livingOn('2025-07-01'));
    expect([of63.size, of34.size]).toEqual([63, 34]);
  });

  // The Statistical Yearbook: 331 thousand km².
  test.each(['63', '34'] as const)('of %s covers the country once', (map) => {
    const outlines = map === '63' ? of63 : of34;
    const area = [...outlines.values()].reduce((sum, outline) => sum + geoArea(outline), 0) * 6371 ** 2;
    expect(area / 331_000).toBeCloseTo(1, 1);
    expect(Math.abs(area - 331_000)).toBeLessThan(3_000);
  });

  // Where capitals and islands lie, and whose they are: before 2025-07-01, and now.
  test.each([
    ['Hà Nội', 105.83, 21.03, '01@2008', '01@2008'],
    ['Đà Nẵng', 108.2, 16.05, '48@2008', '48@2025'],
    ['Nha Trang', 109.18, 12.25, '56@2008', '56@2025'],
    ['Quy Nhơn', 109.2, 13.78, '52@2008', '52@2025'],
    ['Pleiku', 108.0, 13.98, '64@2008', '52@2025'],
    ['Phú Quốc', 103.98, 10.25, '91@2008', '91@2025'],
    ['Côn Đảo', 106.61, 8.7, '77@2008', '79@2025'],
    ['Cát Bà', 107.0, 20.8, '31@2008', '31@2025'],
    ['Bạch Long Vĩ', 107.735, 20.132, '31@2008', '31@2025'],
    ['Lý Sơn', 109.12, 15.381, '51@2008', '51@2025'],
    ['Cù Lao Chàm', 108.515, 15.95, '49@2008', '48@2025'],
    ['Phú Quý', 108.945, 10.525, '60@2008', '68@2025'],
    ['Thổ Châu', 103.475, 9.295, '91@2008', '91@2025'],
    ['Cẩm Phả', 107.28, 21.02, '22@2008', '22@2008'],
  ])('%s lies in its province', (_, longitude, latitude, before, now) => {
    const at = (outlines: UnitMap) =>
      [...outlines].filter(([, outline]) => geoContains(outline, [longitude, latitude])).map(([id]) => id);
    expect(at(of63)).toEqual([`province:${before}`]);
    expect(at(of34)).toEqual([`province:${now}`]);
  });

  test('has nothing of the neighbours: Guangxi, Hainan, Luang Prabang, Phnom Penh', () => {
    for (const point of [
      [108.4, 22.8],
      [110.3, 20.0],
      [102.1, 19.9],
      [104.9, 11.55],
    ] as const) {
      for (const outline of of63.values()) expect(geoContains(outline, [...point])).toBe(false);
    }
  });
});

describe('the archipelagos', () => {
  const nameOf = (id: string) => unitsFile.units.find((unit) => unit.id === id)?.names.at(-1)?.full;

  test('belong to Đà Nẵng and to Khánh Hòa on both maps', () => {
    const [hoangSa, truongSa] = archipelagos;
    expect(hoangSa?.names.vi).toBe('Quần đảo Hoàng Sa');
    expect(truongSa?.names.vi).toBe('Quần đảo Trường Sa');
    for (const map of ['63', '34'] as const) {
      expect(nameOf(hoangSa?.units[map] ?? '')).toBe('Thành phố Đà Nẵng');
      expect(nameOf(truongSa?.units[map] ?? '')).toBe('Tỉnh Khánh Hòa');
    }
  });

  test.each([288, 328, 420, 600, 735, 900, 1248])(
    'stand in the sea and within the drawing, %i wide',
    (width) => {
      const { insets, projection, height, sea } = mapLayout(width, { width: 190, height: 150 });
      const land = [...of63.values()].flatMap(({ coordinates }) => coordinates.flat(2));
      for (const inset of insets) {
        const half = Math.max(inset.width, textWidth(inset.archipelago.names.vi, 13)) / 2;
        const middle = inset.x + inset.width / 2;
        expect(middle + half).toBeLessThanOrEqual(width + 0.5);
        expect(inset.textY + 16).toBeLessThanOrEqual(height);
        const under = land.filter(([longitude = 0, latitude = 0]) => {
          const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
          return x > middle - half && y > inset.y && y < inset.textY + 18;
        });
        expect(under.length).toBe(0);
        for (const { x, y } of inset.islands) {
          expect(x).toBeGreaterThan(inset.x);
          expect(x).toBeLessThan(inset.x + inset.width);
          expect(y).toBeGreaterThan(inset.y);
          expect(y).toBeLessThan(inset.y + inset.height);
        }
      }
      expect(sea.x + textWidth('Biển Đông', 15) / 2).toBeLessThanOrEqual(width + 0.5);
    },
  );
});

describe('the making of the map', () => {
  const square = (x: number, y: number) => [
    [x, y],
    [x, y + 2],
    [x + 2, y + 2],
    [x + 2, y],
    [x, y],
  ];

  test('holds a common border once, and gives every shape back', () => {
    const shapes = [0, 2].map((x) => ({ id: `s${x}`, properties: { now: 's' }, polygons: [[square(x, 0)]] }));
    const topology = topologyOf(shapes, { step: 0.5, origin: [100, 10] }, 'provinces');
    expect(topology.arcs).toHaveLength(3);
    const [first] = outlinesIn(topology as Provinces, '63').values();
    const corners = (first as MultiPolygon).coordinates.flat(2).map(String).sort();
    expect(new Set(corners)).toEqual(new Set(['100,10', '100,11', '101,10', '101,11']));
    const [merged] = outlinesIn(topology as Provinces, '34').values();
    expect(ringArea((merged as MultiPolygon).coordinates[0]?.[0] ?? [])).toBe(2 * -2);
  });

  test('stops where an island is not where it is expected', () => {
    expect(() => withIslands([{ code: '96', polygons: [[square(104, 9)]] }])).toThrow(/Thổ Châu: 0 shapes/);
  });
});
