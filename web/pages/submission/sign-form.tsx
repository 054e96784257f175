import { useState } from 'preact/hooks';
import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { mostReason } from '../../../shared/submissions/reason.ts';
import { type Receipt, receiptNotice } from '../../../shared/submissions/receipt.ts';
import { type ApiProblem, problemFrom } from '../../app/api.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { oneAtATime } from '../../app/one-at-a-time.ts';
import { forgetAnswers, useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { useDraft } from '../../app/use-draft.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFieldErrors } from '../../parts/use-field-errors.ts';
import { AfterFreeze } from './after-freeze.tsx';
import { ExplainWarnings } from './explain-warnings.tsx';
import { asListed, emptySignDraft, fieldOf, signFaults } from './sign-draft.ts';
import { SignProblem } from './sign-problem.tsx';
import { signWords } from './sign-words.ts';
import { useFindingNames } from './use-finding-names.ts';
import { matterOf, placesText } from './warning-places.ts';

/**
 * The approver's confirmation: of which bytes, why each warning is right, and why the version before is replaced. What
 * is being written survives a refusal, a reload and signing in again.
 */
export function SignForm({
  submission,
  subject,
  found,
  onSigned,
  onChanged,
}: {
  submission: SubmissionView;
  /** Who signs. */
  subject: string;
  /** What the check found; null while it is not there. */
  found: Pick<FindingsView, 'groups' | 'findings'> | null;
  onSigned: (receipt: Receipt) => void;
  /** The service knows more than the page: it is to be read again. */
  onChanged: () => void;
}) {
  const say = useWords(signWords);
  const language = useLanguage();
  const now = useBusinessNow();
  const { id, sha256, standingVersion: replaces, file } = submission;
  const { groups, findings } = found ?? { groups: [], findings: [] };
  const nameOf = useFindingNames(submission);
  const places = (code: string, most?: number) => {
    const of = findings.filter((finding) => finding.code === code);
    return placesText(of, groups.find((group) => group.code === code)?.count ?? 0, {
      language,
      nameOf,
      ...(most !== undefined && { most }),
    });
  };
  const matter = (code: string) => {
    const message = groups.find((group) => group.code === code)?.message[language] ?? code;
    return [matterOf(message), places(code, 1)].filter(Boolean).join(' – ');
  };
  const warnings = asListed(submission.warnings, groups);
  const [draft, write, forget] = useDraft(`sign:${id}`, emptySignDraft);
  const {
    errors,
    found: foundErrors,
    check,
    refuse,
  } = useFieldErrors({
    checked: () => signFaults(draft, { warnings, replaces, matter }, say),
    refused: ({ fields }) =>
      fields.map(({ field, message }) => ({ id: fieldOf(field), message: message[language] })),
  });
  const [state, setState] = useState<'idle' | 'busy' | ApiProblem>('idle');
  const [once] = useState(oneAtATime);
  const errorOf = (field: string) => errors.find((error) => error.id === field)?.message;
  const sign = async () => {
    if ((await check()).length > 0) return;
    setState('busy');
    try {
      const body = {
        sha256,
        explanations: explained(draft.explanations, warnings),
        replaces,
        why: draft.why,
      };
      const receipt = await change<Receipt>('POST', apiPath`/v1/submissions/${id}/sign`, { body });
      forget();
      onSigned(receipt);
    } catch (fault) {
      const problem = problemFrom(fault);
      refuse(problem);
      setState(problem);
      if (problem.status === 409) {
        forgetAnswers();
        onChanged();
      }
    }
  };
  return (
    <section class="submission-sign" aria-labelledby="sign-title">
      <h2 id="sign-title" tabIndex={-1}>
        {say.title}
      </h2>
      <ErrorSummary errors={errors} found={foundErrors} />
      {typeof state === 'object' && <SignProblem problem={state} submission={submission} />}
      {submission.history[0]?.by === subject && <SamePerson unit={submission.unit} />}
      <AfterFreeze slot={submission} replaces={replaces} at={now} />
      <p>{file === null ? say.nilWhat : say.what}</p>
      <Facts
        facts={[
          ...(file === null ? [] : [[say.file, <FileName name={file.name} />] as const]),
          [say.digest, <Digest key="digest" hex={sha256} />],
        ]}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void once(sign);
        }}
      >
        {warnings.length > 0 && (
          <ExplainWarnings
            warnings={warnings}
            groups={groups}
            places={places}
            explanations={draft.explanations}
            errorOf={errorOf}
            onChange={(explanations) => write({ ...draft, explanations })}
          />
        )}
        {replaces > 0 && (
          <LongTextField
            id="why"
            label={say.replaces(replaces)}
            hint={say.whyHint}
            value={draft.why}
            error={errorOf('why')}
            onWrite={(why) => write({ ...draft, why })}
            most={mostReason}
          />
        )}
        <p class="submission-notice">{receiptNotice[language]}</p>
        <div class="actions">
          <BusyButton type="submit" class="primary" isOff={state === 'busy'}>
            {state === 'busy' ? say.busy : say.sign}
          </BusyButton>
        </div>
      </form>
    </section>
  );
}

/** Who sent it is told before they write anything that it needs somebody else, unless the unit is allowed one person. */
function SamePerson({ unit }: { unit: string }) {
  const say = useWords(signWords);
  const { answer } = useAnswer<{ allowed: boolean }>(apiPath`/v1/units/${unit}/one-person`);
  if (answer.state !== 'ready' || answer.value.allowed) return null;
  return <Notice kind="warning">{say.samePerson}</Notice>;
}

/** Only what is asked for: a warning that a reading under another catalogue had is not explained any more. */
function explained(
  explanations: Readonly<Record<string, string>>,
  warnings: readonly string[],
): Record<string, string> {
  return Object.fromEntries(warnings.map((code) => [code, (explanations[code] ?? '').trim()]));
}
