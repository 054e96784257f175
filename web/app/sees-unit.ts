import { hasRights, ofCentre, type Session } from './tokens.ts';

/**
 * Whether what is a unit's own is asked for: by its people and by the centre. Decides no more than that: the service tells
 * a unit its own alone.
 */
export function seesUnit(session: Pick<Session, 'unit' | 'roles'> | null, unit: string): boolean {
  if (session === null || !hasRights(session)) return false;
  return session.unit === unit || session.roles.some((role) => ofCentre.includes(role));
}
