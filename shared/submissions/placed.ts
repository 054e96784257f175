import type { Past, Slot, Withdrawal } from './slot.ts';

/** Which submissions stand, stood, or were withdrawn. */
export type Placed = { now: string | null; ever: readonly string[]; withdrawn: readonly string[] };

export function everStanding(slot: Slot | undefined): Placed {
  if (!slot) return { now: null, ever: [], withdrawn: [] };
  const ids = (versions: readonly { submission: string }[]) => versions.map(({ submission }) => submission);
  return {
    now: slot.standing?.submission ?? null,
    ever: ids(slot.history),
    withdrawn: [...ids(slot.history.filter((version) => version.withdrawn)), ...ids(slot.withdrawnUnsigned)],
  };
}

/** What is known of a submission's signature: the version it was, whether or not it still stands. */
export function versionOf(slot: Slot | undefined, submission: string): Past | undefined {
  if (slot?.standing?.submission === submission) return slot.standing;
  return slot?.history.find((version) => version.submission === submission);
}

/** Who withdrew a submission, when and why; undefined when nobody did. */
export function withdrawalOf(slot: Slot | undefined, submission: string): Withdrawal | undefined {
  const unsigned = slot?.withdrawnUnsigned.find((entry) => entry.submission === submission);
  if (!unsigned) return versionOf(slot, submission)?.withdrawn;
  const { submission: _id, ...withdrawal } = unsigned;
  return withdrawal;
}
