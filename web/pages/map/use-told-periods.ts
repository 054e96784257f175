import { useMemo } from 'preact/hooks';
import type { Series } from '../../../shared/query/read-series.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { useToday } from '../../app/use-today.ts';
import { type AskedView, formsOf, seriesAddresses } from './asked-view.ts';
import { periodMeant, type ToldPeriod, toldPeriods } from './told-periods.ts';

/**
 * Every period of which there are figures, oldest first: of a scorecard its quarters and the years that were published
 * before them; and the one that is meant. Empty: nobody has reported yet.
 */
export function useToldPeriods(
  asked: AskedView,
  lists: CatalogueLists,
): { answer: Answer<readonly ToldPeriod[]>; shown: ToldPeriod | undefined; reload: () => void } {
  const [first = null, second = null] = seriesAddresses(asked, lists, useFiguresBase());
  const today = useToday();
  const one = useAnswer<Series>(first);
  const two = useAnswer<Series>(second);
  const answer = useMemo((): Answer<readonly ToldPeriod[]> => {
    if (first === null) return { state: 'ready', value: [] };
    // Which period is shown first depends on the day.
    if (today === null) return { state: 'loading' };
    if (one.answer.state !== 'ready') return one.answer;
    if (second === null) return { state: 'ready', value: toldPeriods([one.answer.value]) };
    if (two.answer.state !== 'ready') return two.answer;
    return { state: 'ready', value: toldPeriods([one.answer.value, two.answer.value]) };
  }, [first, second, today, one.answer, two.answer]);
  return {
    answer,
    shown:
      answer.state === 'ready' && today !== null
        ? periodMeant(answer.value, asked.period, formsOf(asked.subject, lists), today)
        : undefined,
    reload: () => {
      one.reload();
      two.reload();
    },
  };
}
