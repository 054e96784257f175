import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import type { Receipt } from '../../../shared/submissions/receipt.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { slotAddress } from '../report/slot-address.ts';
import { useNames } from '../report/use-names.ts';
import { Evidence } from './evidence.tsx';
import { mayMove } from './may.ts';
import { NewerNotice } from './newer-notice.tsx';
import { Questions } from './questions.tsx';
import { ResumeUpload } from './resume-upload.tsx';
import { SignForm } from './sign-form.tsx';
import { Signed } from './signed.tsx';
import { SubmissionFacts } from './submission-facts.tsx';
import { SubmissionFigures } from './submission-figures.tsx';
import { SubmissionFindings } from './submission-findings.tsx';
import { SubmissionStatus } from './submission-status.tsx';
import { Timeline } from './timeline.tsx';
import { useSubmission } from './use-submission.ts';
import { Withdraw } from './withdraw.tsx';
import { words } from './words.ts';

/** One submission: where it stands and what is next, then what was sent, found and read, and everything people do about it. */
export function Page() {
  const { params } = useRoute();
  const { answer, isLost, reload } = useSubmission(params.id ?? '');
  return (
    <>
      <SubmissionHeading submission={answer.state === 'ready' ? answer.value : null} />
      <Answered answer={answer} reload={reload}>
        {(submission) => <Submission submission={submission} isLost={isLost} reload={reload} />}
      </Answered>
    </>
  );
}

function SubmissionHeading({ submission }: { submission: SubmissionView | null }) {
  const say = useWords(words);
  const language = useLanguage();
  const names = useNames(submission);
  if (submission === null) return <PageHeading title={say.anySubmission} />;
  return (
    <PageHeading
      title={say.title(names.form, periodText(submission.period, language))}
      above={<a href={slotAddress(submission)}>{say.back}</a>}
      lead={
        <>
          {say.about} <span lang="vi">{names.unit}</span>
        </>
      }
    />
  );
}

function Submission({
  submission,
  isLost,
  reload,
}: {
  submission: SubmissionView;
  isLost: boolean;
  reload: () => Promise<void>;
}) {
  const session = useHeldSession();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { state, id, verdict } = submission;
  const isJudged = verdict !== null;
  const findings = useAnswer<FindingsView>(isJudged ? apiPath`/v1/submissions/${id}/findings` : null);
  const found = findings.answer.state === 'ready' ? findings.answer.value : null;
  const isUnsigned = state === 'checked' || state === 'questioned';
  const maySign = mayMove(state, 'sign', session);
  const findingsPart = isJudged && submission.file && (
    <SubmissionFindings submission={submission} findings={findings} />
  );
  return (
    <>
      <SubmissionStatus
        submission={submission}
        session={session}
        isLost={isLost}
        isReceiptTold={receipt !== null}
      />
      <NewerNotice key={`${state} ${submission.standingVersion}`} submission={submission} />
      {receipt && <Signed receipt={receipt} subject={session?.subject ?? ''} />}
      {state === 'opened' && session?.roles.includes('reporter') && <ResumeUpload submission={submission} />}
      <Questions submission={submission} onChanged={reload} />
      {verdict === 'returned' && findingsPart}
      <SubmissionFacts submission={submission} tasks={found?.tasks.length ?? null} />
      {verdict !== 'returned' && findingsPart}
      {isJudged && verdict !== 'returned' && submission.file && (
        // Held against what stands: with another version standing, another comparison.
        <SubmissionFigures
          key={submission.standingVersion}
          id={id}
          isSigned={!isUnsigned}
          tasks={found?.tasks ?? null}
        />
      )}
      {maySign && (
        <SignForm
          subject={session?.subject ?? ''}
          submission={submission}
          found={found}
          onChanged={reload}
          onSigned={(signed) => {
            setReceipt(signed);
            reload();
          }}
        />
      )}
      <Evidence submission={submission} onChanged={reload} />
      <Timeline history={submission.history} />
      {mayMove(state, 'withdraw', session) && <Withdraw submission={submission} onChanged={reload} />}
    </>
  );
}
