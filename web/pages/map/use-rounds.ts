import { useMemo } from 'preact/hooks';
import type { Form, Scorecard } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { useSession } from '../../app/use-session.ts';
import { useToday } from '../../app/use-today.ts';
import { type AskedView, formsOf, type Lists, seriesAddresses } from './asked-view.ts';
import { type Round, roundMeant, roundsOf } from './rounds.ts';

/** Where figures are read: those who are signed in also read what is not public. */
export function usePrefix(): '/v1' | '/v1/public' {
  return useSession() === null ? '/v1/public' : '/v1';
}

/** The scorecards and forms of the catalogue. */
export function useLists(): { answer: Answer<Lists>; reload: () => void } {
  const scorecards = useAnswer<{ items: Scorecard[] }>('/v1/public/catalog/scorecards');
  const forms = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const answer = useMemo((): Answer<Lists> => {
    if (scorecards.answer.state !== 'ready') return scorecards.answer;
    if (forms.answer.state !== 'ready') return forms.answer;
    return {
      state: 'ready',
      value: { scorecards: scorecards.answer.value.items, forms: forms.answer.value.items },
    };
  }, [scorecards.answer, forms.answer]);
  return {
    answer,
    reload: () => {
      scorecards.reload();
      forms.reload();
    },
  };
}

/**
 * Every period of which there are figures, oldest first: of a scorecard its quarters and the years that were published
 * before them; and the one that is meant. Empty: nobody has reported yet.
 */
export function useRounds(
  asked: AskedView,
  lists: Lists,
): { answer: Answer<readonly Round[]>; round: Round | undefined; reload: () => void } {
  const [first = null, second = null] = seriesAddresses(asked, lists, usePrefix());
  const today = useToday();
  const one = useAnswer<Series>(first);
  const two = useAnswer<Series>(second);
  const answer = useMemo((): Answer<readonly Round[]> => {
    if (first === null) return { state: 'ready', value: [] };
    // Which period is shown first depends on the day.
    if (today === null) return { state: 'loading' };
    if (one.answer.state !== 'ready') return one.answer;
    if (second === null) return { state: 'ready', value: roundsOf([one.answer.value]) };
    if (two.answer.state !== 'ready') return two.answer;
    return { state: 'ready', value: roundsOf([one.answer.value, two.answer.value]) };
  }, [first, second, today, one.answer, two.answer]);
  return {
    answer,
    round:
      answer.state === 'ready' && today !== null
        ? roundMeant(answer.value, asked.period, formsOf(asked.subject, lists), today)
        : undefined,
    reload: () => {
      one.reload();
      two.reload();
    },
  };
}
