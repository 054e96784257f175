import { type Catalog, formIn, isAskedIn } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import { expectedUnits, mapDay, reportingKinds } from '../catalog/reporters.ts';
import type { Form, Indicator, Unit } from '../catalog/schema.ts';
import { type AskedTask, type Context, requireContextFor } from './context.ts';
import { type AreaNames, areaNames } from './match/areas.ts';
import { type IndicatorNames, indicatorNames } from './match/match-indicator.ts';
import { type UnitNames, unitNames } from './match/unit-names.ts';
import type { CheckRequest } from './report.ts';
import { figureKey, type LastFigure, type LastFigures, type RuleInput } from './rules/rule.ts';
import type { RuleStates } from './rules/run-rules.ts';

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
  /** What the rules compare with, and the states in which they run. */
  rules: { states: RuleStates; last: LastFigures | null };
  /** The tasks that the unit may report on, and the last day on which one can have been done; null: not known. */
  tasks: { known: readonly AskedTask[] | null; day: string | null };
  /** The units inside the reporting one; the list is loaded when a layout first names one. */
  areas(): Promise<AreaNames>;
  /** The units inside one of those, by its id: the communes of a province that a ministry reports on. */
  areasOf(unit: string): Promise<AreaNames>;
};

/**
 * Looks a request up in the catalogue.
 * @returns what is asked; without a form, one for each that may be reported, or none
 * @throws Error when it names a unit, form or period that does not exist: the caller's mistake, not the file's
 * @throws ContextError when the context is for something else
 */
export function askedOf(request: CheckRequest, catalog: Catalog, context: Context | null = null): Asked[] {
  // A context is made for one form, so it names the form too.
  const code = request.form ?? context?.form;
  const unit = catalog.units.get(request.unit);
  const period = periodOf(request.period);
  const form = code === undefined ? null : period && formIn(catalog, code, period.code);
  if (!unit || !period || form === undefined) {
    throw new Error(`cannot check for unit ${request.unit}, form ${code}, period ${request.period}`);
  }
  const forms = form ? [form] : catalog.everyForm.filter((each) => isReportedBy(each, unit, period, catalog));
  return forms.map((each) => {
    if (context) {
      const versions = { catalog: catalog.version, engine: engineVersion };
      requireContextFor(context, { ...versions, unit: unit.id, form: each.code, period: period.code });
    }
    return askedFor({ unit, form: each, period }, catalog, context);
  });
}

/** True when a form is asked for in a period, of this unit among others. */
function isReportedBy(form: Form, unit: Unit, period: Period, catalog: Catalog): boolean {
  return isAskedIn(form, period.code) && expectedUnits(catalog, form, period).includes(unit);
}

function askedFor(
  { unit, form, period }: Pick<Asked, 'unit' | 'form' | 'period'>,
  catalog: Catalog,
  context: Context | null,
): Asked {
  const day = period[form.window].to;
  let areas: Promise<AreaNames> | undefined;
  return {
    unit,
    form,
    period,
    day,
    required: form.indicators.map((row) => catalog.indicators.get(row.indicator) as Indicator),
    maxima: mostPoints(catalog, form),
    indicators: indicatorNames(catalog, form),
    // A title names a unit of the kind that reports: of a form for several, its own.
    units: unitNames(catalog, reportingKinds(form).find((kind) => kind === unit.kind) ?? form.unitKind, day),
    rules: context ? rulesIn(context) : { states: new Map(), last: null },
    tasks: { known: context?.tasks ?? null, day: context?.day ?? null },
    // What one unit publishes of all may stand on a later map than its period's.
    areas: () => (areas ??= areaNames(catalog, unit, mapDay(form, period))),
    areasOf: (id) => areaNames(catalog, catalog.units.get(id) as Unit, day),
  };
}

/** The most points of each indicator that a form asks for as a score, from its scorecards. */
export function mostPoints(catalog: Catalog, form: Form): ReadonlyMap<string, string> {
  const maxima = new Map<string, string>();
  for (const scorecard of catalog.everyScorecard) {
    if (scorecard.form !== form.code) continue;
    for (const group of scorecard.groups)
      if (group.rule === 'reported') maxima.set(group.indicator, group.max);
  }
  return maxima;
}

function rulesIn({ rules, last }: Context): Asked['rules'] {
  const states = new Map(Object.entries(rules));
  if (!last) return { states, last: null };
  const figures = last.figures.map(({ indicator, area, value, numerator, denominator }) => {
    const figure: LastFigure = { value, numerator, denominator };
    return [figureKey(indicator, area), figure] as const;
  });
  return { states, last: { period: last.period, figures: new Map(figures) } };
}

/** What the rules are given beside the rows, and the states in which they run. */
export function rulesAsked({ required, maxima, period, rules }: Asked): {
  input: RuleInput;
  states: RuleStates;
} {
  return { input: { required, maxima, period, last: rules.last }, states: rules.states };
}
