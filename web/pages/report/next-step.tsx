import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useWords } from '../../app/language.tsx';
import { useHeldSession } from '../../app/use-session.ts';
import { nextStepOf } from './next-step-of.ts';
import { type Slot, slotAddress } from './slot-address.ts';
import { words } from './words.ts';

/** The way to what is to be done next about a report: a button where it is owed. */
export function NextStep({
  latest,
  slot,
  isOwed,
}: {
  latest: SubmissionView | undefined;
  slot: Slot;
  isOwed: boolean;
}) {
  const say = useWords(words);
  const step = nextStepOf(latest?.state, useHeldSession()?.roles ?? []);
  if (step === null) return null;
  const check = `${slotAddress(slot)}/kiem-tra`;
  const see = latest ? `/ban-nop/${latest.id}` : slotAddress(slot);
  const isMain = step === 'check' ? isOwed : step !== 'open';
  const aside =
    step === 'resume' ? { to: check, text: say.check } : step === 'mend' && { to: see, text: say.open };
  return (
    <p class="report-steps">
      <a class={isMain ? 'button' : undefined} href={step === 'check' || step === 'mend' ? check : see}>
        {say[step]}
        {step === 'resume' && latest?.file && (
          <>
            {' '}
            <span lang="vi">{latest.file.name}</span>
          </>
        )}
      </a>
      {aside && (
        <>
          {' '}
          <a href={aside.to}>{aside.text}</a>
        </>
      )}
    </p>
  );
}
