import { useState } from 'preact/hooks';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { useWords } from '../../app/language.tsx';
import { isMeant } from '../../format/search.ts';
import { Field } from '../../parts/field.tsx';
import { taskWords } from './task-words.ts';
import { useUnitNames } from './use-unit-names.ts';

/** Several of the provinces and ministries of today, each by its own box; the search leaves those that are meant. */
export function UnitChecks({
  units,
  chosen,
  error,
  change,
}: {
  units: readonly Unit[];
  chosen: readonly string[];
  error: string | undefined;
  change: (chosen: string[]) => void;
}) {
  const say = useWords(taskWords);
  const { nameOf } = useUnitNames();
  const [wanted, setWanted] = useState('');
  const told = ['task-with-hint', error && 'task-with-error'].filter(Boolean).join(' ');
  const offered = units.filter(
    ({ id, kind, to }) =>
      to === null &&
      (kind === 'province' || kind === 'ministry') &&
      (chosen.includes(id) || isMeant(wanted, [nameOf(id)])),
  );
  return (
    <fieldset id="task-with" tabIndex={-1} aria-describedby={told} class="secretariat-units">
      <legend>{say.with}</legend>
      <p class="hint" id="task-with-hint">
        {say.withHint}
      </p>
      {error && (
        <p class="field-error" id="task-with-error">
          {error}
        </p>
      )}
      <Field
        id="task-with-find"
        label={say.withFind}
        hint={say.withFindHint}
        control={(tied) => (
          <input
            {...tied}
            type="search"
            autocomplete="off"
            value={wanted}
            // Enter looks for a unit; it does not send the task.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        )}
      />
      <p role="status">{say.withChosen(chosen.length)}</p>
      <div class="secretariat-unit-list">
        {offered.map(({ id }) => (
          <label key={id} class="check" lang="vi">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                change(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />{' '}
            {nameOf(id)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
