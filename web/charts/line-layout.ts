import { type LineFigure, lineFigures } from './line-figures.ts';
import { lastMonthOf, mergerMonth } from './period-place.ts';
import { fittingLabels } from './spread-labels.ts';
import { textWidth } from './text-width.ts';
import { pixelNumber, type ValueAxis, valueAxis } from './value-axis.ts';

/** A point on the axis of time; `map`: how many units its map has, where the figures follow the map of the period. */
type LinePeriod = { code: string; label: string; map?: number };
/**
 * `text`: the exact figure as it is written, or in words why there is none · `isThin`: of so few units that it is not to be
 * compared with its neighbours.
 */
type LinePoint = { value: string | null; text: string; isThin?: boolean };
export type LineSeries = {
  key: string;
  name: string;
  lang?: 'vi';
  /** The one that the chart is about: drawn in the accent. */
  main?: true;
  /** By place in the periods; null: nothing is known of it there. */
  points: readonly (LinePoint | null)[];
};
export type LineGiven = {
  periods: readonly LinePeriod[];
  series: readonly LineSeries[];
  target?: { value: string; text: string } | undefined;
  fromZero?: boolean | undefined;
  /** What a thin point is, where there is one. */
  thinText?: string | undefined;
};
export type Box = { left: number; right: number; top: number; bottom: number };

export type PlacedPoint = { at: number; x: number; y: number | null; value: LinePoint };
export type PlacedSeries = {
  series: LineSeries;
  points: PlacedPoint[];
  /** Stretches that are drawn as one line; where a figure is missing, is thin or the map changes, one ends. */
  stretches: PlacedPoint[][];
  /** The pieces that begin or end at a thin point: drawn broken. */
  thin: (readonly [PlacedPoint, PlacedPoint])[];
  last: PlacedPoint | undefined;
};
export type LineLayout = {
  y: ValueAxis;
  periods: { label: string; x: number; written: boolean }[];
  series: PlacedSeries[];
  /** Where the line of the merger of 2025-07-01 stands; null: it is not between two of the points. */
  mergerX: number | null;
  targetY: number | null;
  /** What is written beside the dots. */
  figures: LineFigure[];
};

/**
 * The box of a chart in which the words of both axes have their room.
 * @param place its height, and how much is kept free at its end
 * @param write how a value of the axis is written
 */
export function lineBox(
  given: LineGiven,
  { top, bottom, end, width }: { top: number; bottom: number; end: number; width: number },
  write: (tick: string) => string,
): Box {
  const { y } = lineLayout(given, { left: 0, right: width, top, bottom });
  const ticks = Math.max(0, ...y.ticks.map(({ text }) => textWidth(write(text), 13)));
  const half = (label: string | undefined) => textWidth(label ?? '', 13) / 2;
  const left = Math.max(ticks + 12, half(given.periods[0]?.label));
  return { left, right: width - Math.max(end, half(given.periods.at(-1)?.label)), top, bottom };
}

/** Places a time series in a box. Periods stand at their time, so that a gap in time is a gap in the line. */
export function lineLayout(given: LineGiven, box: Box): LineLayout {
  const months = given.periods.map(({ code }, at) => lastMonthOf(code) ?? at);
  const xs = xPlaces(months, box);
  const target = pixelNumber(given.target?.value);
  const numbers = given.series.flatMap(({ points }) => points.map((point) => pixelNumber(point?.value)));
  const values = [...numbers, target].filter((value) => value !== null);
  const y = valueAxis(values, [box.bottom, box.top], { fromZero: given.fromZero ?? false });
  const written = fittingLabels(
    xs,
    given.periods.map(({ label }) => textWidth(label, 13)),
  );
  const series = given.series.map((each) => placedSeries(each, given.periods, { months, xs, y }));
  return {
    y,
    periods: given.periods.map(({ label }, at) => ({ label, x: xs[at] ?? 0, written: written[at] ?? false })),
    series,
    mergerX: mergerPlace(months, xs),
    targetY: target === null ? null : y.at(target),
    figures: lineFigures(series, xs, box),
  };
}

function xPlaces(months: readonly number[], { left, right }: Box): number[] {
  const [first = 0] = months;
  const span = (months.at(-1) ?? first) - first;
  if (span === 0) return months.map(() => (left + right) / 2);
  return months.map((month) => left + ((month - first) / span) * (right - left));
}

function placedSeries(
  series: LineSeries,
  periods: readonly LinePeriod[],
  { months, xs, y }: { months: readonly number[]; xs: readonly number[]; y: ValueAxis },
): PlacedSeries {
  const points = series.points.flatMap((value, at): PlacedPoint[] => {
    if (value === null) return [];
    const number = pixelNumber(value.value);
    return [{ at, x: xs[at] ?? 0, y: number === null ? null : y.at(number), value }];
  });
  const step = Math.min(...months.slice(1).map((month, at) => month - (months[at] ?? 0)));
  const stretches: PlacedPoint[][] = [];
  const thin: PlacedSeries['thin'] = [];
  let before: PlacedPoint | undefined;
  for (const point of points) {
    if (point.y !== null) {
      const isNext =
        before !== undefined &&
        point.at === before.at + 1 &&
        (months[point.at] ?? 0) - (months[before.at] ?? 0) <= step &&
        periods[point.at]?.map === periods[before.at]?.map;
      const isThin = point.value.isThin === true || before?.value.isThin === true;
      if (isNext && !isThin) stretches.at(-1)?.push(point);
      else stretches.push([point]);
      if (before !== undefined && isNext && isThin) thin.push([before, point]);
      before = point;
    }
  }
  return { series, points, stretches, thin, last: before };
}

function mergerPlace(months: readonly number[], xs: readonly number[]): number | null {
  const after = months.findIndex((month) => month >= mergerMonth);
  if (after <= 0) return null;
  return ((xs[after - 1] ?? 0) + (xs[after] ?? 0)) / 2;
}
