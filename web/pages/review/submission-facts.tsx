import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useForms } from '../../app/use-forms.ts';
import { momentText } from '../../format/days.ts';
import { bytesText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { Facts } from '../../parts/facts.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { FileName } from '../../parts/file-name.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { reviewWords } from './review-words.ts';

/** What the submission is, and where it is told of further. */
export function SubmissionFacts({ view }: { view: SubmissionView }) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const { nameOf } = useForms();
  const found = view.counts !== null && view.counts.errors + view.counts.warnings > 0;
  const file = view.file && (
    <>
      <FileName name={view.file.name} /> ({bytesText(view.file.bytes, language)})
    </>
  );
  return (
    <>
      <Facts
        facts={[
          [say.state, <StateTag key="state" state={view.state} />],
          [say.form, nameOf(view.form)],
          [say.period, periodText(view.period, language)],
          [say.file, file ?? say.nil],
          ...(view.receivedAt === null
            ? []
            : [[say.received, momentText(view.receivedAt, language)] as const]),
          [say.version, view.standingVersion === 0 ? say.noVersion : say.versionOf(view.standingVersion)],
        ]}
      />
      <p class="actions">
        <a href={`/ban-nop/${view.id}`}>{say.page}</a>
        {found && view.file !== null && (
          <FileButton
            address={apiPath`/v1/submissions/${view.id}/workbook`}
            name={`${view.id.slice(0, 8)}.xlsx`}
          >
            {say.workbook}
          </FileButton>
        )}
      </p>
    </>
  );
}
