import type { Form } from '../../shared/catalog/schema.ts';
import { useLanguage } from './language.tsx';
import { type Answer, useAnswer } from './use-answer.ts';

/** The forms of the catalogue, and how each is called; its code until the catalogue is there. */
export function useForms(): { answer: Answer<{ items: Form[] }>; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items : [];
  return { answer, nameOf: (code) => forms.findLast((form) => form.code === code)?.names[language] ?? code };
}
