import { Refusal } from '../refusal.ts';
import type { ReportedTask, Task, TasksDocument } from './task.ts';

/** Characters of what a sheet tells of one task: of its result, and of its cause. */
export const longestTold = 1_000;
/** Characters of a task's own words. */
export const longestTask = { text: 2_000, deliverable: 500, measure: 500 } as const;

/** The document of a freeze is one item of 400 KB, packed; so much of it, unpacked, leaves room for all beside it. */
const mostBytes = 390_000;
/** A unit that is named takes its id and its name, with their marks; its successor's may be longer. */
const bytesOfUnit = 250;
/** Names of fields, ids, days, the lead and the cell take half of it, a result and a cause cut to 120 letters the rest. */
const bytesOfTask = 2_000;

/**
 * Requires that all open tasks find room in one document of a freeze, whatever is reported of them.
 * @throws Refusal `too-many-tasks`
 */
export function requireRoom(open: readonly Pick<Task, 'text' | 'deliverable' | 'measure' | 'with'>[]): void {
  const bytes = open.map(({ text, deliverable, measure, with: others }) => {
    return bytesOf([text, deliverable, measure]) + others.length * bytesOfUnit + bytesOfTask;
  });
  if (bytes.reduce((sum, each) => sum + each, 0) > mostBytes) throw new Refusal('too-many-tasks');
}

/** To how many characters results and causes are cut where all of them together are too long: as few as are needed. */
const cuts = [600, 300, 120, 60, 20] as const;
const mark = '… (rút gọn)';

/**
 * A document that one item holds. Where many report at great length, results and causes are shortened, all by the same
 * measure, and say so; the whole stands in the report at the cell that is told.
 * @throws Error where nothing helps: `requireRoom` keeps that from happening
 */
export function fitted(document: TasksDocument): TasksDocument {
  if (bytesOf(document) <= mostBytes) return document;
  for (const most of cuts) {
    const tasks = document.tasks.map((task): ReportedTask => {
      return { ...task, result: cut(task.result, most), cause: cut(task.cause, most) };
    });
    const shorter = { ...document, tasks };
    if (bytesOf(shorter) <= mostBytes) return shorter;
  }
  throw new Error(`meeting ${document.meeting}: ${document.tasks.length} tasks are more than an item holds`);
}

function cut(text: string | null, most: number): string | null {
  if (text === null || text.length <= most) return text;
  // Half a letter outside the first plane is dropped.
  const begun = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${begun.trimEnd()}${mark}`;
}

function bytesOf(content: object): number {
  return new TextEncoder().encode(JSON.stringify(content)).length;
}
