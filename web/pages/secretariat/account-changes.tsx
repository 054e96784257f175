import { useState } from 'preact/hooks';
import type { Account } from '../../../shared/accounts/account.ts';
import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { type BindingDraft, BindingFields } from './account-fields.tsx';
import { accountWords } from './account-words.ts';
import { Decision } from './decision.tsx';
import { accountControl } from './make-account.tsx';
import { WhyField, whyWords } from './why-field.tsx';

/** An account that is to be changed, and how the page looks at it anew. */
export type Given = { account: Account; reload: () => void };
/** The page of an account. */
export const placeOf = (userName: string) => `/thu-ky/tai-khoan?tai-khoan=${encodeURIComponent(userName)}`;
/** An account in the API. */
export const userAddress = (userName: string) => apiPath`/v1/users/${userName}`;

/** Whom an account acts for and as what, changed with a reason. */
export function ChangeBinding({ account, reload }: Given) {
  const say = useWords(accountWords);
  const reason = useWords(whyWords);
  const goDone = useGoDone();
  const [before] = useState<BindingDraft & { why: string }>({
    unit: account.unit,
    roles: account.roles,
    why: '',
  });
  const [draft, write, forget] = useDraft(
    `account:${account.userName}:${account.unit}:${account.roles}`,
    before,
  );
  const isSame =
    draft.unit === account.unit && [...draft.roles].sort().join() === [...account.roles].sort().join();
  const send = async () => {
    await changeAt('PUT', userAddress(account.userName), { body: draft });
    forget();
    reload();
    goDone(placeOf(account.userName), 'sua');
  };
  return (
    <>
      <h2>{say.change}</h2>
      <ChangeForm
        submit={say.submitChange}
        check={() => [
          ...(isSame ? [{ id: 'account-unit', message: say.unchanged }] : []),
          ...(draft.why.trim() === '' ? [{ id: 'account-why', message: reason.needed }] : []),
        ]}
        fieldOf={(field) => accountControl(field, say, reason.why)}
        send={send}
      >
        {(errorOf) => (
          <>
            <BindingFields
              binding={draft}
              change={(next) => write({ ...draft, ...next })}
              errorOf={errorOf}
            />
            <WhyField
              id="account-why"
              value={draft.why}
              onInput={(why) => write({ ...draft, why })}
              error={errorOf('account-why')}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}

/** Disables an account, or enables it again. */
export function SwitchAccount({ account, reload }: Given) {
  const say = useWords(accountWords);
  const goDone = useGoDone();
  const { userName, enabled } = account;
  const send = async (why: string, forget: () => void) => {
    await changeAt('PUT', userAddress(userName), { body: { enabled: !enabled, why } });
    forget();
    reload();
    goDone(placeOf(userName), enabled ? 'khoa' : 'mo');
  };
  const what = enabled ? say.disableWhat : say.enableWhat;
  const title = enabled ? say.disable : say.enable;
  return (
    <Decision id="switch" draft={`${enabled}:${userName}`} title={title} send={send}>
      <p>{what}</p>
    </Decision>
  );
}

/** Takes an account away; its history stays. */
export function RemoveAccount({ account, reload }: Given) {
  const say = useWords(accountWords);
  const goDone = useGoDone();
  const send = async (why: string, forget: () => void) => {
    await changeAt('DELETE', userAddress(account.userName), { body: { why } });
    forget();
    reload();
    goDone('/thu-ky/tai-khoan', 'xoa');
  };
  const { userName } = account;
  return (
    <Decision id="remove" draft={userName} title={say.remove} send={send}>
      <p>{say.removeWhat}</p>
    </Decision>
  );
}
