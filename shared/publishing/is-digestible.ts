/** The catalogue's own documents are nested seven deep. */
const deepest = 32;

/**
 * Whether a document that was sent can be named by the digest of its canonical form (RFC 8785): not nested without
 * end, every text of whole characters (RFC 8785, 3.2.2.2), every number finite.
 */
export function isDigestible(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === deepest) return false;
  return Object.entries(value).every(([key, each]) => key.isWellFormed() && isDigestible(each, depth + 1));
}
