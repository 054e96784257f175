import { useEffect, useState } from 'preact/hooks';
import { followBusinessTime } from './clock.ts';

/** Business time by the minute, in milliseconds since 1970; null until it is known. */
export function useBusinessNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => followBusinessTime(setNow), []);
  return now;
}
