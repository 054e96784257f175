import type { Meeting, StepName } from './meeting.ts';

/**
 * What was to be changed of a meeting, by whom and why. It is appended before the change and claims its revision: what
 * was claimed and, for a crash, not carried out, is carried out by whoever finds it.
 */
export type MeetingChange = {
  schema: 'meeting-change/1';
  meeting: string;
  /** Of the meeting after it. */
  revision: number;
  change: 'planned' | 'changed' | 'cancelled';
  /** ISO 8601, UTC. */
  at: string;
  /** The subject of who decided it. */
  by: string;
  /** Null for the first: planning needs no reason. */
  why: string | null;
  after: Meeting;
};

/** That a step of a meeting was done, written after its effect. */
export type StepDone = {
  schema: 'step-done/1';
  meeting: string;
  step: StepName;
  /** The local time for which it was planned: a step that was moved since is another. */
  due: string;
  /** The instant of its run (ISO 8601, UTC): the time for which the Scheduler had it. */
  at: string;
  /** How long after `due` that was, in whole minutes; 0: in time. */
  lateMinutes: number;
  /** At which attempt the Scheduler could start it. */
  attempt: number;
  /** What came of it, one word of the step's list. */
  word: string;
  /** Of the opening and the reminders: whom its mails told. Records of earlier days do not say it. */
  told?: StepTold;
};

/** How many of the units that owed something were told of all of it by mail, and of which (by id) nobody could be. */
export type StepTold = { units: number; unreached: string[] };

export type CalendarRecords = {
  /** Appends a change unless its revision is claimed already. */
  append(change: MeetingChange): Promise<'appended' | 'already-there'>;
  change(meeting: string, revision: number): Promise<MeetingChange | undefined>;
  /** So many changes of a meeting at most that came before a revision, the newest first. */
  changes(meeting: string, before: number, limit: number): Promise<MeetingChange[]>;
  /** The steps of a meeting that were done, of its earlier plans too. */
  stepsDone(meeting: string): Promise<StepDone[]>;
  stepDone(meeting: string, step: StepName, due: string): Promise<StepDone | undefined>;
  recordStep(done: StepDone): Promise<'recorded' | 'already-recorded'>;
};
