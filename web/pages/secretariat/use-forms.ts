import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { type Answer, useAnswer } from '../../app/use-answer.ts';

/** The forms of the catalogue, and how each is called. */
export function useForms(): { answer: Answer<{ items: Form[] }>; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items : [];
  return { answer, nameOf: (code) => forms.find((form) => form.code === code)?.names[language] ?? code };
}

/** The units of the catalogue, and how each is called today. */
export function useUnits(): { answer: Answer<{ items: Unit[] }>; nameOf: (id: string) => string } {
  const { answer } = useAnswer<{ items: Unit[] }>('/v1/public/catalog/units');
  const units = answer.state === 'ready' ? answer.value.items : [];
  return { answer, nameOf: (id) => units.find((unit) => unit.id === id)?.names.at(-1)?.full ?? id };
}
