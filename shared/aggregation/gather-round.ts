import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import type { Figure, Page, Page1, SummedPage } from '../observations/page.ts';
import { type Slot, type SlotKey, type Standing, slotName } from '../submissions/slot.ts';
import { extendedTo, firstReceivedAt, standingAt } from '../submissions/slot-at.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { summableIn } from './area-sums.ts';
import { punctualityOf } from './punctuality.ts';
import { aboutUnits, type Entry, type Reported, type Round } from './round.ts';
import { areasInside, figuresByArea, wholeFigures } from './whole-figures.ts';

/**
 * A round as it stands, with the versions that it was read from. `progress` is the sum of the revisions of the slots
 * that the catalogue expects: they only grow, with every signature, withdrawal and extension, and each of those asks
 * for an aggregation after its write, so of the readings under one catalogue the one that saw everything has the
 * largest sum, and what it writes outlives every slower, older reading. Sums of two catalogues say nothing of each other.
 */
export type Gathered = {
  round: Round;
  /** Who reported, and what stands for each of them. */
  inputs: { unit: Unit; standing: Standing }[];
  progress: number;
};

type Ask = { form: Form; period: Period; cutOff: string | null };
type Parts = { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots' | 'pagesOf' | 'pagesToSum'> };
/** A unit that owes the form, its slot, if anything happened in it, and what stood in it. */
type Owing = { unit: Unit; slot: Slot | undefined; standing: Standing | null };

/**
 * Reads what stands for a form and period: slots, then the pages of the submissions that they point to.
 * @param ask.cutOff an instant (ISO 8601, UTC): what was signed, withdrawn or granted later does not count; null: what stands now
 */
export async function gatherRound(ask: Ask, parts: Parts): Promise<Gathered> {
  const { form, period, cutOff } = ask;
  const { catalog, submissions } = parts;
  const units = expectedUnits(catalog, form, period);
  const keyOf = (unit: Unit): SlotKey => ({ unit: unit.id, form: form.code, period: period.code });
  const slots = await submissions.slots(units.map(keyOf));
  const owing = units.map((unit): Owing => {
    const slot = slots.get(slotName(keyOf(unit)));
    const standing = cutOff === null ? slot?.standing : standingAt(slot, cutOff);
    return { unit, slot, standing: standing ?? null };
  });
  const wanted = owing.flatMap(({ standing }) =>
    standing ? [{ id: standing.submission, groups: standing.pages }] : [],
  );
  const entries = form.about
    ? entriesOfAreas(ask, catalog, owing, await submissions.pagesOf(wanted))
    : await entriesOf(ask, catalog, owing, await submissions.pagesToSum(wanted, summableIn(form, catalog)));
  return {
    round: { form, period, entries, catalog },
    inputs: owing.flatMap(({ unit, standing }) => (standing ? [{ unit, standing }] : [])),
    progress: [...slots.values()].reduce((total, slot) => total + slot.revision, 0),
  };
}

function entryOf({ form, period, cutOff }: Ask, { unit, slot, standing }: Owing): Omit<Entry, 'figures'> {
  const until = cutOff ?? undefined;
  const extended = extendedTo(slot, until);
  if (!standing) return { unit, standing: null, extendedTo: extended };
  const received = firstReceivedAt(slot, until) ?? standing.receivedAt;
  const reported: Reported = {
    version: standing.version,
    state: punctualityOf({ form, period }, received, extended),
    ...(standing.nil ? { nil: true as const } : {}),
  };
  return { unit, standing: reported, extendedTo: extended };
}

/** Where each unit reports for itself, with the figures of the whole of it. */
function entriesOf(
  ask: Ask,
  catalog: Catalog,
  owing: readonly Owing[],
  pages: ReadonlyMap<string, Iterable<Page | SummedPage | Page1>>,
): Promise<Entry[]> {
  const { form, period } = ask;
  const wholeOf = async ({ unit, standing }: Owing) => {
    if (!standing) return [];
    const own = pages.get(standing.submission) ?? [];
    return wholeFigures(own, form, catalog, await areasInside(unit, form, period));
  };
  return Promise.all(owing.map(async (one) => ({ ...entryOf(ask, one), figures: await wholeOf(one) })));
}

/** Where one unit publishes for others, those with figures have reported, with what stands for who publishes. */
function entriesOfAreas(
  ask: Ask,
  catalog: Catalog,
  owing: readonly Owing[],
  pages: ReadonlyMap<string, Iterable<Page | Page1>>,
): Entry[] {
  const pagesFor = ({ standing }: Owing) => (standing ? (pages.get(standing.submission) ?? []) : []);
  const published = owing.map((one) => ({ ...entryOf(ask, one), byArea: figuresByArea(pagesFor(one)) }));
  return aboutUnits(catalog, ask.form, ask.period).map((unit) => {
    const sources = published.filter(({ byArea }) => byArea.has(unit.id));
    const figures = new Map<string, Figure>();
    for (const { byArea } of sources) {
      // Where two publish the same figure, who stands first in the form's list is believed.
      for (const { area: _, ...figure } of byArea.get(unit.id) ?? []) {
        if (!figures.has(figure.indicator)) figures.set(figure.indicator, figure);
      }
    }
    return { unit, standing: sources[0]?.standing ?? null, figures: [...figures.values()] };
  });
}
