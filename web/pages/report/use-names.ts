import { periodOf } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { templateName } from '../../../shared/query/template-name.ts';
import { formAsking } from '../../app/form-asking.ts';
import { useLanguage } from '../../app/language.tsx';
import { useForms } from '../../app/use-forms.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import { unitNameIn, useUnits } from '../../app/use-units.ts';
import type { Slot } from './slot-address.ts';

/** How a slot's form and unit are called; their codes until the catalogue is there, and nothing without a slot. */
export function useNames(slot: Pick<Slot, 'unit' | 'form'> | null): { unit: string; form: string } {
  const language = useLanguage();
  const { unit, form } = slot ?? { unit: '', form: '' };
  const { nameOf } = useForms();
  const { answer: units } = useUnits();
  const known = units.state === 'ready' ? units.value.units.get(unit) : undefined;
  return {
    form: nameOf(form),
    unit: units.state === 'ready' && known ? unitNameIn(units.value, known, language) : unit,
  };
}

/** The form in the version that asks for the period; undefined until the catalogue is there. */
export function useForm({ form, period }: Pick<Slot, 'form' | 'period'>): Form | undefined {
  const { answer } = useForms();
  if (answer.state !== 'ready') return undefined;
  return formAsking(
    answer.value.items.filter(({ code }) => code === form),
    period,
  );
}

/** What the slot's workbook is called, as the service names it; by the codes until the catalogue is there. */
export function useTemplateName({ unit, form, period }: Slot): string {
  const { answer: units } = useUnits();
  const known = {
    form: useForm({ form, period }),
    unit: units.state === 'ready' ? units.value.units.get(unit) : undefined,
    period: periodOf(period),
  };
  return known.form && known.unit && known.period
    ? templateName({ form: known.form, unit: known.unit, period: known.period })
    : `${form} ${period}.xlsx`;
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
