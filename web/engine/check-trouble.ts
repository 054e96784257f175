import type { CheckTrouble } from './check-messages.ts';

/**
 * Why a file could not be read. A file of a browser is bound to what it was when it was chosen: once it was saved again,
 * moved or removed, it cannot be read or is not found; any other fault is the portal's own.
 */
export function troubleOf(fault: unknown): Extract<CheckTrouble, 'changed' | 'broken'> {
  const isGone = fault instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(fault.name);
  return isGone ? 'changed' : 'broken';
}
