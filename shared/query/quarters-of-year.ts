import { type Combined, combineOverTime, figureFrom } from '../aggregation/combine.ts';
import type { SeriesReason } from '../aggregation/series-point.ts';
import { carriageOf } from '../catalog/carriage.ts';
import type { Indicator } from '../catalog/schema.ts';
import type { Figure } from '../observations/page.ts';

/** `lived-part-of-year`: the unit was formed or dissolved within the year, and has no figure of all of it. */
export type YearReason = SeriesReason | 'lived-part-of-year';

/** What a unit or the nation has in a quarter: a figure, or why there is none. */
export type Quarter = {
  figure: Figure | undefined;
  reason: YearReason;
  /** Whether it has not reported, or, of a merged unit, one of its parts has not. */
  isSilent?: boolean;
};

export type OverYear = Omit<Combined, 'reason'> & { reason: YearReason | null };

/** These say that there is nothing to be expected. */
const notExpected: readonly YearReason[] = ['nil', 'not-applicable'];

/**
 * Four quarters combined to a year: flows are added up, ratios divided anew from the year's parts, a stock is that of
 * the last quarter. What does not add up over time, and a scorecard's total, says `not-additive`. A quarter for which
 * there is nothing to report (`nil`), or to which the figure does not apply, is not expected. Without the figure of one
 * that is there is none of the year: why, where that is the same for all of them, and else `parts-missing`.
 * @param quarters in their order
 */
export function overYear(indicator: Indicator | null, quarters: readonly Quarter[]): OverYear {
  const asked = neededOf(indicator, quarters);
  const expected = asked.filter(({ figure, reason }) => figure || !notExpected.includes(reason));
  const lacking = expected.filter(({ figure }) => !figure);
  const none = {
    ...{ numerator: null, denominator: null, value: null },
    ...{ counted: expected.length - lacking.length, expected: expected.length },
  };
  if (!indicator || carriageOf(indicator).time === 'none') return { ...none, reason: 'not-additive' };
  if (asked.some(({ figure, reason }) => !figure && reason === 'lived-part-of-year')) {
    return { ...none, reason: 'lived-part-of-year' };
  }
  if (expected.length === 0) return { ...none, reason: asked.at(-1)?.reason ?? 'missing' };
  if (lacking.length === 0) return combineOverTime(indicator, expected);
  // Of a stock too, where other quarters have a figure the year is not simply one that nobody reported.
  const others = quarters.filter(({ figure, reason }) => figure || !notExpected.includes(reason));
  const [reason = 'missing', ...more] = new Set(
    others.map((quarter) => (quarter.figure ? 'parts-missing' : quarter.reason)),
  );
  return { ...none, reason: more.length === 0 ? reason : 'parts-missing' };
}

/** The quarters of which a year's figure is made. */
export function neededOf(indicator: Indicator | null, quarters: readonly Quarter[]): readonly Quarter[] {
  return indicator && carriageOf(indicator).time === 'last' ? quarters.slice(-1) : quarters;
}

export function quarterOfNation(indicator: Indicator, nation: Combined | null | undefined): Quarter {
  const isThere = nation && (nation.value !== null || nation.numerator !== null);
  return {
    figure: isThere ? figureFrom(indicator.id, nation) : undefined,
    reason: nation?.reason ?? 'missing',
  };
}
