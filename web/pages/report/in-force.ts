import type { SubmissionView } from '../../../shared/query/read-submission.ts';

/** The version in force of a slot; `submission` is null where it is none of those that were told. */
export type InForce = { version: number; submission: string | null; isQuestioned: boolean };

/**
 * The version in force, which is not always the newest: a later file may have been returned, or wait.
 * @param items submissions of one slot, the newest first
 * @returns null where nothing is in force
 */
export function inForceIn(
  items: readonly Pick<SubmissionView, 'id' | 'state' | 'standingVersion'>[],
): InForce | null {
  const version = items[0]?.standingVersion ?? 0;
  if (version === 0) return null;
  const signed = items.find(({ state }) => state === 'signed' || state === 'signed-questioned');
  return { version, submission: signed?.id ?? null, isQuestioned: signed?.state === 'signed-questioned' };
}
