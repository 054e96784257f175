import type { State } from '../../../shared/submissions/moves.ts';
import type { Role } from '../../../shared/submissions/rights.ts';

/** What somebody does next about a report; `open`: nothing but to look at it. */
export type NextStep = 'resume' | 'check' | 'mend' | 'sign' | 'answer' | 'open';

/**
 * The next step of a report for who has these roles.
 * @param state of the submission that a reader is led to; undefined: nothing was sent
 * @returns null: it is somebody else who begins it
 */
export function nextStepOf(state: State | undefined, roles: readonly Role[]): NextStep | null {
  const reports = roles.includes('reporter');
  if (state === undefined || state === 'withdrawn') return reports ? 'check' : null;
  if (state === 'opened') return reports ? 'resume' : null;
  if (state === 'returned' && reports) return 'mend';
  if (state === 'checked' && roles.includes('approver')) return 'sign';
  if ((state === 'questioned' || state === 'signed-questioned') && reports) return 'answer';
  return 'open';
}
