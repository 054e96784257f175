import type { State } from '../../../shared/submissions/moves.ts';

/** From one question to the next, in milliseconds: soon at first, then patiently. */
const firstPause = 1000;
const longestPause = 15_000;

/** The states that the service ends by itself; what follows is asked for until it is there. */
export function isUnderway(state: State): boolean {
  return state === 'opened' || state === 'received';
}

/** @param asked how often the answer was the same: 1, 1.5, 2.25 … s, at most 15 */
export function pollPause(asked: number): number {
  return Math.min(firstPause * 1.5 ** asked, longestPause);
}
