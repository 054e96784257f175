import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ApiProblem } from '../../app/api.ts';
import { change } from '../../app/change.ts';
import { contentKeys } from '../../app/content-keys.ts';
import { useWords } from '../../app/language.tsx';
import { problemFrom } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { ProblemView } from '../../parts/answered.tsx';
import { ErrorSummary, type FieldError } from '../../parts/error-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { type Slot, slotAddress } from './slot-address.ts';
import { words } from './words.ts';

/** Certifies that there is nothing to report: a statement with its reason, which an approver then signs. */
export function NilReturn({ slot }: { slot: Slot }) {
  const say = useWords(words);
  const { route } = useLocation();
  const roles = useHeldSession()?.roles ?? [];
  const [why, write, forget] = useDraft(`nil:${slotAddress(slot)}`, '');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [state, setState] = useState<'idle' | 'busy' | ApiProblem>('idle');
  const [keys] = useState(contentKeys);
  if (!roles.includes('reporter')) return null;
  const send = async () => {
    if (why.trim() === '') {
      setErrors([{ id: 'why', message: say.nilEmpty }]);
      return;
    }
    setErrors([]);
    setState('busy');
    try {
      const body = { ...slot, why: why.trim() };
      const { id } = await change<{ id: string }>('POST', '/v1/submissions/nil', {
        body,
        idempotencyKey: keys.keyOf(body),
      });
      forget();
      route(`/ban-nop/${id}`);
    } catch (fault) {
      setState(problemFrom(fault));
    }
  };
  return (
    <section>
      <h2>{say.nilTitle}</h2>
      <p>{say.nilWhat}</p>
      <ErrorSummary errors={errors} />
      {typeof state === 'object' && <ProblemView problem={state} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          id="why"
          label={say.nilWhy}
          hint={say.nilHint}
          error={errors[0]?.message}
          control={(tied) => (
            <textarea
              {...tied}
              rows={3}
              maxLength={1000}
              value={why}
              onInput={(event) => write(event.currentTarget.value)}
            />
          )}
        />
        <button type="submit" disabled={state === 'busy'}>
          {say.nilSend}
        </button>
      </form>
    </section>
  );
}
