import type { ComponentChildren } from 'preact';
import type { CalendarView } from '../../../shared/query/read-calendar.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { capitalised } from '../../../shared/written.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { dayText, momentText, timeLeftText } from '../../format/days.ts';
import { Loading } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { Tag } from '../../parts/tag.tsx';
import { SentName } from '../submission/sent-name.tsx';
import type { Slot } from './slot-address.ts';
import { isOverdue } from './slot-stage.ts';
import { standingWords } from './slot-standing-words.ts';
import { isOnTime, newerThanStanding, type StandingReport, standingReport } from './standing-report.ts';
import { words } from './words.ts';

/**
 * Where the report of a slot stands: first the version in force, then what waits or was returned behind it. Only where
 * nothing is in force is it told as not sent, or overdue.
 * @param isWhole whether `items`, the newest first, are all that were sent
 */
export function SlotStanding({
  slot,
  items,
  isWhole,
}: {
  slot: Slot;
  items: readonly SubmissionView[];
  isWhole: boolean;
}) {
  const language = useLanguage();
  const { answer } = useAnswer<CalendarView>(
    apiPath`/v1/public/calendar?form=${slot.form}&from=${slot.period}&to=${slot.period}`,
  );
  if (answer.state === 'loading') return <Loading />;
  const item = answer.state === 'ready' ? answer.value.items[0] : undefined;
  const due = items[0]?.extendedTo ?? item?.due ?? null;
  const standing = standingReport(items);
  const newer = standing && newerThanStanding(items, standing);
  return (
    <>
      {standing ? (
        <InForceFacts standing={standing} due={due} onTime={isWhole ? isOnTime(items, due) : null} />
      ) : (
        <OpenFacts latest={items[0]} due={due} />
      )}
      {standing && newer && <Newer version={standing.version} newer={newer} />}
      {item?.moved && <p class="hint">{item.moved.why[language]}</p>}
    </>
  );
}

function InForceFacts({
  standing,
  due,
  onTime,
}: {
  standing: StandingReport;
  due: string | null;
  onTime: boolean | null;
}) {
  const say = useWords(words);
  const told = useWords(standingWords);
  const language = useLanguage();
  const { version, submission, signed, isQuestioned } = standing;
  const named = capitalised(say.versionOf(version));
  const state = isQuestioned ? 'signed-questioned' : 'signed';
  const facts: (readonly [string, ComponentChildren])[] = [
    [say.version, submission === null ? named : <a href={`/ban-nop/${submission}`}>{named}</a>],
    [say.state, <StateTag key="state" state={state} />],
  ];
  if (signed !== null) {
    facts.push([told.signedAt, momentText(signed.at, language)], [told.signedBy, signed.by]);
  }
  const day = due === null ? say.noDue : say.dueOn(dayText(due, language));
  facts.push([
    say.due,
    onTime === null ? day : <OnTime key="due" day={day} onTime={onTime} version={version} />,
  ]);
  return <Facts facts={facts} />;
}

function OnTime({ day, onTime, version }: { day: string; onTime: boolean; version: number }) {
  return (
    <>
      {day} <ReportState report={{ state: onTime ? 'on-time' : 'late', version, extendedTo: null }} />
    </>
  );
}

function OpenFacts({ latest, due }: { latest: SubmissionView | undefined; due: string | null }) {
  const say = useWords(words);
  const language = useLanguage();
  const now = useBusinessNow();
  if (now === null) return <Loading />;
  const isLate = isOverdue(due, now);
  const state = latest ? (
    <StateTag state={latest.state} />
  ) : (
    <Tag kind={isLate ? 'bad' : 'attention'}>{isLate ? say.late : say.none}</Tag>
  );
  return (
    <Facts
      facts={[
        [say.state, state],
        [say.due, due === null ? say.noDue : capitalised(timeLeftText(due, now, language))],
        [say.version, say.noVersion],
      ]}
    />
  );
}

/** What became of the file that was sent after the version in force, and what is to be done about it. */
function Newer({ version, newer }: { version: number; newer: SubmissionView }) {
  const told = useWords(standingWords);
  const language = useLanguage();
  const known = told.newer[newer.state as keyof typeof told.newer];
  if (!known) return null;
  const isBad = newer.state === 'returned' || newer.state === 'questioned';
  return (
    <Notice kind={isBad ? 'warning' : 'info'} title={known.title(momentText(newer.openedAt, language))}>
      <p>
        <a href={`/ban-nop/${newer.id}`}>
          <SentName submission={newer} />
        </a>
      </p>
      <p>{known.text(version)}</p>
    </Notice>
  );
}
