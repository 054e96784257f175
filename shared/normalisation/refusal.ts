import type { CellRef } from '../observations/observation.ts';
import type { ReadingFault } from './reading-faults.ts';

/**
 * Ends the reading of a file with a coded finding: the rest of it cannot be read, or must not be.
 * Thrown inside the engine only; `checkFile` turns it into a verdict.
 */
export class FileRefusal extends Error {
  readonly code: ReadingFault;
  readonly got: string | null;
  readonly at: CellRef | null;

  constructor(code: ReadingFault, got: string | null = null, at: CellRef | null = null) {
    super(code);
    this.code = code;
    this.got = got;
    this.at = at;
  }
}
