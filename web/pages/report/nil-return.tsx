import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { change } from '../../app/change.ts';
import { contentKeys } from '../../app/content-keys.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { type Slot, slotAddress } from './slot-address.ts';
import { words } from './words.ts';

/** Certifies that there is nothing to report: a statement with its reason, which an approver then signs. */
export function NilReturn({ slot }: { slot: Slot }) {
  const say = useWords(words);
  const { route } = useLocation();
  const roles = useHeldSession()?.roles ?? [];
  const [why, write, forget] = useDraft(`nil:${slotAddress(slot)}`, '');
  const [keys] = useState(contentKeys);
  if (!roles.includes('reporter')) return null;
  const check = () => (why.trim() === '' ? [{ id: 'why', message: say.nilEmpty }] : []);
  const send = async () => {
    const body = { ...slot, why: why.trim() };
    const { id } = await change<{ id: string }>('POST', '/v1/submissions/nil', {
      body,
      idempotencyKey: keys.keyOf(body),
    });
    forget();
    route(`/ban-nop/${id}`);
  };
  return (
    <section>
      <h2>{say.nilTitle}</h2>
      <p>{say.nilWhat}</p>
      <ChangeForm
        submit={say.nilSend}
        isAside
        check={check}
        send={send}
        fieldOf={(field) => (field === 'why' ? { id: 'why', label: say.nilWhy } : undefined)}
      >
        {(errorOf) => (
          <LongTextField
            id="why"
            label={say.nilWhy}
            hint={say.nilHint}
            error={errorOf('why')}
            value={why}
            most={1000}
            onWrite={write}
          />
        )}
      </ChangeForm>
    </section>
  );
}
