import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import { oneAtATime } from '../../app/one-at-a-time.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { ErrorSummary, type FieldError } from '../../parts/error-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { type CognitoFactor, type FactorTrouble, passing, troubleOf } from './cognito-factor.ts';
import { factorWords } from './factor-words.ts';
import { sixDigits } from './otpauth.ts';

const codeId = 'factor-code';
/** What another code mends; whatever else is wrong and does not go by needs a new beginning. */
const ofCode: readonly FactorTrouble[] = ['wrong-code', 'code-expired'];

/** Asks for the first code of a new secret, and from then on requires one at every sign-in. */
export function CodeForm({
  factor,
  confirmed,
  stopped,
}: {
  factor: CognitoFactor;
  confirmed: () => Promise<void>;
  stopped: (trouble: FactorTrouble) => void;
}) {
  const say = useWords(factorWords);
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [held, setHeld] = useState<FactorTrouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  // A code is good once: what comes after it is tried again without it.
  const isVerified = useRef(false);
  const [once] = useState(oneAtATime);

  const send = async (code: string) => {
    setBusy(true);
    try {
      if (!isVerified.current) await factor.verify(code);
      isVerified.current = true;
      await factor.require();
      await confirmed();
    } catch (fault) {
      const trouble = troubleOf(fault);
      if (ofCode.includes(trouble)) setErrors([{ id: codeId, message: say.trouble[trouble] }]);
      else if (passing.includes(trouble)) setHeld(trouble);
      else stopped(trouble);
      setBusy(false);
    }
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void once(async () => {
      const code = sixDigits(typed);
      setHeld(null);
      setErrors(code === null ? [{ id: codeId, message: say.codeMissing }] : []);
      if (code !== null) await send(code);
    });
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <h2>{say.stepCode}</h2>
      <ErrorSummary errors={errors} />
      {held !== null && (
        <Notice kind="error" live title={say.troubleTitle}>
          <p>{say.trouble[held]}</p>
        </Notice>
      )}
      <Field
        id={codeId}
        label={say.code}
        hint={say.codeHint}
        error={errors[0]?.message}
        control={(tied) => (
          <input
            {...tied}
            class="one-time-code"
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={9}
            value={typed}
            onInput={({ currentTarget: { value } }) => setTyped(value)}
          />
        )}
      />
      <div class="actions">
        <BusyButton type="submit" class="primary" isOff={isBusy}>
          {say.confirm}
        </BusyButton>
        <span role="status">{isBusy ? say.busy : ''}</span>
      </div>
    </form>
  );
}
