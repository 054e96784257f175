import { useLocation } from 'preact-iso';

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
    const next = { ...query, ...some };
    const told = Object.entries(next).flatMap(([key, value]) =>
      value === null || value === ''
        ? []
        : [
            `${key}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',')}`,
          ],
    );
    route(told.length === 0 ? path : `${path}?${told.join('&')}`, true);
  };
  return { query, change };
}
