import { dayOf } from '../aggregation/basis.ts';
import type { Combined } from '../aggregation/combine.ts';
import { aboutUnits, type Named } from '../aggregation/round.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import { livesOn } from '../catalog/unit.ts';
import { neededOf, overYear, type Quarter, quarterOfNation } from './quarters-of-year.ts';
import {
  type BasisOn,
  columnsOn,
  figureIn,
  type PointGiven,
  rankedIn,
  reasonsIn,
  type SeriesItem,
  unitNamed,
  withRanks,
} from './series-view.ts';

/** A quarter of a year, and its point; undefined: nobody has reported for it. */
type QuarterGiven = { period: Period; given: PointGiven | undefined };

/**
 * Quarters combined to years, as `overYear` says. As reported, the year's map is that of its window's last day, and who
 * of it reported every quarter in which they lived counts. A unit that lived for a part of the year is named with that
 * as its reason, also one that is not on that map; on today's map the quarters of its predecessors are its successor's.
 * @param points quarters of whole years, oldest first
 */
export function yearsOf(points: readonly PointGiven[], on: BasisOn): SeriesItem[] {
  const years = new Map<string, PointGiven[]>();
  for (const given of points) {
    const year = String(given.period.year);
    years.set(year, [...(years.get(year) ?? []), given]);
  }
  return [...years].map(([year, quarters]) => yearOf(year, quarters, on));
}

function yearOf(year: string, points: readonly PointGiven[], on: BasisOn): SeriesItem {
  const { form, indicator, catalog, period } = points.at(-1) as PointGiven;
  const ofYear = periodOf(year) ?? period;
  const day = dayOf({ form, period: ofYear }, on.basis, on.today);
  const ofQuarters = points.flatMap(({ point }) => columnsOn(point, on).units);
  const onMap = new Set(
    on.basis === 'current' ? ofQuarters : aboutUnits(catalog, form, ofYear).map(({ id }) => id),
  );
  const all = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter): QuarterGiven => {
    const found = points.find(({ point }) => point.period === `${year}-${quarter}`);
    return { period: periodOf(`${year}-${quarter}`) ?? period, given: found };
  });
  const places = [...new Set([...ofQuarters, ...onMap])].map((id) => {
    const quarters = all.map((one) => quarterOf(one, id, points.at(-1) as PointGiven, on));
    return { id, named: unitNamed(catalog, id, day), quarters, figure: overYear(indicator, quarters) };
  });
  places.sort(byCode);
  const expected = places.filter(({ id }) => onMap.has(id));
  const missing = expected.filter(({ quarters }) => neededOf(indicator, quarters).some(isSilent));
  const units = withRanks(
    indicator,
    places.map(({ named }) => named),
    places.map(({ figure: { numerator, denominator, value, reason } }) => {
      return { numerator, denominator, value, reason };
    }),
  );
  return {
    period: year,
    catalog: catalog.version,
    map: { day: on.basis === 'current' ? null : day, units: expected.length },
    coverage: {
      expected: expected.length,
      counted: expected.length - missing.length,
      missing: missing.map(({ named }) => named),
    },
    // A nation lives the whole year, and submits nothing itself.
    national:
      indicator &&
      (overYear(
        indicator,
        all.map(({ given }) => quarterOfNation(indicator, given?.point.national)),
      ) as Combined),
    ranked: rankedIn(units),
    units,
  };
}

/** What a unit has in a quarter: with its point from that, without one from whether it lived then. */
function quarterOf(
  { period, given }: QuarterGiven,
  id: string,
  { form, indicator, catalog }: PointGiven,
  on: BasisOn,
): Quarter {
  const unit = catalog.units.get(id);
  const lived = on.basis === 'current' || (unit !== undefined && livesOn(unit, mapDay(form, period)));
  if (!given) return { figure: undefined, reason: lived ? 'not-submitted' : 'lived-part-of-year' };
  const columns = columnsOn(given.point, on);
  const place = columns.units.indexOf(id);
  if (place < 0) return { figure: undefined, reason: 'lived-part-of-year' };
  return {
    figure: indicator ? figureIn(columns, place, indicator.id) : undefined,
    reason: reasonsIn(columns)[place] ?? 'missing',
    isSilent: columns.missing.includes(place),
  };
}

function isSilent({ reason, isSilent: silent = reason === 'not-submitted' }: Quarter): boolean {
  return silent;
}

type Place = { id: string; named: Named };

function byCode(a: Place, b: Place): number {
  if (a.named.code !== b.named.code) return a.named.code < b.named.code ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
