import type { Indicator, Target } from '../catalog/schema.ts';
import { decimal, magnitude } from '../observations/decimal.ts';
import { compareFractions, type Fraction, minus, whole } from './fraction.ts';

/** An aim that a number can be held against. */
export type NumberAim = Exclude<Target['aim'], { is: 'words' }>;

/**
 * The target of a year's period: of the nearest year that is not before it; of several of that year the one `among`
 * those who are named. What was due in an earlier year is no aim any more; what holds all the time is one of every year.
 */
export function targetOf(
  targets: readonly Target[],
  year: number,
  among: string | undefined,
): Target | 'several' | null {
  const ahead = targets.filter((target) => (target.year ?? year) >= year);
  const nearest = Math.min(...ahead.map((target) => target.year ?? year));
  const those = ahead.filter((target) => (target.year ?? year) === nearest);
  const [only, ...more] = among === undefined ? those : those.filter((target) => target.among === among);
  if (more.length > 0) return 'several';
  return only ?? null;
}

/**
 * How far a value still is from an aim: positive when it is not there yet. A range is reached at its nearer end, or,
 * without a direction, inside it.
 */
export function distanceOf(aim: NumberAim, value: Fraction, direction: Indicator['direction']): Fraction {
  const below = (bound: string) => minus(whole(decimal(bound)), value);
  const above = (bound: string) => minus(value, whole(decimal(bound)));
  switch (aim.is) {
    case '>=':
    case '>':
      return below(aim.value);
    case '<=':
    case '<':
      return above(aim.value);
    case '=':
      if (direction === 'none') return withoutSign(below(aim.value));
      return direction === 'up' ? below(aim.value) : above(aim.value);
    case 'range': {
      const [short, over] = [below(aim.from), above(aim.to)];
      if (direction !== 'none') return direction === 'up' ? short : over;
      return compareFractions(short, over) > 0 ? short : over;
    }
  }
}

function withoutSign({ of, by }: Fraction): Fraction {
  return { of: magnitude(of), by };
}

/** True for an aim that the number itself does not reach. */
export function isStrict({ is }: NumberAim): boolean {
  return is === '>' || is === '<';
}

/** True for an aim that is a most: what adds up over a year is below it for long, and may still pass it. */
export function isLimit(aim: NumberAim, direction: Indicator['direction']): boolean {
  return aim.is === '<=' || aim.is === '<' || ((aim.is === '=' || aim.is === 'range') && direction !== 'up');
}
