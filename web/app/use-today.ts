import { useEffect, useState } from 'preact/hooks';
import { dayOf } from '../format/days.ts';
import { followBusinessTime } from './clock.ts';

/** The local day in Viet Nam on business time, `2026-10-14`; null until it is known, another one from midnight on. */
export function useToday(): string | null {
  const [today, setToday] = useState<string | null>(null);
  useEffect(() => followBusinessTime((now) => setToday(dayOf(new Date(now).toISOString()))), []);
  return today;
}
