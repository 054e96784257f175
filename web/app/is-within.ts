/**
 * Whether an address lies at a place of a navigation or below it.
 * @param home the place that all the others lie below: only its own address is at it
 */
export function isWithin(path: string, place: string, home: string): boolean {
  return path === place || (place !== home && path.startsWith(`${place}/`));
}
