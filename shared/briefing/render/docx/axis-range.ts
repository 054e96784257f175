/** From where to where an axis of figures goes, and how far its marks are apart. */
export type AxisRange = { minimum: number; maximum: number; interval: number };

/**
 * A range that holds every figure and zero, with at most six whole steps of 1, 2 or 5 times a power of ten: its
 * marks are whole numbers, which are written alike in every language. Only the drawing is made of it.
 * @param figures decimal numbers; none: 0 to 1
 */
export function axisRange(figures: readonly string[]): AxisRange {
  const values = figures.map(Number);
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const interval = stepOf((highest - lowest) / 6);
  const maximum = Math.ceil(highest / interval) * interval;
  const minimum = Math.floor(lowest / interval) * interval;
  return { minimum, maximum: maximum === minimum ? minimum + interval : maximum, interval };
}

function stepOf(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return ([1, 2, 5, 10].find((times) => times * power >= least) as number) * power;
}
