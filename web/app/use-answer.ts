import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { AnswerStore } from './answer-store.ts';
import { ApiProblem, ask } from './api.ts';
import { onSession, readSession } from './session.ts';

/** An answer of the API on its way to the page. */
export type Answer<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; problem: ApiProblem };

const answers = new AnswerStore(() => performance.now());

/** Asks before the page that needs it is there: its readers get that answer. */
export function askAhead(address: string): void {
  answers.read(address, (signal) => ask('GET', address, { signal })).catch(() => {});
}

/** Forgets what was answered, and what is on its way: after a change, and when somebody else signs in. */
export function forgetAnswers(): void {
  answers.forgetAll();
}

/** What was answered a moment ago, else asks. */
export async function readAnswer<T>(address: string, signal: AbortSignal): Promise<T> {
  const known = answers.kept(address);
  if (known !== null) return known.value as T;
  return answers.read(address, (given) => ask<T>('GET', address, { signal: given }), signal);
}

/** The next who reads these addresses asks again. */
export function forgetAnswersOf(addresses: readonly string[]): void {
  for (const address of addresses) answers.forget(address);
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
    const kept = keptAnswer<T>(address);
    if (round === 0 && kept.state === 'ready') {
      // Another reader of the address may have been answered since this one was drawn.
      setAnswer((now) => (now.state === 'ready' ? now : kept));
      return;
    }
    const asking = new AbortController();
    const { signal } = asking;
    readAnswer<T>(address, signal).then(
      (value) => {
        if (!signal.aborted) setAnswer({ state: 'ready', value });
      },
      (fault) => {
        if (signal.aborted) return;
        setAnswer({ state: 'failed', problem: problemFrom(fault) });
      },
    );
    return () => asking.abort();
  }, [address, round]);
  const reload = useCallback(() => {
    if (address !== null) forgetAnswersOf([address]);
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
  const known = address === null ? null : answers.kept(address);
  return known === null ? { state: 'loading' } : { state: 'ready', value: known.value as T };
}
