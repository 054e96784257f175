import { escaped } from './address-of.ts';
import { ask } from './api.ts';

/** What a list of the API answers; `next` is where it goes on, null at its end. */
type ListPage<T> = { items: T[]; next: string | null };

/**
 * A list of the API, page after page.
 * @param most so many pages are read at most; `isCut`: there are more
 * @throws ApiProblem as `ask`, for whichever page
 */
export async function everyPage<T>(
  address: string,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<{ items: readonly T[]; isCut: boolean }> {
  const found: T[] = [];
  const and = address.includes('?') ? '&' : '?';
  let asked = address;
  for (let page = 0; page < most; page += 1) {
    const { items, next }: ListPage<T> = await ask('GET', asked, { signal });
    found.push(...items);
    if (next === null) return { items: found, isCut: false };
    asked = `${address}${and}after=${escaped(next)}`;
  }
  return { items: found, isCut: true };
}
