import { type Catalog, formIn } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { periodOf, periodsBefore } from '../catalog/period.ts';
import { figuresOf, isAreaPage, type Page, type Page1 } from '../observations/page.ts';
import type { SlotKey } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { TaskStore } from '../tasks/task.ts';
import { tasksOfUnit, type UnitTask } from '../tasks/tasks-of-unit.ts';
import { identityOf } from './changes.ts';
import { type AskedTask, type Context, longestValue, mostFigures, mostTasks } from './context.ts';
import type { Report } from './report.ts';
import { statesNow } from './rules/rule-states.ts';

/** How many periods back standing figures are looked for, and how many attempts back a verdict. */
const periodsBack = 4;
const attemptsBack = 5;

export type ContextParts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slot' | 'pagesOf' | 'openedIn' | 'factsOf'>;
  tasks: Pick<TaskStore, 'tasks'>;
  report(id: string): Promise<Report>;
};

/** Whether a slot's figures are to be seen by whom a context is made for. */
export type Sees = (slot: SlotKey) => boolean;

/**
 * The context in which a file for a slot is read: the rules' states, what stood last, what was found in the attempt
 * before, and the unit's tasks.
 * @param ask.before the submission that the file is of, as it was opened; null: one that is still to come
 * @param ask.sees of which earlier slots it may tell: a right of succession may be of some periods alone
 * @param ask.day the local day on which the file came, or of the question
 */
export async function makeContext(
  {
    key,
    before,
    sees,
    day,
  }: { key: SlotKey; before: { id: string; openedAt: string } | null; sees: Sees; day: string },
  parts: ContextParts,
): Promise<Context> {
  const [last, previous, tasks] = await Promise.all([
    lastStanding(key, sees, parts),
    previousAttempt(key, before, parts),
    tasksAsked(key, parts),
  ]);
  return {
    schema: 'context/2',
    catalog: parts.catalog.version,
    engine: engineVersion,
    ...key,
    rules: statesNow(),
    last,
    previous,
    day,
    tasks: ledFirst(tasks).slice(0, mostTasks).map(taskOf),
  };
}

/**
 * The tasks of a slot's unit on the map of its period, open ones first. Those that a meeting has ended stay among
 * them, so that a file which still speaks of one is told that it no longer counts, and is not returned for it.
 */
export async function tasksAsked(
  key: SlotKey,
  { catalog, tasks }: Pick<ContextParts, 'catalog' | 'tasks'>,
): Promise<UnitTask[]> {
  const [form, period] = [formIn(catalog, key.form, key.period), periodOf(key.period)];
  const unit = catalog.units.get(key.unit);
  if (!form || !period || !unit) return [];
  return tasksOfUnit(await tasks.tasks(), unit, period[form.window].to, catalog);
}

/** A unit reports on those that it leads: where there are more than a context holds, they are in it. */
function ledFirst(tasks: readonly UnitTask[]): UnitTask[] {
  return [...tasks.filter(({ role }) => role === 'lead'), ...tasks.filter(({ role }) => role === 'with')];
}

function taskOf({ task, role }: UnitTask): AskedTask {
  const { id, deadline, assignedOn = null, closed } = task;
  const text = task.text.slice(0, longestValue).toWellFormed();
  return { id, text, deadline, assignedOn, role, open: closed === null };
}

/**
 * The figures of the nearest of the four earlier periods of the kind in which something stands for the same unit and
 * form, and not before the form was asked for; a nil return has none. After a merger the new unit has none: its predecessors' figures
 * are other units'. What is not to be seen is passed over.
 */
export async function lastStanding(
  key: SlotKey,
  sees: Sees,
  { catalog, submissions }: Pick<ContextParts, 'catalog' | 'submissions'>,
): Promise<Context['last']> {
  for (const period of periodsBefore(key.period, periodsBack)) {
    if (!formIn(catalog, key.form, period)) return null;
    if (!sees({ ...key, period })) continue;
    const standing = (await submissions.slot({ ...key, period }))?.standing;
    if (!standing || standing.nil) continue;
    // The unit as a whole first: of many areas only so many are held.
    const groups = [...standing.pages].sort((a, b) => Number(isAreaPage(a)) - Number(isAreaPage(b)));
    const pages = await submissions.pagesOf([{ id: standing.submission, groups }]);
    const figures = firstFigures(pages.get(standing.submission) ?? []);
    return { period, submission: standing.submission, figures };
  }
  return null;
}

/** As many figures as a context holds, each with its area if it is of one; no page is unpacked beyond them. */
function firstFigures(pages: Iterable<Page | Page1>): NonNullable<Context['last']>['figures'] {
  const figures: NonNullable<Context['last']>['figures'] = [];
  for (const page of pages) {
    for (const { area, indicator, value, numerator, denominator, status } of figuresOf(page)) {
      if (figures.length === mostFigures) return figures;
      // Canonical JSON has no half letters.
      const text = value?.toWellFormed() ?? null;
      const of = area === undefined ? {} : { area };
      figures.push({ ...of, indicator, value: text, numerator, denominator, status });
    }
  }
  return figures;
}

/** The nearest earlier submission of the slot that has a verdict, and what was found in it. */
async function previousAttempt(
  key: SlotKey,
  before: { id: string; openedAt: string } | null,
  { submissions, report }: Pick<ContextParts, 'submissions' | 'report'>,
): Promise<Context['previous']> {
  const after = before && `${before.openedAt}#${before.id}`;
  const { ids } = await submissions.openedIn(key, { limit: attemptsBack, after });
  for (const id of ids) {
    const facts = await submissions.factsOf(id);
    if (!facts.some(({ fact }) => fact === 'verdict')) continue;
    const { findings, counts } = await report(id);
    return {
      submission: id,
      findings: findings.map(identityOf),
      whole: findings.length === counts.errors + counts.warnings,
    };
  }
  return null;
}
