import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { useUnits } from '../../app/use-units.ts';

/** The forms of the catalogue, and how each is called. */
export function useForms(): { answer: Answer<{ items: Form[] }>; nameOf: (code: string) => string } {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const forms = answer.state === 'ready' ? answer.value.items : [];
  return { answer, nameOf: (code) => forms.find((form) => form.code === code)?.names[language] ?? code };
}

/** The units of the catalogue, none until they are there, and how each is called today. */
export function useUnitNames(): { units: readonly Unit[]; nameOf: (id: string) => string } {
  const { answer } = useUnits();
  const nameOf = useAreaName();
  return { units: answer.state === 'ready' ? [...answer.value.units.values()] : [], nameOf };
}
