import { AnswerStore } from './answer-store.ts';
import { type ApiProblem, ask } from './api.ts';
import { type Reading, useReading } from './use-reading.ts';

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

/** Reads an address of the API; null asks nothing and stays `loading`. As `useReading`. */
export function useAnswer<T>(address: string | null): { answer: Answer<T>; reload: () => void } {
  return useReading<T>(address, oneAddress as Reading<T>);
}

const oneAddress: Reading<unknown> = {
  read: readAnswer,
  kept: (address) => answers.kept(address),
  forget: (address) => forgetAnswersOf([address]),
};
