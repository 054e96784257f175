import type { Catalog } from './catalog.ts';
import type { Period } from './period.ts';
import type { Form, Unit, UnitKind } from './schema.ts';
import { successorOn } from './succession.ts';
import { unitsOn } from './unit.ts';

/**
 * The units that report a form in a period, kind by kind in the order of codes: those that live on the last day of
 * the period's window, or only those that the form names, a successor in its predecessor's place.
 */
export function expectedUnits(catalog: Catalog, form: Form, period: Period): Unit[] {
  const day = period[form.window].to;
  const living = reportingKinds(form).flatMap((kind) => unitsOn(catalog, kind, day));
  if (!form.reporters) return living;
  const named = form.reporters.flatMap((id) => {
    const unit = catalog.units.get(id);
    return (unit && successorOn(catalog, unit, day)) ?? [];
  });
  return living.filter((unit) => named.includes(unit));
}

/** The kinds of unit that report a form. */
export function reportingKinds({ unitKind, alsoKinds = [] }: Form): UnitKind[] {
  return [unitKind, ...alsoKinds];
}

/** True for a form that asks for figures; one that does not is a sheet of tasks alone. */
export function asksFigures({ indicators }: Pick<Form, 'indicators'>): boolean {
  return indicators.length > 0;
}

/** The local day whose map a form's figures are on: its window's last, or the later one on which they were published. */
export function mapDay(form: Form, period: Period): string {
  return form.about?.on ?? period[form.window].to;
}
