import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TaskView } from '../../../shared/query/read-tasks.ts';
import { ask } from '../../app/api.ts';
import { everyPageOf } from '../../app/every-page.ts';
import { type Answer, problemFrom } from '../../app/use-answer.ts';

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
  const [answer, setAnswer] = useState<Answer<TaskRun>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const query = asked && new URLSearchParams(asked).toString();
  useEffect(() => {
    if (query === null) return;
    const asking = new AbortController();
    setAnswer({ state: 'loading' });
    everyTask(query, asking.signal).then(
      (value) => {
        if (!asking.signal.aborted) setAnswer({ state: 'ready', value });
      },
      (fault) => {
        if (!asking.signal.aborted) setAnswer({ state: 'failed', problem: problemFrom(fault) });
      },
    );
    return () => asking.abort();
  }, [query, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { answer, reload };
}

async function everyTask(query: string, signal: AbortSignal): Promise<TaskRun> {
  const { items, isCut } = await everyPageOf<TaskView>(`/v1/tasks?${query}`, (address) =>
    ask('GET', address, { signal }),
  );
  return { tasks: items, isCut };
}
