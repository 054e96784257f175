import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import { type Identity, requireSecretariat } from '../submissions/rights.ts';
import { unitCalled } from './lead.ts';
import type { Session } from './reconcile.ts';
import type { Assignments, Task, TaskStore } from './task.ts';
import { requireRoom } from './task-room.ts';

/** A task as it is handed in: units by identity, or by the code that they bear on the meeting's day. */
export type TaskAsked = Pick<
  Task,
  'text' | 'lead' | 'with' | 'deliverable' | 'measure' | 'deadline' | 'constructed'
>;

export type AssignParts = {
  catalog: Catalog;
  tasks: TaskStore;
  session(id: string): Promise<Session | undefined>;
};

/** So many tasks a meeting may assign in all; the largest that is known assigned 34 (the plan of 2022). */
const mostOfAMeeting = 999;

type AssignAsk = {
  meeting: string;
  tasks: readonly TaskAsked[];
  request: string;
  content: string;
  who: Identity;
  at: string;
};

export type Assigned = { word: 'assigned' | 'already-assigned'; tasks: Task[]; passed: Passed[] };
/** A unit that was named and is dissolved: who took its place. */
export type Passed = { field: string; from: string; to: string };

/**
 * Assigns the tasks of a meeting: numbers continue where those before it end. There is no transaction over several
 * tasks, so that the numbers are given to the request first, and the same request again puts what is missing.
 * @param ask.request digest of who asks and of the Idempotency-Key, or, without one, of the list
 * @param ask.content digest of the list
 * @throws Refusal `not-allowed`, `not-found`, `meeting-cancelled`, `body-malformed` with every unit that is not known and every
 *   deadline before the meeting,
 *   `lead-divided`, `idempotency-key-reused`, `too-many-tasks`, `somebody-was-first`
 */
export async function assignTasks(ask: AssignAsk, parts: AssignParts): Promise<Assigned> {
  requireSecretariat(ask.who, true);
  const meeting = await parts.session(ask.meeting);
  if (!meeting) throw new Refusal('not-found');
  if (meeting.state === 'cancelled') throw new Refusal('meeting-cancelled');
  const day = dayOf(meeting.date);
  const { resolved, passed } = resolve(ask.tasks, { catalog: parts.catalog, day });
  const { word, first, at } = await reserve(ask, resolved, parts.tasks);
  const change = { schema: 'task-change/1' as const, by: ask.who.subject, at: ask.at, why: 'assigned' };
  const made: Task[] = [];
  for (const [index, task] of resolved.entries()) {
    const number = first + index;
    const next = assigned(meeting, { number, task, on: localDayOf(at) });
    const put = await parts.tasks.putTask({ task: next, change }, undefined);
    const stands = put === 'put' ? next : (await parts.tasks.task(meeting.id, number))?.task;
    if (!stands) throw new Error(`task ${next.id} was put by somebody, and is not there`);
    made.push(stands);
  }
  return { word, tasks: made, passed };
}

/** @param given.on the local day of the request */
function assigned(
  { id: meeting, date }: Session,
  { number, task, on }: { number: number; task: TaskAsked; on: string },
): Task {
  // The meeting may still be moved to an earlier day, which is not before the request.
  const assignedOn = isDay(date) ? { assignedOn: date < on ? date : on } : {};
  const own = { schema: 'task/1' as const, id: `${meeting}/${number}`, revision: 1, meeting, number };
  return { ...own, ...task, ...assignedOn, closed: null };
}

/** Of a session of long ago only the month may be known. */
function isDay(date: string): boolean {
  return date.length === 10;
}

/** The first day of what is known of a meeting's date. */
function dayOf(date: string): string {
  return isDay(date) ? date : `${date}-01`;
}

/** Gives the request its numbers, or finds those that it was given, and when. */
async function reserve(
  ask: AssignAsk,
  resolved: readonly TaskAsked[],
  tasks: TaskStore,
): Promise<{ word: Assigned['word']; first: number; at: string }> {
  const { meeting, request, content, who, at } = ask;
  const before = await tasks.assignments(meeting);
  const own = before?.requests.find((each) => each.request === request);
  if (own && own.content !== content) throw new Refusal('idempotency-key-reused');
  if (own) return { word: 'already-assigned', first: own.first, at: own.at };
  const last = before?.requests.at(-1);
  const first = last ? last.first + last.count : 1;
  const count = ask.tasks.length;
  if (first + count - 1 > mostOfAMeeting) throw new Refusal('too-many-tasks');
  requireRoom([...(await tasks.tasks()).filter(({ closed }) => closed === null), ...resolved]);
  const given = { request, content, first, count, by: who.subject, at };
  const next: Assignments = {
    schema: 'assignments/1',
    meeting,
    revision: (before?.revision ?? 0) + 1,
    requests: [...(before?.requests ?? []), given],
  };
  const word = await tasks.putAssignments(next);
  // Somebody else, or we ourselves: a write whose answer was lost is repeated, and then finds itself there.
  const now = word === 'put' ? next : await tasks.assignments(meeting);
  const mine = now?.requests.find((each) => each.request === request && each.content === content);
  if (!mine) throw new Refusal('somebody-was-first');
  return { word: 'assigned', first: mine.first, at: mine.at };
}

/** Every unit that is named, as it is on the meeting's day. @throws Refusal with every one that is none */
function resolve(
  asked: readonly TaskAsked[],
  { catalog, day }: { catalog: Catalog; day: string },
): { resolved: TaskAsked[]; passed: Passed[] } {
  const faults: { field: string; fault: FieldFault }[] = [];
  const passed: Passed[] = [];
  const resolved = asked.map((task, index) => {
    const unitAt = (name: string, part: string) => {
      const field = `tasks.${index}.${part}`;
      return unitOf(name, { field, catalog, day }, faults, passed);
    };
    const lead = unitAt(task.lead, 'lead');
    const others = task.with.map((name, at) => unitAt(name, `with.${at}`)).filter((id) => id !== lead);
    if (task.deadline < day) faults.push({ field: `tasks.${index}.deadline`, fault: 'before-the-meeting' });
    return { ...task, lead, with: [...new Set(others)] };
  });
  if (faults.length > 0) throw new Refusal('body-malformed', faults);
  return { resolved, passed };
}

/**
 * One unit that is named, on a day: its identity; what is not known is noted, and where another took its place.
 * @throws Refusal `lead-divided`, which says into what
 */
export function unitOf(
  name: string,
  { field, catalog, day }: { field: string; catalog: Catalog; day: string },
  faults: { field: string; fault: FieldFault }[],
  passed: Passed[],
): string {
  const called = unitCalled(catalog, name, day);
  if (called.word === 'divided') {
    const successors = called.unit.successors.join(', ');
    throw new Refusal('lead-divided', [{ field, fault: 'unit-divided' }], {
      unit: called.unit.id,
      successors,
    });
  }
  if (called.word === 'unknown') {
    faults.push({ field, fault: 'unit-unknown' });
    return name;
  }
  if (called.passedFrom) passed.push({ field, from: called.passedFrom.id, to: called.unit.id });
  return called.unit.id;
}
