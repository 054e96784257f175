import type { RollupStore } from '../aggregation/aggregate-period.ts';
import { type Basis, type Placed, placed } from '../aggregation/basis.ts';
import { type CoverageDocument, coverageDocument } from '../aggregation/punctuality.ts';
import { type IndicatorRollup, rollUpIndicator } from '../aggregation/roll-up.ts';
import type { Round } from '../aggregation/round.ts';
import { rollUpScorecard, type ScorecardRollup } from '../aggregation/score-round.ts';
import { type Catalog, scorecardIn } from '../catalog/catalog.ts';
import { localDayOf, type Period } from '../catalog/period.ts';
import type { Form, Scorecard } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

export type RollupParts = RoundParts & { rollups: RollupStore };
/** To tell how things stood at an earlier instant, what stood then is read anew; not everybody may. */
export type AsOf = {
  instant: string;
  gather(ask: { form: Form; period: Period; cutOff: string }): Promise<{ round: Round }>;
} | null;
/** Figures that may still change, or, of an earlier instant, never again. */
type Told<T> = T & ({ provisional: true } | { asOf: string });
/** `at`: when it is asked, ISO 8601, UTC. */
export type RoundAsk = { form: string; period: string; basis: Basis; asOf: AsOf; at: string };

/**
 * Who has reported on a form in a period, who was late, who is missing, and of whom nothing is due yet.
 * @throws Refusal
 */
export async function readCoverage(ask: RoundAsk, parts: RollupParts): Promise<Told<CoverageDocument>> {
  return told(ask, coverageDocument(await roundAsked(ask, parts), toldAt(ask)));
}

/** One indicator's roll-up: the nation's figure, each region's and each unit's. @throws Refusal when it is not known */
export async function readIndicator(
  ask: RoundAsk & { indicator: string },
  parts: RollupParts,
): Promise<Told<IndicatorRollup>> {
  const { form } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const indicator = parts.catalog.indicators.get(ask.indicator);
  if (!indicator || !form.indicators.some((row) => row.indicator === indicator.id)) {
    throw new Refusal('not-found');
  }
  return told(ask, rollUpIndicator(await roundAsked(ask, parts), indicator));
}

/** A scorecard of a period. @throws Refusal `not-found`, `period-unknown` */
export async function readScorecard(
  ask: Omit<RoundAsk, 'form'> & { scorecard: string },
  parts: RollupParts,
): Promise<Told<ScorecardRollup>> {
  const scorecard = scorecardAsked(parts.catalog, ask);
  const given = await roundAsked({ ...ask, form: scorecard.form }, parts);
  return told(ask, rollUpScorecard(given, scorecard));
}

function told<T extends object>({ asOf }: Pick<RoundAsk, 'asOf'>, document: T): Told<T> {
  return { ...document, ...(asOf ? { asOf: asOf.instant } : { provisional: true as const }) };
}

/** The version of a scorecard whose form is asked for in a period. @throws Refusal `not-found`, `period-unknown` */
export function scorecardAsked(
  catalog: Catalog,
  { scorecard, period }: { scorecard: string; period: string },
): Scorecard {
  if (!catalog.scorecards.has(scorecard)) throw new Refusal('not-found');
  const found = scorecardIn(catalog, scorecard, period);
  if (!found) throw new Refusal('period-unknown');
  return found;
}

async function roundAsked(ask: RoundAsk, parts: RollupParts): Promise<Placed> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const round = await roundAt(ask.asOf, { form, period }, parts);
  return placed(round, ask.basis, localDayOf(toldAt(ask)));
}

/** The instant of which an answer tells: what was today then is its today. */
export function toldAt({ asOf, at }: Pick<RoundAsk, 'asOf' | 'at'>): string {
  return asOf?.instant ?? at;
}

/** A round as it stands, or as it stood at an instant. */
export async function roundAt(
  asOf: AsOf,
  { form, period }: { form: Form; period: Period },
  parts: RoundParts,
): Promise<Round> {
  if (asOf) return (await asOf.gather({ form, period, cutOff: asOf.instant })).round;
  return (await standingRounds({ form, period }, parts))[0];
}
