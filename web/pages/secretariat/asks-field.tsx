import { useLanguage, useWords } from '../../app/language.tsx';
import { periodTitle } from '../../format/periods.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { formChoices } from '../../parts/form-choices.ts';
import { periodsOf } from './meeting-draft.ts';
import type { FieldsGiven } from './meeting-fields.tsx';
import { words } from './meeting-fields-words.ts';

/** What is asked for: forms, each with a period. */
export function AsksField({ draft, change, errorOf, forms, today }: FieldsGiven) {
  const say = useWords(words);
  const language = useLanguage();
  const set = (at: number, ask: Partial<{ form: string; period: string }>) =>
    change({ asks: draft.asks.map((each, index) => (index === at ? { ...each, ...ask } : each)) });
  return (
    <fieldset>
      <legend>{say.asks}</legend>
      {draft.asks.map(({ form, period }, index) => (
        <div class="secretariat-row" key={index}>
          <ChoiceField
            id={`meeting-ask-${index}-form`}
            label={say.form(index + 1)}
            isNeeded
            error={errorOf(`meeting-ask-${index}-form`)}
            value={form}
            choices={[['', say.choose], ...formChoices(forms, language)]}
            onChoose={(to) => set(index, { form: to, period: '' })}
          />
          <ChoiceField
            id={`meeting-ask-${index}-period`}
            label={say.period(index + 1)}
            isNeeded
            error={errorOf(`meeting-ask-${index}-period`)}
            value={period}
            choices={[
              ['', say.choose],
              ...[...new Set([...periodsOf(forms, form, today), ...(period ? [period] : [])])].map(
                (each) => [each, periodTitle(each, language)] as const,
              ),
            ]}
            onChoose={(to) => set(index, { period: to })}
          />
          {draft.asks.length > 1 && (
            <button
              type="button"
              onClick={() => change({ asks: draft.asks.filter((_, each) => each !== index) })}
            >
              {say.takeOut}
              <span class="unseen"> {say.form(index + 1)}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={() => change({ asks: [...draft.asks, { form: '', period: '' }] })}>
        {say.addAsk}
      </button>
    </fieldset>
  );
}
