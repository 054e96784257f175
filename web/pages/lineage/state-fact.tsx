import type { ComponentChildren } from 'preact';
import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { SentenceText } from '../../parts/sentence.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import type { LineageView } from './lineage-view.ts';
import { words } from './words.ts';

/** Whether the figure still changes, as a fact of it; none until that is known. */
export function useStateFact({
  form,
  period,
}: Pick<LineageView, 'form' | 'period'>): (readonly [string, ComponentChildren])[] {
  const say = useWords(words);
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items.filter(({ code }) => code === form) : [];
  const state = useFiguresState({ forms, period });
  return state === null
    ? []
    : [[say.figuresState, <SentenceText key="state" sentence={stateSentence(state, language)} />]];
}
