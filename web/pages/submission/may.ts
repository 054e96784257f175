import { allowed, type MoveName, type State } from '../../../shared/submissions/moves.ts';
import type { Session } from '../../app/session.ts';

/**
 * Whether a person may make a move in a state, as far as the page can know: it decides what is offered; what is allowed
 * the service decides. Who sees a submission and has a unit acts for its unit, as its own or by right of succession.
 */
export function mayMove(
  state: State,
  move: MoveName,
  session: Pick<Session, 'roles' | 'unit'> | null,
): boolean {
  const row = allowed(state, move);
  if (session === null || row === undefined || row.repeats || row.who === 'service') return false;
  const { roles, unit } = row.who;
  return roles.some((role) => session.roles.includes(role)) && (unit === 'any' || session.unit !== null);
}
