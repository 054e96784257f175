/** Below half of the units the nation is not compared with anything: neither shared out nor ranked anew. */
export function isTooFew({ expected, counted }: { expected: number; counted: number }): boolean {
  return counted * 2 < expected;
}

/**
 * Whether two periods are of such different numbers of units that what moved is who reported: one has fewer than half as
 * many as the other.
 */
export function isUnlike(now: { counted: number }, then: { counted: number }): boolean {
  return Math.min(now.counted, then.counted) * 2 < Math.max(now.counted, then.counted);
}
