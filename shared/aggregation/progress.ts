import { carriageOf } from '../catalog/carriage.ts';
import { localDayOf, type Period } from '../catalog/period.ts';
import type { Indicator, Target } from '../catalog/schema.ts';
import { type Decimal, decimal, multiply, zero } from '../observations/decimal.ts';
import {
  compareFractions,
  type Fraction,
  fractionOf,
  minus,
  quotientShown,
  shownFraction,
  times,
  whole,
} from './fraction.ts';
import { distanceOf, isLimit, isStrict, type NumberAim, targetOf } from './target-distance.ts';

/**
 * Where an indicator stands against what is to be reached. `on-track`, `behind`: not reached, and it goes fast enough
 * to be in time, or does not · `not-reached`: it cannot be told how fast it goes · `no-target` · `not-a-number`: there
 * is no figure · `not-comparable`: the aim is in words, is one of several, or is of a whole year and the figure of a part.
 */
export type ProgressState =
  | 'reached'
  | 'on-track'
  | 'behind'
  | 'not-reached'
  | 'no-target'
  | 'not-a-number'
  | 'not-comparable';

/** How fast it goes toward the aim, and how fast it has to: change per quarter, four decimals, half-even. */
export type Pace = {
  /** The period with which the figure is compared; null: a sum of its own year, which began at nothing. */
  since: string | null;
  achieved: string;
  /** Null when no time is left. */
  needed: string | null;
};

export type Progress = {
  indicator: string;
  period: string;
  value: string | null;
  target: Target | null;
  /**
   * How far it still is to go; zero or negative by how much it is beyond. Of a ratio four decimals: whether it is
   * reached is judged before they are rounded. At `0` an aim "more than" is not reached.
   */
  distance: string | null;
  reached: boolean | null;
  pace: Pace | null;
  state: ProgressState;
  /** Whole months from the day that is asked to the end of the target's year; 0 in its last month, and when it is over; null: it has none. */
  monthsLeft: number | null;
};

/** A figure of a period, as a decimal; null, or what is none: there is no number. A ratio has its parts as well. */
export type DatedValue = {
  period: Period;
  value: string | null;
  numerator?: string | null;
  denominator?: string | null;
};

export type ProgressAsk = {
  indicator: Pick<Indicator, 'id' | 'kind' | 'unit' | 'direction' | 'targets' | 'over'>;
  now: DatedValue;
  /** An earlier figure, by which it is told how fast it goes. */
  earlier?: DatedValue | null;
  /** Which of several aims of one year, by `Target.among`. */
  among?: string;
  /** An instant, ISO 8601, UTC. */
  at: string;
};

/**
 * Holds a figure against its indicator's target: a ratio by its parts, 89.996 % is not 90.
 * - The target is that of the nearest year that is not before the period's; of several of that year the one `among`
 *   those who are named. What was due in an earlier year is no aim any more. An aim without a year holds all the time:
 *   it is reached in a period or the unit is behind; of what adds up it is each year's.
 * - `>` and `<` are not reached by the number itself, `>=` and `<=` are; a range is reached at its nearer end (from below
 *   where more is better, from above where less is) or, without a direction, inside it.
 * - A figure that adds up over time (`over.time: sum`) is comparable with a year's aim only as a sum since the start of
 *   the target's year, or as that of a whole year: one quarter's is not.
 * - The pace is the change toward the aim per quarter, from the last day of the earlier period to that of this one; what
 *   is needed is the distance per quarter from there to the end of the target's year. Enough is on track. A figure that
 *   adds up is compared with nothing at the start of its year, or with the same period of an earlier one.
 */
export function progressOf(ask: ProgressAsk): Progress {
  const { indicator, now, at } = ask;
  const found = targetOf(indicator.targets ?? [], now.period.year, ask.among);
  const target = found === 'several' ? null : found;
  const base = { indicator: indicator.id, period: now.period.code, value: now.value, target };
  // What holds all the time is due now, but for what adds up over each year.
  const isDueNow = target?.year === undefined && carriageOf(indicator).time !== 'sum';
  const year = target?.year ?? now.period.year;
  const monthsLeft = target && !isDueNow ? wholeMonthsLeft(at, year) : null;
  const without = (state: ProgressState): Progress => {
    return { ...base, distance: null, reached: null, pace: null, state, monthsLeft };
  };
  if (found === null) return without('no-target');
  const value = fractionOf(indicator, now);
  if (value === null) return without('not-a-number');
  if (target === null || target.aim.is === 'words' || !isComparable(ask, year, target.aim)) {
    return without('not-comparable');
  }
  const distance = distanceOf(target.aim, value, indicator.direction);
  const side = compareFractions(distance, whole(zero));
  const reached = side < 0 || (side === 0 && !isStrict(target.aim));
  const speed = isDueNow ? undefined : paceOf(ask, { year, aim: target.aim, distance });
  const isOver = isDueNow || localDayOf(at) > endOf(year) || monthsBetween(lastDay(now), endOf(year)) <= 0;
  const unreached = isOver ? 'behind' : speed === undefined ? 'not-reached' : speed.state;
  const state = reached ? 'reached' : unreached;
  return {
    ...base,
    distance: shownFraction(distance),
    reached,
    pace: speed?.pace ?? null,
    state,
    monthsLeft,
  };
}

/** Whole months from the local day of an instant to the end of a year; 0 in its last month, and when it is over. */
export function wholeMonthsLeft(at: string, year: number): number {
  const [thisYear = 0, month = 0, day = 0] = localDayOf(at).split('-').map(Number);
  return Math.max(0, (year + 1 - thisYear) * 12 + 1 - month - (day > 1 ? 1 : 0));
}

/** Kinds whose figures are numbers that can be held against one. */
const numeric: readonly Indicator['kind'][] = ['ratio', 'score', 'count', 'amount', 'rate', 'rank'];

function isComparable({ indicator, now: { period } }: ProgressAsk, year: number, aim: NumberAim): boolean {
  if (!numeric.includes(indicator.kind)) return false;
  if (carriageOf(indicator).time !== 'sum' || period.kind === 'year') return true;
  return period.isCumulative && period.year === year && !isLimit(aim, indicator.direction);
}

const monthsOfQuarter = decimal('3');

/** How fast it goes, and whether that is enough; undefined where it cannot be told. */
function paceOf(
  ask: ProgressAsk,
  { year, aim, distance }: { year: number; aim: NumberAim; distance: Fraction },
): { pace: Pace; state: 'on-track' | 'behind' } | undefined {
  const start = startOf(ask, year);
  if (!start) return undefined;
  // The way made toward the aim is what the distance has shrunk by, whichever the direction.
  const made = minus(distanceOf(aim, start.value, ask.indicator.direction), distance);
  const passed = decimal(String(start.months));
  const left = decimal(String(Math.max(0, monthsBetween(lastDay(ask.now), endOf(year)))));
  const per = ({ of, by }: Fraction, months: Decimal) =>
    quotientShown(multiply(of, monthsOfQuarter), multiply(by, months));
  const needed = left.units === 0n ? null : per(distance, left);
  // made / passed against distance / left, without dividing.
  const side = compareFractions(times(made, left), times(distance, passed));
  const isEnough = needed !== null && (side > 0 || (side === 0 && !isStrict(aim)));
  return {
    pace: { since: start.since, achieved: per(made, passed), needed },
    state: isEnough ? 'on-track' : 'behind',
  };
}

/** From where the pace is measured: an earlier figure, or nothing at the start of the year that a sum is of. */
function startOf(
  { indicator, now, earlier = null }: ProgressAsk,
  year: number,
): { since: string | null; value: Fraction; months: number } | undefined {
  const { time } = carriageOf(indicator);
  if (time === 'sum' && now.period.year === year) {
    return { since: null, value: whole(zero), months: Number(lastDay(now).slice(5, 7)) };
  }
  const value = earlier && fractionOf(indicator, earlier);
  if (!earlier || !value) return undefined;
  const months = monthsBetween(lastDay(earlier), lastDay(now));
  // Only what says how things stand may be compared across periods of different kinds.
  const isSame = time === 'last' || earlier.period.kind === now.period.kind;
  return months > 0 && isSame ? { since: earlier.period.code, value, months } : undefined;
}

function lastDay({ period }: DatedValue): string {
  return period.statistical.to;
}

function endOf(year: number): string {
  return `${year}-12-31`;
}

/** Months between the ends of two calendar months. */
function monthsBetween(from: string, to: string): number {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthOf(to) - monthOf(from);
}
