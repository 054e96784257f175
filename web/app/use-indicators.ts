import { useMemo } from 'preact/hooks';
import type { Indicator } from '../../shared/catalog/schema.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** The catalogue's indicators by id; one request for all pages. */
export function useIndicators(): { answer: Answer<ReadonlyMap<string, Indicator>>; reload: () => void } {
  const { answer, reload } = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const read = useMemo((): Answer<ReadonlyMap<string, Indicator>> => {
    if (answer.state !== 'ready') return answer;
    return { state: 'ready', value: new Map(answer.value.items.map((each) => [each.id, each])) };
  }, [answer]);
  return { answer: read, reload };
}
