import { useLocation } from 'preact-iso';
import type { Account } from '../../../shared/accounts/account.ts';
import { useWords } from '../../app/language.tsx';
import { Answered } from '../../parts/answered.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DoneNotice } from '../../parts/done-notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import { AccountView } from './account-view.tsx';
import { accountWords } from './account-words.ts';
import { Area } from './area.tsx';
import { MakeAccount } from './make-account.tsx';
import { useAccounts } from './use-accounts.ts';
import { useUnitNames } from './use-unit-names.ts';

const here = '/thu-ky/tai-khoan';

/** Accounts; `?tai-khoan=`: one of them, `?viec=tao`: a new one, `?don-vi=`: those of a unit (`khong`: of none). */
export function Page() {
  const { query } = useLocation();
  const { answer, reload } = useAccounts();
  if (query.viec === 'tao') return <MakeAccount reload={reload} />;
  return (
    <Answered answer={answer} reload={reload}>
      {(accounts) => {
        const name = query['tai-khoan'];
        if (name === undefined) return <AccountList accounts={accounts} />;
        const account = accounts.find(({ userName }) => userName === name);
        return <AccountView key={name} userName={name} account={account} reload={reload} />;
      }}
    </Answered>
  );
}

function AccountList({ accounts }: { accounts: readonly Account[] }) {
  const say = useWords(accountWords);
  const { query, route } = useLocation();
  const { nameOf } = useUnitNames();
  const wanted = query['don-vi'] ?? '';
  const shown = accounts
    .filter(({ unit }) => wanted === '' || (unit ?? 'khong') === wanted)
    .sort((a, b) => (a.userName < b.userName ? -1 : 1));
  const units = [...new Set(accounts.flatMap(({ unit }) => unit ?? []))].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'vi'),
  );
  return (
    <Area title={say.title} lead={say.lead}>
      <DoneNotice words={say.done} />
      <p>
        <a class="button" href={`${here}?viec=tao`}>
          {say.make}
        </a>
      </p>
      <div class="filters">
        <ChoiceField
          id="accounts-unit"
          label={say.filterUnit}
          value={wanted}
          choices={[
            ['', say.filterAll],
            ['khong', say.filterNone],
            ...units.map((unit) => [unit, nameOf(unit)] as const),
          ]}
          onChoose={(unit) => route(unit === '' ? here : `${here}?don-vi=${encodeURIComponent(unit)}`, true)}
        />
      </div>
      <DataTable
        caption={say.caption(shown.length, accounts.length)}
        rows={shown}
        rowKey={({ userName }) => userName}
        empty={say.none}
        columns={[
          {
            key: 'name',
            head: say.name,
            names: true,
            cell: ({ userName }) => (
              <a href={`${here}?tai-khoan=${encodeURIComponent(userName)}`}>{userName}</a>
            ),
          },
          { key: 'unit', head: say.unit, cell: ({ unit }) => <UnitName unit={unit} /> },
          { key: 'roles', head: say.roles, cell: ({ roles }) => <RoleNames roles={roles} /> },
          { key: 'state', head: say.state, cell: (row) => <AccountState account={row} /> },
          { key: 'factor', head: say.factor, cell: (row) => <SecondFactor account={row} /> },
          { key: 'email', head: say.email, cell: ({ email }) => email },
        ]}
      />
    </Area>
  );
}

export function UnitName({ unit }: { unit: string | null }) {
  const say = useWords(accountWords);
  const { nameOf } = useUnitNames();
  return <span class={unit === null ? 'soft' : undefined}>{unit === null ? say.noUnit : nameOf(unit)}</span>;
}

export function RoleNames({ roles }: { roles: readonly string[] }) {
  const say = useWords(accountWords);
  if (roles.length === 0) return <span class="soft">{say.noRoles}</span>;
  return <>{roles.map((role) => say.role[role as keyof typeof say.role] ?? role).join(', ')}</>;
}

export function AccountState({ account }: { account: Pick<Account, 'enabled'> }) {
  const say = useWords(accountWords);
  return <Tag kind={account.enabled ? 'good' : 'bad'}>{account.enabled ? say.on : say.off}</Tag>;
}

export function SecondFactor({ account }: { account: Pick<Account, 'mfa' | 'roles'> }) {
  const say = useWords(accountWords);
  if (account.mfa) return <Tag kind="good">{say.factorOn}</Tag>;
  return account.roles.includes('approver') ? (
    <Tag kind="attention">{say.factorNeeded}</Tag>
  ) : (
    <Tag>{say.factorOff}</Tag>
  );
}
