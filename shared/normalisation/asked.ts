import type { Catalog } from '../catalog/catalog.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import type { Form, Indicator, Unit } from '../catalog/schema.ts';
import { type AreaNames, areaNames } from './match/areas.ts';
import { type IndicatorNames, indicatorNames } from './match/match-indicator.ts';
import { type UnitNames, unitNames } from './match/match-unit.ts';
import type { CheckRequest } from './report.ts';

/** What a request asks, looked up in the catalogue: against this a file is read. */
export type Asked = {
  unit: Unit;
  form: Form;
  period: Period;
  /** The last day of the form's window: the map of a period is that of this day. */
  day: string;
  required: readonly Indicator[];
  /** The most points of each indicator that is reported as a score, from the form's scorecards. */
  maxima: ReadonlyMap<string, string>;
  indicators: IndicatorNames;
  units: UnitNames;
  /** The units inside the reporting one; the list is loaded when a layout first names one. */
  areas(): Promise<AreaNames>;
};

/**
 * Looks a request up in the catalogue.
 * @returns what is asked; without a form, one for each that may be reported, or none
 * @throws Error when it names a unit, form or period that does not exist: the caller's mistake, not the file's
 */
export function askedOf(request: CheckRequest, catalog: Catalog): Asked[] {
  const unit = catalog.units.get(request.unit);
  const period = periodOf(request.period);
  const form = request.form === undefined ? null : catalog.forms.get(request.form);
  if (!unit || !period || form === undefined) {
    throw new Error(`cannot check for unit ${request.unit}, form ${request.form}, period ${request.period}`);
  }
  const forms = form ? [form] : [...catalog.forms.values()].filter((each) => isAsked(each, unit, period));
  return forms.map((each) => askedFor(unit, each, period, catalog));
}

/** True when a form is reported by units of this kind for this period. */
function isAsked(form: Form, unit: Unit, { code, kind }: Period): boolean {
  const inForce = form.from <= code && (form.to === null || code <= form.to);
  return form.unitKind === unit.kind && form.periodKind === kind && inForce;
}

function askedFor(unit: Unit, form: Form, period: Period, catalog: Catalog): Asked {
  const day = period[form.window].to;
  const maxima = new Map<string, string>();
  for (const scorecard of catalog.scorecards.values()) {
    if (scorecard.form !== form.code) continue;
    for (const group of scorecard.groups)
      if (group.rule === 'reported') maxima.set(group.indicator, group.max);
  }
  let areas: Promise<AreaNames> | undefined;
  return {
    unit,
    form,
    period,
    day,
    required: form.indicators.map((row) => catalog.indicators.get(row.indicator) as Indicator),
    maxima,
    indicators: indicatorNames(catalog, form),
    units: unitNames(catalog, form.unitKind, day),
    areas: () => (areas ??= areaNames(catalog, unit, day)),
  };
}
