import { useMemo } from 'preact/hooks';
import type { Form, Scorecard } from '../../shared/catalog/schema.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** The catalogue's scorecards and forms, each in every version: what figures there can be, and who is asked for them. */
export type CatalogueLists = { scorecards: readonly Scorecard[]; forms: readonly Form[] };

export function useCatalogueLists(): { answer: Answer<CatalogueLists>; reload: () => void } {
  const scorecards = useAnswer<{ items: Scorecard[] }>('/v1/public/catalog/scorecards');
  const forms = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const answer = useMemo((): Answer<CatalogueLists> => {
    if (scorecards.answer.state !== 'ready') return scorecards.answer;
    if (forms.answer.state !== 'ready') return forms.answer;
    return {
      state: 'ready',
      value: { scorecards: scorecards.answer.value.items, forms: forms.answer.value.items },
    };
  }, [scorecards.answer, forms.answer]);
  const reload = () => {
    scorecards.reload();
    forms.reload();
  };
  return { answer, reload };
}
