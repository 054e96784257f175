import { dayOf } from '../aggregation/basis.ts';
import { type Combined, combineOverTime, figureFrom, type Part } from '../aggregation/combine.ts';
import { carriageOf } from '../catalog/carriage.ts';
import { periodOf } from '../catalog/period.ts';
import type { Indicator } from '../catalog/schema.ts';
import {
  type BasisOn,
  columnsOn,
  figureIn,
  type PointGiven,
  type SeriesItem,
  unitNamed,
  withRanks,
} from './series-view.ts';

/**
 * Quarters combined to years: flows are added up, ratios divided anew from the year's parts, stocks are those of the
 * last quarter. A year of which a quarter is missing has no value and says `parts-missing`; what does not add up over
 * time, or a scorecard's total, says `not-additive`. As reported, a unit's year ends with the unit: on today's map the
 * quarters of its predecessors are its own.
 * @param points quarters, oldest first
 */
export function yearsOf(points: readonly PointGiven[], on: BasisOn): SeriesItem[] {
  const years = new Map<string, PointGiven[]>();
  for (const given of points) {
    const year = String(given.period.year);
    years.set(year, [...(years.get(year) ?? []), given]);
  }
  return [...years].map(([year, quarters]) => yearOf(year, quarters, on));
}

function yearOf(year: string, quarters: readonly PointGiven[], on: BasisOn): SeriesItem {
  const { form, indicator, catalog, period } = quarters.at(-1) as PointGiven;
  const ofQuarter = (quarter: number) => quarters.find(({ point }) => point.period === `${year}-Q${quarter}`);
  const all = [1, 2, 3, 4].map(ofQuarter);
  const ids = new Set(quarters.flatMap(({ point }) => columnsOn(point, on).units));
  const day = dayOf({ form, period: periodOf(year) ?? period }, on.basis, on.today);
  const places = [...ids].map((id) => ({ id, name: unitNamed(catalog, id, day) }));
  places.sort((a, b) =>
    a.name.code < b.name.code ? -1 : a.name.code > b.name.code ? 1 : a.id < b.id ? -1 : 1,
  );
  const figures = places.map(({ id }) =>
    overYear(
      indicator,
      all.map((given) => {
        if (!given || !indicator) return { figure: undefined };
        const columns = columnsOn(given.point, on);
        const place = columns.units.indexOf(id);
        return { figure: place < 0 ? undefined : figureIn(columns, place, indicator.id) };
      }),
    ),
  );
  const nations = all.map((given) => given?.point.national ?? null);
  const missing = places.filter((_, at) => (figures[at] as Combined).value === null).map(({ name }) => name);
  return {
    period: year,
    catalog: catalog.version,
    map: { day: on.basis === 'current' ? null : day, units: places.length },
    coverage: { expected: places.length, counted: places.length - missing.length, missing },
    national:
      indicator &&
      overYear(
        indicator,
        nations.map((nation) => ({
          figure: hasFigure(nation) ? figureFrom(indicator.id, nation) : undefined,
        })),
      ),
    units: withRanks(
      indicator,
      places.map(({ name }) => name),
      figures.map(({ numerator, denominator, value, reason }) => ({ numerator, denominator, value, reason })),
    ),
  };
}

function overYear(indicator: Indicator | null, parts: readonly Part[]): Combined {
  const counted = parts.filter(({ figure }) => figure !== undefined).length;
  const none = { numerator: null, denominator: null, value: null, counted, expected: parts.length };
  const way = indicator ? carriageOf(indicator).time : 'none';
  if (!indicator || way === 'none') return { ...none, reason: 'not-additive' };
  const needed = way === 'last' ? parts.slice(-1) : parts;
  if (needed.some(({ figure }) => figure === undefined)) {
    return { ...none, reason: counted === 0 ? 'missing' : 'parts-missing' };
  }
  return combineOverTime(indicator, parts);
}

function hasFigure(nation: Combined | null): nation is Combined {
  return nation !== null && (nation.value !== null || nation.numerator !== null);
}
