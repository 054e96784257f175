import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import { unitNameIn, useUnits } from '../../app/use-units.ts';
import type { Slot } from './slot-address.ts';

/** How a slot's form and unit are called; their codes until the catalogue is there, and nothing without a slot. */
export function useNames(slot: Pick<Slot, 'unit' | 'form'> | null): { unit: string; form: string } {
  const language = useLanguage();
  const { unit, form } = slot ?? { unit: '', form: '' };
  const { answer: forms } = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  const { answer: units } = useUnits();
  const listedForms = forms.state === 'ready' ? forms.value.items : [];
  const known = units.state === 'ready' ? units.value.units.get(unit) : undefined;
  return {
    form: listedForms.findLast(({ code }) => code === form)?.names[language] ?? form,
    unit: units.state === 'ready' && known ? unitNameIn(units.value, known, language) : unit,
  };
}

/** Units of measure of indicators by id; undefined until the catalogue is there. */
export function useIndicatorUnits(): (indicator: string) => string | undefined {
  const { answer } = useIndicators();
  return (indicator) => (answer.state === 'ready' ? answer.value.get(indicator)?.unit : undefined);
}

/** Names of indicators by id, in the language that is shown; the id until the catalogue is there. */
export function useIndicatorNames(): (indicator: string) => string {
  const language = useLanguage();
  const { answer } = useIndicators();
  return (indicator) => {
    const named = answer.state === 'ready' ? answer.value.get(indicator)?.names : undefined;
    return named?.[language] ?? named?.vi ?? indicator;
  };
}
