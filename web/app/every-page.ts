/** So many pages of a list are read at most. */
const mostPages = 10;

/** `isCut`: there are more than are told. */
export type Run<Item> = { items: readonly Item[]; isCut: boolean };

/**
 * Every page of a list of the service, one after the other.
 * @param address with its query, if it has one, and without `after`
 * @param ask reads one page
 */
export async function everyPageOf<Item>(
  address: string,
  ask: (address: string) => Promise<{ items: readonly Item[]; next: string | null }>,
): Promise<Run<Item>> {
  const all: Item[] = [];
  let page = address;
  for (let read = 0; read < mostPages; read += 1) {
    const { items, next } = await ask(page);
    all.push(...items);
    if (next === null) return { items: all, isCut: false };
    page = `${address}${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
  }
  return { items: all, isCut: true };
}
