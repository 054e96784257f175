import type { Form, Indicator, Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import type { Slot } from './slot-address.ts';

/** How a slot's form and unit are called; their codes until the catalogue is there. */
export function useNames({ unit, form }: Slot): { unit: string; form: string } {
  const language = useLanguage();
  const { answer: forms } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const { answer: units } = useAnswer<{ items: Unit[] }>('/v1/public/catalog/units');
  const listedForms = forms.state === 'ready' ? forms.value.items : [];
  const listedUnits = units.state === 'ready' ? units.value.items : [];
  return {
    form: listedForms.findLast(({ code }) => code === form)?.names[language] ?? form,
    unit: listedUnits.find(({ id }) => id === unit)?.names.at(-1)?.full ?? unit,
  };
}

/** Names of indicators by id, in the language that is shown; the id until the catalogue is there. */
export function useIndicatorNames(): (indicator: string) => string {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const listed = answer.state === 'ready' ? answer.value.items : [];
  const names = new Map(listed.map(({ id, names: named }) => [id, named[language] ?? named.vi]));
  return (indicator) => names.get(indicator) ?? indicator;
}
