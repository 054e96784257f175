import { scaleLinear } from 'd3-scale';

/** An axis of values: where a value stands, and the values that are written beside it, as decimal text. */
export type ValueAxis = { at: (value: number) => number; ticks: { at: number; text: string }[] };

/** A decimal as a number, for pixels alone: labels and files have the text. */
export function pixelNumber(decimal: string | null | undefined): number | null {
  if (decimal === null || decimal === undefined || decimal === '') return null;
  const number = Number(decimal);
  return Number.isFinite(number) ? number : null;
}

/**
 * @param range from where to where it goes, user units
 * @param options.fromZero whether zero is on it: always where lengths are compared
 * @param options.ticks about how many values are written
 */
export function valueAxis(
  values: readonly number[],
  range: readonly [number, number],
  { fromZero = false, ticks = 5 }: { fromZero?: boolean; ticks?: number } = {},
): ValueAxis {
  const all = fromZero ? [0, ...values] : values;
  const least = Math.min(...all);
  const most = Math.max(...all);
  const domain = all.length === 0 ? [0, 1] : least === most ? around(least) : [least, most];
  const scale = scaleLinear(domain, range).nice(ticks);
  const shown = scale.ticks(ticks);
  const decimals = Math.max(0, ...shown.map((tick) => decimalsOf(tick)));
  return {
    at: (value) => scale(value),
    ticks: shown.map((tick) => ({ at: scale(tick), text: tick.toFixed(decimals) })),
  };
}

/** One value alone has room on both sides. */
function around(value: number): [number, number] {
  const room = Math.abs(value) / 10 || 1;
  return value >= 0 ? [Math.max(0, value - room), value + room] : [value - room, value + room];
}

/** Ticks are multiples of 1, 2 or 5 of a power of ten: their digits are few. */
function decimalsOf(tick: number): number {
  return Number(tick.toPrecision(12)).toString().split('.')[1]?.length ?? 0;
}
