import type { Unit } from '../../../shared/catalog/schema.ts';
import { useWords } from '../../app/language.tsx';
import type { ErrorOf } from '../../parts/change-form.tsx';
import { Field } from '../../parts/field.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { type TaskDraft, taskWords } from './task-words.ts';
import { UnitChecks } from './unit-checks.tsx';
import { useUnitNames } from './use-unit-names.ts';

/** The fields of a task. */
export function TaskFields({
  task,
  change,
  errorOf,
}: {
  task: TaskDraft;
  change: (next: Partial<TaskDraft>) => void;
  errorOf: ErrorOf;
}) {
  const say = useWords(taskWords);
  const { units } = useUnitNames();
  const area = (name: 'text' | 'deliverable' | 'measure', rows: number, hint?: string) => (
    <LongTextField
      id={`task-${name}`}
      label={say[name]}
      hint={hint}
      error={errorOf(`task-${name}`)}
      rows={rows}
      value={task[name]}
      onWrite={(text) => change({ [name]: text })}
    />
  );
  return (
    <>
      {area('text', 4, say.textHint)}
      <Field
        id="task-lead"
        label={say.lead}
        error={errorOf('task-lead')}
        control={(tied) => (
          <select
            {...tied}
            value={task.lead}
            onChange={(event) => change({ lead: event.currentTarget.value })}
          >
            <option value="">{say.choose}</option>
            <UnitOptions units={units} />
          </select>
        )}
      />
      <UnitChecks
        units={units}
        chosen={task.with}
        error={errorOf('task-with')}
        change={(chosen) => change({ with: chosen })}
      />
      {area('deliverable', 2)}
      {area('measure', 2)}
      <Field
        id="task-deadline"
        label={say.deadline}
        error={errorOf('task-deadline')}
        control={(tied) => (
          <input
            {...tied}
            type="date"
            value={task.deadline}
            onInput={(event) => change({ deadline: event.currentTarget.value })}
          />
        )}
      />
    </>
  );
}

/** The provinces and ministries of today, as options. */
export function UnitOptions({ units }: { units: readonly Unit[] }) {
  const say = useWords(taskWords);
  const { nameOf } = useUnitNames();
  const kinds = [
    ['province', say.provinces],
    ['ministry', say.ministries],
  ] as const;
  return (
    <>
      {kinds.map(([kind, label]) => (
        <optgroup key={kind} label={label}>
          {units
            .filter((unit) => unit.kind === kind && unit.to === null)
            .map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}
