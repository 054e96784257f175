import { addressesIn, askedOf } from './several-answers.ts';
import { type Answer, forgetAnswersOf, readAnswer } from './use-answer.ts';
import { type Reading, useReading } from './use-reading.ts';

/**
 * Reads several addresses of the API that are shown together, in their order; one that fails fails them all.
 * As `useReading`.
 * @param addresses null: nothing is asked yet
 * @throws RangeError for more addresses than may be asked at once
 */
export function useAnswers<T>(addresses: readonly string[] | null): {
  answer: Answer<T[]>;
  reload: () => void;
} {
  return useReading<T[]>(addresses && askedOf(addresses), severalAddresses as Reading<T[]>);
}

const severalAddresses: Reading<unknown[]> = {
  read: (asked, signal) => Promise.all(addressesIn(asked).map((address) => readAnswer(address, signal))),
  forget: (asked) => forgetAnswersOf(addressesIn(asked)),
};
