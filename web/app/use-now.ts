import { useEffect, useState } from 'preact/hooks';
import { businessNow } from './clock.ts';

/** Business time when the page was shown, in milliseconds since 1970; null until it is known. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    let isShown = true;
    const keep = (at: number) => {
      if (isShown) setNow(at);
    };
    // A page whose settings cannot be read says what this machine's clock says.
    businessNow().then(keep, () => keep(Date.now()));
    return () => {
      isShown = false;
    };
  }, []);
  return now;
}
