// Makes web/map/viet-nam.topojson; run by hand when the source changes. See --help.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import unitsFile from '../../shared/catalog/data/units.json' with { type: 'json' };
import { type Outline, ringArea, withIslands } from './islands.ts';
import { type Shape, topologyOf } from './topology.ts';

const help = `Makes the portal's map out of the outlines of the 63 provinces (GeoJSON, properties.gso_code).

  node tools/node24.mjs tools/map/make-map.ts SOURCE.geojson    writes web/map/viet-nam.topojson

Each province has the id of its unit before 2025-07-01, and in properties.now that of the unit of today.`;

const step = 0.001;
const origin: [number, number] = [102, 8];
const lastDayOf63 = '2025-06-30';

const [source] = process.argv.slice(2);
if (source === undefined || source.startsWith('-')) {
  process.stdout.write(`${help}\n`);
  process.exitCode = source === '--help' ? 0 : 2;
} else {
  const outlines = JSON.parse(await readFile(source, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const shapes = withIslands(outlines.features.map(outlineOf)).map(({ code, polygons }): Shape => {
    const unit = unitOf(code);
    return { id: unit.id, properties: { now: unit.successors[0] ?? unit.id }, polygons: onGrids(polygons) };
  });
  shapes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const target = resolve(import.meta.dirname, '../../web/map/viet-nam.topojson');
  const text = `${JSON.stringify(topologyOf(shapes, { step, origin }, 'provinces'))}\n`;
  await writeFile(target, text);
  process.stdout.write(`${target}: ${shapes.length} provinces, ${text.length} byte\n`);
}

/** The province of a code on the last day of the 63. @throws Error when there is none */
function unitOf(code: string) {
  const found = unitsFile.units.find(
    (unit) =>
      unit.kind === 'province' &&
      unit.code === code &&
      (unit.from ?? '') <= lastDayOf63 &&
      (unit.to ?? '9') >= lastDayOf63,
  );
  if (!found) throw new Error(`no province had the code ${code} on ${lastDayOf63}`);
  return found;
}

/** On the grid, outer rings clockwise and holes against it: as maps on a sphere are drawn. */
function outlineOf({ properties, geometry }: Feature<Polygon | MultiPolygon>): Outline {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const wound = (ring: Position[], at: number) =>
    ringArea(ring) < 0 === (at === 0) ? ring : ring.toReversed();
  return { code: String(properties?.gso_code), polygons: polygons.map((polygon) => polygon.map(wound)) };
}

function onGrids(polygons: readonly Position[][][]): Position[][][] {
  return polygons.map((polygon) => polygon.map((ring) => ring.map(onGrid)));
}

function onGrid([longitude = 0, latitude = 0]: Position): Position {
  return [Math.round((longitude - origin[0]) / step), Math.round((latitude - origin[1]) / step)];
}
