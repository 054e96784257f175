import type { State } from '../../../shared/submissions/moves.ts';

/** What of a period's report decides where it stands in the list. */
export type DueReport = {
  /** The last local day on which it is on time; null: nobody owes it by a day. */
  due: string | null;
  /** Of the submission that a reader is led to; undefined: nothing was sent. */
  state: State | undefined;
};

/** What is to be done first, by its due day, and last of it what has none; then what is signed and asks for nothing, in their order. */
export function byDueDay<T>(periods: readonly T[], reportOf: (period: T) => DueReport): T[] {
  const isDone = (period: T) => reportOf(period).state === 'signed';
  const dayOf = (period: T) => reportOf(period).due ?? '9999-12-31';
  const open = periods.filter((period) => !isDone(period));
  return [
    ...open.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
    ...periods.filter(isDone),
  ];
}
