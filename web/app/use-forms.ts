import type { Form } from '../../shared/catalog/schema.ts';
import { useLanguage } from './language.tsx';
import { type Answer, useAnswer } from './use-answer.ts';

/** The forms of the catalogue in every version, and how each is called now: its code until they are there. */
export function useForms(): {
  answer: Answer<{ items: Form[] }>;
  reload: () => void;
  nameOf: (code: string) => string;
} {
  const language = useLanguage();
  const { answer, reload } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items : [];
  const nameOf = (code: string) => forms.findLast((form) => form.code === code)?.names[language] ?? code;
  return { answer, reload, nameOf };
}
