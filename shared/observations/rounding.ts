import type { Rounding } from '../catalog/schema.ts';

/**
 * numerator / denominator as an integer, rounded once in a named mode: `half-even`: the nearest, an exact half to the
 * even one (banker's) · `half-up`: the nearest, an exact half away from zero, as is taught in school · `down`: towards
 * zero, the rest is cut off · `up`: away from zero.
 * @param denominator positive
 */
export function roundedQuotient(numerator: bigint, denominator: bigint, mode: Rounding['mode']): bigint {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const floor = size / denominator;
  const rest = size % denominator;
  const rounded = rest > 0n && goesUp[mode](2n * rest - denominator, floor) ? floor + 1n : floor;
  return isNegative ? -rounded : rounded;
}

/** By mode, whether what is left above `floor` makes it one more; `half`: how far it is above or below a half. */
const goesUp: Readonly<Record<Rounding['mode'], (half: bigint, floor: bigint) => boolean>> = {
  'half-even': (half, floor) => half > 0n || (half === 0n && floor % 2n === 1n),
  'half-up': (half) => half >= 0n,
  down: () => false,
  up: () => true,
};
