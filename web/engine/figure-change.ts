import type { Context } from '../../shared/normalisation/context.ts';
import { compare, decimal, magnitude, subtract, text } from '../../shared/observations/decimal.ts';
import type { Observation } from '../../shared/observations/observation.ts';
import { quotientText } from '../../shared/observations/quotient.ts';
import { shareOf } from '../format/share.ts';

type LastFigure = NonNullable<Context['last']>['figures'][number];
type Parts = Pick<Observation, 'value' | 'numerator' | 'denominator' | 'status'>;

/** A figure beside the one that stood last. Numbers are decimal strings. */
export type FigureChange = {
  before: Parts;
  /** The share of the last figure in percent; null: it was no ratio. */
  shareBefore: string | null;
  isChanged: boolean;
  /** What the figure has more: percentage points of a ratio, else in its own unit; null: one of the two is no number. */
  difference: string | null;
  /** The same in percent of what stood last, one decimal; null of ratios, and where nothing or less stood. */
  percent: string | null;
};

const decimalShape = /^-?\d{1,40}(\.\d{1,40})?$/;

/** How a figure differs from what stood last for the same indicator and area. */
export function changeOf(now: Parts, last: LastFigure): FigureChange {
  const before: Parts = {
    value: last.value,
    numerator: last.numerator,
    denominator: last.denominator,
    status: last.status,
  };
  const shareBefore = shareOf(before.numerator, before.denominator);
  const isRatio = now.numerator !== null || before.numerator !== null;
  const [from, to] = isRatio
    ? [shareBefore, shareOf(now.numerator, now.denominator)]
    : [before.value, now.value];
  const isNumber = from !== null && to !== null && decimalShape.test(from) && decimalShape.test(to);
  const difference = isNumber ? text(subtract(decimal(to), decimal(from))) : null;
  return {
    before,
    shareBefore,
    isChanged: isOther(now, before),
    difference,
    percent: isNumber && !isRatio ? percentOf(difference as string, from) : null,
  };
}

/** `+12.5` of what stood before; null where that is zero or below. */
function percentOf(difference: string, from: string): string | null {
  if (decimal(from).units <= 0n) return null;
  const size = text(magnitude(decimal(difference)));
  const percent = quotientText(size, from, 100, { places: 1, mode: 'half-even' });
  return decimal(difference).units < 0n && decimal(percent).units !== 0n ? `-${percent}` : percent;
}

function isOther(now: Parts, before: Parts): boolean {
  if (now.status !== before.status) return true;
  return (['value', 'numerator', 'denominator'] as const).some((part) => {
    const [a, b] = [now[part], before[part]];
    if (a === null || b === null || !decimalShape.test(a) || !decimalShape.test(b)) return a !== b;
    return compare(decimal(a), decimal(b)) !== 0;
  });
}
