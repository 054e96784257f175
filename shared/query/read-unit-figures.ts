import type { RoundName } from '../aggregation/aggregate-period.ts';
import {
  type Basis,
  figureAt,
  isListed,
  type Place,
  type Placed,
  type PlacedFigure,
  placed,
} from '../aggregation/basis.ts';
import type { TotalFigure } from '../aggregation/entry-figure.ts';
import { figureRanks } from '../aggregation/ranks.ts';
import { type Coverage, coverageOf, nationalOf } from '../aggregation/roll-up.ts';
import type { Named } from '../aggregation/round.ts';
import { formIn } from '../catalog/catalog.ts';
import { localDayOf, periodsBefore } from '../catalog/period.ts';
import type { Indicator } from '../catalog/schema.ts';
import { isCalled } from '../catalog/unit.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

/** Every figure of one unit in a period, beside the others', the nation's and its own of the period before. */
export type UnitFigures = Named & {
  schema: 'unit-figures/1';
  form: string;
  period: string;
  basis: Basis;
  catalog: string;
  provisional: true;
  /** Whether the unit has reported; of a merged one, whether all its predecessors have. */
  reported: boolean;
  coverage: Coverage;
  items: (PlacedFigure & {
    indicator: string;
    /** 1 is the best of `ranked` units. */
    rank: number | null;
    ranked: number;
    /** How many units share its rank, with itself; 0 without a rank. */
    alike: number;
    national: TotalFigure;
    /** Null where the form was not asked for in the period before, or the unit did not live on its map. */
    previous: (PlacedFigure & { period: string }) | null;
  })[];
};

/**
 * One unit's figures. The two periods are read in one call.
 * @param ask.unit its id, or the code that it bears on the map
 * @param ask.at when it is asked, ISO 8601, UTC
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`
 */
export async function readUnitFigures(
  ask: RoundName & { unit: string; basis: Basis; at: string },
  parts: RoundParts,
): Promise<UnitFigures> {
  const { catalog } = parts;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const [before] = periodsBefore(period.code, 1);
  const isAsked = before !== undefined && formIn(catalog, form.code, before) !== undefined;
  const rounds = await standingRounds({ form, period, before: isAsked ? [before] : [] }, parts);
  const today = localDayOf(ask.at);
  const [given, previous] = rounds.map((round) => placed(round, ask.basis, today)) as [Placed, Placed?];
  const place = placeOf(given, ask.unit);
  if (!place) throw new Refusal('unit-unknown');
  return {
    schema: 'unit-figures/1',
    ...place.named,
    form: form.code,
    period: period.code,
    basis: ask.basis,
    catalog: catalog.version,
    provisional: true,
    reported: place.parts.every(({ standing }) => standing !== null),
    coverage: coverageOf(given),
    items: form.indicators.map((row) => {
      const indicator = catalog.indicators.get(row.indicator);
      if (!indicator) throw new Error(`no indicator ${row.indicator} in catalogue ${catalog.version}`);
      return itemOf(given, place, indicator, previous);
    }),
  };
}

function placeOf({ places }: Placed, unit: string): Place | undefined {
  return places.find((place) => isCalled(place.unit, unit));
}

function itemOf(
  given: Placed,
  place: Place,
  indicator: Indicator,
  previous: Placed | undefined,
): UnitFigures['items'][number] {
  const listed = given.places.filter(isListed);
  const ranks = figureRanks(
    indicator,
    listed.map((each) => figureAt(given, each, indicator)),
  );
  // By identity: a code may have meant another unit then.
  const before = previous && placeOf(previous, place.unit.id);
  const rank = ranks[listed.indexOf(place)] ?? null;
  return {
    indicator: indicator.id,
    ...figureAt(given, place, indicator),
    rank,
    ranked: ranks.filter((each) => each !== null).length,
    alike: rank === null ? 0 : ranks.filter((each) => each === rank).length,
    national: nationalOf(given, indicator),
    previous:
      previous && before
        ? { period: previous.round.period.code, ...figureAt(previous, before, indicator) }
        : null,
  };
}
