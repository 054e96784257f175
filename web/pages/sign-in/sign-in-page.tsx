import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../../app/language.tsx';
import type { SignInTrouble } from '../../app/oidc.ts';
import { returnAddress } from '../../app/return-address.ts';
import { roleNames } from '../../app/role-names.ts';
import { keepSession, type Session } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { Loading } from '../../parts/answered.tsx';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { keepForFactor } from '../second-factor/factor-access.ts';
import { signInWords } from './sign-in-words.ts';
import { troubleOf } from './trouble.ts';

/**
 * Where signing in begins (`?ve=` the page to come back to, `?the=moi` in a tab of its own) and where the issuer sends
 * the browser back to (`?code=…&state=…`, or `?error=…`).
 */
export function Page() {
  const { query } = useLocation();
  // The answer leaves the address as soon as it is read; what was read decides.
  const [answer] = useState(() => new URLSearchParams(query));
  const isAnswer = answer.has('code') || answer.has('error');
  const session = useSession();
  if (query.xong !== undefined && session !== null) return <DoneInNewTab session={session} />;
  return isAnswer ? <Finish answer={answer} /> : <Begin />;
}

function Begin({ trouble }: { trouble?: SignInTrouble }) {
  const say = useWords(signInWords);
  const names = useWords(roleNames);
  const session = useSession();
  const { query } = useLocation();
  const [state, setState] = useState<{ isGoing: boolean; trouble?: SignInTrouble | undefined }>({
    isGoing: false,
    trouble,
  });
  const back = returnAddress(query.ve ?? null, location.origin);
  const go = async () => {
    setState({ isGoing: true });
    try {
      const { beginSignIn } = await import('../../app/oidc.ts');
      location.assign(await beginSignIn(query.the === 'moi' ? inNewTab : back));
    } catch (fault) {
      setState({ isGoing: false, trouble: troubleOf(fault) });
    }
  };
  return (
    <>
      <PageHeading title={say.title} lead={session === null ? say.lead : undefined} />
      {state.trouble !== undefined && (
        <Notice kind="error" live title={say.troubleTitle}>
          <p>{say.trouble[state.trouble]}</p>
        </Notice>
      )}
      {session !== null && (
        <Notice title={say.already(session.name ?? session.userName ?? say.you)}>
          <p>{session.roles.map((role) => names[role]).join(', ')}</p>
          <p>
            <a href={back}>{say.goOn}</a>
          </p>
        </Notice>
      )}
      <p>
        <BusyButton class="primary" onClick={go} isOff={state.isGoing}>
          {session === null ? say.go : say.goAsOther}
        </BusyButton>
      </p>
      {state.isGoing && <Loading label={say.going} />}
      <p class="hint">{say.advice}</p>
    </>
  );
}

/** What a tab that was opened for signing in only comes back to. */
const inNewTab = '/dang-nhap?xong=1';

function Finish({ answer }: { answer: URLSearchParams }) {
  const say = useWords(signInWords);
  const { route } = useLocation();
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);
  useEffect(() => {
    // Out of the address bar and the history before anything else: a code is a secret while it lasts.
    route('/dang-nhap', true);
    const finish = async () => {
      const { finishSignIn } = await import('../../app/oidc.ts');
      const signedIn = await finishSignIn(answer);
      const { tokens, back, purpose } = signedIn;
      if (purpose === 'second-factor') keepForFactor(signedIn);
      else keepSession(tokens);
      route(back === inNewTab ? inNewTab : returnAddress(back, location.origin), true);
    };
    finish().catch((fault) => setTrouble(troubleOf(fault)));
  }, []);
  if (trouble !== null) return <Begin trouble={trouble} />;
  return (
    <>
      <PageHeading title={say.title} />
      <Loading label={say.finishing} />
    </>
  );
}

function DoneInNewTab({ session }: { session: Session }) {
  const say = useWords(signInWords);
  return (
    <>
      <PageHeading title={say.doneTitle} />
      <Notice kind="success" live>
        <p>{say.done(session.name ?? session.userName ?? session.subject)}</p>
      </Notice>
      <p>
        <a href="/">{say.home}</a>
      </p>
    </>
  );
}
