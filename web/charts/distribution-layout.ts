import { pixelNumber, type ValueAxis, valueAxis } from './value-axis.ts';

/** One unit of a distribution; `text`: the exact figure as it is written, or in words why there is none. */
export type DistributionUnit = {
  key: string;
  name: string;
  lang?: 'vi';
  value: string | null;
  text: string;
  href?: string;
  /** The one that the chart is about. */
  main?: true;
};
type PlacedDot = { unit: DistributionUnit; x: number; y: number };
export type DistributionLayout = {
  axis: ValueAxis;
  dots: PlacedDot[];
  /** Those without a figure. */
  missing: DistributionUnit[];
  /** How far the dots rise above their line. */
  rise: number;
  radius: number;
};

/**
 * A strip of dots: each unit stands at its value, and rises above the line where another stands already. Dots shrink,
 * down to a limit, so that a pile stays within `most`.
 */
export function distributionLayout(
  units: readonly DistributionUnit[],
  marks: readonly number[],
  { left, right, most }: { left: number; right: number; most: number },
): DistributionLayout {
  const known = units.flatMap((unit) => {
    const value = pixelNumber(unit.value);
    return value === null ? [] : [{ unit, value }];
  });
  const axis = valueAxis([...known.map(({ value }) => value), ...marks], [left, right]);
  const sorted = known.sort((a, b) => a.value - b.value);
  let radius = 6;
  let dots = piled(sorted, axis, radius);
  while (radius > 3 && riseOf(dots) > most) {
    radius -= 0.5;
    dots = piled(sorted, axis, radius);
  }
  const missing = units.filter(({ value }) => pixelNumber(value) === null);
  return { axis, dots, missing, rise: riseOf(dots), radius };
}

function riseOf(dots: readonly PlacedDot[]): number {
  return Math.max(0, ...dots.map(({ y }) => -y));
}

/** Each dot at the lowest place above its value where it touches none. `y` is 0 on the line and negative above it. */
function piled(
  sorted: readonly { unit: DistributionUnit; value: number }[],
  axis: ValueAxis,
  radius: number,
): PlacedDot[] {
  const apart = radius * 2 + 1;
  const dots: PlacedDot[] = [];
  for (const { unit, value } of sorted) {
    const x = axis.at(value);
    const near = dots.filter((dot) => Math.abs(dot.x - x) < apart);
    const taken = new Set(near.map(({ y }) => y));
    let y = 0;
    while (taken.has(y)) y -= apart;
    dots.push({ unit, x, y });
  }
  return dots;
}
