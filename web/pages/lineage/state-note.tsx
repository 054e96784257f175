import { useLanguage } from '../../app/language.tsx';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useForms } from '../../app/use-forms.ts';
import { SentenceText } from '../../parts/sentence.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import type { LineageView } from './lineage-view.ts';

/** Whether the figure still changes; nothing until that is known. */
export function StateNote({ view: { form, period } }: { view: LineageView }) {
  const language = useLanguage();
  const { answer } = useForms();
  const forms = answer.state === 'ready' ? answer.value.items.filter(({ code }) => code === form) : [];
  const state = useFiguresState({ forms, period });
  if (state === null) return null;
  return (
    <p class="soft">
      <SentenceText sentence={stateSentence(state, language)} />
    </p>
  );
}
