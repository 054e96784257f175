import type { Position } from 'geojson';

/**
 * Islands that the source draws as parts of provinces to which they do not belong: its outlines without a name were all
 * taken for Cà Mau's, Hải Phòng's islands for Quảng Ninh's, and Côn Đảo for Sóc Trăng's. Each by a point within its
 * bounds, with the GSO code of its province before 2025-07-01.
 */
export const islands: readonly {
  name: string;
  at: [longitude: number, latitude: number];
  province: string;
}[] = [
  { name: 'Thổ Châu', at: [103.47, 9.294], province: '91' },
  { name: 'Nam Du', at: [104.359, 9.68], province: '91' },
  { name: 'Hòn Rái (Lại Sơn)', at: [104.636, 9.806], province: '91' },
  { name: 'Cù Lao Xanh (Nhơn Châu)', at: [109.355, 13.619], province: '52' },
  { name: 'Lý Sơn', at: [109.12, 15.381], province: '51' },
  { name: 'Cù Lao Chàm', at: [108.515, 15.949], province: '49' },
  { name: 'Hòn Mê', at: [105.931, 19.37], province: '38' },
  { name: 'Bạch Long Vĩ', at: [107.737, 20.132], province: '31' },
  { name: 'Hạ Mai', at: [107.464, 20.726], province: '22' },
  { name: 'Vĩnh Thực', at: [107.968, 21.237], province: '22' },
  { name: 'Cát Bà', at: [107.01, 20.79], province: '31' },
  { name: 'Cái Tráp', at: [106.892, 20.857], province: '31' },
  { name: 'Đình Vũ', at: [106.764, 20.83], province: '31' },
  { name: 'Vũ Yên', at: [106.742, 20.864], province: '31' },
  { name: 'Minh Đức, Gia Đức, Gia Minh (Thủy Nguyên)', at: [106.72, 20.972], province: '31' },
  { name: 'Côn Đảo', at: [106.61, 8.71], province: '77' },
];

export type Outline = { code: string; polygons: Position[][][] };

/** Gives each island to its province. @throws Error when one is not found, or more than one shape is */
export function withIslands(outlines: readonly Outline[]): Outline[] {
  const moved = new Map<Position[][], string>();
  for (const { name, at, province } of islands) {
    const found = outlines.flatMap(({ polygons }) =>
      polygons.filter((polygon) => isIsland(polygon, polygons, at)),
    );
    const [island, ...others] = found;
    if (island === undefined || others.length > 0) throw new Error(`${name}: ${found.length} shapes`);
    moved.set(island, province);
  }
  return outlines.map(({ code, polygons }) => {
    const kept = polygons.filter((polygon) => (moved.get(polygon) ?? code) === code);
    const given = [...moved].filter(([polygon, to]) => to === code && !kept.includes(polygon));
    return { code, polygons: [...kept, ...given.map(([polygon]) => polygon)] };
  });
}

/** Whether a point lies within the bounds of a shape that is not its province's largest. */
function isIsland(
  polygon: Position[][],
  polygons: readonly Position[][][],
  [x, y]: [number, number],
): boolean {
  const most = Math.max(...polygons.map((each) => Math.abs(ringArea(each[0] ?? []))));
  const ring = polygon[0] ?? [];
  if (Math.abs(ringArea(ring)) === most) return false;
  const xs = ring.map(([longitude = 0]) => longitude);
  const ys = ring.map(([, latitude = 0]) => latitude);
  return Math.min(...xs) <= x && x <= Math.max(...xs) && Math.min(...ys) <= y && y <= Math.max(...ys);
}

/** Twice the area of a closed ring, below zero where it runs clockwise. */
export function ringArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [beforeX = 0, beforeY = 0] = ring[at] ?? [];
    return sum + beforeX * y - x * beforeY;
  }, 0);
}
