import { useEffect, useState } from 'preact/hooks';
import { dayOf } from '../format/days.ts';
import { businessNow } from './clock.ts';

/** The local day in Viet Nam on business time, `2026-10-14`; null until it is known. */
export function useToday(): string | null {
  const [today, setToday] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const tell = (now: number) => {
      if (isShown) setToday(dayOf(new Date(now).toISOString()));
    };
    // Where the time of the service cannot be asked, that of this machine is the nearest to it.
    businessNow().then(tell, () => tell(Date.now()));
    return () => {
      isShown = false;
    };
  }, []);
  return today;
}
