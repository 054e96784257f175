import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { SentenceText } from '../../parts/sentence.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import type { LineageView } from './lineage-view.ts';

/** Whether the figure still changes; nothing until that is known. */
export function StateNote({ view: { form, period } }: { view: LineageView }) {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items.filter(({ code }) => code === form) : [];
  const state = useFiguresState({ forms, period });
  if (state === null) return null;
  return (
    <p class="soft">
      <SentenceText sentence={stateSentence(state, language)} />
    </p>
  );
}
