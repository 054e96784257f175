import { useState } from 'preact/hooks';
import type { readChanges, readSteps, StepView } from '../../../shared/meetings/read-calendar-records.ts';
import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { changeKind } from './meeting-change.ts';
import { changeOf, draftOf } from './meeting-draft.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { isWhole, StepOutcome } from './step-outcome.tsx';
import { historyWords, stepName, stepWords } from './step-words.ts';

type Steps = Awaited<ReturnType<typeof readSteps>>;
type Changes = Awaited<ReturnType<typeof readChanges>>;

/** What ran for a meeting and how late, what comes, what did not run; then who changed it and why. */
export function MeetingSteps({ meeting }: MeetingPart) {
  const say = useWords(stepWords);
  const steps = useAnswer<Steps>(apiPath`/v1/meetings/${meeting.id}/steps`);
  return (
    <>
      <Answered answer={steps.answer} reload={steps.reload}>
        {({ items }) => (
          <>
            <DataTable
              caption={say.caption}
              rows={items}
              rowKey={({ step, due, state }) => `${step} ${due} ${state}`}
              empty={say.none}
              columns={[
                { key: 'step', head: say.step, names: true, cell: ({ step }) => stepName(step, say) },
                { key: 'due', head: say.due, cell: ({ due }) => <Moment at={due} /> },
                { key: 'state', head: say.state, cell: (row) => <StepState step={row} /> },
                {
                  key: 'ran',
                  head: say.ran,
                  cell: ({ ranAt }) => (ranAt ? <Moment at={ranAt} /> : say.notYet),
                },
                { key: 'what', head: say.what, cell: (row) => <StepOutcome step={row} /> },
              ]}
            />
            {items.some(({ state }) => state === 'missed' || state === 'not-scheduled') && (
              <Reschedule meeting={meeting} reload={steps.reload} />
            )}
          </>
        )}
      </Answered>
      <History id={meeting.id} />
    </>
  );
}

function Moment({ at }: { at: string }) {
  const language = useLanguage();
  return <>{momentText(at, language)}</>;
}

function StepState({ step }: { step: StepView }) {
  const say = useWords(stepWords);
  const language = useLanguage();
  const { state, lateMinutes, scheduledFor } = step;
  const kinds = { done: 'good', missed: 'bad', 'not-scheduled': 'bad' } as const;
  const known = kinds[state as 'done'] ?? (state.endsWith('late') ? 'attention' : 'plain');
  const kind = known === 'good' && !isWhole(step) ? 'attention' : known;
  return (
    <>
      <Tag kind={kind}>{say.states[state]}</Tag>
      {state === 'done-late' && (lateMinutes ?? 0) > 0 && ` ${say.late(lateMinutes ?? 0)}`}
      {state === 'waiting-late' && scheduledFor && ` ${say.scheduled(momentText(scheduledFor, language))}`}
    </>
  );
}

/** Changing a meeting to what it is sets its schedules again: what did not run then runs late. */
function Reschedule({ meeting, reload }: Pick<MeetingPart, 'meeting' | 'reload'>) {
  const say = useWords(stepWords);
  const [isDone, setDone] = useState(false);
  const send = async () => {
    const draft = draftOf(meeting);
    const body = { ...changeOf(draft, draft), revision: meeting.revision, why: say.rescheduleWhy };
    await changeAt('PUT', apiPath`/v1/meetings/${meeting.id}`, { body });
    setDone(true);
    reload();
  };
  return (
    <ChangeForm submit={say.reschedule} send={send}>
      {() => (
        <>
          <p>{say.rescheduleHint}</p>
          {isDone && <p role="status">{say.rescheduled}</p>}
        </>
      )}
    </ChangeForm>
  );
}

function History({ id }: { id: string }) {
  const say = useWords(historyWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<Changes>(apiPath`/v1/meetings/${id}/changes`);
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => (
        <DataTable
          caption={say.caption}
          rows={items}
          rowKey={({ revision }) => String(revision)}
          columns={[
            { key: 'at', head: say.at, names: true, cell: ({ at }) => momentText(at, language) },
            {
              key: 'change',
              head: say.change,
              cell: (item) => {
                const changed = changeKind(item, items.find(isBefore(item))?.after);
                return changed.kind === 'reminded'
                  ? say.reminded(momentText(changed.at, language))
                  : say.changes[changed.kind];
              },
            },
            { key: 'by', head: say.by, cell: ({ by }) => <code>{by}</code> },
            { key: 'why', head: say.why, cell: ({ why }) => why ?? say.noReason },
            {
              key: 'then',
              head: say.afterwards,
              cell: ({ after: { moments } }) =>
                say.moments(momentText(moments.cutOff, language), momentText(moments.freeze, language)),
            },
          ]}
        />
      )}
    </Answered>
  );
}

function isBefore({ revision }: { revision: number }) {
  return (one: { revision: number }) => one.revision === revision - 1;
}
