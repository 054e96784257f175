import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { seesUnit } from '../../app/sees-unit.ts';
import type { Session } from '../../app/tokens.ts';

/**
 * Whether the service is asked for the file of a unit's figure. Its own people and the centre see it; who else does the
 * service alone knows, of a unit that is gone (whoever took its place may have been given the right) and of a form that one
 * publishes for others (its publisher).
 */
export function isFileAsked(
  session: Pick<Session, 'unit' | 'roles'>,
  unit: Pick<Unit, 'id' | 'successors'>,
  form: Pick<Form, 'about'> | undefined,
): boolean {
  return seesUnit(session, unit.id) || unit.successors.length > 0 || form?.about !== undefined;
}
