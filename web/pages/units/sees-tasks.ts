import { hasRights, ofCentre, type Session } from '../../app/tokens.ts';

/** Whether all tasks of a unit are asked for. Decides no more than that: the service tells a unit its own tasks alone. */
export function seesTasksOf(session: Pick<Session, 'unit' | 'roles'> | null, unit: string): boolean {
  if (session === null || !hasRights(session)) return false;
  return session.unit === unit || session.roles.some((role) => ofCentre.includes(role));
}
