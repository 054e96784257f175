/** So many addresses are asked for at once at most. */
export const mostAddresses = 12;

/**
 * The addresses as one text, which is another one for other addresses only.
 * @throws RangeError for more than `mostAddresses`: a page that shows more must ask for less at once
 */
export function askedOf(addresses: readonly string[]): string {
  if (addresses.length > mostAddresses) {
    throw new RangeError(`${addresses.length} addresses at once; ${mostAddresses} at most`);
  }
  return addresses.join(' ');
}

/** The addresses in such a text. */
export function addressesIn(asked: string): string[] {
  return asked === '' ? [] : asked.split(' ');
}
