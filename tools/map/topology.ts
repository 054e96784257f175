import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';

/** What is made into a topology: rings of whole numbers, the outer one first, as GeoJSON orders them. */
export type Shape = { id: string; properties: Record<string, string>; polygons: Position[][][] };

/**
 * One TopoJSON of shapes whose common borders have the very same points: each border is held once, so that neighbours
 * never part and can be merged. Nothing is simplified: points are whole steps of the grid.
 * @param grid the size of a step and where the grid begins, in degrees
 */
export function topologyOf(
  shapes: readonly Shape[],
  grid: { step: number; origin: [number, number] },
  object: string,
): Topology {
  const rings = shapes.flatMap(({ polygons }) => polygons.flat());
  const junctions = junctionsOf(rings);
  const arcs: Position[][] = [];
  const known = new Map<string, number>();
  const arcOf = (points: Position[]): number => {
    const forward = points.map(key).join(' ');
    const found = known.get(forward);
    if (found !== undefined) return found;
    const backward = [...points].reverse().map(key).join(' ');
    arcs.push(points);
    known.set(forward, arcs.length - 1);
    if (backward !== forward) known.set(backward, ~(arcs.length - 1));
    return arcs.length - 1;
  };
  const geometries = shapes.map(({ id, properties, polygons }) => ({
    type: 'MultiPolygon' as const,
    id,
    properties,
    arcs: polygons.map((polygon) => polygon.map((ring) => cut(ring, junctions).map(arcOf))),
  }));
  return {
    type: 'Topology',
    transform: { scale: [grid.step, grid.step], translate: grid.origin },
    objects: { [object]: { type: 'GeometryCollection', geometries } },
    arcs: arcs.map(asSteps),
  };
}

function key([x, y]: Position): string {
  return `${x},${y}`;
}

/** The points at which borders part or meet: those whose neighbours are not the same two in every ring. */
function junctionsOf(rings: readonly Position[][]): Set<string> {
  const neighbours = new Map<string, string>();
  const junctions = new Set<string>();
  for (const ring of rings) {
    const open = ring.slice(0, -1).map((point) => key(point));
    open.forEach((point, at) => {
      const two = [open.at(at - 1) ?? '', open[(at + 1) % open.length] ?? ''].sort().join(' ');
      const before = neighbours.get(point);
      if (before === undefined) neighbours.set(point, two);
      else if (before !== two) junctions.add(point);
    });
  }
  return junctions;
}

/** The pieces of a ring between junctions; a ring without any is one piece, begun at its least point. */
function cut(ring: readonly Position[], junctions: ReadonlySet<string>): Position[][] {
  const open = ring.slice(0, -1);
  const places = open.map((_, at) => at).filter((at) => junctions.has(key(open[at] as Position)));
  const [first = leastOf(open)] = places;
  const turned = [...open.slice(first), ...open.slice(0, first), open[first] as Position];
  if (places.length === 0) return [turned];
  const ends = [...places.slice(1), first + open.length].map((at) => at - first);
  let from = 0;
  return ends.map((end) => {
    const piece = turned.slice(from, end + 1);
    from = end;
    return piece;
  });
}

function leastOf(points: readonly Position[]): number {
  const keys = points.map(key);
  return keys.indexOf([...keys].sort()[0] ?? '');
}

function asSteps(points: readonly Position[]): Position[] {
  let [x, y] = [0, 0];
  return points.map(([toX = 0, toY = 0]) => {
    const step = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return step;
  });
}
