import { useState } from 'preact/hooks';
import type { TaskView } from '../../../shared/query/read-tasks.ts';
import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { TaskFields } from './task-fields.tsx';
import { missingTask, type TaskDraft, taskControl, taskLabel, taskWords } from './task-words.ts';
import { WhyField, whyWords } from './why-field.tsx';

/** One task is changed, from the revision that is shown and with a reason. */
export function ChangeTask({ task, reload }: { task: TaskView; reload: () => void }) {
  const say = useWords(taskWords);
  const reason = useWords(whyWords);
  const goDone = useGoDone();
  const { text, lead, deliverable, measure, deadline } = task;
  const [before] = useState({ text, lead, with: [...task.with], deliverable, measure, deadline, why: '' });
  // Of another revision nothing is taken over: it was made from what no longer stands.
  const [{ why, ...draft }, write, forget] = useDraft(`task:${task.id}@${task.revision}`, before);
  const list = `/thu-ky/phien-hop/${task.meeting}?xem=nhiem-vu`;
  const send = async () => {
    // A field that was not touched is not sent: somebody else's change of it stays.
    const changes = Object.entries(draft).filter(
      ([name, value]) => String(value) !== String(before[name as keyof TaskDraft]),
    );
    const body = { revision: task.revision, why, ...Object.fromEntries(changes) };
    await changeAt('PUT', apiPath`/v1/tasks/${task.meeting}/${task.number}`, { body });
    forget();
    reload();
    goDone(list, 'sua-nhiem-vu');
  };
  return (
    <>
      <h2>{say.changeTitle(task.number)}</h2>
      <ChangeForm
        submit={say.save}
        cancel={list}
        onCancel={forget}
        check={() => [
          ...missingTask(draft, say),
          ...(why.trim() === '' ? [{ id: 'task-why', message: reason.needed }] : []),
        ]}
        fieldOf={(field) => {
          const id = taskControl(field);
          return id === undefined ? undefined : { id, label: taskLabel(id, say, reason.why) };
        }}
        send={send}
      >
        {(errorOf) => (
          <>
            <TaskFields task={draft} change={(next) => write({ ...draft, why, ...next })} errorOf={errorOf} />
            <WhyField
              id="task-why"
              value={why}
              onInput={(next) => write({ ...draft, why: next })}
              error={errorOf('task-why')}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}
