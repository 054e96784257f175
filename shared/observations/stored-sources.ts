import type { LongSources, ObservationSource, Sources } from './observation.ts';

/** The lineage of a file as it is stored; at first the list alone was, without the name of its shape. */
export type StoredSources =
  | { schema: 'sources/1'; sources: ObservationSource[] }
  | LongSources
  | ObservationSource[];

/** What is stored of a lineage. */
export function storedSources(sources: Sources): StoredSources {
  return Array.isArray(sources) ? { schema: 'sources/1', sources } : sources;
}

/**
 * A lineage as it was stored by any engine.
 * @throws Error for a shape that this engine does not know: it was written by a later one
 */
export function sourcesFrom(stored: StoredSources): Sources {
  if (Array.isArray(stored)) return stored;
  if (stored.schema === 'sources/1') return stored.sources;
  if (stored.schema === 'sources/2') return stored;
  throw new Error(
    `a stored lineage is of the unknown shape ${String((stored as { schema?: unknown }).schema)}`,
  );
}
