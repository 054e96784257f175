import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { type InForce, inForceIn } from './in-force.ts';
import { signedVersions } from './signed-versions.ts';
import { isOverdue } from './slot-stage.ts';

type Sent = Pick<SubmissionView, 'id' | 'state' | 'standingVersion' | 'history' | 'receivedAt'>;

/** The version in force, and its signature: null where its submission is none of those that were told. */
export type StandingReport = InForce & { signed: { at: string; by: string } | null };

/**
 * What stands in a slot, which is what a reader must see first, whatever was sent since.
 * @param items submissions of the slot, the newest first
 */
export function standingReport(items: readonly Sent[]): StandingReport | null {
  const inForce = inForceIn(items);
  if (inForce === null) return null;
  const signed = inForce.submission === null ? undefined : signedVersions(items).get(inForce.submission);
  return { ...inForce, signed: signed ? { at: signed.at, by: signed.by } : null };
}

/**
 * The file that was sent after the one in force and is in work, or was returned; null where there is none. What was
 * withdrawn asks nothing of anybody.
 */
export function newerThanStanding<T extends Pick<SubmissionView, 'id' | 'state'>>(
  items: readonly T[],
  { submission }: Pick<InForce, 'submission'>,
): T | null {
  const live = items.find(({ state }) => state !== 'withdrawn' && state !== 'superseded');
  return live === undefined || live.id === submission ? null : live;
}

/**
 * The submission that a reader is led to: what is newer than the version in force, else that version, else what was sent
 * last.
 */
export function submissionToSee<T extends Sent>(items: readonly T[]): T | undefined {
  const inForce = inForceIn(items);
  const newer = inForce && newerThanStanding(items, inForce);
  return newer ?? items.find(({ id }) => id === inForce?.submission) ?? items[0];
}

/**
 * Whether what stands is on time, by the rule of `punctualityOf`: the first version counts, not a revision of it; after a
 * withdrawal the count begins anew.
 * @param items every submission of the slot
 * @param due local day; null: none
 * @returns null where nobody owes it by a day, or nothing stands
 */
export function isOnTime(items: readonly Sent[], due: string | null): boolean | null {
  if (due === null || inForceIn(items) === null) return null;
  const byId = new Map(items.map((item) => [item.id, item]));
  const versions = [...signedVersions(items).keys()].flatMap((id) => byId.get(id) ?? []);
  const first = versions[versions.findLastIndex(({ state }) => state === 'withdrawn') + 1];
  const received = first?.receivedAt ?? null;
  return received === null ? null : !isOverdue(due, Date.parse(received));
}
