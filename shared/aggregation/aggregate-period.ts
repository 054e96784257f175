import type { Numbered } from '../catalog/catalogs.ts';
import { localDayOf } from '../catalog/period.ts';
import type { PeriodKind } from '../catalog/schema.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { type Basis, placed, scorecardsOf } from './basis.ts';
import { gatherRound } from './gather-round.ts';
import { coverageDocument } from './punctuality.ts';
import { rollUpIndicator } from './roll-up.ts';
import type { Round } from './round.ts';
import { rollUpScorecard } from './score-round.ts';
import { type SeriesPoint, type Subject, seriesPointsOf } from './series-point.ts';
import { type StoredRound, storedRound } from './stored-round.ts';

/** A document's name: one each. */
export type RollupName = { period: string; kind: 'scorecard' | 'coverage' | 'indicator'; code: string };

/** An indicator's roll-up is of one form: two forms may ask for the same indicator. */
export function indicatorRollupName(form: string, period: string, indicator: string): RollupName {
  return { period, kind: 'indicator', code: `${form}/${indicator}` };
}

export type RoundName = { form: string; period: string };

/** How many points of a series are read at once. */
export const mostPoints = 100;

/**
 * What a reading saw: which publication of the catalogue (0: the one that the code brings), then how many changes of
 * slots. A later publication may expect fewer units, and so see fewer changes and still be the newer.
 */
export type Seen = { publication: number; progress: number };

/**
 * Where rounds are kept, one item each, from which every answer about one period is made; and points of series, one
 * item for each thing and period, of which every answer about many is made.
 */
export type RollupStore = {
  /** Overwrites the round unless one that saw more stands: a later publication, or under the same catalogue more changes. */
  putRound(round: StoredRound, seen: Seen): Promise<'written' | 'older-than-what-stands'>;
  /** The rounds that are there, in one call. */
  rounds(names: readonly RoundName[]): Promise<StoredRound[]>;
  /** Overwrites a point of a series, in the same way. */
  putPoint(at: { subject: Subject; kind: PeriodKind }, point: SeriesPoint, seen: Seen): Promise<void>;
  /** The points of a series, oldest first, in one call: at most `mostPoints`, the newest. */
  points(
    of: { subject: Subject; kind: PeriodKind },
    range: { from: string; to: string },
  ): Promise<SeriesPoint[]>;
};

/**
 * Recomputes a period's round from what stands, and never increments: whichever order acceptances come
 * in, and however often, what is kept is the same.
 * @throws Refusal when the form or the period is not known
 */
export async function aggregatePeriod(
  ask: RoundName,
  parts: Numbered & {
    submissions: Pick<SubmissionStore, 'slots' | 'pagesOf' | 'pagesToSum'>;
    rollups: RollupStore;
  },
): Promise<'written' | 'older-than-what-stands'> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const { round, progress } = await gatherRound({ form, period, cutOff: null }, parts);
  const seen = { publication: parts.publication, progress };
  await Promise.all(seriesPointsOf(round).map(({ point, ...at }) => parts.rollups.putPoint(at, point, seen)));
  return parts.rollups.putRound(storedRound(round), seen);
}

/**
 * Every document of a round on a basis, without clock times: coverage, each scorecard of the form, each indicator.
 * @param at the instant at which a missing report is judged: the cut-off of a freeze; of the basis `current`, its day's
 *   map is told
 */
export function documentsOf(
  round: Round,
  at: string,
  basis: Basis = 'as-reported',
): { name: RollupName; document: object }[] {
  const { form, period, catalog } = round;
  const given = placed(round, basis, localDayOf(at));
  const named = (kind: RollupName['kind'], code: string) => ({ period: period.code, kind, code });
  const indicators = form.indicators.flatMap((row) => catalog.indicators.get(row.indicator) ?? []);
  return [
    { name: named('coverage', form.code), document: coverageDocument(given, at) },
    ...scorecardsOf(round).map((scorecard) => ({
      name: named('scorecard', scorecard.code),
      document: rollUpScorecard(given, scorecard),
    })),
    ...indicators.map((indicator) => ({
      name: indicatorRollupName(form.code, period.code, indicator.id),
      document: rollUpIndicator(given, indicator),
    })),
  ];
}
