import type { Catalog } from '../catalog/catalog.ts';
import { dueOf } from '../catalog/deadline.ts';
import { dayAfter, type Period } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';
import { findUnit, formAndPeriod } from './open-submission.ts';
import { type Identity, maySee, requireSecretariat } from './rights.ts';
import type { SignParts } from './sign-submission.ts';
import { type Extension, isTooLarge, type SlotKey, withExtension } from './slot.ts';
import { extendedTo } from './slot-at.ts';

/** A longer one is a slip of the pen, and could not be taken back. */
const longestExtensionDays = 366;

/**
 * The secretariat grants one slot a later last day. It only ever moves forward; each is appended with who,
 * when and why. The deadline function takes the last one.
 * @throws Refusal `not-found`, `not-allowed`, what is not known, `extension-out-of-range`
 */
export async function extendSlot(
  ask: { unit: string; form: string; period: string; until: string; why: string; who: Identity; at: string },
  { catalog, submissions, askAggregation }: SignParts & { catalog: Catalog },
): Promise<{ word: 'extended' | 'already-extended'; slot: SlotKey; extension: Extension }> {
  const { until, why, who, at } = ask;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const unit = findUnit(catalog, form, period, ask.unit);
  const key: SlotKey = { unit: unit?.id ?? '', form: form.code, period: period.code };
  requireSecretariat(who, maySee(who, key));
  if (!unit) throw new Refusal('unit-unknown');
  const before = await submissions.slot(key);
  const same = before?.extensions.find((granted) => granted.until === until && granted.by === who.subject);
  if (same && extendedTo(before) === until) {
    await askAggregation({ form: key.form, period: key.period });
    return { word: 'already-extended', slot: key, extension: same };
  }
  requireForward(form, period, { extended: extendedTo(before), until });
  const extension: Extension = { until, why, by: who.subject, at };
  const next = withExtension(key, before, extension);
  if (isTooLarge(next)) throw new Refusal('too-many');
  const word = await submissions.moveSlot(next);
  // Somebody else, or we ourselves: a write whose answer was lost is repeated, and then finds itself there.
  const now = word === 'moved' ? next : await submissions.slot(key);
  const text = JSON.stringify(extension);
  if (!now?.extensions.some((granted) => JSON.stringify(granted) === text)) {
    throw new Refusal('somebody-was-first');
  }
  await askAggregation({ form: key.form, period: key.period });
  return { word: 'extended', slot: key, extension };
}

/** @throws Refusal `extension-out-of-range` */
function requireForward(
  form: Form,
  period: Period,
  { extended, until }: { extended: string | null; until: string },
): void {
  const latest = dayAfter(dueOf(form, period).day, longestExtensionDays);
  if (until > dueOf(form, period, extended).day && until <= latest) return;
  throw new Refusal('extension-out-of-range', [{ field: 'until', fault: 'malformed' }]);
}
