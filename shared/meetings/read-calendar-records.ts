import { instantOf } from '../catalog/period.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, requireSecretariat } from '../submissions/rights.ts';
import type { CalendarRecords, MeetingChange, StepTold } from './calendar-records.ts';
import { isSameStep, type MeetingStore, type StepName, stepsOf } from './meeting.ts';
import { everyStep } from './plan-schedules.ts';
import type { MeetingSchedules } from './settle-schedules.ts';

type ReadParts = {
  meetings: Pick<MeetingStore, 'meeting'>;
  records: Pick<CalendarRecords, 'changes' | 'stepsDone'>;
  schedules: MeetingSchedules;
};

export type ChangeView = Pick<MeetingChange, 'revision' | 'change' | 'at' | 'by' | 'why' | 'after'>;

/** How many changes are told at once: each holds the whole meeting. */
const pageSize = 50;

/**
 * Who planned, changed and cancelled a meeting, when and why, newest first.
 * @param ask.after the revision of the last one of the page before; null: the first page
 * @throws Refusal `not-allowed`, `not-found`
 */
export async function readChanges(
  ask: { id: string; who: Identity; after: number | null },
  { meetings, records }: Pick<ReadParts, 'meetings' | 'records'>,
): Promise<{ items: ChangeView[]; next: string | null }> {
  requireSecretariat(ask.who, true);
  const meeting = await meetings.meeting(ask.id);
  if (!meeting) throw new Refusal('not-found');
  // One that was claimed and not carried out yet is none.
  const before = Math.min(ask.after ?? Number.POSITIVE_INFINITY, meeting.revision + 1);
  const changes = await records.changes(ask.id, before, pageSize);
  const items = changes.map(({ revision, change, at, by, why, after }) => ({
    revision,
    change,
    at,
    by,
    why,
    after,
  }));
  const last = items.at(-1)?.revision ?? 1;
  return { items, next: last > 1 ? String(last) : null };
}

/**
 * `done` · `done-late`: scheduled for later than it was due, or not started at the first attempt · `waiting`: scheduled for when it is due · `waiting-late`: scheduled for two minutes later or more · `missed`: due
 * long ago, and nothing is scheduled · `not-scheduled`: to come, and nothing is scheduled: change the meeting to what
 * it is, and it is scheduled · `of-an-earlier-plan`: done or scheduled for a time that the meeting has not any more.
 */
export type StepState =
  | 'done'
  | 'done-late'
  | 'waiting'
  | 'waiting-late'
  | 'missed'
  | 'not-scheduled'
  | 'of-an-earlier-plan';

export type StepView = {
  step: StepName;
  /** Local times in Asia/Ho_Chi_Minh; `scheduledFor` null: nothing waits for it. */
  due: string;
  scheduledFor: string | null;
  state: StepState;
  /** Of a step that was done (ISO 8601, UTC), how late it was in minutes, and what came of it. */
  ranAt: string | null;
  lateMinutes: number | null;
  attempt: number | null;
  word: string | null;
  /** Of an opening or a reminder: how many units its mails told, and which (by id) they did not reach. */
  told: StepTold | null;
};

/** What is scheduled for a meeting, what ran and how late, in the order of time. @throws Refusal */
export async function readSteps(
  ask: { id: string; who: Identity; now: string },
  { meetings, records, schedules }: ReadParts,
): Promise<{ meeting: string; revision: number; items: StepView[] }> {
  requireSecretariat(ask.who, true);
  const meeting = await meetings.meeting(ask.id);
  if (!meeting) throw new Refusal('not-found');
  const done = await records.stepsDone(ask.id);
  const found = await Promise.all(everyStep.map((step) => schedules.find(ask.id, step)));
  const waiting = found.flatMap((one) => one ?? []);
  const planned = stepsOf(meeting).map(({ name, at }) => ({ step: name, due: at }));
  const isPlanned = (one: Due) => planned.some((step) => is(step, one));
  const wasPlanned = (one: Due) => planned.some((step) => isSameStep(step, one));
  const earlier = [...done.filter((one) => !wasPlanned(one)), ...waiting.filter((one) => !isPlanned(one))];
  const items = [...planned, ...earlier].map(({ step, due }): StepView => {
    const own = { step, due };
    const ran = done.find((one) => isSameStep(one, own));
    const waits = waiting.find((one) => is(one, own));
    return {
      step,
      due,
      scheduledFor: waits?.at ?? null,
      state: isPlanned(own) ? stateOf({ due, ran, waits, now: ask.now }) : 'of-an-earlier-plan',
      ranAt: ran?.at ?? null,
      lateMinutes: ran?.lateMinutes ?? null,
      attempt: ran?.attempt ?? null,
      word: ran?.word ?? null,
      told: ran?.told ?? null,
    };
  });
  const { revision } = meeting;
  return { meeting: ask.id, revision, items: items.sort((a, b) => (a.due < b.due ? -1 : 1)) };
}

type Due = { step: StepName; due: string };

/** A schedule goes off under the number that it was set with. */
function is(a: Due, b: Due): boolean {
  return a.step === b.step && a.due === b.due;
}

/** Schedules are set again behind each step, and take a minute at least: what waits so little longer is in time. */
const toleratedMilliseconds = 2 * 60_000;

function isLate(due: string, at: string): boolean {
  return Date.parse(instantOf(at)) - Date.parse(instantOf(due)) >= toleratedMilliseconds;
}

function stateOf(step: {
  due: string;
  ran: { lateMinutes: number; attempt: number } | undefined;
  waits: { at: string } | undefined;
  /** Local time. */
  now: string;
}): StepState {
  const { due, ran, waits, now } = step;
  if (ran) return ran.lateMinutes > 0 || ran.attempt > 1 ? 'done-late' : 'done';
  if (waits) return isLate(due, waits.at) ? 'waiting-late' : 'waiting';
  return due <= now ? 'missed' : 'not-scheduled';
}
