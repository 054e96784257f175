import { useCallback, useEffect, useState } from 'preact/hooks';
import { problemFrom } from './api.ts';
import { onSession, readSession } from './session.ts';
import type { Answer } from './use-answer.ts';

/** How something is read; made once, not anew for each drawing. */
export type Reading<T> = {
  read: (asked: string, signal: AbortSignal) => Promise<T>;
  /** What need not be asked for: it was answered a moment ago. */
  kept?: (asked: string) => { value: T } | null;
  /** It is to be asked for anew. */
  forget?: (asked: string) => void;
  /** What stood is not shown while it is asked for again: after a change it would be missing what was changed. */
  hidesOld?: true;
};

/** An answer, and to what; of anything else it says nothing. */
export type Held<T> = { asked: string | null; answer: Answer<T> };

/**
 * Reads of the API what is asked; null asks nothing and stays `loading`. What is no longer asked is given up, and an answer
 * to it is never shown. Whoever signs in again, here or in another tab, has what was refused read once more.
 * `reload` asks again and keeps showing what stands meanwhile.
 */
export function useReading<T>(
  asked: string | null,
  how: Reading<T>,
): { answer: Answer<T>; reload: () => void } {
  const [held, setHeld] = useState<Held<T>>(() => ({ asked, answer: keptAnswer(asked, how) }));
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (asked === null) return;
    const kept = keptAnswer(asked, how);
    if (round === 0 && kept.state === 'ready') {
      // Another reader may have been answered since this one was drawn.
      setHeld((before) => (answerTo(before, asked).state === 'ready' ? before : { asked, answer: kept }));
      return;
    }
    return reading(asked, how, (answer) => setHeld({ asked, answer }));
  }, [asked, round, how]);
  const reload = useCallback(() => {
    if (asked !== null) how.forget?.(asked);
    if (how.hidesOld) setHeld({ asked, answer: { state: 'loading' } });
    setRound((before) => before + 1);
  }, [asked, how]);
  const answer = held.asked === asked ? held.answer : keptAnswer(asked, how);
  const isOver = answer.state === 'failed' && answer.problem.status === 401;
  useEffect(() => {
    if (isOver) return onSession(() => readSession() !== null && reload());
  }, [isOver, reload]);
  return { answer, reload };
}

/** Begins to read. @returns gives it up: nothing is told any more */
export function reading<T>(
  asked: string,
  how: Pick<Reading<T>, 'read'>,
  tell: (answer: Answer<T>) => void,
): () => void {
  const asking = new AbortController();
  const { signal } = asking;
  how.read(asked, signal).then(
    (value) => {
      if (!signal.aborted) tell({ state: 'ready', value });
    },
    (fault) => {
      if (!signal.aborted) tell({ state: 'failed', problem: problemFrom(fault) });
    },
  );
  return () => asking.abort();
}

/** What may be shown for what is asked now: an answer to another question never. */
export function answerTo<T>({ asked, answer }: Held<T>, now: string | null): Answer<T> {
  return asked === now ? answer : { state: 'loading' };
}

function keptAnswer<T>(asked: string | null, { kept }: Reading<T>): Answer<T> {
  const known = asked === null ? null : (kept?.(asked) ?? null);
  return known === null ? { state: 'loading' } : { state: 'ready', value: known.value };
}
