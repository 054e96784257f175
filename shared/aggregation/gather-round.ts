import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import { type Figure, figuresOf, isAreaPage } from '../observations/page.ts';
import {
  extendedTo,
  firstReceivedAt,
  type Slot,
  type SlotKey,
  type Standing,
  slotName,
  standingAt,
} from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { expectedUnits, type Round } from './roll-up.ts';

/**
 * A round as it stands, with the slots that it was read from. `progress` is the sum of the slots'
 * revisions: they only grow, with every signature, withdrawal and extension, and each of those asks for an
 * aggregation after its write, so the reading that saw everything has the largest sum, and what it writes
 * outlives every slower, older reading.
 */
export type Gathered = {
  round: Round;
  slots: ReadonlyMap<string, Slot>;
  progress: number;
  cutOff: string | null;
};

/**
 * Reads what stands for a form and period: slots, then the pages of the submissions that they point to.
 * @param cutOff an instant (ISO 8601, UTC): what was signed, withdrawn or granted later does not count; null: what stands now
 */
export async function gatherRound(
  ask: { form: Form; period: Period; cutOff: string | null },
  { catalog, submissions }: { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots' | 'pagesOf'> },
): Promise<Gathered> {
  const { form, period, cutOff } = ask;
  const units = expectedUnits(catalog, form, period);
  const keyOf = (unit: string): SlotKey => ({ unit, form: form.code, period: period.code });
  const slots = await submissions.slots(units.map((unit) => keyOf(unit.id)));
  const standing = new Map<string, Standing>();
  for (const unit of units) {
    const slot = slots.get(slotName(keyOf(unit.id)));
    const stands = cutOff === null ? slot?.standing : standingAt(slot, cutOff);
    if (stands) standing.set(unit.id, stands);
  }
  const figures = await figuresBySubmission([...standing.values()], submissions);
  const entries = units.map((unit) => {
    const stands = standing.get(unit.id) ?? null;
    const extended = extendedTo(slots.get(slotName(keyOf(unit.id))), cutOff ?? undefined);
    return {
      unit,
      standing: stands,
      figures: stands ? (figures.get(stands.submission) ?? []) : [],
      extendedTo: extended,
    };
  });
  const progress = [...slots.values()].reduce((total, slot) => total + slot.revision, 0);
  return { round: { form, period, entries, catalog }, slots, progress, cutOff };
}

async function figuresBySubmission(
  standing: readonly Standing[],
  submissions: Pick<SubmissionStore, 'pagesOf'>,
): Promise<Map<string, Figure[]>> {
  const wanted = standing.map(({ submission, pages }) => ({
    id: submission,
    // Roll-ups are of units as a whole: what a unit reports by area alone is not summed here.
    groups: pages.filter((name) => !isAreaPage(name)),
  }));
  const pages = await submissions.pagesOf(wanted);
  return new Map([...pages].map(([id, ofSubmission]) => [id, ofSubmission.flatMap(figuresOf)]));
}

/** When the first version of what stands for each unit was received. */
export function firstReceivedIn({ slots, cutOff }: Gathered): (unit: string) => string | null {
  const first = new Map<string, string | null>();
  for (const slot of slots.values()) first.set(slot.key.unit, firstReceivedAt(slot, cutOff ?? undefined));
  return (unit) => first.get(unit) ?? null;
}
