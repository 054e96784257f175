import type { TaskView } from '../../../shared/query/read-tasks.ts';
import { addressOf } from '../../app/address-of.ts';
import { everyPage } from '../../app/every-page.ts';
import type { Answer } from '../../app/use-answer.ts';
import { type Reading, useReading } from '../../app/use-reading.ts';

/** `isCut`: there are more than are told. */
type TaskRun = { tasks: readonly TaskView[]; isCut: boolean };

/**
 * The tasks as they stand, for who is signed in: a unit is told those that it leads or works with.
 * @param asked null: nothing is asked
 */
export function useTaskList(asked: { meeting?: string; unit?: string } | null): {
  answer: Answer<TaskRun>;
  reload: () => void;
} {
  return useReading(asked && addressOf('/v1/tasks', asked), everyTask);
}

/** So many pages of a list are read at most. */
const mostPages = 10;

const everyTask: Reading<TaskRun> = {
  read: async (address, signal) => {
    const { items, isCut } = await everyPage<TaskView>(address, { most: mostPages, signal });
    return { tasks: items, isCut };
  },
  hidesOld: true,
};
