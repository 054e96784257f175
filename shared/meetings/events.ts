import type { CoverageDocument } from '../aggregation/punctuality.ts';
import type { Ask } from './meeting.ts';
import type { OwedReport } from './owed.ts';

/**
 * What other systems are told of a meeting: facts without persons, mail addresses or figures. Each may be told more
 * than once; `meeting`, `due` and the kind of the event tell that it is the same one. Instants are ISO 8601, UTC.
 */
export type MeetingEvent =
  | { type: 'meeting-opened'; detail: MeetingOpened }
  | { type: 'reports-owed'; detail: ReportsOwed }
  | { type: 'cut-off-reached'; detail: CutOffReached }
  | { type: 'figures-provisional'; detail: FiguresProvisional }
  | { type: 'figures-frozen'; detail: FiguresFrozen };

/** `due`: the local time for which the step was planned; `at`: when it was run. */
type Common = { meeting: string; due: string; at: string };

/** Reporting for a meeting is open. */
export type MeetingOpened = Common & {
  schema: 'meeting-opened/1';
  asks: Ask[];
  cutOff: string;
  freeze: string;
};

/** Who still owes what, in the order of kinds and codes; units that owe nothing are not listed. */
export type ReportsOwed = Common & {
  schema: 'reports-owed/1';
  step: string;
  cutOff: string;
  units: {
    unit: string;
    code: string;
    reports: Pick<OwedReport, 'form' | 'period' | 'state' | 'due' | 'late'>[];
    /** Ids of tasks that it leads and has not reported on. */
    tasks: string[];
    /** False: of some of it nobody could be told by mail. */
    reached: boolean;
  }[];
};

/** From now on nothing that is signed counts for the meeting. */
export type CutOffReached = Common & {
  schema: 'cut-off-reached/1';
  cutOff: string;
  /** Of the coverage of each ask as at the cut-off; `missingUnits`: none where nobody owes the form by a day. */
  coverage: (Pick<CoverageDocument, 'form' | 'period' | 'due' | 'expected' | 'counted' | 'counts'> & {
    missingUnits: string[];
  })[];
};

/** Every round of the meeting is being aggregated once more. */
export type FiguresProvisional = Common & { schema: 'figures-provisional/1'; asks: Ask[] };

/** The meeting's figures are fixed. */
export type FiguresFrozen = {
  schema: 'figures-frozen/1';
  meeting: string;
  snapshot: string;
  cutOff: string;
  at: string;
};

/** Tells an event to whoever listens. @throws Error when it was not taken */
export type Announce = (event: MeetingEvent, at: string) => Promise<void>;
