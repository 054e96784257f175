import type { MultiPolygon as Outline } from 'geojson';
import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** The file of the map: each province by its unit's id, with the id of today's unit that it is of. */
export type Provinces = Topology<{ provinces: GeometryCollection }>;
/** The outline of each unit by its id, in the order of codes. */
export type UnitMap = ReadonlyMap<string, Outline>;

/** The outlines of the 63 provinces, or of today's 34 units, which are merged of them. */
export function outlinesIn(provinces: Provinces, map: '34' | '63'): UnitMap {
  const parts = new Map<string, (Polygon | MultiPolygon)[]>();
  for (const each of provinces.objects.provinces.geometries) {
    const unit = map === '63' ? String(each.id) : (each.properties as { now: string }).now;
    parts.set(unit, [...(parts.get(unit) ?? []), each as Polygon | MultiPolygon]);
  }
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([unit, of]) => [unit, merge(provinces, of)]));
}
