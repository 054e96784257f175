import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, ask } from './api.ts';
import { onSession, readSession } from './session.ts';

/** An answer of the API on its way to the page. */
export type Answer<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; problem: ApiProblem };

/** What was answered a moment ago is not asked for again when the reader goes back. */
const freshMilliseconds = 30_000;
const kept = new Map<string, { at: number; value: unknown }>();

const ahead = new Map<string, Promise<unknown>>();

/** Asks before the page that needs it is there: its first reader gets that answer. */
export function askAhead(address: string): void {
  const asking = ask('GET', address);
  // Whoever reads it is told what went wrong; until then nobody is.
  asking.catch(() => {});
  ahead.set(address, asking);
}

/** What was asked for ahead, once; else asks. */
function askOnce<T>(address: string, signal: AbortSignal): Promise<T> {
  const asked = ahead.get(address) as Promise<T> | undefined;
  ahead.delete(address);
  return asked ?? ask<T>('GET', address, { signal });
}

/** Forgets what was answered: after a change, and when somebody else signs in. */
export function forgetAnswers(): void {
  kept.clear();
}

/**
 * Reads an address of the API; null asks nothing and stays `loading`.
 * `reload` asks again and keeps showing what stands meanwhile.
 */
export function useAnswer<T>(address: string | null): { answer: Answer<T>; reload: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>(() => keptAnswer<T>(address));
  const [round, setRound] = useState(0);
  const shown = useRef(address);
  useEffect(() => {
    if (address === null) return;
    if (shown.current !== address) {
      shown.current = address;
      setAnswer(keptAnswer<T>(address));
    }
    if (round === 0 && keptAnswer(address).state === 'ready') return;
    const asking = new AbortController();
    askOnce<T>(address, asking.signal).then(
      (value) => {
        if (asking.signal.aborted) return;
        kept.set(address, { at: performance.now(), value });
        setAnswer({ state: 'ready', value });
      },
      (fault) => {
        if (asking.signal.aborted) return;
        setAnswer({ state: 'failed', problem: problemFrom(fault) });
      },
    );
    return () => asking.abort();
  }, [address, round]);
  const reload = useCallback(() => {
    if (address !== null) kept.delete(address);
    setRound((before) => before + 1);
  }, [address]);
  const isOver = answer.state === 'failed' && answer.problem.status === 401;
  useEffect(() => {
    // Signed in again, here or in another tab: what was refused is asked once more.
    if (isOver) return onSession(() => readSession() !== null && reload());
  }, [isOver, reload]);
  return { answer: shown.current === address ? answer : keptAnswer<T>(address), reload };
}

/** What went wrong, as a problem that can be shown; a fault of the page itself goes to the console too. */
export function problemFrom(fault: unknown): ApiProblem {
  if (fault instanceof ApiProblem) return fault;
  console.error(fault);
  return new ApiProblem(500, {});
}

function keptAnswer<T>(address: string | null): Answer<T> {
  const known = address === null ? undefined : kept.get(address);
  if (known === undefined || performance.now() - known.at > freshMilliseconds) return { state: 'loading' };
  return { state: 'ready', value: known.value as T };
}
