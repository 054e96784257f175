import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Confirmation } from './confirmation.tsx';
import { WhyField, whyWords } from './why-field.tsx';

/** A decision that needs its reason, and a confirmation where there is one; folded until it is taken up. */
export function Decision({
  id,
  draft,
  title,
  confirmation,
  send,
  children,
}: {
  id: string;
  /** Of whom, and from which state: what the reason that is being written is about. */
  draft: string;
  title: string;
  /** What must be ticked first, and what is said while it is not. */
  confirmation?: { label: string; needed: string };
  send: (why: string, forget: () => void) => Promise<void>;
  /** What it is for, and what comes of it. */
  children: ComponentChildren;
}) {
  const reason = useWords(whyWords);
  const [why, setWhy, forget] = useDraft(`${id}:${draft}`, '');
  const [isWritten] = useState(why !== '');
  const [isConfirmed, setConfirmed] = useState(false);
  const field = `${id}-why`;
  const box = `${id}-confirm`;
  return (
    <details open={isWritten}>
      <summary>{title}</summary>
      {children}
      <ChangeForm
        submit={title}
        danger
        check={() => [
          ...(why.trim() === '' ? [{ id: field, message: reason.needed }] : []),
          ...(confirmation && !isConfirmed ? [{ id: box, message: confirmation.needed }] : []),
        ]}
        fieldOf={(name) => (name === 'why' ? { id: field, label: reason.why } : undefined)}
        send={() => send(why, forget)}
      >
        {(errorOf) => (
          <>
            <WhyField id={field} value={why} onInput={setWhy} error={errorOf(field)} />
            {confirmation && (
              <Confirmation
                id={box}
                label={confirmation.label}
                isChecked={isConfirmed}
                onChange={setConfirmed}
                error={errorOf(box)}
              />
            )}
          </>
        )}
      </ChangeForm>
    </details>
  );
}
