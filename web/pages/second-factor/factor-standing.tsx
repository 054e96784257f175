import { useWords } from '../../app/language.tsx';
import { roleNames } from '../../app/role-names.ts';
import type { Session } from '../../app/session.ts';
import { Notice } from '../../parts/notice.tsx';
import { factorWords } from './factor-words.ts';
import { ToSignIn } from './to-sign-in.tsx';

/**
 * What was just set up or is withheld, and where to begin: the token does not tell whether there is a factor.
 * @param isBack whether one has signed in again after setting up
 * @param back the page where one was; null: none
 * @param begin where setting up begins
 */
export function Standing({
  session,
  isBack,
  back,
  begin,
}: {
  session: Session;
  isBack: boolean;
  back: string | null;
  begin: string;
}) {
  const say = useWords(factorWords);
  const names = useWords(roleNames);
  const withheld = session.withheld.map((role) => names[role]).join(', ');
  const isEffective = isBack && withheld === '';
  return (
    <>
      {withheld !== '' && (
        <Notice kind="warning" title={isBack ? say.still : say.withheld}>
          <p>{isBack ? say.stillWhat : say.withheldWhat(withheld)}</p>
        </Notice>
      )}
      {isEffective && (
        <Notice kind="success" live title={say.effective}>
          <p>{say.effectiveWhat}</p>
        </Notice>
      )}
      {isBack && (
        <p>
          <a class="button" href={back ?? '/tai-khoan'}>
            {back === null ? say.toAccount : say.goOn}
          </a>
        </p>
      )}
      <h2>{say.needTitle}</h2>
      <ul>
        {say.need.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ToSignIn label={say.begin} back={begin} purpose="second-factor" isSecondary={isEffective} />
      <h2>{say.newPhoneTitle}</h2>
      <p>{say.newPhone}</p>
    </>
  );
}
