import { type Catalog, formIn } from '../catalog/catalog.ts';
import { isOpen } from '../catalog/deadline.ts';
import { type Period, periodOf } from '../catalog/period.ts';
import { expectedUnits } from '../catalog/reporters.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { isCalled } from '../catalog/unit.ts';
import { Refusal } from '../refusal.ts';
import { findSubmission } from './find-submission.ts';
import { behalfIn, type Identity, requireOwn } from './rights.ts';
import type { SlotKey } from './slot.ts';
import type { SubmissionStore } from './store.ts';
import type { Opened } from './submission.ts';
import { requireChanged } from './unchanged.ts';

/**
 * What a reporter asks for: a ticket for exactly one file. `unit` is a unit id, or a province's code (`82`, on the
 * portal `H20`), which means the unit that bears it in the period.
 */
export type OpenRequest = Omit<Opened, 'fact' | 'by' | 'at' | 'nil' | 'onBehalfOf'>;

/** A signed URL and the headers that must go with it; a secret until it has expired. */
export type Ticket = { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: string };

export type OpenParts = {
  catalog: Catalog;
  submissions: SubmissionStore;
  /** Signs a PUT that admits that key, length, digest and type, once, for 15 minutes of real time. */
  signPut(id: string, file: Pick<Opened, 'bytes' | 'sha256' | 'contentType'>): Promise<Ticket>;
};

/**
 * Opens a submission and signs the ticket for its file. Asking again under the same id (the same
 * Idempotency-Key) answers a fresh ticket for the same submission.
 * @throws Refusal for what is not known, not open yet, not the caller's, what stands already (`unchanged-file`), or
 *   another request's id
 */
export async function openSubmission(
  ask: { id: string; who: Identity; at: string; request: OpenRequest },
  { catalog, submissions, signPut }: OpenParts,
): Promise<{ word: 'opened' | 'already-opened'; id: string; slot: SlotKey; ticket: Ticket }> {
  const { id, who, at, request } = ask;
  const slot = slotOf(catalog, request, at);
  const acting = requireOwn(who, 'reporter', slot);
  const { fileName, bytes, sha256, contentType } = request;
  await requireChanged({ id, sha256, slot }, submissions);
  const opened: Opened = {
    fact: 'opened',
    ...slot,
    fileName,
    bytes,
    sha256,
    contentType,
    by: who.subject,
    at,
    ...behalfIn(acting),
  };
  const word = await openedOnce(id, opened, submissions);
  return { word, id, slot, ticket: await signPut(id, opened) };
}

/**
 * Appends the fact that opens a submission, and its place in the list of its slot: in this order, so that a crash
 * between the two is mended by asking again.
 * @throws Refusal unless what was opened under the id is what is asked for, and, if it has a file, still waits for it
 */
export async function openedOnce(
  id: string,
  opened: Opened,
  submissions: SubmissionStore,
): Promise<'opened' | 'already-opened'> {
  const word = await submissions.append(id, opened);
  const since = word === 'appended' ? opened.at : await openedBefore(id, opened, submissions);
  const { unit, form, period } = opened;
  await submissions.noteOpened({ unit, form, period }, id, since);
  return word === 'appended' ? 'opened' : 'already-opened';
}

async function openedBefore(id: string, asked: Opened, submissions: SubmissionStore): Promise<string> {
  const submission = (await findSubmission(id, submissions))?.submission;
  // Under which versions and which decision it was opened is not asked for.
  const same = ({ nil, onBehalfOf: _decision, ...fact }: Opened) =>
    JSON.stringify({ ...fact, at: null, nil: nil?.why });
  if (!submission || same(submission.opened) !== same(asked)) throw new Refusal('idempotency-key-reused');
  if (submission.state === 'withdrawn') throw new Refusal('was-withdrawn');
  if (submission.state !== 'opened' && !asked.nil) throw new Refusal('already-received');
  return submission.opened.at;
}

/**
 * The slot that a request names. The map of a period is that of its window's last day: code 52 is Bình
 * Định's until 2025-06-30 and Gia Lai's from 2025-07-01.
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, `period-not-open`
 */
export function slotOf(catalog: Catalog, request: SlotKey, at: string): SlotKey {
  const { form, period } = formAndPeriod(catalog, request.form, request.period);
  const unit = findUnit(catalog, form, period, request.unit);
  if (!unit) throw new Refusal('unit-unknown');
  if (!isOpen(form, period, at)) throw new Refusal('period-not-open');
  return { unit: unit.id, form: form.code, period: period.code };
}

/** @throws Refusal `form-unknown`, or `period-unknown` when this version of the form is not asked then */
export function formAndPeriod(
  catalog: Catalog,
  formCode: string,
  periodCode: string,
): { form: Form; period: Period } {
  if (!catalog.forms.has(formCode)) throw new Refusal('form-unknown');
  const period = periodOf(periodCode);
  const form = period && formIn(catalog, formCode, period.code);
  if (!form) throw new Refusal('period-unknown');
  return { form, period };
}

/** The unit that an id, a code or the portal's code means among those that report a form in a period; undefined when none does. */
export function findUnit(catalog: Catalog, form: Form, period: Period, name: string): Unit | undefined {
  return expectedUnits(catalog, form, period).find((unit) => isCalled(unit, name));
}
