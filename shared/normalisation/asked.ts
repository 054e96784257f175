import type { Catalog } from '../catalog/catalog.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import type { Form, Indicator, Unit } from '../catalog/schema.ts';
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
};

/**
 * Looks a request up in the catalogue.
 * @throws Error when it names a unit, form or period that does not exist: the caller's mistake, not the file's
 */
export function askedOf(request: CheckRequest, catalog: Catalog): Asked {
  const unit = catalog.units.get(request.unit);
  const form = catalog.forms.get(request.form);
  const period = periodOf(request.period);
  if (!unit || !form || !period) {
    throw new Error(`cannot check for unit ${request.unit}, form ${request.form}, period ${request.period}`);
  }
  const day = period[form.window].to;
  return {
    unit,
    form,
    period,
    day,
    required: form.indicators.map((row) => catalog.indicators.get(row.indicator) as Indicator),
    maxima: mostPoints(catalog, form),
    indicators: indicatorNames(catalog, form),
    units: unitNames(catalog, form.unitKind, day),
  };
}

/** The most points of each indicator that a form asks for as a score, from its scorecards. */
export function mostPoints(catalog: Catalog, form: Form): ReadonlyMap<string, string> {
  const maxima = new Map<string, string>();
  for (const scorecard of catalog.scorecards.values()) {
    if (scorecard.form !== form.code) continue;
    for (const group of scorecard.groups)
      if (group.rule === 'reported') maxima.set(group.indicator, group.max);
  }
  return maxima;
}
