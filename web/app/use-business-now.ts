import { useEffect, useState } from 'preact/hooks';
import { businessNow } from './clock.ts';

/** Business time once it is known, in milliseconds since 1970; this machine's where the stack does not tell its own. */
export function useBusinessNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    businessNow().then(setNow, () => setNow(Date.now()));
  }, []);
  return now;
}
