import type { Silence } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { compare } from '../../../shared/observations/decimal.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { numberIn } from '../../format/statistics.ts';

/** A unit's figure as a map and its table tell it. */
export type MapRow = {
  unit: string;
  code: string;
  name: string;
  value: string | null;
  reason: NonNullable<SeriesItem['units'][number]['reason']> | null;
  rank: number | null;
  /** It is of some of the unit's areas only. */
  isPartial: boolean;
};

/** The figures of a point of a series, by code; each unit of its map has a row. */
export function rowsOfItem({ units }: Pick<SeriesItem, 'units'>): MapRow[] {
  return byCode(
    units.map(({ unit, code, name, value, reason, rank, partial }) => ({
      unit,
      code,
      name,
      value,
      reason,
      rank,
      isPartial: partial === true,
    })),
  );
}

/** The points of a group by unit; one of which nothing is in has a row too. @param silence why nothing is */
export function rowsOfGroup(
  { units, coverage }: Pick<ScorecardRollup, 'units' | 'coverage'>,
  group: string,
  silence: Silence = 'not-submitted',
): MapRow[] {
  const scored = units.map(({ unit, code, name, groups, partial }): MapRow => {
    const value = groups[group] ?? null;
    const reason = value === null ? 'missing' : null;
    return { unit, code, name, value, reason, rank: null, isPartial: partial === true };
  });
  const known = new Set(scored.map(({ unit }) => unit));
  const silent = coverage.missing
    .filter(({ unit }) => !known.has(unit))
    .map(
      ({ unit, code, name }): MapRow => ({
        unit,
        code,
        name,
        value: null,
        reason: silence,
        rank: null,
        isPartial: false,
      }),
    );
  return byCode([...scored, ...silent]);
}

function byCode(rows: MapRow[]): MapRow[] {
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Of which map the units are: those that were formed on 2025-07-01 are on today's alone. */
export function mapOfUnits(rows: readonly Pick<MapRow, 'unit'>[]): '34' | '63' {
  return rows.some(({ unit }) => unit.endsWith('@2025')) ? '34' : '63';
}

/** The most digits behind the point that a figure of a column has: all are written with so many. */
export function decimalsOf(values: readonly (string | null)[]): number {
  return Math.max(0, ...values.map((value) => value?.split('.')[1]?.length ?? 0));
}

/** Those with the most and the least; none where there is no figure. */
export function extremes(rows: readonly MapRow[]): { most: MapRow; least: MapRow } | null {
  const known = rows.flatMap((row) => {
    const figure = numberIn(row.value);
    return figure === null ? [] : [{ row, figure }];
  });
  const sorted = known.sort((a, b) => compare(b.figure, a.figure));
  const [most, least] = [sorted[0], sorted.at(-1)];
  return most === undefined || least === undefined ? null : { most: most.row, least: least.row };
}
