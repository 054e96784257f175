import { mostPoints, type RollupStore } from '../aggregation/aggregate-period.ts';
import type { Basis } from '../aggregation/basis.ts';
import { type Named, named } from '../aggregation/round.ts';
import type { Subject } from '../aggregation/series-point.ts';
import { type Catalog, formIn, scorecardIn } from '../catalog/catalog.ts';
import { localDayOf, periodOf } from '../catalog/period.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import { predecessorsOf } from '../catalog/succession.ts';
import { Refusal } from '../refusal.ts';
import { yearsOf } from './series-by-year.ts';
import { type PointGiven, type SeriesItem, seriesItem } from './series-view.ts';

export type SeriesAsk = {
  subject: Subject;
  /** Units' ids; null: every unit. Codes are none: seven of them changed meaning. */
  units: readonly string[] | null;
  /** First and last period, of one kind; by year, years or quarters, whose whole years are read. */
  from: string | null;
  to: string | null;
  basis: Basis;
  /** `year`: quarters are combined to years. */
  by: 'period' | 'year';
  /** When it is asked, ISO 8601, UTC: which map is today's. */
  at: string;
};

/** A series, oldest first, and where the territory of its units changed on the way. */
export type Series = Subject & {
  basis: Basis;
  by: 'period' | 'year';
  /** The catalogue under which it is read; each point says under which it was computed. */
  catalog: string;
  provisional: true;
  /** The units that were formed from others between the first point and the last, on which day and from which. */
  merged: (Named & { on: string; from: Named[] })[];
  items: SeriesItem[];
  next: null;
};

/**
 * A series of one indicator or of a scorecard's total: at most the newest hundred points of one kind of period.
 * Cumulative periods and quarters are never mixed, since a series is of one kind.
 * @throws Refusal `not-found`, `form-unknown`, `unit-unknown`, `period-unknown`, `parameter-malformed`
 */
export async function readSeries(
  ask: SeriesAsk,
  { catalog, rollups }: { catalog: Catalog; rollups: RollupStore },
): Promise<Series> {
  const { form, indicator } = subjectAsked(ask.subject, catalog);
  for (const id of ask.units ?? []) if (!catalog.units.has(id)) throw new Refusal('unit-unknown');
  const { kind, range, isByYear } = rangeAsked(ask, form);
  const points = await rollups.points({ subject: ask.subject, kind }, range);
  const everyPoint = points.map((point): PointGiven => {
    const period = periodOf(point.period);
    const ofPeriod = period && formOf(ask.subject, catalog, period.code);
    if (!ofPeriod) throw new Error(`catalogue ${catalog.version}: no form ${form.code} in ${point.period}`);
    return { point, form: ofPeriod, period, indicator, catalog };
  });
  const on = { basis: ask.basis, today: localDayOf(ask.at) };
  const given = isByYear ? wholeYears(everyPoint) : everyPoint;
  const items = isByYear ? yearsOf(given, on) : given.map((one) => seriesItem(one, on));
  return {
    ...ask.subject,
    basis: ask.basis,
    by: ask.by,
    catalog: catalog.version,
    provisional: true,
    merged: mergedIn(given, ask.units, catalog),
    items: items.map((item) => ofUnits(item, ask.units)),
    next: null,
  };
}

function ofUnits(item: SeriesItem, units: SeriesAsk['units']): SeriesItem {
  return units ? { ...item, units: item.units.filter(({ unit }) => units.includes(unit)) } : item;
}

/** The form, in its version of a period, from which a series has its point. */
function formOf(subject: Subject, catalog: Catalog, period: string): Form | undefined {
  const code = 'scorecard' in subject ? scorecardIn(catalog, subject.scorecard, period)?.form : subject.form;
  return code === undefined ? undefined : formIn(catalog, code, period);
}

/** @throws Refusal when the catalogue has no such form, indicator or scorecard */
function subjectAsked(subject: Subject, catalog: Catalog): { form: Form; indicator: Indicator | null } {
  if ('scorecard' in subject) {
    const code = catalog.scorecards.get(subject.scorecard)?.form;
    const form = code === undefined ? undefined : catalog.forms.get(code);
    if (!form) throw new Refusal('not-found');
    return { form, indicator: null };
  }
  const form = catalog.forms.get(subject.form);
  if (!form) throw new Refusal('form-unknown');
  const indicator = catalog.indicators.get(subject.indicator);
  const isAsked = catalog.everyForm.some(
    ({ code, indicators }) =>
      code === form.code && indicators.some((row) => row.indicator === subject.indicator),
  );
  if (!indicator || !isAsked) throw new Refusal('not-found');
  return { form, indicator };
}

/**
 * What is read: a range of one kind of periods. By year, of quarters the whole years in which the range begins and ends,
 * which may be given as years or as quarters.
 * @throws Refusal `period-unknown`; `parameter-malformed` where the two periods are not of one kind
 */
function rangeAsked({ from, to, by }: SeriesAsk, form: Form) {
  const [first, last] = [from, to].map((code) => {
    const period = code === null ? null : periodOf(code);
    if (period === undefined) throw new Refusal('period-unknown');
    return period;
  });
  const kind = first?.kind ?? last?.kind ?? form.periodKind;
  if (last && last.kind !== kind) {
    throw new Refusal('parameter-malformed', [{ field: 'to', fault: 'malformed' }]);
  }
  const isByYear =
    by === 'year' && (kind === 'quarter' || (kind === 'year' && form.periodKind === 'quarter'));
  if (!isByYear) return { kind, isByYear, range: { from: from ?? '', to: to ?? '~' } };
  const range = { from: first ? `${first.year}-Q1` : '', to: last ? `${last.year}-Q4` : '~' };
  return { kind: 'quarter' as const, isByYear, range };
}

/** Without the year of which the bound of the newest points cut off the beginning. */
function wholeYears(points: readonly PointGiven[]): readonly PointGiven[] {
  const [first] = points;
  if (!first || points.length < mostPoints || first.point.period.endsWith('-Q1')) return points;
  return points.filter(({ period }) => period.year > first.period.year);
}

/** Where the units' territory changed between the first point and the last. */
export function mergedIn(
  given: readonly PointGiven[],
  units: SeriesAsk['units'],
  catalog: Catalog,
): Series['merged'] {
  const [first, last] = [given[0], given.at(-1)];
  if (!first || !last) return [];
  const from = first.period[first.form.window].to;
  const to = last.period[last.form.window].to;
  const kind = first.form.about?.kind ?? first.form.unitKind;
  return [...catalog.units.values()].flatMap((unit) => {
    const on = unit.from;
    if (unit.kind !== kind || on === null || on <= from || on > to) return [];
    const before = predecessorsOf(catalog, unit);
    const isAsked = !units || [unit, ...before].some(({ id }) => units.includes(id));
    if (before.length === 0 || !isAsked) return [];
    return [{ ...named(unit, on), on, from: before.map((each) => named(each, from)) }];
  });
}
