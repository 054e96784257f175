import { type Period, periodOf } from '../catalog/period.ts';
import type { Indicator, Target } from '../catalog/schema.ts';
import type { Basis } from './basis.ts';
import { type Progress, progressOf } from './progress.ts';
import type { IndicatorRollup } from './roll-up.ts';
import type { Named } from './round.ts';

/** What is told of one figure against the target. */
export type ToldProgress = Omit<Progress, 'indicator' | 'period' | 'target' | 'monthsLeft'>;
type Told<Reason> = ToldProgress & { reason: Reason };

/** An indicator of a period against its target: the nation, and each unit that reported. */
export type IndicatorProgress = {
  indicator: string;
  names: Indicator['names'];
  unit: string;
  direction: Indicator['direction'];
  form: string;
  period: string;
  basis: Basis;
  catalog: string;
  target: Target | null;
  monthsLeft: number | null;
  coverage: IndicatorRollup['coverage'];
  national: Told<IndicatorRollup['national']['reason']> & { counted: number; expected: number };
  units: (Told<IndicatorRollup['units'][number]['reason']> & Named)[];
};

/**
 * An indicator's roll-up against its target. The pace is measured from the nearest earlier period in which there is a
 * figure.
 * @param given.before the roll-ups of earlier periods of the kind, the nearest first
 * @param given.among which of several aims of one year
 * @param given.at an instant, ISO 8601, UTC: from when the time left is counted
 */
export function progressOfRollup(given: {
  indicator: Indicator;
  now: IndicatorRollup;
  before: readonly IndicatorRollup[];
  among?: string | undefined;
  at: string;
}): IndicatorProgress {
  const { indicator, now, before, among, at } = given;
  const period = periodOf(now.period) as Period;
  const progress = (figure: Worth, figureIn: (rollup: IndicatorRollup) => Worth | undefined) => {
    const earlier = before
      .map((rollup) => ({ period: periodOf(rollup.period) as Period, ...worth(figureIn(rollup)) }))
      .find((each) => each.value !== null);
    return progressOf({
      indicator,
      now: { period, ...worth(figure) },
      earlier: earlier ?? null,
      at,
      ...(among === undefined ? {} : { among }),
    });
  };
  const earlierUnits = before.map((rollup) => new Map(rollup.units.map((each) => [each.unit, each])));
  const { reason, counted, expected } = now.national;
  const nation = progress(now.national, (rollup) => rollup.national);
  return {
    indicator: indicator.id,
    names: indicator.names,
    unit: indicator.unit,
    direction: indicator.direction,
    form: now.form,
    period: now.period,
    basis: now.basis,
    catalog: now.catalog,
    target: nation.target,
    monthsLeft: nation.monthsLeft,
    coverage: now.coverage,
    national: { ...toldOf(nation), reason, counted, expected },
    units: now.units.map((figure) => {
      const { unit, code, name, reason } = figure;
      const earlier = (rollup: IndicatorRollup) => earlierUnits[before.indexOf(rollup)]?.get(unit);
      return { unit, code, name, ...toldOf(progress(figure, earlier)), reason };
    }),
  };
}

/** What is told of a unit that gave no figure. */
export function noProgress(given: {
  indicator: Indicator;
  period: Period;
  among?: string | undefined;
  at: string;
}) {
  const { indicator, period, among, at } = given;
  return toldOf(
    progressOf({
      indicator,
      now: { period, ...worth(undefined) },
      at,
      ...(among === undefined ? {} : { among }),
    }),
  );
}

type Worth = Pick<IndicatorRollup['national'], 'value' | 'numerator' | 'denominator'>;

function worth(figure: Worth | undefined): Worth {
  const { value = null, numerator = null, denominator = null } = figure ?? {};
  return { value, numerator, denominator };
}

function toldOf({
  indicator: _,
  period: __,
  target: ___,
  monthsLeft: ____,
  ...told
}: Progress): ToldProgress {
  return told;
}
