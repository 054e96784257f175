import type { Named } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';

/** How many units have a figure of an indicator, and why the others have none. */
export type IndicatorGaps = {
  indicator: string;
  counted: number;
  /** By reason; those that did not report are `not-submitted`. */
  without: { reason: string; units: Named[] }[];
  /** Of whom the figure and the sum of their areas are not the same. */
  areasDiffer: Named[];
};

/**
 * The figures of a round, indicator by indicator: none is passed over in silence.
 * @param indicators of the form, in its order
 */
export function gapsOf(rollup: ScorecardRollup, indicators: readonly string[]): IndicatorGaps[] {
  return indicators.map((indicator) => {
    const without = new Map<string, Named[]>();
    const areasDiffer: Named[] = [];
    let counted = 0;
    const lacks = (reason: string, unit: Named) =>
      without.set(reason, [...(without.get(reason) ?? []), unit]);
    for (const unit of rollup.units) {
      const figure = unit.indicators[indicator];
      if (figure?.areasDiffer) areasDiffer.push(unit);
      if (figure !== undefined && figure.value !== null) counted += 1;
      else lacks(figure?.reason ?? 'missing', unit);
    }
    for (const unit of rollup.coverage.missing) {
      // One of which some predecessors reported stands in the list already.
      if (!rollup.units.some((each) => each.unit === unit.unit)) lacks('not-submitted', unit);
    }
    const reasons = [...without].map(([reason, units]) => ({ reason, units }));
    return { indicator, counted, without: reasons, areasDiffer };
  });
}

/** Reasons for which a figure is not carried over a merger. */
const notCarried = ['not-additive', 'parts-missing'];

/** What could not be carried to today's map, indicator by indicator; nothing where all could. */
export function notCarriedIn(gaps: readonly IndicatorGaps[]): IndicatorGaps[] {
  return gaps.flatMap((each) => {
    const without = each.without.filter(({ reason }) => notCarried.includes(reason));
    return without.length > 0 ? [{ ...each, without }] : [];
  });
}
