/** What is wrong with a catalogue: every fault that was found, one sentence each. */
export class CatalogError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'CatalogError';
    this.faults = faults;
  }
}

/**
 * Runs a check on each entry, whatever the one before it found.
 * @throws CatalogError with everything that was thrown
 */
export function checkEach<T>(entries: Iterable<T>, check: (entry: T) => void): void {
  const faults: string[] = [];
  for (const entry of entries) {
    try {
      check(entry);
    } catch (error) {
      if (error instanceof CatalogError) faults.push(...error.faults);
      else faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (faults.length > 0) throw new CatalogError(faults);
}
