import type { Observation, ObservationSource } from '../observations/observation.ts';
import type { Report } from './report.ts';

/** What a layout makes of a file's sheets; findings and repairs go to the ledger on the way. */
export type Reading = {
  layout: Report['layout'];
  observations: Observation[];
  sources: ObservationSource[];
  /** `rowsRead` = `rowsUsed` + `rowsSkipped`, each counted where it happens. */
  rowsRead: number;
  rowsUsed: number;
  rowsSkipped: number;
};
