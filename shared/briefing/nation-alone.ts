import { figureFrom } from '../aggregation/combine.ts';
import { type IndicatorRollup, nationalOf } from '../aggregation/roll-up.ts';
import type { Entry } from '../aggregation/round.ts';
import { carriageOf } from '../catalog/carriage.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import { periodOf } from '../catalog/period.ts';
import type { Figure } from '../observations/page.ts';
import type { ToldFigure } from './restated-figures.ts';

/** The roll-ups of one round by indicator: as they were frozen, and as they are now. */
export type BothRollups = ReadonlyMap<
  string,
  { old: IndicatorRollup | undefined; new: IndicatorRollup | undefined }
>;

type Of = { form: string; period: string; catalog: Catalog; indicator: string; rollups: BothRollups };

/**
 * What the nation would have come to if only one unit's figure (with what it is weighed by) were another than it was,
 * and everybody else's the old one: combined as every figure of the nation is.
 * @returns undefined where that cannot be told: the old figures no longer come to the old figure of the nation, since
 *   the catalogue now combines them otherwise, or has no such indicator any more
 */
export function nationAlone(of: Of): ((unit: string) => ToldFigure) | undefined {
  const { form: code, period: name, catalog, indicator: id, rollups } = of;
  const [form, period, indicator] = [formIn(catalog, code, name), periodOf(name), catalog.indicators.get(id)];
  if (!form || !period || !indicator) return undefined;
  const weight = carriageOf(indicator).weight;
  const needed = weight === undefined ? [id] : [id, weight];
  const [old, now] = [entriesOf('old'), entriesOf('new')];
  const everybody = [...new Set([...old.keys(), ...now.keys()])].sort();
  const nation = (changed: string | null): ToldFigure => {
    const entries = everybody.map((unit) => (unit === changed ? now : old).get(unit) ?? absent(unit));
    const national = nationalOf({ round: { form, period, catalog, entries } }, indicator);
    return (({ value, numerator, denominator, reason }) => ({ value, numerator, denominator, reason }))(
      national,
    );
  };
  const before = rollups.get(id)?.old?.national;
  const again = nation(null);
  const isOld = (['value', 'numerator', 'denominator'] as const).every(
    (part) => (before?.[part] ?? null) === again[part],
  );
  return isOld ? nation : undefined;

  function absent(unit: string): Entry {
    const found = catalog.units.get(unit);
    if (!found) throw new Error(`catalogue ${catalog.version}: no unit ${unit}`);
    return { unit: found, standing: null, figures: [] };
  }

  function entriesOf(side: 'old' | 'new'): Map<string, Entry> {
    const own = rollups.get(id)?.[side];
    const figures = needed.map((each) => {
      const units = rollups.get(each)?.[side]?.units ?? [];
      return new Map(units.map((unit): [string, Figure] => [unit.unit, figureFrom(each, unit)]));
    });
    const reported = (own?.units ?? []).map(({ unit, reason }): [string, Entry] => [
      unit,
      {
        ...absent(unit),
        standing: { version: 1, state: 'reported', ...(reason === 'nil' && { nil: true as const }) },
        figures: figures.flatMap((each) => each.get(unit) ?? []),
      },
    ]);
    const missing = (own?.coverage.missing ?? []).map(({ unit }): [string, Entry] => [unit, absent(unit)]);
    return new Map([...missing, ...reported]);
  }
}
