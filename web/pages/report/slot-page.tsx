import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { asksFigures } from '../../../shared/catalog/reporters.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { inForceIn } from './in-force.ts';
import { NilReturn } from './nil-return.tsx';
import { type Slot, sentOf, slotAddress } from './slot-address.ts';
import { SlotFigures } from './slot-figures.tsx';
import { SlotHistory } from './slot-history.tsx';
import { isOnItsWay } from './slot-stage.ts';
import { SlotStanding } from './slot-standing.tsx';
import { SlotTasks } from './slot-tasks.tsx';
import { submissionToSee } from './standing-report.ts';
import { useForm, useNames, useTemplateName } from './use-names.ts';
import { words } from './words.ts';

/** As many as the API tells at once; nobody sends a report so often. */
const most = 100;

/** A unit's report of one form and period: until when, where it stands, the figures, and everything that was sent. */
export function Page() {
  const say = useWords(words);
  const language = useLanguage();
  const { params } = useRoute();
  const slot: Slot = { unit: params.unit ?? '', form: params.form ?? '', period: params.period ?? '' };
  const names = useNames(slot);
  const form = useForm(slot);
  const [limit, setLimit] = useState(20);
  const { answer, reload } = useAnswer<{ items: SubmissionView[]; next: string | null }>(sentOf(slot, limit));
  const isFurtherBack = answer.state === 'ready' && inForceIn(answer.value.items)?.submission === null;
  useEffect(() => {
    if (isFurtherBack) setLimit(most);
  }, [isFurtherBack]);
  return (
    <>
      <PageHeading
        title={`${names.form}, ${periodText(slot.period, language)}`}
        above={<a href="/bao-cao">{say.back}</a>}
        lead={names.unit}
      />
      <Answered answer={answer} reload={reload}>
        {({ items, next }) => (
          <>
            <SlotStanding slot={slot} items={items} isWhole={next === null} />
            <Actions slot={slot} items={items} />
            {form && !asksFigures(form) ? (
              <SlotTasks standing={inForceIn(items)} latest={submissionToSee(items)?.state} />
            ) : (
              <SlotFigures slot={slot} latest={submissionToSee(items)?.state} />
            )}
            <SlotHistory items={items} more={next !== null && limit < most ? () => setLimit(most) : null} />
            {!isOnItsWay(submissionToSee(items)?.state) && <NilReturn slot={slot} />}
          </>
        )}
      </Answered>
    </>
  );
}

function Actions({ slot, items }: { slot: Slot; items: readonly SubmissionView[] }) {
  const say = useWords(words);
  const shown = submissionToSee(items);
  const inForce = inForceIn(items);
  const isNewer = inForce !== null && inForce.submission !== shown?.id;
  const roles = useHeldSession()?.roles ?? [];
  const file = useTemplateName(slot);
  // While something is on its way, or all is done, that comes first; another file is still taken.
  const resumes = shown?.state === 'opened' && roles.includes('reporter');
  const isDone = inForce !== null && !isNewer;
  const seesFirst = resumes || isDone || isOnItsWay(shown?.state);
  const see = shown && (
    <a class={seesFirst ? 'button' : undefined} href={`/ban-nop/${shown.id}`}>
      {resumes ? <Resume name={shown.file?.name} /> : isNewer ? say.openNewer : say.open}
    </a>
  );
  return (
    <>
      <div class="actions">
        {seesFirst && see}
        {roles.includes('reporter') && (
          <a class={seesFirst ? undefined : 'button'} href={`${slotAddress(slot)}/kiem-tra`}>
            {inForce === null ? say.check : say.replace}
          </a>
        )}
        {!seesFirst && see}
        <FileButton address={templateOf(slot)} name={file}>
          {say.template}
        </FileButton>
      </div>
      <p class="hint">{say.templateWhy}</p>
    </>
  );
}

function Resume({ name }: { name: string | undefined }) {
  const say = useWords(words);
  return (
    <>
      {say.resume} <span lang="vi">{name}</span>
    </>
  );
}

function templateOf({ unit, form, period }: Slot): string {
  return apiPath`/v1/forms/${form}/template.xlsx?unit=${unit}&period=${period}`;
}
