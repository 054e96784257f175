import { useWords } from '../../app/language.tsx';
import { useUnits } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { Todo } from './todo.tsx';
import { todoWords } from './todo-words.ts';
import { unitsWithout } from './units-without.ts';
import { useAccounts } from './use-accounts.ts';

/** Provinces in which nobody can report, or nobody can sign: no reminder reaches them. */
export function AccountsTodo() {
  const say = useWords(todoWords);
  const accounts = useAccounts();
  const units = useUnits();
  return (
    <Answered answer={accounts.answer} reload={accounts.reload}>
      {(people) => (
        <Answered answer={units.answer} reload={units.reload}>
          {(book) => {
            const without = unitsWithout(people, [...book.units.values()]);
            return (
              <>
                {without.reporter.length > 0 && (
                  <Todo
                    kind="attention"
                    word={say.accounts}
                    text={say.noReporter(without.reporter.length)}
                    address="/thu-ky/tai-khoan"
                  />
                )}
                {without.approver.length > 0 && (
                  <Todo
                    kind="attention"
                    word={say.accounts}
                    text={say.noApprover(without.approver.length)}
                    address="/thu-ky/tai-khoan"
                  />
                )}
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}
