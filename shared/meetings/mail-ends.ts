import { isMail, type PlannedSchedule } from './plan-schedules.ts';
import { isQuiet, mailUntil } from './quiet-hours.ts';

/**
 * Until which local time the start of a step may be tried: what writes to people is not begun at night, nor behind the
 * cut-off, of which only the digest is written. A run counts as at the time for which it was set, and cannot see that it
 * was tried for hours.
 * @param cutOff local time
 * @returns null where the step writes to nobody at its time, and may be tried as long as any other
 */
export function mailEnds({ step, at }: Pick<PlannedSchedule, 'step' | 'at'>, cutOff: string): string | null {
  const isDigest = step === 'cut-off';
  if (!(isMail(step) || isDigest) || isQuiet(at)) return null;
  const evening = `${at.slice(0, 10)}T${mailUntil}`;
  return isDigest || evening < cutOff ? evening : cutOff;
}
