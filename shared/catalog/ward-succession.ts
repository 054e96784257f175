import * as v from 'valibot';
import mapFile from './data/ward-map.json' with { type: 'json' };
import { WardMapFile } from './schema.ts';

/** Which commune of the two-level system was made of which wards; nothing else is known of a ward here. */
export type WardMap = {
  /** By the id of a ward or of a district without wards, the communes that took it over: several divided it. */
  communes: ReadonlyMap<string, readonly string[]>;
  /** By the id of a commune, what it was made of, whole or in part. */
  sources: ReadonlyMap<string, readonly string[]>;
};

/** Reads the file of the map. @throws Error when it breaks its shape, or names a pair twice */
export function wardMapOf(content: unknown): WardMap {
  const communes = new Map<string, string[]>();
  const sources = new Map<string, readonly string[]>();
  for (const [code, list] of Object.entries(v.parse(WardMapFile, content).communes)) {
    const id = `commune:${code}`;
    const olds = list.split(' ').map((old) => (old.length === 3 ? `district:${old}` : `ward:${old}`));
    if (new Set(olds).size < olds.length) throw new Error(`ward map: ${id} names a ward twice`);
    sources.set(id, olds);
    for (const old of olds) communes.set(old, [...(communes.get(old) ?? []), id]);
  }
  return { communes, sources };
}

/**
 * Proves the map: every old unit goes somewhere, every target is a commune, every commune was made of something.
 * @param olds the ids of every ward, and of every district without wards
 * @param news the ids of every commune
 * @throws Error that names the unit for which it does not hold
 */
export function checkWardMap(map: WardMap, olds: ReadonlySet<string>, news: ReadonlySet<string>): void {
  for (const id of olds) if (!map.communes.has(id)) throw new Error(`ward map: ${id} goes nowhere`);
  for (const id of map.communes.keys()) {
    if (!olds.has(id)) throw new Error(`ward map: ${id} is no unit of before`);
  }
  for (const id of map.sources.keys()) if (!news.has(id)) throw new Error(`ward map: ${id} is no commune`);
  for (const id of news) if (!map.sources.has(id)) throw new Error(`ward map: ${id} was made of nothing`);
}

let held: WardMap | undefined;
const map = (): WardMap => (held ??= wardMapOf(mapFile));

/**
 * The areas of today to which the figures of an area are carried on the basis `current`. One: they are added to it.
 * Several: the ward was divided and its figures belong to no single commune, so that they are refused there, while
 * its province's total still holds them. A commune and a province stand for themselves.
 * @param area `ward:00001`, `district:318`, `commune:00004`
 * @throws Error for a ward that is not known
 */
export function areasCarried(area: string): readonly string[] {
  if (!/^(ward|district):/.test(area)) return [area];
  const communes = map().communes.get(area);
  if (!communes) throw new Error(`there is no area ${area}`);
  return communes;
}

/** The wards, and districts without wards, of which a commune was made, whole or in part. */
export function areaSources(area: string): readonly string[] {
  return map().sources.get(area) ?? [];
}
