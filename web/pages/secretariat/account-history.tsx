import type { AccountChange } from '../../../shared/accounts/directory.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { accountWords } from './account-words.ts';
import { AccountState, RoleNames, UnitName } from './accounts-page.tsx';

/** Who did what to an account, when and why. */
export function AccountHistory({ userName }: { userName: string }) {
  const say = useWords(accountWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<{ items: AccountChange[] }>(
    apiPath`/v1/users/${userName}/history?limit=60`,
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
