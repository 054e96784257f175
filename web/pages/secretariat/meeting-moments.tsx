import { useWords } from '../../app/language.tsx';
import { Field } from '../../parts/field.tsx';
import type { FieldsGiven } from './meeting-fields.tsx';
import { words } from './meeting-fields-words.ts';

/** Until when reports count for the meeting. */
export function CutOffField({ draft, change, errorOf }: FieldsGiven) {
  const say = useWords(words);
  return (
    <Field
      id="meeting-cutOff"
      label={say.cutOff}
      isNeeded
      hint={say.cutOffHint}
      error={errorOf('meeting-cutOff')}
      control={(tied) => (
        <input
          {...tied}
          type="datetime-local"
          value={draft.cutOff}
          onInput={(event) => change({ cutOff: event.currentTarget.value })}
        />
      )}
    />
  );
}

/** The moments that the service computes where they are left empty. */
export function MomentsFields({ draft, change, errorOf, isOpen }: FieldsGiven & { isOpen: boolean }) {
  const say = useWords(words);
  const names = ['opening', 'provisional', 'freeze'] as const;
  const isWrong = [...names, ...draft.reminders.map((_, at) => `reminder-${at}`)].some((name) =>
    errorOf(`meeting-${name}`),
  );
  const setReminder = (at: number, moment: string) =>
    change({ reminders: draft.reminders.map((each, index) => (index === at ? moment : each)) });
  return (
    <details open={isOpen || isWrong}>
      <summary>{say.moments}</summary>
      <p class="hint">{say.momentsHint}</p>
      {names.map((name) => (
        <Field
          key={name}
          id={`meeting-${name}`}
          label={say[name]}
          hint={say.hints[name]}
          error={errorOf(`meeting-${name}`)}
          control={(tied) => (
            <input
              {...tied}
              type="datetime-local"
              value={draft[name]}
              onInput={(event) => change({ [name]: event.currentTarget.value })}
            />
          )}
        />
      ))}
      <fieldset>
        <legend>{say.reminders}</legend>
        <p class="hint">{say.remindersHint}</p>
        {draft.reminders.map((moment, index) => (
          <div class="secretariat-row" key={index}>
            <Field
              id={`meeting-reminder-${index}`}
              label={say.reminder(index + 1)}
              error={errorOf(`meeting-reminder-${index}`)}
              control={(tied) => (
                <input
                  {...tied}
                  type="datetime-local"
                  value={moment}
                  onInput={(event) => setReminder(index, event.currentTarget.value)}
                />
              )}
            />
            <button
              type="button"
              onClick={() => change({ reminders: draft.reminders.filter((_, each) => each !== index) })}
            >
              {say.takeOut}
              <span class="unseen"> {say.reminder(index + 1)}</span>
            </button>
          </div>
        ))}
        <button type="button" onClick={() => change({ reminders: [...draft.reminders, ''] })}>
          {say.addReminder}
        </button>
      </fieldset>
    </details>
  );
}
