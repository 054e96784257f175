import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { isOnItsWay } from '../report/slot-stage.ts';

type Sent = Pick<SubmissionView, 'id' | 'state'>;

/**
 * What was sent for the same report after a file that is not signed yet, and waits or is in force itself; null where
 * there is none, or the file in question is not waiting.
 * @param items submissions of the slot, the newest first
 */
export function newerSent<T extends Sent>({ id, state }: Sent, items: readonly T[]): T | null {
  const own = items.findIndex((item) => item.id === id);
  if (!isOnItsWay(state) || own < 0) return null;
  const newer = items.slice(0, own);
  return newer.find((item) => isOnItsWay(item.state) || item.state.startsWith('signed')) ?? null;
}

/** What waits for its signature, or is being checked, before another file is sent; the newest first. */
export function waitingIn<T extends Sent>(items: readonly T[]): T[] {
  return items.filter(({ state }) => isOnItsWay(state));
}
