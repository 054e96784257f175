import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { unitNameIn, useUnits } from '../../app/use-units.ts';

/** The forms of the catalogue, and how each is called. */
export function useForms(): { answer: Answer<{ items: Form[] }>; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items : [];
  return { answer, nameOf: (code) => forms.find((form) => form.code === code)?.names[language] ?? code };
}

/** The units of the catalogue, none until they are there, and how each is called today. */
export function useUnitNames(): { units: readonly Unit[]; nameOf: (id: string) => string } {
  const language = useLanguage();
  const { answer } = useUnits();
  if (answer.state !== 'ready') return { units: [], nameOf: (id) => id };
  const book = answer.value;
  const nameOf = (id: string) => {
    const unit = book.units.get(id);
    return unit ? unitNameIn(book, unit, language) : id;
  };
  return { units: [...book.units.values()], nameOf };
}
