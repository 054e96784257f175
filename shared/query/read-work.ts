import type { Catalog } from '../catalog/catalog.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import type { Unit } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { findSubmission } from '../submissions/find-submission.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import { type Slot, type SlotKey, slotName } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Submission } from '../submissions/submission.ts';
import { type WorkItem, workItem } from './work-item.ts';

/** How each unit's report on a form of a period stands, for who sees to them. */
export type WorkList = {
  form: string;
  period: string;
  items: WorkItem[];
  /** The unit behind which the next page begins; null: there is none. */
  next: string | null;
};

export type WorkParts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slots' | 'slot' | 'factsOf' | 'openedIn'>;
};

/** Units of one page: every province that there ever was at one time. */
const pageSize = 100;
/** Slots that are looked into together, and how many attempts of one are looked at for one that counts. */
const atOnce = 16;
const newest = 5;

/**
 * The list of a form's reports of a period, unit by unit: all of them for the centre, for anybody else those that are
 * theirs to see.
 * @param ask.after the unit behind which to begin; null: at the first
 * @throws Refusal `form-unknown`, `period-unknown`; `unit-unknown` for an `after` that is none of the list's
 */
export async function readWork(
  ask: { form: string; period: string; after: string | null; who: Identity; at: string },
  { catalog, submissions }: WorkParts,
): Promise<WorkList> {
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const keyOf = (unit: Unit): SlotKey => ({ unit: unit.id, form: form.code, period: period.code });
  const all = expectedUnits(catalog, form, period).filter((unit) => maySee(ask.who, keyOf(unit)));
  const from = ask.after === null ? 0 : all.findIndex(({ id }) => id === ask.after) + 1;
  if (ask.after !== null && from === 0) throw new Refusal('unit-unknown');
  const units = all.slice(from, from + pageSize);
  const slots = await submissions.slots(units.map(keyOf));
  const items: WorkItem[] = [];
  for (let start = 0; start < units.length; start += atOnce) {
    const some = units.slice(start, start + atOnce).map(async (unit) => {
      const slot = slots.get(slotName(keyOf(unit)));
      const told = await attemptsOf(keyOf(unit), slot, submissions);
      return workItem({ form, period }, { unit, slot, ...told }, ask.at);
    });
    items.push(...(await Promise.all(some)));
  }
  const next = from + pageSize < all.length ? (units.at(-1)?.id ?? null) : null;
  return { form: form.code, period: period.code, items, next };
}

/**
 * The attempt that is told of: the newest that was neither withdrawn nor replaced nor left without its file while
 * something else is there; else what stands; else the newest of all. And what stands, which is read once however far
 * behind the newest attempts it is.
 */
async function attemptsOf(
  key: SlotKey,
  slot: Slot | undefined,
  submissions: WorkParts['submissions'],
): Promise<{ submission: Submission | undefined; inForce: Submission | undefined }> {
  const { ids } = await submissions.openedIn(key, { limit: newest, after: null });
  const read = async (id: string) => (await findSubmission(id, submissions))?.submission;
  let first: Submission | undefined;
  let counting: Submission | undefined;
  for (const id of ids) {
    const found = await read(id);
    first ??= found;
    if (found && !passedOver.has(found.state)) counting = found;
    if (counting) break;
  }
  const standing = slot?.standing?.submission;
  if (standing === undefined) return { submission: counting ?? first, inForce: undefined };
  const inForce = counting?.id === standing ? counting : await read(standing);
  return { submission: counting ?? inForce ?? first, inForce };
}

const passedOver: ReadonlySet<Submission['state']> = new Set(['opened', 'withdrawn', 'superseded']);
