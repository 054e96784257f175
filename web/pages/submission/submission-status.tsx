import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useWords } from '../../app/language.tsx';
import type { Session } from '../../app/session.ts';
import { StateTag } from '../../parts/submission-state.tsx';
import { slotAddress } from '../report/slot-address.ts';
import { useForm } from '../report/use-names.ts';
import { mayMove } from './may.ts';
import { signWords } from './sign-words.ts';
import { toRead } from './to-read.ts';
import { words } from './words.ts';

/** Where the submission stands, read out whenever that changes, and the next step of who looks at it. */
export function SubmissionStatus({
  submission,
  session,
  isLost,
  isReceiptTold,
}: {
  submission: SubmissionView;
  session: Session | null;
  /** What is shown may be old. */
  isLost: boolean;
  /** The way to the receipt stands below already. */
  isReceiptTold: boolean;
}) {
  const say = useWords(words);
  const { state } = submission;
  return (
    <>
      <div role="status" class="submission-status">
        <p>
          <StateTag state={state} />
        </p>
        <p class="submission-state">
          {state === 'superseded' && submission.standingVersion === 0
            ? say.supersededGone
            : say.states[state]}
          {submission.file === null && ` ${say.nilStates}`}
        </p>
        {isLost && <p>{say.lostTouch}</p>}
      </div>
      <NextStep submission={submission} session={session} isReceiptTold={isReceiptTold} />
    </>
  );
}

function NextStep({
  submission,
  session,
  isReceiptTold,
}: {
  submission: SubmissionView;
  session: Session | null;
  isReceiptTold: boolean;
}) {
  const say = useWords(words);
  const sign = useWords(signWords);
  const { state, id } = submission;
  const form = useForm(submission);
  const isReporter = session?.roles.includes('reporter') === true;
  const check = `${slotAddress(submission)}/kiem-tra`;
  if (mayMove(state, 'sign', session)) {
    const { to, text } = toRead(submission, form);
    return <Step to={to}>{say[text]}</Step>;
  }
  if (mayMove(state, 'answer', session)) return <Step to="#questions-title">{say.toAnswer}</Step>;
  if (state === 'returned' && isReporter) return <Step to={check}>{say.mend}</Step>;
  if (state === 'withdrawn' && isReporter) return <Step to={check}>{say.anew}</Step>;
  if (state === 'checked' && isReporter) return <p>{sign.approver}</p>;
  if (!isReceiptTold && (state.startsWith('signed') || state === 'superseded')) {
    return (
      <p>
        <a href={`/ban-nop/${id}/bien-nhan`}>{say.receipt}</a>
      </p>
    );
  }
  return null;
}

function Step({ to, children }: { to: string; children: string }) {
  const isHere = to.startsWith('#');
  return (
    <p>
      <a
        class="button"
        href={to}
        onClick={(event) => {
          if (!isHere) return;
          // The router would take it for an address: the place on this page takes the focus instead.
          event.preventDefault();
          const place = document.getElementById(to.slice(1));
          place?.scrollIntoView();
          place?.focus({ preventScroll: true });
        }}
      >
        {children}
      </a>
    </p>
  );
}
