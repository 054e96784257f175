import { dayOf, figureAt, isCounted, type PlacedFigure, placed } from '../aggregation/basis.ts';
import type { Named } from '../aggregation/round.ts';
import { localDayOf } from '../catalog/period.ts';
import { reportingKinds } from '../catalog/reporters.ts';
import { isCalled, unitsOn } from '../catalog/unit.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySeeUnit } from '../submissions/rights.ts';
import { type AsOf, type RollupParts, roundAt, toldAt } from './read-rollup.ts';

/** A unit's figures on today's map: those that its predecessors reported, carried over. */
export type CarriedView = Named & {
  form: string;
  period: string;
  basis: 'current';
  /** False while one of those who reported for its territory has not. */
  complete: boolean;
  items: (PlacedFigure & { indicator: string })[];
  next: null;
  asOf?: string;
};

/**
 * The figures of one of today's units, of whatever period.
 * @param ask.unit its id, or the code that it bears today
 * @param ask.at when it is asked, ISO 8601, UTC
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, or `not-found` when nothing stands, or it is not theirs to see
 */
export async function readCarried(
  ask: { unit: string; form: string; period: string; asOf: AsOf; at: string; who: Identity },
  parts: RollupParts,
): Promise<CarriedView> {
  const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
  const today = dayOf({ form, period }, 'current', localDayOf(toldAt(ask)));
  const kinds = form.about ? [form.about.kind] : reportingKinds(form);
  const units = kinds.flatMap((kind) => unitsOn(parts.catalog, kind, today));
  const unit = units.find((each) => isCalled(each, ask.unit));
  if (!unit) throw new Refusal('unit-unknown');
  if (!maySeeUnit(ask.who, unit.id)) throw new Refusal('not-found');
  const given = placed(await roundAt(ask.asOf, { form, period }, parts), 'current', today);
  const place = given.places.find((each) => each.unit === unit);
  if (!place?.parts.some(({ standing }) => standing !== null)) throw new Refusal('not-found');
  const indicators = form.indicators.flatMap((row) => parts.catalog.indicators.get(row.indicator) ?? []);
  const items = indicators.map((indicator) => ({
    indicator: indicator.id,
    ...figureAt(given, place, indicator),
  }));
  return {
    ...place.named,
    form: form.code,
    period: period.code,
    basis: 'current',
    complete: isCounted(place),
    items,
    next: null,
    ...(ask.asOf === null ? {} : { asOf: ask.asOf.instant }),
  };
}
