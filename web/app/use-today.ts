import { dayOf } from '../format/days.ts';
import { useBusinessNow } from './use-business-now.ts';

/** The local day in Viet Nam on business time, `2026-10-14`; null until it is known. */
export function useToday(): string | null {
  const now = useBusinessNow();
  return now === null ? null : dayOf(new Date(now).toISOString());
}
