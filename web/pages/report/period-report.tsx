import type { CalendarItem } from '../../../shared/query/read-calendar.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { dayText, timeLeftText } from '../../format/days.ts';
import { periodTitle } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { Tag } from '../../parts/tag.tsx';
import { inForceIn } from './in-force.ts';
import { NextStep } from './next-step.tsx';
import { type Slot, sentOf, slotAddress } from './slot-address.ts';
import { isOverdue } from './slot-stage.ts';
import { submissionToSee } from './standing-report.ts';
import { words } from './words.ts';

export type Sent = { items: SubmissionView[] };

/** Among so many of the newest the version in force nearly always is; and how many are told at once. */
const few = 5;
const most = 100;

/** Where the newest of a slot's submissions are read. */
export function fewOf(slot: Slot): string {
  return sentOf(slot, few);
}

type Asked = { form: string; unit: string; item: CalendarItem; now: number };

/** One period of a form: when it is due, in words, where its report stands, and what to do next. */
export function PeriodReport({ form, unit, item, now }: Asked) {
  const language = useLanguage();
  const slot = { unit, form, period: item.period };
  const { answer, reload } = useAnswer<Sent>(fewOf(slot));
  const newest = answer.state === 'ready' ? answer.value.items : [];
  const isBehind = inForceIn(newest)?.submission === null;
  const every = useAnswer<Sent>(isBehind ? sentOf(slot, most) : null);
  return (
    <li>
      <p class="report-period">
        <a href={slotAddress(slot)}>{periodTitle(item.period, language)}</a>
      </p>
      <Answered answer={answer} reload={reload}>
        {({ items }) => (
          <>
            {isBehind ? (
              <Answered {...every}>{(all) => <InForce items={all.items} slot={slot} />}</Answered>
            ) : (
              <InForce items={items} slot={slot} />
            )}
            <Standing item={item} items={items} slot={slot} now={now} />
          </>
        )}
      </Answered>
    </li>
  );
}

function Standing({
  item,
  items,
  slot,
  now,
}: Pick<Asked, 'item' | 'now'> & {
  items: readonly SubmissionView[];
  slot: Slot;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const latest = submissionToSee(items);
  const inForce = inForceIn(items);
  const isNewer = inForce !== null && inForce.submission !== latest?.id;
  const due = latest?.extendedTo ?? item.due;
  const isSettled = latest !== undefined && latest.standingVersion > 0;
  const isLate = isOverdue(due, now);
  return (
    <>
      <p>
        {isNewer && `${say.since}: `}
        {latest ? (
          <StateTag state={latest.state} />
        ) : (
          <Tag kind={isLate ? 'bad' : due === null ? 'plain' : 'attention'}>{say.none}</Tag>
        )}{' '}
        {due !== null && !isSettled && timeLeftText(due, now, language)}
        {due === null && say.noDue}
        {latest?.extendedTo && ` (${say.extended(dayText(latest.extendedTo, language))})`}
      </p>
      {item.moved && !isSettled && <p class="hint">{item.moved.why[language]}</p>}
      <NextStep latest={latest} slot={slot} isOwed={due !== null && !isSettled} />
    </>
  );
}

/** The version in force where something newer was sent, and that it is asked about where it is. */
function InForce({ items, slot }: { items: readonly SubmissionView[]; slot: Slot }) {
  const say = useWords(words);
  const inForce = inForceIn(items);
  if (inForce === null || inForce.submission === submissionToSee(items)?.id) return null;
  const see = inForce.submission === null ? slotAddress(slot) : (`/ban-nop/${inForce.submission}` as const);
  return (
    <p>
      <a href={see}>{say.inForce(inForce.version)}</a>
      {inForce.isQuestioned && (
        <>
          {'. '}
          <a href={see}>{say.toAnswer}</a>
        </>
      )}
    </p>
  );
}
