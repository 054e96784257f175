import type { ComponentChildren } from 'preact';
import { asksFigures } from '../../../shared/catalog/reporters.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { nilSentence } from '../../../shared/submissions/nil-sentence.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAreaName } from '../../app/use-area-name.ts';
import { dayText, momentText } from '../../format/days.ts';
import { bytesText, figureText } from '../../format/figures.ts';
import { Digest } from '../../parts/digest.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { useForm } from '../report/use-names.ts';
import { figuresTold } from './figures-told.ts';
import { useFigures } from './use-figures.ts';
import { words } from './words.ts';

/**
 * What was sent, by whom and when, what came out, and what stands.
 * @param tasks how many were read; null: not known yet
 */
export function SubmissionFacts({ submission, tasks }: { submission: SubmissionView; tasks: number | null }) {
  const say = useWords(words);
  const language = useLanguage();
  const { file, nil, sha256, openedAt, history, verdict, counts, extendedTo, onBehalfOf } = submission;
  const nameOf = useAreaName();
  const items = useFigures(submission);
  const count = (n: number) => figureText(String(n), language);
  const form = useForm(submission);
  const told = counts && form && figuresTold({ items, observations: counts.observations, form });
  const facts: (readonly [string, ComponentChildren])[] = [
    ...(file === null
      ? []
      : [
          [say.file, <FileName name={file.name} />] as const,
          [say.size, bytesText(file.bytes, language)] as const,
        ]),
    [say.sentBy, history[0]?.by ?? ''],
    [say.sentAt, momentText(openedAt, language)],
    [say.standing, standingText(submission, say)],
    ...(extendedTo === null ? [] : [[say.extended, dayText(extendedTo, language)] as const]),
    ...(onBehalfOf === null ? [] : [[say.onBehalf, nameOf(onBehalfOf.unit)] as const]),
    ...(verdict === null
      ? []
      : [[say.verdict, say.verdicts[verdict as keyof typeof say.verdicts] ?? verdict] as const]),
    ...(counts === null || file === null
      ? []
      : [
          ...(told
            ? [
                [
                  say.figures,
                  told.all === null ? count(told.read) : say.filled(count(told.read), count(told.all)),
                ] as const,
              ]
            : []),
          ...(tasks !== null && (tasks > 0 || (form && !asksFigures(form)))
            ? [[say.tasks, count(tasks)] as const]
            : []),
          [say.errors, count(counts.errors)] as const,
          [say.warnings, count(counts.warnings)] as const,
          [say.repairs, count(counts.repairs)] as const,
        ]),
    [say.digest, <Digest key="digest" hex={sha256} />],
  ];
  return (
    <section>
      <h2 id="facts-title" tabIndex={-1}>
        {file === null ? say.nil : say.facts}
      </h2>
      {nil && (
        <>
          <p>{nilSentence[language]}</p>
          <p>
            <strong>{say.nilWhy}:</strong> <span lang="vi">{nil.why}</span>
          </p>
          <details>
            <summary>{say.nilBytes}</summary>
            <pre class="submission-statement" lang="vi">
              {nil.statement}
            </pre>
          </details>
        </>
      )}
      <Facts facts={facts} />
    </section>
  );
}

function standingText({ standingVersion, state }: SubmissionView, say: (typeof words)['vi']): string {
  if (standingVersion === 0) return say.noStanding;
  return state.startsWith('signed') ? say.thisOne(standingVersion) : say.version(standingVersion);
}
