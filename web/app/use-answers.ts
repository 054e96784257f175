import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import { type Answer, problemFrom } from './use-answer.ts';

/** So many addresses are asked for at once at most. */
const mostAddresses = 12;

/**
 * Reads several addresses of the API that are shown together, in their order; one that fails fails them all.
 * @param addresses null: nothing is asked yet
 */
export function useAnswers<T>(addresses: readonly string[] | null): {
  answer: Answer<T[]>;
  reload: () => void;
} {
  const [answer, setAnswer] = useState<Answer<T[]>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const asked = addresses?.slice(0, mostAddresses).join(' ') ?? null;
  useEffect(() => {
    if (asked === null) return;
    const asking = new AbortController();
    if (round === 0) setAnswer({ state: 'loading' });
    const each = asked === '' ? [] : asked.split(' ');
    Promise.all(each.map((address) => ask<T>('GET', address, { signal: asking.signal }))).then(
      (value) => setAnswer({ state: 'ready', value }),
      (fault) => {
        if (!asking.signal.aborted) setAnswer({ state: 'failed', problem: problemFrom(fault) });
      },
    );
    return () => asking.abort();
  }, [asked, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { answer, reload };
}
