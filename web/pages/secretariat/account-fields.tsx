import { useWords } from '../../app/language.tsx';
import type { Role } from '../../app/session.ts';
import type { ErrorOf } from '../../parts/change-form.tsx';
import { Field } from '../../parts/field.tsx';
import { accountWords, rolesOfNone, rolesOfUnits } from './account-words.ts';
import { UnitOptions } from './task-fields.tsx';
import { useUnitNames } from './use-unit-names.ts';

export type BindingDraft = { unit: string | null; roles: readonly Role[] };

/** Whom an account acts for, and as what. */
export function BindingFields({
  binding,
  change,
  errorOf,
}: {
  binding: BindingDraft;
  change: (next: Partial<BindingDraft>) => void;
  errorOf: ErrorOf;
}) {
  const say = useWords(accountWords);
  const { units } = useUnitNames();
  return (
    <>
      <Field
        id="account-unit"
        label={say.unit}
        hint={say.unitHint}
        error={errorOf('account-unit')}
        control={(tied) => (
          <select
            {...tied}
            value={binding.unit ?? ''}
            onChange={(event) => change({ unit: event.currentTarget.value || null })}
          >
            <option value="">{say.filterNone}</option>
            <UnitOptions units={units} />
          </select>
        )}
      />
      <RolesField
        roles={binding.roles}
        change={(roles) => change({ roles })}
        error={errorOf('account-roles')}
      />
    </>
  );
}

function RolesField({
  roles,
  change,
  error,
}: {
  roles: readonly Role[];
  change: (roles: readonly Role[]) => void;
  error: string | undefined;
}) {
  const say = useWords(accountWords);
  const all = [...rolesOfUnits, ...rolesOfNone];
  const described = error ? 'account-roles-hint account-roles-error' : 'account-roles-hint';
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={described}>
      <legend>{say.roles}</legend>
      <p class="hint" id="account-roles-hint">
        {say.rolesHint}
      </p>
      {error && (
        <p class="field-error" id="account-roles-error">
          {error}
        </p>
      )}
      {all.map((role, index) => (
        <label key={role} class="secretariat-choice">
          <input
            type="checkbox"
            // The first of them is where the summary of errors leads.
            id={index === 0 ? 'account-roles' : `account-role-${role}`}
            checked={roles.includes(role)}
            onChange={(event) =>
              change(event.currentTarget.checked ? [...roles, role] : roles.filter((each) => each !== role))
            }
          />
          {say.role[role]}
        </label>
      ))}
    </fieldset>
  );
}
