import { type Basis, placed } from '../aggregation/basis.ts';
import { type Progress, progressOf } from '../aggregation/progress.ts';
import { type IndicatorRollup, rollUpIndicator } from '../aggregation/roll-up.ts';
import type { Named, Round } from '../aggregation/round.ts';
import type { SeriesReason } from '../aggregation/series-point.ts';
import { formIn } from '../catalog/catalog.ts';
import { localDayOf, type Period, periodOf, periodsBefore } from '../catalog/period.ts';
import type { Indicator, Target } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

/** How many periods back an earlier figure is looked for: of quarters, a year. */
const periodsBack = 4;

type Told = Omit<Progress, 'indicator' | 'period' | 'target' | 'monthsLeft'>;

/** An indicator of a period against its target: the nation, and each unit. */
export type ProgressView = {
  indicator: string;
  names: Indicator['names'];
  unit: string;
  direction: Indicator['direction'];
  form: string;
  period: string;
  basis: Basis;
  catalog: string;
  provisional: true;
  target: Target | null;
  monthsLeft: number | null;
  coverage: IndicatorRollup['coverage'];
  national: Told & { reason: IndicatorRollup['national']['reason']; counted: number; expected: number };
  units: (Told & {
    unit: string;
    code: string;
    name: string;
    reason: SeriesReason | null;
  })[];
};

export type ProgressQuery = {
  form: string;
  period: string;
  indicator: string;
  basis: Basis;
  /** One unit alone, by id or by its code on the basis. */
  unit?: string | undefined;
  among?: string | undefined;
  at: string;
};

/**
 * How far an indicator is from its target, in one read of its period and those before it. The pace is measured from the
 * nearest earlier period of the kind in which there is a figure, at most four back.
 * @throws Refusal `form-unknown`, `period-unknown`; `not-found` for another indicator; `unit-unknown`
 */
export async function readProgress(ask: ProgressQuery, parts: RoundParts): Promise<ProgressView> {
  const { catalog } = parts;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const indicator = catalog.indicators.get(ask.indicator);
  if (!indicator || !form.indicators.some((row) => row.indicator === indicator.id)) {
    throw new Refusal('not-found');
  }
  const earlier = periodsBefore(period.code, periodsBack).filter((code) => formIn(catalog, form.code, code));
  const rounds = await standingRounds({ form, period, before: earlier }, parts);
  const today = localDayOf(ask.at);
  const told = (round: Round) => rollUpIndicator(placed(round, ask.basis, today), indicator);
  const [now, ...before] = rounds;
  return viewOf(ask, { indicator, period, now: told(now), before: before.map(told) });
}

function viewOf(
  { at, among, unit: asked }: ProgressQuery,
  parts: { indicator: Indicator; period: Period; now: IndicatorRollup; before: readonly IndicatorRollup[] },
): ProgressView {
  const { indicator, period, now, before } = parts;
  const progress = (figure: Worth, figureIn: (rollup: IndicatorRollup) => Worth | undefined) => {
    const earlier = before
      .map((rollup) => ({ period: periodOf(rollup.period) as Period, ...worth(figureIn(rollup)) }))
      .find((each) => each.value !== null);
    const ofAim = among === undefined ? {} : { among };
    return progressOf({
      indicator,
      now: { period, ...worth(figure) },
      earlier: earlier ?? null,
      at,
      ...ofAim,
    });
  };
  const { national } = now;
  const nation = progress(national, (rollup) => rollup.national);
  const units = unitsAsked(now, asked).map(({ unit, code, name, reason, ...figure }) => {
    const figureIn = (rollup: IndicatorRollup) => rollup.units.find((each) => each.unit === unit);
    return { unit, code, name, ...toldOf(progress(figure, figureIn)), reason };
  });
  return {
    indicator: indicator.id,
    names: indicator.names,
    unit: indicator.unit,
    direction: indicator.direction,
    form: now.form,
    period: now.period,
    basis: now.basis,
    catalog: now.catalog,
    provisional: true,
    target: nation.target,
    monthsLeft: nation.monthsLeft,
    coverage: now.coverage,
    national: {
      ...toldOf(nation),
      reason: national.reason,
      counted: national.counted,
      expected: national.expected,
    },
    units,
  };
}

type Worth = Pick<IndicatorRollup['national'], 'value' | 'numerator' | 'denominator'>;

function worth(figure: Worth | undefined): Worth {
  const { value = null, numerator = null, denominator = null } = figure ?? {};
  return { value, numerator, denominator };
}

function toldOf({ indicator: _, period: __, target: ___, monthsLeft: ____, ...told }: Progress): Told {
  return told;
}

type Listed = Worth & Named & { reason: SeriesReason | null };

/** Every unit that reported, or the one that is asked for. @throws Refusal `unit-unknown` */
function unitsAsked({ units, coverage }: IndicatorRollup, asked: string | undefined): readonly Listed[] {
  if (asked === undefined) return units;
  const missing = coverage.missing.map(({ unit, code, name }) => {
    return { unit, code, name, ...worth(undefined), reason: 'not-submitted' as const };
  });
  const found = [...units, ...missing].find(({ unit, code }) => unit === asked || code === asked);
  if (!found) throw new Refusal('unit-unknown');
  return [found];
}
