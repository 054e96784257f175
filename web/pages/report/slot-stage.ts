import type { State } from '../../../shared/submissions/moves.ts';

/** What was sent last is being checked or waits for its signature: nothing else is to be sent meanwhile. */
export function isOnItsWay(state: State | undefined): boolean {
  return state === 'received' || awaitsSignature(state);
}

/** It passed the check and is signed next, or once a question is answered. */
export function awaitsSignature(state: State | undefined): boolean {
  return state === 'checked' || state === 'questioned';
}

/**
 * Whether the due day is over in Viet Nam, which is at +07:00 all year.
 * @param due local day; null: none @param now milliseconds since 1970
 */
export function isOverdue(due: string | null, now: number): boolean {
  return due !== null && now >= Date.parse(`${due}T24:00:00+07:00`);
}
