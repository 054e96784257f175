import { useMemo } from 'preact/hooks';
import type { Form, Scorecard } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { useSession } from '../../app/use-session.ts';
import { type AskedView, type Lists, seriesAddresses } from './asked-view.ts';
import { type Round, roundsOf } from './rounds.ts';

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
 * before them. Empty: nobody has reported yet.
 */
export function useRounds(
  asked: Pick<AskedView, 'subject' | 'basis'>,
  lists: Lists,
): { answer: Answer<readonly Round[]>; reload: () => void } {
  const [first = null, second = null] = seriesAddresses(asked, lists, usePrefix());
  const one = useAnswer<Series>(first);
  const two = useAnswer<Series>(second);
  const answer = useMemo((): Answer<readonly Round[]> => {
    if (first === null) return { state: 'ready', value: [] };
    if (one.answer.state !== 'ready') return one.answer;
    if (second === null) return { state: 'ready', value: roundsOf([one.answer.value]) };
    if (two.answer.state !== 'ready') return two.answer;
    return { state: 'ready', value: roundsOf([one.answer.value, two.answer.value]) };
  }, [first, second, one.answer, two.answer]);
  return {
    answer,
    reload: () => {
      one.reload();
      two.reload();
    },
  };
}
