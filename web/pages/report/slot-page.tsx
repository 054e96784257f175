import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { CalendarView } from '../../../shared/query/read-calendar.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { useHeldSession } from '../../app/use-session.ts';
import { dayText, timeLeftText } from '../../format/days.ts';
import { capitalised, periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { Tag } from '../../parts/tag.tsx';
import { NilReturn } from './nil-return.tsx';
import { type Slot, slotAddress, slotQuery } from './slot-address.ts';
import { SlotFigures } from './slot-figures.tsx';
import { SlotHistory } from './slot-history.tsx';
import { isOnItsWay, isOverdue } from './slot-stage.ts';
import { useNames } from './use-names.ts';
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
  const [limit, setLimit] = useState(20);
  const { answer, reload } = useAnswer<{ items: SubmissionView[]; next: string | null }>(
    `/v1/submissions?${slotQuery(slot)}&limit=${limit}`,
  );
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
            <Standing slot={slot} latest={items[0]} />
            <Actions slot={slot} latest={items[0]} />
            <SlotFigures slot={slot} latest={items[0]?.state} />
            <SlotHistory items={items} more={next !== null && limit < most ? () => setLimit(most) : null} />
            {!isOnItsWay(items[0]?.state) && <NilReturn slot={slot} />}
          </>
        )}
      </Answered>
    </>
  );
}

/** Until when, in words, and where the report stands. */
function Standing({ slot, latest }: { slot: Slot; latest: SubmissionView | undefined }) {
  const say = useWords(words);
  const language = useLanguage();
  const now = useBusinessNow();
  const { answer } = useAnswer<CalendarView>(
    `/v1/public/calendar?form=${encodeURIComponent(slot.form)}&from=${slot.period}&to=${slot.period}`,
  );
  const item = answer.state === 'ready' ? answer.value.items[0] : undefined;
  const due = latest?.extendedTo ?? item?.due ?? null;
  const isSettled = latest?.state.startsWith('signed') ?? false;
  const isLate = now !== null && isOverdue(due, now);
  const until = (day: string) =>
    isSettled || now === null
      ? say.dueOn(dayText(day, language))
      : capitalised(timeLeftText(day, now, language));
  const facts: [string, preact.ComponentChildren][] = [
    [
      say.state,
      latest ? (
        <StateTag state={latest.state} />
      ) : (
        <Tag kind={isLate ? 'bad' : 'attention'}>{isLate ? say.late : say.none}</Tag>
      ),
    ],
    [say.due, due === null ? say.noDue : until(due)],
    [
      say.version,
      latest && latest.standingVersion > 0 ? say.versionOf(latest.standingVersion) : say.noVersion,
    ],
  ];
  return (
    <>
      <Facts facts={facts} />
      {item?.moved && <p class="hint">{item.moved.why[language]}</p>}
    </>
  );
}

function Actions({ slot, latest }: { slot: Slot; latest: SubmissionView | undefined }) {
  const say = useWords(words);
  const roles = useHeldSession()?.roles ?? [];
  const file = `${slot.form} ${slot.period}.xlsx`;
  // While something is on its way, that comes first; another file is still taken.
  const seesFirst = isOnItsWay(latest?.state);
  const see = latest && (
    <a class={seesFirst ? 'button' : undefined} href={`/ban-nop/${latest.id}`}>
      {say.open}
    </a>
  );
  return (
    <>
      <div class="actions">
        {seesFirst && see}
        {roles.includes('reporter') && (
          <a class={seesFirst ? undefined : 'button'} href={`${slotAddress(slot)}/kiem-tra`}>
            {say.check}
          </a>
        )}
        {!seesFirst && see}
        <FileButton address={`/v1/forms/${slot.form}/template.xlsx?${templateQuery(slot)}`} name={file}>
          {say.template}
        </FileButton>
      </div>
      <p class="hint">{say.templateWhy}</p>
    </>
  );
}

function templateQuery({ unit, period }: Slot): string {
  return new URLSearchParams({ unit, period }).toString();
}
