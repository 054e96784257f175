import { fold } from '../../../shared/normalisation/fold.ts';
import type { WorkItem } from '../../../shared/query/work-item.ts';
import { hasOpenQuestion } from '../../app/open-question.ts';

/** What an analyst asks of a list of reports, the most urgent first; a report may be in several groups. */
export const workGroups = [
  'stuck',
  'questioned',
  'answered',
  'returned',
  'unsigned',
  'overdue',
  'late',
  'signed',
] as const;
export type WorkGroup = (typeof workGroups)[number];

/** The groups that a report is in, by its newest attempt and by the version in force. */
export function groupsOf(item: WorkItem): WorkGroup[] {
  const { state, standing } = item;
  const isAsked = hasOpenQuestion(item);
  const isAnswered = item.answer !== null || (standing?.answer ?? null) !== null;
  const isIn: Record<WorkGroup, boolean> = {
    stuck: item.stuck,
    questioned: isAsked,
    answered: !isAsked && isAnswered && state !== 'withdrawn',
    returned: state === 'returned',
    unsigned: state === 'checked' || state === 'answered',
    overdue: item.punctuality === 'missing',
    late: item.punctuality === 'late',
    signed: standing !== null,
  };
  return workGroups.filter((group) => isIn[group]);
}

/** How many reports are in each group. */
export function countsOf(items: readonly WorkItem[]): Record<WorkGroup, number> {
  const counts = Object.fromEntries(workGroups.map((group) => [group, 0])) as Record<WorkGroup, number>;
  for (const item of items) for (const group of groupsOf(item)) counts[group] += 1;
  return counts;
}

/** Those of a group (null: all) and a unit's name, the most urgent first, then in the order of the list. */
export function shownItems(
  items: readonly WorkItem[],
  wanted: { group: WorkGroup | null; unit: string },
): WorkItem[] {
  const asked = fold(wanted.unit);
  const rank = (item: WorkItem) => workGroups.indexOf(groupsOf(item)[0] ?? 'signed');
  return items
    .filter((item) => wanted.group === null || groupsOf(item).includes(wanted.group))
    .filter(({ name, code }) => asked === '' || fold(name).includes(asked) || code === asked)
    .map((item, place) => ({ item, place }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.place - b.place)
    .map(({ item }) => item);
}
