import type { CoverageDocument } from './punctuality.ts';

type AbsentUnit = Pick<CoverageDocument['units'][number], 'state' | 'extendedTo'>;

/**
 * How many of the reports that units owe by a day are not there, overdue or not, and for how many of them the unit was
 * given more time: one count for the mails of a meeting and for its pages.
 */
export function absentIn(rounds: readonly { due: string | null; units: readonly AbsentUnit[] }[]): {
  absent: number;
  extended: number;
} {
  const absent = rounds
    .filter(({ due }) => due !== null)
    .flatMap(({ units }) => units.filter(({ state }) => state === 'missing' || state === 'not-due'));
  return {
    absent: absent.length,
    extended: absent.filter(({ extendedTo }) => extendedTo !== null).length,
  };
}
