import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import type { SignInPurpose } from '../../app/oidc.ts';
import { Loading } from '../../parts/answered.tsx';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { factorWords } from './factor-words.ts';

/** A button that leads to the issuer's sign-in page and back to a path of this portal. */
export function ToSignIn({
  label,
  back,
  purpose,
  isSecondary = false,
}: {
  label: string;
  back: string;
  purpose: SignInPurpose;
  isSecondary?: boolean;
}) {
  const say = useWords(factorWords);
  const [state, setState] = useState<'here' | 'going' | 'unreachable'>('here');
  const go = async () => {
    setState('going');
    try {
      const { beginSignIn } = await import('../../app/oidc.ts');
      location.assign(await beginSignIn(back, purpose));
    } catch {
      setState('unreachable');
    }
  };
  return (
    <>
      {state === 'unreachable' && (
        <Notice kind="error" live>
          <p>{say.trouble.unreachable}</p>
        </Notice>
      )}
      <p>
        <BusyButton class={isSecondary ? undefined : 'primary'} onClick={go} isOff={state === 'going'}>
          {label}
        </BusyButton>
      </p>
      {state === 'going' && <Loading label={say.going} />}
    </>
  );
}
