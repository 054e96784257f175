import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { TaskView } from '../../../shared/query/read-tasks.ts';
import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { contentKeys } from '../../app/content-keys.ts';
import { useGoDone } from '../../app/done.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { dayText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTaskList } from '../tasks/use-tasks.ts';
import { ChangeTask } from './change-task.tsx';
import type { MeetingPart } from './meeting-page.tsx';
import { TaskFields } from './task-fields.tsx';
import { emptyTask, missingTask, taskControl, taskLabel, taskWords } from './task-words.ts';
import { whyWords } from './why-field.tsx';

/** The tasks that a meeting assigned, and one more; `?nhiem-vu=3`: that one is changed. */
export function AssignTasks({ meeting }: MeetingPart) {
  const say = useWords(taskWords);
  const { query } = useLocation();
  const { answer, reload } = useTaskList({ meeting: meeting.id });
  return (
    <Answered answer={answer} reload={reload}>
      {({ tasks, isCut }) => {
        const wanted = query['nhiem-vu'];
        const asked = tasks.find(({ number }) => String(number) === wanted);
        if (asked) return <ChangeTask key={asked.id} task={asked} reload={reload} />;
        if (wanted !== undefined) return <NoSuchTask meeting={meeting.id} number={wanted} isCut={isCut} />;
        return (
          <>
            {isCut && <Notice kind="warning">{say.cut(tasks.length)}</Notice>}
            <Assigned meeting={meeting.id} tasks={tasks} />
            {meeting.state === 'cancelled' ? (
              <p>{say.cancelled}</p>
            ) : (
              <NewTask key={tasks.length} meeting={meeting.id} reload={reload} />
            )}
          </>
        );
      }}
    </Answered>
  );
}

/** The address names a task that is not told. @param isCut it may be among those that are not told */
function NoSuchTask({ meeting, number, isCut }: { meeting: string; number: string; isCut: boolean }) {
  const say = useWords(taskWords);
  return (
    <Notice kind="warning">
      <p>{isCut ? say.notTold(number) : say.noSuchTask(number)}</p>
      <p>
        <a href={`/thu-ky/phien-hop/${meeting}?xem=nhiem-vu`}>{say.toTasks}</a>
      </p>
    </Notice>
  );
}

function Assigned({ meeting, tasks }: { meeting: string; tasks: readonly TaskView[] }) {
  const say = useWords(taskWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={say.caption}
      rows={tasks}
      rowKey={({ id }) => id}
      empty={say.none}
      columns={[
        { key: 'number', head: say.number, kind: 'number', cell: ({ number }) => number },
        { key: 'text', head: say.text, names: true, cell: ({ text }) => <span lang="vi">{text}</span> },
        { key: 'lead', head: say.lead, cell: ({ leadName }) => <span lang="vi">{leadName}</span> },
        { key: 'deadline', head: say.deadline, cell: ({ deadline }) => dayText(deadline, language) },
        {
          key: 'state',
          head: say.state,
          cell: ({ state }) => <Tag kind={state === 'closed' ? 'good' : 'plain'}>{say.states[state]}</Tag>,
        },
        {
          key: 'change',
          head: say.action,
          cell: ({ number, state }) =>
            state === 'open' ? (
              <a href={`/thu-ky/phien-hop/${meeting}?xem=nhiem-vu&nhiem-vu=${number}`}>
                {say.change}
                <span class="unseen"> {number}</span>
              </a>
            ) : (
              say.closed
            ),
        },
      ]}
    />
  );
}

function NewTask({ meeting, reload }: { meeting: string; reload: () => void }) {
  const say = useWords(taskWords);
  const reason = useWords(whyWords);
  const goDone = useGoDone();
  const [task, write, forget] = useDraft(`task:${meeting}`, emptyTask);
  const [keys] = useState(contentKeys);
  const send = async () => {
    const body = { tasks: [task] };
    await changeAt('POST', apiPath`/v1/meetings/${meeting}/tasks`, {
      body,
      idempotencyKey: keys.keyOf(body),
    });
    keys.clear();
    forget();
    reload();
    goDone(`/thu-ky/phien-hop/${meeting}?xem=nhiem-vu`, 'giao');
  };
  return (
    <>
      <h2>{say.assign}</h2>
      <ChangeForm
        submit={say.submit}
        check={() => missingTask(task, say)}
        fieldOf={(field) => {
          const id = taskControl(field);
          return id === undefined ? undefined : { id, label: taskLabel(id, say, reason.why) };
        }}
        send={send}
      >
        {(errorOf) => (
          <TaskFields task={task} change={(next) => write({ ...task, ...next })} errorOf={errorOf} />
        )}
      </ChangeForm>
    </>
  );
}
