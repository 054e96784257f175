import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { Named } from '../../../shared/aggregation/round.ts';
import { everyPeriodBetween, periodsBefore } from '../../../shared/catalog/period.ts';
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
      const whole = everyPeriodBetween(form.from, last);
      const some = from === undefined ? [last] : everyPeriodBetween(from, last);
      return whole.filter((period) => some.includes(period));
    })
    .slice(-mostPeriods);
}

/**
 * Leaves out what lies before this service: periods that are over, that nobody reported here and no meeting asks for, up
 * to the first of which something is known.
 * @param documents the earliest first
 * @param asks what meetings ask for
 */
export function sinceService<D extends Pick<CoverageDocument, 'form' | 'period' | 'counted' | 'counts'>>(
  documents: readonly D[],
  asks: readonly { form: string; period: string }[],
): D[] {
  const first = documents.findIndex(
    ({ form, period, counted, counts }) =>
      counted > 0 || counts.notDue > 0 || asks.some((ask) => ask.form === form && ask.period === period),
  );
  return first === -1 ? [] : documents.slice(first);
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
