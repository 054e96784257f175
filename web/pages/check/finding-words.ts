/** The next place in a list of so many from one of them, round and round; from none, the first or the last. */
export function stepFrom(at: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}
