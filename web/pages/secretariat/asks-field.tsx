import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { periodText } from '../../format/periods.ts';
import { Field } from '../../parts/field.tsx';
import { periodsOf } from './meeting-draft.ts';
import type { FieldsGiven } from './meeting-fields.tsx';
import { words } from './meeting-fields-words.ts';

/** What is asked for: forms, each with a period. */
export function AsksField({ draft, change, errorOf, forms, today }: FieldsGiven) {
  const say = useWords(words);
  const language = useLanguage();
  const codes = new Map(forms.map(({ code, names }) => [code, names]));
  const set = (at: number, ask: Partial<{ form: string; period: string }>) =>
    change({ asks: draft.asks.map((each, index) => (index === at ? { ...each, ...ask } : each)) });
  return (
    <fieldset>
      <legend>{say.asks}</legend>
      {draft.asks.map(({ form, period }, index) => (
        <div class="secretariat-row" key={index}>
          <Field
            id={`meeting-ask-${index}-form`}
            label={say.form(index + 1)}
            isNeeded
            error={errorOf(`meeting-ask-${index}-form`)}
            control={(tied) => (
              <select
                {...tied}
                value={form}
                onChange={(event) => set(index, { form: event.currentTarget.value, period: '' })}
              >
                <option value="">{say.choose}</option>
                {[...codes].map(([code, names]) => (
                  <option key={code} value={code}>
                    {names[language]}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            id={`meeting-ask-${index}-period`}
            label={say.period(index + 1)}
            isNeeded
            error={errorOf(`meeting-ask-${index}-period`)}
            control={(tied) => (
              <select
                {...tied}
                value={period}
                onChange={(event) => set(index, { period: event.currentTarget.value })}
              >
                <option value="">{say.choose}</option>
                {[...new Set([...periodsOf(forms, form, today), ...(period ? [period] : [])])].map((each) => (
                  <option key={each} value={each}>
                    {capitalised(periodText(each, language))}
                  </option>
                ))}
              </select>
            )}
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
