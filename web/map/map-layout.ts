import type { GeoProjection } from 'd3-geo';
import { geoMercator } from 'd3-geo';
import { textWidth } from '../charts/text-width.ts';
import { type Archipelago, archipelagos } from './archipelagos.ts';

/** What lies on land: the corners of the mainland and its islands, in degrees. */
const land = { west: 102.1, east: 109.5, south: 8.4, north: 23.4 };
const mostHeight = 760;
const gap = 6;
/** So much of a narrow place is left to the sea. */
const narrowSea = 96;

export type PlacedInset = {
  archipelago: Archipelago;
  x: number;
  y: number;
  width: number;
  height: number;
  islands: { x: number; y: number }[];
  /** The middle of its two lines of words, below the box. */
  textX: number;
  textY: number;
};
export type MapLayout = {
  height: number;
  projection: GeoProjection;
  insets: PlacedInset[];
  sea: { x: number; y: number };
  legend: { x: number; y: number; isBeside: boolean };
};

/**
 * Places land, insets and legend in a width. The land stands to the left; in the sea beside it stand the insets, Hoàng Sa
 * above Trường Sa as they lie; the legend to the right where there is room, else below.
 * @param legend how wide and how high it is
 */
export function mapLayout(width: number, legend: { width: number; height: number }): MapLayout {
  const isBeside = width >= 560 + legend.width;
  const room = isBeside ? width - legend.width - 24 : width;
  const most = Math.min(mostHeight, room * 1.55);
  const projection = geoMercator().fitExtent(
    [
      [gap, gap],
      [Math.max(room * 0.5, room - narrowSea), most - gap],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [land.west, land.south],
        [land.east, land.north],
      ],
    },
  );
  // The land stands at the left edge: the sea is on its right.
  const [left = 0] = projection([land.west, land.north]) ?? [];
  const [tx, ty] = projection.translate();
  projection.translate([tx - left + gap, ty]);
  const at = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? [0, 0];
  const [landEast] = at(land.east, 12);
  const seaRight = Math.min(room, landEast + 240);
  // Where the land fills the width, Trường Sa stands south of Phú Quý.
  const isTight = room < 520;
  const insets = archipelagos.map((archipelago) => {
    const isNorth = archipelago.key === 'hoang-sa';
    const [coast, top] = isNorth ? at(107.2, 20.6) : at(107.7, isTight ? 10.3 : 11.1);
    return placedInset(archipelago, { left: coast, right: seaRight, top, most: isTight ? 60 : 110 });
  });
  const bottom = Math.max(most, ...insets.map(({ textY }) => textY + 24));
  const [, seaY] = at(land.east, 14.3);
  return {
    height: isBeside ? bottom : bottom + legend.height + 12,
    projection,
    insets,
    sea: { x: (landEast + seaRight) / 2 + gap, y: seaY },
    legend: isBeside ? { x: seaRight + 24, y: 24, isBeside } : { x: 0, y: bottom + 12, isBeside },
  };
}

/** A box for an archipelago at the right of its room, as wide as the room and its words need. */
function placedInset(
  archipelago: Archipelago,
  { left, right, top, most }: { left: number; right: number; top: number; most: number },
): PlacedInset {
  const words = Math.max(textWidth(archipelago.names.vi, 13), textWidth(archipelago.of.vi, 13));
  const width = Math.min(right - left - gap, Math.max(words + 4, 110), 190);
  const { west, east, south, north } = archipelago;
  const inner = width - 24;
  const height = Math.min(most, Math.max(56, (inner * (north - south)) / (east - west))) + 16;
  const x = right - width - 1;
  const scale = Math.min(inner / (east - west), (height - 24) / (north - south));
  const [midX, midY] = [x + width / 2, top + height / 2];
  return {
    archipelago,
    x,
    y: top,
    width,
    height,
    islands: archipelago.islands.map(([longitude, latitude]) => ({
      x: midX + (longitude - (west + east) / 2) * scale,
      y: midY - (latitude - (south + north) / 2) * scale,
    })),
    textX: midX,
    textY: top + height + 16,
  };
}
