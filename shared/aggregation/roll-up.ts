import { regionsOn } from '../catalog/regions.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Indicator } from '../catalog/schema.ts';
import {
  type Basis,
  figureAt,
  isCounted,
  isListed,
  isMerged,
  type Placed,
  type PlacedFigure,
} from './basis.ts';
import { entryFigure, type TotalFigure, totalOf } from './entry-figure.ts';
import { figureRanks } from './ranks.ts';
import { type Entry, type Named, named } from './round.ts';

/** How many of the units count, and which do not: of a merged one, which of its predecessors did not report. */
export type Coverage = {
  expected: number;
  counted: number;
  missing: (Named & { predecessors?: Named[] })[];
};

/** The roll-up of one indicator: each unit's figure and the nation's, with how many units it counts. */
export type IndicatorRollup = {
  schema: 'rollup/2';
  indicator: string;
  form: string;
  period: string;
  basis: Basis;
  catalog: string;
  coverage: Coverage;
  /** Combined from what was really reported, on either basis; `counted` and `expected` are of those who report. */
  national: TotalFigure;
  regions: RegionFigure[];
  units: (Named & PlacedFigure & { rank: number | null })[];
};

type RegionFigure = { region: string; names: { vi: string; en: string } } & TotalFigure & {
    coverage: Coverage;
  };

/** How many of the expected units count, and which do not. */
export function coverageOf({ round, places }: Placed): Coverage {
  const day = mapDay(round.form, round.period);
  const missing = places
    .filter((place) => !isCounted(place))
    .map((place) => {
      if (!isMerged(place)) return place.named;
      const silent = place.parts.filter(({ standing }) => standing === null);
      return { ...place.named, predecessors: silent.map(({ unit }) => named(unit, day)) };
    });
  return { expected: places.length, counted: places.length - missing.length, missing };
}

/**
 * Rolls one indicator up. A ratio of the nation is the sum of numerators over the sum of denominators, never a mean
 * of ratios; a merged unit of which a part is missing is listed with no value, and its parts beside it.
 */
export function rollUpIndicator(given: Placed, indicator: Indicator): IndicatorRollup {
  const { round, basis } = given;
  const listed = given.places.filter(isListed);
  const figures = listed.map((place) => figureAt(given, place, indicator));
  const rank = figureRanks(indicator, figures);
  return {
    schema: 'rollup/2',
    indicator: indicator.id,
    form: round.form.code,
    period: round.period.code,
    basis,
    catalog: round.catalog.version,
    coverage: coverageOf(given),
    national: nationalOf(given, indicator),
    regions: regionsOf(given, indicator),
    units: listed.map((place, at) => ({
      ...place.named,
      ...(figures[at] as PlacedFigure),
      rank: rank[at] ?? null,
    })),
  };
}

/**
 * What the nation comes to, from what was really reported: the same on either basis. Where a decision asks an
 * indicator of the nation (`level: 'national'`) and one unit alone reports it, that unit speaks of the nation: there is
 * nothing to be combined, and so nothing to be refused.
 */
export function nationalOf({ round }: Pick<Placed, 'round'>, indicator: Indicator): TotalFigure {
  const [only, ...others] = round.entries;
  const { reporters, about } = round.form;
  const isOfNation = indicator.level === 'national' && reporters?.length === 1 && !about;
  if (isOfNation && only && others.length === 0 && only.standing) {
    const {
      status: _,
      fromAreas: __,
      partial: ___,
      areasDiffer: ____,
      ...figure
    } = entryFigure(indicator, only);
    return figure;
  }
  return totalOf(round.entries, indicator, mapDay(round.form, round.period));
}

/** What each region of the map comes to, from what was reported in it; none for units that lie in no region. */
function regionsOf(given: Placed, indicator: Indicator): RegionFigure[] {
  const day = mapDay(given.round.form, given.round.period);
  return regionPlaces(given).map(({ entries, ...region }) => {
    return { ...region, ...totalOf(entries, indicator, day) };
  });
}

type RegionPlaces = Pick<RegionFigure, 'region' | 'names' | 'coverage'> & { entries: readonly Entry[] };

/** The regions of a map with who reports in them, which are the same for every indicator. */
function regionPlaces(given: Placed): readonly RegionPlaces[] {
  const { round, day, places } = given;
  const known = ofPlaced.get(given);
  if (known) return known;
  const found = regionsOn(round.catalog, day).flatMap(({ id, names, members }): RegionPlaces[] => {
    const inside = places.filter(({ unit }) => members.includes(unit.id));
    if (inside.length === 0) return [];
    const coverage = coverageOf({ ...given, places: inside });
    return [{ region: id, names, coverage, entries: inside.flatMap(({ parts }) => parts) }];
  });
  ofPlaced.set(given, found);
  return found;
}

const ofPlaced = new WeakMap<Placed, readonly RegionPlaces[]>();
