import { aboutUnits } from '../aggregation/round.ts';
import { areasInside, type WholeFigure, wholeFigures } from '../aggregation/whole-figures.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { periodOf } from '../catalog/period.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import type { Form } from '../catalog/schema.ts';
import { isCalled } from '../catalog/unit.ts';
import { figuresOf, type Page, type Page1 } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import type { SlotKey } from '../submissions/slot.ts';
import { slotAsked } from './read-submission.ts';

/**
 * Figures that a reader asks for: of which slot, and inside it of which area; null: of the unit as a whole.
 * `ofOwner`: the slot is theirs to see, and not only the figures about them in it.
 */
export type FiguresAsked = { key: SlotKey; form: Form; area: string | null; ofOwner: boolean };

/**
 * Where one unit publishes for others, a question about one of those is answered from the slot of who publishes: its
 * own people may see what it says of them as well, and nothing of how the publisher came to sign it.
 * @param ask.area an area inside the unit (`commune:26734`)
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, or `not-found` when not theirs to see
 */
export function figuresAsked(
  ask: { unit: string; form: string; period: string; area?: string | undefined },
  who: Identity,
  catalog: Catalog,
): FiguresAsked {
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const about = form.about
    ? aboutUnits(catalog, form, period).find((unit) => isCalled(unit, ask.unit))
    : undefined;
  if (!about) return { key: slotAsked(ask, who, catalog), form, area: ask.area ?? null, ofOwner: true };
  const [publisher] = expectedUnits(catalog, form, period);
  if (!publisher) throw new Refusal('unit-unknown');
  const key = { unit: publisher.id, form: form.code, period: period.code };
  const ofOwner = maySee(who, key);
  if (!ofOwner && !maySee(who, { ...key, unit: about.id })) throw new Refusal('not-found');
  return { key, form, area: about.id, ofOwner };
}

/** What pages say of what was asked for. */
export async function figuresIn(
  pages: Iterable<Page | Page1>,
  { key, form, area }: FiguresAsked,
  catalog: Catalog,
): Promise<WholeFigure[]> {
  const [unit, period] = [catalog.units.get(key.unit), periodOf(key.period)];
  if (!unit || !period) throw new Error(`catalogue ${catalog.version}: no slot ${key.unit} ${key.period}`);
  if (area === null) return wholeFigures(pages, form, catalog, await areasInside(unit, form, period));
  return [...pages].flatMap(figuresOf).filter((figure) => figure.area === area);
}
