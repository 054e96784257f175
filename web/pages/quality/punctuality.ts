import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { Named } from '../../../shared/aggregation/round.ts';
import { periodsBefore, periodsBetween } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';

type CoveredUnit = CoverageDocument['units'][number];

/** So many periods stand beside each other at most. */
const mostPeriods = 4;

/**
 * The last periods in which a form was asked for, the earliest first.
 * @param upTo the periods of the coming meeting: of a form that is still asked for, where it ends
 */
export function lastPeriodsOf(form: Form, upTo: readonly string[]): string[] {
  const lasts = form.to === null ? upTo : [form.to];
  return lasts
    .flatMap((last) => {
      const [from] = periodsBefore(last, mostPeriods - 1).slice(-1);
      const whole = periodsBetween(form.from, last, 400) ?? [];
      const some = from === undefined ? [last] : (periodsBetween(from, last, mostPeriods) ?? []);
      return whole.filter((period) => some.includes(period));
    })
    .slice(-mostPeriods);
}

/** Whether a form was asked for before this service only: it is asked for no more, and nobody reported it here. */
export function isBefore(
  { to }: Pick<Form, 'to'>,
  documents: readonly Pick<CoverageDocument, 'counted'>[],
): boolean {
  return to !== null && documents.every(({ counted }) => counted === 0);
}

/** A unit with its report in each of the periods; undefined: it was not asked, as it did not live then. */
export type UnitOverPeriods = { named: Named; reports: (CoveredUnit | undefined)[] };

/** Every unit of some periods' coverage with its reports, in the order of codes. */
export function overPeriods(documents: readonly CoverageDocument[]): UnitOverPeriods[] {
  const named = new Map(documents.flatMap(({ units }) => units.map((unit) => [unit.unit, unit] as const)));
  return [...named.values()]
    .map((unit) => ({
      named: unit,
      reports: documents.map(({ units }) => units.find((each) => each.unit === unit.unit)),
    }))
    .sort((a, b) => (a.named.code < b.named.code ? -1 : 1));
}

/** Whether something of a unit wants a look: late, missing, or revised after it was signed. */
export function isConspicuous({ reports }: UnitOverPeriods): boolean {
  return reports.some(
    (report) => report && (report.state === 'late' || report.state === 'missing' || report.revised === true),
  );
}
