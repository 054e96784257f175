import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, maySeeUnit } from '../submissions/rights.ts';
import { gatherTasks, type TaskReadParts } from '../tasks/gather-tasks.ts';
import { concernedBy, peopleOf, type TaskPeople, unitCalled } from '../tasks/lead.ts';
import { type Session, tally } from '../tasks/reconcile.ts';
import type { Task, TaskStore, TasksDocument } from '../tasks/task.ts';

/** How many tasks are told at once. */
const pageSize = 100;

/** A task as it stands, with its units on today's map; `open` until a meeting's freeze finds it done. */
export type TaskView = Omit<Task, 'schema' | 'lead'> & TaskPeople & { state: 'open' | 'closed' };

export type TasksAsk = {
  meeting: string | null;
  /** By identity, or by the code that it bears today. */
  unit: string | null;
  state: TaskView['state'] | null;
  /** The id of the last one of the page before. */
  after: string | null;
  who: Identity;
  at: string;
};

/**
 * The tasks of every meeting: all of them for the centre, for a unit those that it leads or works on.
 * @throws Refusal `not-found` for a meeting that is not there, `unit-unknown`
 */
export async function listTasks(
  ask: TasksAsk,
  parts: {
    catalog: Catalog;
    tasks: Pick<TaskStore, 'tasks'>;
    session(id: string): Promise<Session | undefined>;
  },
): Promise<{ items: TaskView[]; next: string | null }> {
  const { catalog } = parts;
  const day = localDayOf(ask.at);
  if (ask.meeting !== null && !(await parts.session(ask.meeting))) throw new Refusal('not-found');
  const unit = ask.unit === null ? null : unitAsked(ask.unit, catalog, day);
  const wanted = (await parts.tasks.tasks())
    .filter((task) => ask.meeting === null || task.meeting === ask.meeting)
    .filter((task) => ask.state === null || stateOf(task) === ask.state)
    .filter((task) => isSeen(task, { unit, who: ask.who, catalog, day }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const begun = ask.after === null ? 0 : wanted.findIndex((task) => placeOf(task) > placeAfter(ask.after));
  const items = begun < 0 ? [] : wanted.slice(begun, begun + pageSize);
  const last = items.at(-1);
  const next = last && last !== wanted.at(-1) ? last.id : null;
  return { items: items.map((task) => taskView(task, catalog, day)), next };
}

/** A task with its units as they are on a local day. */
export function taskView(task: Task, catalog: Catalog, day: string): TaskView {
  const { schema: _, ...rest } = task;
  return { ...rest, ...peopleOf(catalog, task, day), state: stateOf(task) };
}

/**
 * The tasks of a meeting as of now, those that were carried to it first: of one that is not frozen yet. A unit is told
 * those that it leads or works on, and how many of those there are.
 */
export async function provisionalTasks(
  { meeting, who, at }: { meeting: Session; who: Identity; at: string },
  parts: TaskReadParts,
): Promise<TasksDocument & { provisional: true }> {
  const { catalog } = parts;
  const day = localDayOf(at);
  const whole = await gatherTasks({ meeting, at }, parts);
  const seen = whole.tasks.filter((task) => isSeen(task, { unit: null, who, catalog, day }));
  return { ...tally(whole, seen), provisional: true };
}

function stateOf({ closed }: Task): TaskView['state'] {
  return closed === null ? 'open' : 'closed';
}

function isSeen(
  task: Pick<Task, 'lead' | 'with'> & Partial<TaskPeople>,
  { unit, who, catalog, day }: { unit: string | null; who: Identity; catalog: Catalog; day: string },
): boolean {
  const concerned = concernedBy(catalog, { ...task, lead: task.passedFrom ?? task.lead }, day);
  if (unit !== null && !concerned.includes(unit)) return false;
  return concerned.some((each) => maySeeUnit(who, each));
}

/** @throws Refusal `unit-unknown` */
function unitAsked(name: string, catalog: Catalog, day: string): string {
  if (catalog.units.has(name)) return name;
  const called = unitCalled(catalog, name, day);
  if (called.word !== 'found') throw new Refusal('unit-unknown');
  return called.unit.id;
}

/** By meeting, then by number. */
function placeOf({ meeting, number }: Pick<Task, 'meeting' | 'number'>): string {
  return `${meeting}/${String(number).padStart(4, '0')}`;
}

function placeAfter(id: string | null): string {
  const [meeting = '', number = ''] = (id ?? '').split('/');
  return placeOf({ meeting, number: Number(number) });
}
