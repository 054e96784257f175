import { isGiven } from '../../../shared/aggregation/combine.ts';
import { type Named, silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Form } from '../../../shared/catalog/schema.ts';

/** How many units have a figure of an indicator, of how many that may have one, and why some have no result. */
export type IndicatorGaps = {
  indicator: string;
  counted: number;
  expected: number;
  /** By reason: 0 of 0 counts and has no result; those of whom nothing is in have the silence's. */
  without: { reason: string; units: Named[] }[];
  /** Of whom the figure and the sum of their areas are not the same. */
  areasDiffer: Named[];
};

/**
 * The figures of a round, indicator by indicator: none is passed over in silence.
 * @param form from which the figures are, with its indicators in their order
 */
export function gapsOf(
  rollup: ScorecardRollup,
  form: Pick<Form, 'owed' | 'unitKind'> & { indicators: readonly { indicator: string }[] },
): IndicatorGaps[] {
  return form.indicators.map(({ indicator }) => {
    const without = new Map<string, Named[]>();
    const areasDiffer: Named[] = [];
    let counted = 0;
    const lacks = (reason: string, unit: Named) =>
      without.set(reason, [...(without.get(reason) ?? []), unit]);
    for (const unit of rollup.units) {
      const figure = unit.indicators[indicator];
      if (figure?.areasDiffer) areasDiffer.push(unit);
      if (figure !== undefined && isGiven(figure)) counted += 1;
      if (figure?.value == null) lacks(figure?.reason ?? 'missing', unit);
    }
    for (const unit of rollup.coverage.missing) {
      // One of which some predecessors reported stands in the list already.
      if (!rollup.units.some((each) => each.unit === unit.unit)) lacks(silenceOf(form), unit);
    }
    const reasons = [...without].map(([reason, units]) => ({ reason, units }));
    // As in the roll-up: whoever does not have the thing is not expected to tell of it.
    const expected = rollup.coverage.expected - (without.get('not-applicable')?.length ?? 0);
    return { indicator, counted, expected, without: reasons, areasDiffer };
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
