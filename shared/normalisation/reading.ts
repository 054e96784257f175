import type { LongSources, Observation, ObservationSource } from '../observations/observation.ts';
import type { Page } from '../observations/page.ts';
import type { Report } from './report.ts';

/** What a layout makes of a file's sheets; findings and repairs go to the ledger on the way. */
export type Reading = {
  layout: Report['layout'];
  /** Those that the report lists: all, but for a long table's `limits.observationsListed`. */
  observations: Observation[];
  /** How many there are, where not all are in `observations`. */
  count?: number;
  /** Each of them, by its number from 0; absent where all are in `observations`. */
  observationAt?: (number: number) => Observation;
  /** The pages of all of them, where the layout packs them itself. */
  pages?: Iterable<Page>;
  sources: ObservationSource[];
  longSources?: () => LongSources;
  /** `rowsRead` = `rowsUsed` + `rowsSkipped`, each counted where it happens. */
  rowsRead: number;
  rowsUsed: number;
  rowsSkipped: number;
};
