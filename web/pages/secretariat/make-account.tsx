import { change as changeAt } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import type { FieldError } from '../../parts/error-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { type BindingDraft, BindingFields } from './account-fields.tsx';
import { type AccountWords, accountWords } from './account-words.ts';
import { Area } from './area.tsx';
import { WhyField, whyWords } from './why-field.tsx';

type Draft = BindingDraft & { userName: string; email: string; why: string };
const empty: Draft = { userName: '', email: '', unit: null, roles: [], why: '' };

/** Somebody is given an account; the invitation goes to their mailbox, and its password is shown to nobody. */
export function MakeAccount({ reload }: { reload: () => void }) {
  const say = useWords(accountWords);
  const reason = useWords(whyWords);
  const goDone = useGoDone();
  const [draft, write, forget] = useDraft('account:new', empty);
  const change = (next: Partial<Draft>) => write({ ...draft, ...next });
  const send = async () => {
    await changeAt('POST', '/v1/users', { body: { ...draft, email: draft.email.trim() } });
    forget();
    reload();
    goDone(`/thu-ky/tai-khoan?tai-khoan=${encodeURIComponent(draft.userName)}`, 'tao');
  };
  return (
    <Area title={say.makeTitle} lead={say.makeLead} above={<a href="/thu-ky/tai-khoan">{say.title}</a>}>
      <ChangeForm
        submit={say.submitMake}
        cancel="/thu-ky/tai-khoan"
        onCancel={forget}
        check={() => faultsOf(draft, say, reason.needed)}
        fieldOf={(field) => accountControl(field, say, reason.why)}
        send={send}
      >
        {(errorOf) => (
          <>
            <Field
              id="account-name"
              label={say.name}
              hint={say.nameHint}
              error={errorOf('account-name')}
              control={(tied) => (
                <input
                  {...tied}
                  autocomplete="off"
                  spellcheck={false}
                  autocapitalize="none"
                  value={draft.userName}
                  onInput={(event) => change({ userName: event.currentTarget.value })}
                />
              )}
            />
            <Field
              id="account-email"
              label={say.email}
              error={errorOf('account-email')}
              control={(tied) => (
                <input
                  {...tied}
                  type="email"
                  autocomplete="off"
                  value={draft.email}
                  onInput={(event) => change({ email: event.currentTarget.value })}
                />
              )}
            />
            <BindingFields binding={draft} change={change} errorOf={errorOf} />
            <WhyField
              id="account-why"
              value={draft.why}
              onInput={(why) => change({ why })}
              error={errorOf('account-why')}
            />
          </>
        )}
      </ChangeForm>
    </Area>
  );
}

function faultsOf({ userName, email, why }: Draft, say: AccountWords, reason: string): FieldError[] {
  const faults: FieldError[] = [];
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/.test(userName))
    faults.push({ id: 'account-name', message: say.badName });
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email.trim()))
    faults.push({ id: 'account-email', message: say.badEmail });
  if (why.trim() === '') faults.push({ id: 'account-why', message: reason });
  return faults;
}

/** The control of a field that the API names. */
export function accountControl(
  field: string,
  say: AccountWords,
  why: string,
): { id: string; label: string } | undefined {
  const labels: Record<string, { id: string; label: string }> = {
    userName: { id: 'account-name', label: say.name },
    email: { id: 'account-email', label: say.email },
    unit: { id: 'account-unit', label: say.unit },
    roles: { id: 'account-roles', label: say.roles },
    why: { id: 'account-why', label: why },
  };
  return labels[field.split('.')[0] ?? ''];
}
