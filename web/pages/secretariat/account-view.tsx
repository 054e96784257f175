import type { Account } from '../../../shared/accounts/account.ts';
import { useWords } from '../../app/language.tsx';
import { DoneNotice } from '../../parts/done-notice.tsx';
import { Facts } from '../../parts/facts.tsx';
import { ChangeBinding, RemoveAccount, SwitchAccount } from './account-changes.tsx';
import { AccountHistory } from './account-history.tsx';
import { accountWords } from './account-words.ts';
import { AccountState, RoleNames, SecondFactor, UnitName } from './accounts-page.tsx';
import { Area } from './area.tsx';
import { ResetFactor } from './reset-factor.tsx';

/** One account: its facts, what can be changed of it, and its history, which stays when it is gone. */
export function AccountView({
  userName,
  account,
  reload,
}: {
  userName: string;
  account: Account | undefined;
  reload: () => void;
}) {
  const say = useWords(accountWords);
  return (
    <Area
      title={account ? say.accountTitle(userName) : say.notThere}
      above={<a href="/thu-ky/tai-khoan">{say.title}</a>}
    >
      <DoneNotice words={say.done} />
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
          <SwitchAccount key={String(account.enabled)} account={account} reload={reload} />
          {account.mfa && <ResetFactor account={account} reload={reload} />}
          <RemoveAccount account={account} reload={reload} />
        </>
      )}
      <AccountHistory key={JSON.stringify(account)} userName={userName} />
    </Area>
  );
}
