import { useState } from 'preact/hooks';
import { useLanguage, useWords } from '../../app/language.tsx';
import { roleNames } from '../../app/role-names.ts';
import type { Session } from '../../app/session.ts';
import { signOut } from '../../app/sign-out.ts';
import { useBeingAsked, useSession } from '../../app/use-session.ts';
import { momentText } from '../../format/days.ts';
import { Loading } from '../../parts/answered.tsx';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { accountWords } from './account-words.ts';
import { roleRights } from './role-rights.ts';
import { UnitName } from './unit-name.tsx';

/** Who one is here: unit, roles in words, until when, the second factor, and signing out. */
export function Page() {
  const say = useWords(accountWords);
  const session = useSession();
  const isBeingAsked = useBeingAsked();
  return (
    <>
      <PageHeading title={say.title} />
      {session !== null ? <Account session={session} /> : isBeingAsked ? <Loading /> : <Nobody />}
    </>
  );
}

function Nobody() {
  const say = useWords(accountWords);
  return (
    <>
      <p>{say.nobody}</p>
      <p>
        <a class="button" href="/dang-nhap?ve=%2Ftai-khoan">
          {say.signIn}
        </a>
      </p>
    </>
  );
}

function Account({ session }: { session: Session }) {
  const say = useWords(accountWords);
  const language = useLanguage();
  const until = momentText(new Date(session.expiresAt).toISOString(), language);
  return (
    <>
      <Facts
        facts={[
          [say.name, session.name ?? session.userName ?? say.unnamed],
          ...(session.userName === null || session.name === null
            ? []
            : ([[say.userName, session.userName]] as const)),
          [say.unit, session.unit === null ? say.noUnit : <UnitName unit={session.unit} />],
          [say.until, session.isRenewable ? say.renewed(until) : until],
        ]}
      />
      <Roles session={session} />
      <SecondFactor session={session} />
      <SignOut />
    </>
  );
}

function Roles({ session }: { session: Session }) {
  const say = useWords(accountWords);
  const names = useWords(roleNames);
  const rights = useWords(roleRights);
  return (
    <>
      <h2>{say.roles}</h2>
      {session.roles.length === 0 && <p>{session.withheld.length > 0 ? say.roleWithheld : say.noRole}</p>}
      <ul>
        {session.roles.map((role) => (
          <li key={role}>
            <strong>{names[role]}</strong>: {rights[role]}
          </li>
        ))}
      </ul>
    </>
  );
}

function SecondFactor({ session }: { session: Session }) {
  const say = useWords(accountWords);
  const names = useWords(roleNames);
  const mustHave = session.withheld.length > 0;
  return (
    <>
      <h2>{say.secondFactor}</h2>
      {mustHave && (
        <Notice kind="warning" title={say.withheld}>
          <p>{say.withheldWhat(session.withheld.map((role) => names[role]).join(', '))}</p>
        </Notice>
      )}
      <p>{say.factorAdvice}</p>
      <p>
        <a class="button" href="/tai-khoan/xac-thuc-hai-yeu-to">
          {say.setUp}
        </a>
      </p>
    </>
  );
}

function SignOut() {
  const say = useWords(accountWords);
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    const next = await signOut();
    if (next !== null) location.assign(next);
  };
  return (
    <>
      <h2>{say.signOutTitle}</h2>
      <p>{say.signOutWhat}</p>
      <p>
        <BusyButton class="primary" onClick={leave} isOff={isLeaving}>
          {say.signOut}
        </BusyButton>
      </p>
    </>
  );
}
