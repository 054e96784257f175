import { type Basis, placed } from '../aggregation/basis.ts';
import type { Reason } from '../aggregation/combine.ts';
import {
  type IndicatorProgress,
  noProgress,
  progressOfRollup,
  type ToldProgress,
} from '../aggregation/progress-rollup.ts';
import { type IndicatorRollup, rollUpIndicator } from '../aggregation/roll-up.ts';
import { type Named, type Round, type Silence, silenceOf } from '../aggregation/round.ts';
import { formIn } from '../catalog/catalog.ts';
import { localDayOf, type Period, periodsBefore } from '../catalog/period.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

/** How many periods back an earlier figure is looked for: of quarters, a year. */
const periodsBack = 4;

/** An indicator of a period against its target: the nation, and each unit, or the one that was asked for. */
export type ProgressView = Omit<IndicatorProgress, 'units'> & {
  provisional: true;
  units: (ToldProgress & Named & { reason: Reason | Silence | null })[];
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
  return viewOf(ask, { form, indicator, period, now: told(now), before: before.map(told) });
}

type ToldParts = {
  form: Form;
  indicator: Indicator;
  period: Period;
  now: IndicatorRollup;
  before: readonly IndicatorRollup[];
};

function viewOf({ at, among, unit: asked }: ProgressQuery, parts: ToldParts): ProgressView {
  const told = progressOfRollup({ ...parts, among, at });
  if (asked === undefined) return { ...told, provisional: true };
  const missing = told.coverage.missing.map(({ unit, code, name }) => {
    return { unit, code, name, ...noProgress({ ...parts, among, at }), reason: silenceOf(parts.form) };
  });
  const found = [...told.units, ...missing].find(({ unit, code }) => unit === asked || code === asked);
  if (!found) throw new Refusal('unit-unknown');
  return { ...told, provisional: true, units: [found] };
}
