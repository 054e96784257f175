import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import { expectedUnits, mapDay } from '../catalog/reporters.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { nameOn, unitsOn } from '../catalog/unit.ts';
import type { WholeFigure } from './whole-figures.ts';

/** What is told of a unit's standing report: no person and no time, since anybody may read it. */
export type Reported = {
  version: number;
  /** `reported`: nobody owes the form by a day. */
  state: 'on-time' | 'late' | 'reported';
  /** A signed report that there is nothing to report. */
  nil?: true;
};

/** One unit on the map of the round, what stands for it, if anything does, and the last day that it was granted, if any. */
export type Entry = {
  unit: Unit;
  standing: Reported | null;
  figures: readonly WholeFigure[];
  extendedTo?: string | null;
};

/** An entry's figure of an indicator; every indicator of a form asks every entry. */
export function figureOf({ figures }: Pick<Entry, 'figures'>, indicator: string): WholeFigure | undefined {
  let found = byIndicator.get(figures);
  if (!found) {
    found = new Map(figures.map((figure) => [figure.indicator, figure]));
    byIndicator.set(figures, found);
  }
  return found.get(indicator);
}

/** Made once for each list, and gone with it. */
const byIndicator = new WeakMap<readonly WholeFigure[], ReadonlyMap<string, WholeFigure>>();

/** What roll-ups are made from: every unit that a form's figures of a period are about, in the order of codes. */
export type Round = { form: Form; period: Period; entries: readonly Entry[]; catalog: Catalog };

/** Why a unit has no figure where nothing stands for it. */
export type Silence = 'not-submitted' | 'not-published';

/** What tells who gives a form's figures. */
type Given = Pick<Form, 'owed' | 'unitKind'>;

/** Whether a ministry publishes a form's figures, and no unit owes them. */
export function isPublished({ owed, unitKind }: Given): boolean {
  return owed === false && unitKind === 'ministry';
}

/**
 * What is published for the units: that they have not reported it may not be said of them.
 * @param form undefined where none asks for the figure
 */
export function silenceOf(form: Given | undefined): Silence {
  return form && isPublished(form) ? 'not-published' : 'not-submitted';
}

export type Named = { unit: string; code: string; name: string };

export function named(unit: Unit, day: string): Named {
  return { unit: unit.id, code: unit.code, name: nameOn(unit, day).full };
}

/** The units that a form's figures are about: where one unit publishes for all, those of whom it does. */
export function aboutUnits(catalog: Catalog, form: Form, period: Period): Unit[] {
  if (!form.about) return expectedUnits(catalog, form, period);
  return unitsOn(catalog, form.about.kind, mapDay(form, period));
}

/** A round in which nobody has reported yet. */
export function emptyRound(catalog: Catalog, form: Form, period: Period): Round {
  const units = aboutUnits(catalog, form, period);
  return { form, period, catalog, entries: units.map((unit) => ({ unit, standing: null, figures: [] })) };
}
