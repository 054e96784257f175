import { useWords } from '../../app/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFocus } from '../../parts/use-focus.ts';
import { factorWords } from './factor-words.ts';
import { ToSignIn } from './to-sign-in.tsx';

/** It is set up: what is left is to sign in with it. Takes the focus, since the form that had it is gone. */
export function FactorDone({ othersOpen, after }: { othersOpen: boolean; after: string }) {
  const say = useWords(factorWords);
  const place = useFocus<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="success" live title={say.doneTitle}>
        <p>{othersOpen ? say.othersOpen : say.doneWhat}</p>
      </Notice>
      <ToSignIn label={say.signInAgain} back={after} purpose="session" />
    </div>
  );
}
