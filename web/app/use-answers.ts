import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressesIn, answerTo, askedOf, type Several } from './several-answers.ts';
import { type Answer, forgetAnswersOf, problemFrom, readAnswer } from './use-answer.ts';

/**
 * Reads several addresses of the API that are shown together, in their order; one that fails fails them all.
 * `reload` asks again and keeps showing what stands meanwhile.
 * @param addresses null: nothing is asked yet
 * @throws RangeError for more addresses than may be asked at once
 */
export function useAnswers<T>(addresses: readonly string[] | null): {
  answer: Answer<T[]>;
  reload: () => void;
} {
  const asked = addresses && askedOf(addresses);
  const [held, setHeld] = useState<Several<T>>({ asked, answer: { state: 'loading' } });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (asked === null) return;
    const asking = new AbortController();
    const { signal } = asking;
    Promise.all(addressesIn(asked).map((address) => readAnswer<T>(address, signal))).then(
      (value) => {
        if (!signal.aborted) setHeld({ asked, answer: { state: 'ready', value } });
      },
      (fault) => {
        if (!signal.aborted) setHeld({ asked, answer: { state: 'failed', problem: problemFrom(fault) } });
      },
    );
    return () => asking.abort();
  }, [asked, round]);
  const reload = useCallback(() => {
    if (asked !== null) forgetAnswersOf(addressesIn(asked));
    setRound((before) => before + 1);
  }, [asked]);
  return { answer: answerTo(held, asked), reload };
}
