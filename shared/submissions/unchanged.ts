import { Refusal } from '../refusal.ts';
import type { Slot, SlotKey } from './slot.ts';
import type { SubmissionStore } from './store.ts';

/**
 * A file that is byte for byte what stands, under whatever name, says nothing new: it is refused before it is sent.
 * After a withdrawal nothing stands, and the same file may come again.
 * @param id the submission that it would be opened under; one that was opened already is not judged again
 * @throws Refusal `unchanged-file`, with the version that stands and since when
 */
export async function requireChanged(
  { id, sha256, slot: key }: { id: string; sha256: string; slot: SlotKey },
  submissions: Pick<SubmissionStore, 'slot' | 'factsOf'>,
): Promise<void> {
  const slot = await submissions.slot(key);
  if (slot?.standing?.sha256 !== sha256) return;
  if ((await submissions.factsOf(id)).length === 0) refuseUnchanged(slot, sha256);
}

/** @throws Refusal `unchanged-file` when what stands has this digest */
export function refuseUnchanged(slot: Slot | undefined, sha256: string): void {
  const standing = slot?.standing;
  if (standing?.sha256 !== sha256) return;
  const { version, signedAt, submission } = standing;
  throw new Refusal('unchanged-file', [], { version, signedAt, submission });
}
