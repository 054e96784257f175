import type { Basis } from '../aggregation/basis.ts';
import { silenceOf } from '../aggregation/round.ts';
import { byRank } from '../aggregation/score-round.ts';
import { seriesPointsOf } from '../aggregation/series-point.ts';
import { localDayOf } from '../catalog/period.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RollupParts, scorecardAsked } from './read-rollup.ts';
import { type SeriesFigure, type SeriesItem, seriesItem } from './series-view.ts';
import { standingRounds } from './standing-rounds.ts';

/** Who is where under a scorecard, and nothing else. */
export type Ranking = {
  schema: 'ranking/1';
  scorecard: string;
  /** The version of the scorecard, and the catalogue, under which the totals were computed. */
  version: number;
  period: string;
  basis: Basis;
  catalog: string;
  provisional: true;
  coverage: SeriesItem['coverage'];
  units: (Pick<SeriesFigure, 'unit' | 'code' | 'name' | 'rank'> & {
    total: string | null;
    totalReason: SeriesFigure['reason'];
  })[];
};

/**
 * A ranking, from the one small item that a series has of the period; where there is none, from the round.
 * @param ask.at when it is asked, ISO 8601, UTC
 * @throws Refusal `not-found`, `period-unknown`
 */
export async function readRanking(
  ask: { scorecard: string; period: string; basis: Basis; at: string },
  parts: RollupParts,
): Promise<Ranking> {
  const { catalog, rollups } = parts;
  const scorecard = scorecardAsked(catalog, ask);
  const { form, period } = formAndPeriod(catalog, scorecard.form, ask.period);
  const subject = { scorecard: scorecard.code };
  const range = { from: period.code, to: period.code };
  const [stored] = await rollups.points({ subject, kind: period.kind }, range);
  const point = stored ?? (await pointOfRound());
  const on = { basis: ask.basis, today: localDayOf(ask.at) };
  const {
    catalog: computedUnder,
    coverage,
    units,
  } = seriesItem({ point, form, period, indicator: null, catalog }, on);
  return {
    schema: 'ranking/1',
    scorecard: scorecard.code,
    version: point.version ?? scorecard.version,
    period: period.code,
    basis: ask.basis,
    catalog: computedUnder,
    provisional: true,
    coverage,
    units: units
      .filter(({ reason }) => reason !== silenceOf(form))
      .map(({ unit, code, name, rank, value, reason }) => ({
        unit,
        code,
        name,
        rank,
        total: value,
        totalReason: reason,
      }))
      .sort(byRank),
  };

  async function pointOfRound() {
    const [round] = await standingRounds({ form, period }, parts);
    const points = seriesPointsOf(round);
    const own = points.find(
      (each) => 'scorecard' in each.subject && each.subject.scorecard === ask.scorecard,
    );
    if (!own) throw new Error(`scorecard ${ask.scorecard}: no series of it in ${period.code}`);
    return own.point;
  }
}
