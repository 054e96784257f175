import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Account } from '../../../shared/accounts/account.ts';
import type { AccountChange } from '../../../shared/accounts/directory.ts';
import { change as changeAt } from '../../app/change.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { type BindingDraft, BindingFields } from './account-fields.tsx';
import { accountWords } from './account-words.ts';
import { AccountState, RoleNames, SecondFactor, UnitName } from './accounts-page.tsx';
import { Area } from './area.tsx';
import { accountControl } from './make-account.tsx';
import { WhyField, whyWords } from './why-field.tsx';

/** One account: its facts, what can be changed of it, and its history, which stays when it is gone. */
export function AccountView({
  userName,
  account,
  reload,
  told,
}: {
  userName: string;
  account: Account | undefined;
  reload: () => void;
  told: string | undefined;
}) {
  const say = useWords(accountWords);
  return (
    <Area
      title={account ? say.accountTitle(userName) : say.notThere}
      above={<a href="/thu-ky/tai-khoan">{say.title}</a>}
    >
      {told && (
        <Notice kind="success" live>
          <p>{told}</p>
        </Notice>
      )}
      {account && (
        <>
          <Facts
            facts={[
              [say.email, account.email],
              [say.unit, <UnitName key="unit" unit={account.unit} />],
              [say.roles, <RoleNames key="roles" roles={account.roles} />],
              [say.state, <AccountState key="state" account={account} />],
              [say.factor, <SecondFactor key="factor" account={account} />],
            ]}
          />
          <p class="soft">{say.later}</p>
          <ChangeBinding key={`${account.unit} ${account.roles}`} account={account} reload={reload} />
          <Switch key={String(account.enabled)} account={account} reload={reload} />
          <Remove account={account} reload={reload} />
        </>
      )}
      <History key={JSON.stringify(account)} userName={userName} />
    </Area>
  );
}

type Given = { account: Account; reload: () => void };
const placeOf = (userName: string) => `/thu-ky/tai-khoan?tai-khoan=${encodeURIComponent(userName)}`;
const userAddress = (userName: string) => `/v1/users/${encodeURIComponent(userName)}`;

function ChangeBinding({ account, reload }: Given) {
  const say = useWords(accountWords);
  const reason = useWords(whyWords);
  const { route } = useLocation();
  const [draft, setDraft] = useState<BindingDraft & { why: string }>({
    unit: account.unit,
    roles: account.roles,
    why: '',
  });
  const isSame =
    draft.unit === account.unit && [...draft.roles].sort().join() === [...account.roles].sort().join();
  const send = async () => {
    await changeAt('PUT', userAddress(account.userName), { body: draft });
    reload();
    route(`${placeOf(account.userName)}&da=sua`);
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
              change={(next) => setDraft({ ...draft, ...next })}
              errorOf={errorOf}
            />
            <WhyField
              id="account-why"
              value={draft.why}
              onInput={(why) => setDraft({ ...draft, why })}
              error={errorOf('account-why')}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}

/** Disables an account, or enables it again. */
function Switch({ account, reload }: Given) {
  const say = useWords(accountWords);
  const { route } = useLocation();
  const { userName, enabled } = account;
  const send = async (why: string) => {
    await changeAt('PUT', userAddress(userName), { body: { enabled: !enabled, why } });
    reload();
    route(`${placeOf(userName)}&da=${enabled ? 'khoa' : 'mo'}`);
  };
  const what = enabled ? say.disableWhat : say.enableWhat;
  return <Decision id="switch" title={enabled ? say.disable : say.enable} what={what} send={send} />;
}

function Remove({ account, reload }: Given) {
  const say = useWords(accountWords);
  const { route } = useLocation();
  const send = async (why: string) => {
    await changeAt('DELETE', userAddress(account.userName), { body: { why } });
    reload();
    route('/thu-ky/tai-khoan?da=xoa');
  };
  return <Decision id="remove" title={say.remove} what={say.removeWhat} send={send} />;
}

function Decision({
  id,
  title,
  what,
  send,
}: {
  id: string;
  title: string;
  what: string;
  send: (why: string) => Promise<void>;
}) {
  const reason = useWords(whyWords);
  const [why, setWhy] = useState('');
  const field = `${id}-why`;
  return (
    <details>
      <summary>{title}</summary>
      <p>{what}</p>
      <ChangeForm
        submit={title}
        danger
        check={() => (why.trim() === '' ? [{ id: field, message: reason.needed }] : [])}
        fieldOf={(name) => (name === 'why' ? { id: field, label: reason.why } : undefined)}
        send={() => send(why)}
      >
        {(errorOf) => <WhyField id={field} value={why} onInput={setWhy} error={errorOf(field)} />}
      </ChangeForm>
    </details>
  );
}

function History({ userName }: { userName: string }) {
  const say = useWords(accountWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<{ items: AccountChange[] }>(
    `${userAddress(userName)}/history?limit=60`,
  );
  return (
    <Answered answer={answer} reload={reload} none={null}>
      {({ items }) => (
        <DataTable
          caption={say.history}
          rows={items}
          rowKey={({ at }, index) => `${at} ${index}`}
          columns={[
            { key: 'at', head: say.at, names: true, cell: ({ at }) => momentText(at, language) },
            { key: 'what', head: say.what, cell: ({ change }) => say.changes[change] },
            { key: 'by', head: say.by, cell: ({ by }) => <code>{by}</code> },
            { key: 'why', head: say.why, cell: ({ why }) => why },
            {
              key: 'afterwards',
              head: say.afterwards,
              cell: ({ after }) =>
                after && (
                  <>
                    <AccountState account={after} /> <UnitName unit={after.unit} />:{' '}
                    <RoleNames roles={after.roles} />
                  </>
                ),
            },
          ]}
        />
      )}
    </Answered>
  );
}
