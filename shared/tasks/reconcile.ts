import { type Catalog, formIn } from '../catalog/catalog.ts';
import { partsOf, periodOf } from '../catalog/period.ts';
import type { SlotKey } from '../submissions/slot.ts';
import { peopleOf, speakersOf } from './lead.ts';
import type { ReportedTask, Task, TaskReport, TasksDocument } from './task.ts';

/** A form without indicators, for who has nothing else to send: its sheet of tasks alone is read. */
export const tasksForm = 'nhiem-vu';

/** What of a meeting matters to its tasks. */
export type Session = {
  id: string;
  /** The local day. */
  date: string;
  previous: string | null;
  state: 'planned' | 'cancelled';
  asks: readonly { form: string; period: string }[];
};

/** What stood in one slot at the cut-off, and what it says of tasks. */
export type Statement = SlotKey & { version: number; reports: readonly TaskReport[] };

/** The tasks that are in force at a meeting, and which meetings it follows, the nearest first. */
export type InForce = { meeting: string; followed: readonly string[]; tasks: readonly Task[] };

/**
 * The tasks with which a meeting begins: those of the meetings before it that none of them has closed. What this very
 * meeting has closed was in force at it, so that its freeze finds the same again after it has written the marks.
 * @param followed the meetings along `previous` that were not cancelled, the nearest first
 */
export function inForceAt(meeting: string, followed: readonly string[], tasks: readonly Task[]): InForce {
  const open = tasks.filter(
    (task) =>
      followed.includes(task.meeting) && !(task.closed !== null && followed.includes(task.closed.meeting)),
  );
  const place = ({ meeting: of }: Task) => followed.indexOf(of);
  return {
    meeting,
    followed,
    tasks: open.sort((a, b) => place(b) - place(a) || a.number - b.number),
  };
}

/** The slots in which reports on tasks may stand, those first that are believed where a unit speaks twice of a task. */
export function slotsOf(
  asks: Session['asks'],
  { tasks }: Pick<InForce, 'tasks'>,
  { catalog, day }: { catalog: Catalog; day: string },
): SlotKey[] {
  const units = [...new Set(tasks.flatMap(({ lead }) => speakersOf(catalog, lead, day)))];
  return reportRounds(asks, catalog).flatMap((round) => units.map((unit) => ({ unit, ...round })));
}

/**
 * The rounds in which reports on tasks may stand, those first that are believed: the forms in the order in which the
 * meeting first asks for each, then the form of tasks alone for the same quarters; of one form the newest period, as
 * what a unit said of an earlier one is older news.
 */
export function reportRounds(asks: Session['asks'], catalog: Catalog): { form: string; period: string }[] {
  const own = asks.map(({ form, period }) => ({ form, period }));
  // Of half a year its last quarter: the form of tasks is one of quarters.
  const quarters = own.map(({ period }) => {
    const known = periodOf(period);
    return (known && partsOf(known).at(-1)) ?? period;
  });
  const more = quarters
    .filter((period) => formIn(catalog, tasksForm, period))
    .map((period) => ({ form: tasksForm, period }));
  const distinct = new Map([...own, ...more].map((round) => [`${round.form} ${round.period}`, round]));
  const forms = Map.groupBy(distinct.values(), ({ form }) => form);
  return [...forms.values()].flatMap((rounds) => rounds.sort(newestFirst));
}

function newestFirst(a: { period: string }, b: { period: string }): number {
  const [one, other] = [lastDayOf(a.period), lastDayOf(b.period)];
  if (one === other) return 0;
  return one > other ? -1 : 1;
}

function lastDayOf(period: string): string {
  return periodOf(period)?.statistical.to ?? period;
}

/**
 * What became of a meeting's tasks, by what stood at its cut-off: `carried + assigned = done + continuing`. What
 * nobody reported on continues.
 * @param statements in the order of `slotsOf`: where a unit speaks twice of a task, the first is believed
 * @param day the local day of the cut-off, whose map tells who leads
 */
export function reconcile(
  { meeting, followed, tasks }: InForce,
  statements: readonly Statement[],
  { catalog, day }: { catalog: Catalog; day: string },
): TasksDocument {
  const previous = followed[0] ?? null;
  const told = tasks.map((task) =>
    reportedTask(task, task.meeting !== previous, statements, { catalog, day }),
  );
  return requireBalanced(tally({ schema: 'tasks/1', meeting, previous }, told));
}

/** Tasks with how many of them are what: of a whole meeting, or of those that somebody sees. */
export function tally(
  { schema, meeting, previous }: Pick<TasksDocument, 'schema' | 'meeting' | 'previous'>,
  tasks: ReportedTask[],
): TasksDocument {
  const count = (is: (task: ReportedTask) => boolean) => tasks.filter(is).length;
  return {
    schema,
    meeting,
    previous,
    carried: count(({ carried }) => carried),
    assigned: count(({ carried }) => !carried),
    done: count(({ state }) => state === 'done'),
    continuing: count(({ state }) => state === 'continuing'),
    notReported: count(({ reported }) => !reported),
    tasks,
  };
}

function reportedTask(
  task: Task,
  carried: boolean,
  statements: readonly Statement[],
  { catalog, day }: { catalog: Catalog; day: string },
): ReportedTask {
  const { schema: _, revision: __, closed: ___, ...rest } = task;
  const speakers = speakersOf(catalog, task.lead, day);
  // Whoever leads now first, on whatever form: who led before is heard where it says nothing.
  const found = speakers
    .flatMap((speaker) => statements.filter(({ unit }) => unit === speaker))
    .flatMap(({ reports, ...slot }) =>
      reports.filter(({ task: about }) => about === task.id).map((report) => ({ slot, report })),
    )[0];
  const { state, doneOn, result, cause, at } = found?.report ?? silent;
  return {
    ...rest,
    carried,
    ...peopleOf(catalog, task, day),
    state,
    reported: found !== undefined,
    doneOn,
    result,
    cause,
    told: found && at ? { ...found.slot, at } : null,
  };
}

const silent = { state: 'continuing', doneOn: null, result: null, cause: null, at: null } as const;

/**
 * Requires that the arithmetic of tasks holds: everything with which the meeting began is done or continues, once.
 * @throws Error that says what does not add up
 */
export function requireBalanced(document: TasksDocument): TasksDocument {
  const { meeting, carried, assigned, done, continuing, notReported, tasks } = document;
  const counted = (is: (task: ReportedTask) => boolean) => tasks.filter(is).length;
  const holds =
    carried + assigned === done + continuing &&
    carried + assigned === tasks.length &&
    carried === counted((task) => task.carried) &&
    done === counted(({ state }) => state === 'done') &&
    notReported === counted(({ reported }) => !reported) &&
    counted(({ state, reported }) => state === 'done' && !reported) === 0 &&
    new Set(tasks.map(({ id }) => id)).size === tasks.length;
  if (holds) return document;
  throw new Error(
    `meeting ${meeting}: ${carried} carried + ${assigned} assigned are not ${done} done + ${continuing} continuing of ${tasks.length} tasks`,
  );
}
