import { useLocation } from 'preact-iso';
import { addressOf } from './address-of.ts';

/**
 * What the address says behind its question mark, and a change of some of it that makes no step in the history: the
 * address always reopens what is shown.
 */
export function useQuery(): {
  query: Record<string, string>;
  change: (some: Readonly<Record<string, string | null>>) => void;
} {
  const { path, query, route } = useLocation();
  const change = (some: Readonly<Record<string, string | null>>) => {
    route(addressOf(path, { ...query, ...some }), true);
  };
  return { query, change };
}
