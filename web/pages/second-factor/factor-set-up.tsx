import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import { Loading } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { CodeForm } from './code-form.tsx';
import { type CognitoFactor, type FactorTrouble, passing, troubleOf } from './cognito-factor.ts';
import { FactorDone } from './factor-done.tsx';
import { factorWords } from './factor-words.ts';
import { SecretView } from './secret-view.tsx';
import { ToSignIn } from './to-sign-in.tsx';

type State =
  | { at: 'asking' }
  | { at: 'shown'; secret: string }
  | { at: 'stopped'; trouble: FactorTrouble }
  | { at: 'done'; othersOpen: boolean };

/**
 * Sets a second factor up: shows a new secret, asks for the first code of it, then lets no session be renewed.
 * @param again where setting up begins anew
 * @param after where one comes back to once signed in again
 */
export function FactorSetUp({
  factor,
  userName,
  again,
  after,
}: {
  factor: CognitoFactor;
  userName: string;
  again: string;
  after: string;
}) {
  const say = useWords(factorWords);
  const [state, setState] = useState<State>({ at: 'asking' });
  const ask = () => {
    setState({ at: 'asking' });
    factor.begin().then(
      (secret) => setState({ at: 'shown', secret }),
      (fault) => setState({ at: 'stopped', trouble: troubleOf(fault) }),
    );
  };
  useEffect(ask, []);
  const confirmed = async () => {
    const othersOpen = await factor.endSessions().then(
      () => false,
      () => true,
    );
    setState({ at: 'done', othersOpen });
  };
  if (state.at === 'asking') return <Loading label={say.waiting} />;
  if (state.at === 'done') return <FactorDone othersOpen={state.othersOpen} after={after} />;
  if (state.at === 'stopped') {
    return (
      <>
        <Notice kind="error" live title={say.troubleTitle}>
          <p>{say.trouble[state.trouble]}</p>
        </Notice>
        {passing.includes(state.trouble) ? (
          <p>
            <button type="button" onClick={ask}>
              {say.retry}
            </button>
          </p>
        ) : (
          <ToSignIn label={say.again} back={again} purpose="second-factor" />
        )}
      </>
    );
  }
  return (
    <>
      <SecretView secret={state.secret} userName={userName} />
      <CodeForm
        factor={factor}
        confirmed={confirmed}
        stopped={(trouble) => setState({ at: 'stopped', trouble })}
      />
    </>
  );
}
