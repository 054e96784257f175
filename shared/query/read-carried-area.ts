import { dayOf } from '../aggregation/basis.ts';
import { type Combined, combine, figureFrom } from '../aggregation/combine.ts';
import { figuresByArea } from '../aggregation/whole-figures.ts';
import { carriageOf } from '../catalog/carriage.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf, type Period } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Form, Indicator, Unit } from '../catalog/schema.ts';
import { successorOn } from '../catalog/succession.ts';
import { isCalled, unitsOn } from '../catalog/unit.ts';
import type { ObservationStatus } from '../observations/observation.ts';
import type { Figure } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySeeUnit } from '../submissions/rights.ts';
import { standingAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';

/** The figures of one of today's communes: those that the areas it was made of reported, carried over. */
export type CarriedAreaView = {
  unit: string;
  area: string;
  form: string;
  period: string;
  basis: 'current';
  /** The areas it was made of; `divided`: only a part of it is in this one, so that no figure of it can be carried. */
  from: { area: string; divided: boolean }[];
  items: (Combined & { indicator: string; status: ObservationStatus })[];
  next: null;
  asOf?: string;
};

type Ask = { unit: string; area: string; form: string; period: string; asOf: string | null; at: string };
type Parts = { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots' | 'pagesOf'> };

/**
 * The figures of a commune of today in any period. Of a period before July 2025 its wards' figures become one; where a
 * ward was divided among communes there is none, and the reason is `not-additive`.
 * @param ask.unit today's unit in which it lies, its id or its code
 * @param ask.area `commune:21583`
 * @param ask.asOf as things stood at this instant (ISO 8601, UTC); null: as they stand
 * @param ask.at when it is asked, ISO 8601, UTC
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, or `not-found` when there is no such commune in the
 *   unit, nothing stands, or it is not theirs to see
 */
export async function readCarriedArea(ask: Ask & { who: Identity }, parts: Parts): Promise<CarriedAreaView> {
  const { catalog } = parts;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const today = dayOf({ form, period }, 'current', localDayOf(ask.asOf ?? ask.at));
  const units = unitsOn(catalog, form.unitKind, today);
  const unit = units.find((each) => isCalled(each, ask.unit));
  if (!unit) throw new Refusal('unit-unknown');
  if (!maySeeUnit(ask.who, unit.id)) throw new Refusal('not-found');
  const isInside = await liesIn(ask.area, unit, today);
  const from = isInside ? await sourcesOf(ask.area, unit, mapDay(form, period)) : [];
  const byArea = await figuresOfAreas({ form, period, unit, today, asOf: ask.asOf }, parts);
  if (!from.some(({ area }) => byArea.has(area))) throw new Refusal('not-found');
  const figureOf = (area: string, indicator: string) =>
    byArea.get(area)?.find((figure) => figure.indicator === indicator);
  const items = form.indicators.flatMap((row) => {
    const indicator = catalog.indicators.get(row.indicator);
    if (!indicator) return [];
    const combined = carriedFigure(indicator, from, figureOf);
    return [{ indicator: indicator.id, ...combined, status: figureFrom(indicator.id, combined).status }];
  });
  const asOf = ask.asOf === null ? {} : { asOf: ask.asOf };
  const slot = { unit: unit.id, area: ask.area, form: form.code, period: period.code };
  return { ...slot, basis: 'current', from, items, next: null, ...asOf };
}

async function liesIn(area: string, { kind, code }: Unit, day: string): Promise<boolean> {
  if (kind !== 'province') return false;
  const { communesOn } = await import('../catalog/communes.ts');
  return (await communesOn(code, day)).some(({ id }) => id === area);
}

/** What a commune was made of on the map of a period: of one since July 2025, itself. The map of wards is long. */
async function sourcesOf(area: string, unit: Unit, day: string): Promise<CarriedAreaView['from']> {
  if (await liesIn(area, unit, day)) return [{ area, divided: false }];
  const { areaSources, areasCarried } = await import('../catalog/ward-succession.ts');
  return areaSources(area).map((source) => ({ area: source, divided: areasCarried(source).length > 1 }));
}

/** What stands of areas in the slots of everybody who reported for a unit's territory. */
async function figuresOfAreas(
  ask: { form: Form; period: Period; unit: Unit; today: string; asOf: string | null },
  { catalog, submissions }: Parts,
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const { form, period, unit, today, asOf } = ask;
  const reporting = unitsOn(catalog, form.unitKind, mapDay(form, period)).filter(
    (each) => successorOn(catalog, each, today) === unit,
  );
  const slots = await submissions.slots(
    reporting.map(({ id }) => ({ unit: id, form: form.code, period: period.code })),
  );
  const standing = [...slots.values()].flatMap(
    (slot) => (asOf === null ? slot.standing : standingAt(slot, asOf)) ?? [],
  );
  const pages = await submissions.pagesOf(
    standing.map(({ submission, pages: groups }) => ({ id: submission, groups })),
  );
  return figuresByArea([...pages.values()].flatMap((ofOne) => [...ofOne]));
}

function carriedFigure(
  indicator: Indicator,
  from: CarriedAreaView['from'],
  figureOf: (area: string, indicator: string) => Figure | undefined,
): Combined {
  const { weight } = carriageOf(indicator);
  const parts = from.map(({ area }) => ({
    figure: figureOf(area, indicator.id),
    weight: weight === undefined ? undefined : figureOf(area, weight),
  }));
  const combined = combine(indicator, parts, 'refused');
  if (!from.some(({ divided }) => divided)) return combined;
  return { ...combined, numerator: null, denominator: null, value: null, reason: 'not-additive' };
}
