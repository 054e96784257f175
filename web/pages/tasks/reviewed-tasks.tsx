import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import type { TasksDocument } from '../../../shared/tasks/task.ts';
import { apiPath } from '../../app/api-path.ts';
import { useFiguresBase, useHasRights } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useSession } from '../../app/use-session.ts';
import { Answered } from '../../parts/answered.tsx';
import { IfFrozen } from '../../parts/if-frozen.tsx';
import { Tag } from '../../parts/tag.tsx';
import { fitting, fromDocument, type ShownTask, type TaskFilter } from './shown-task.ts';
import { TaskList } from './task-list.tsx';
import { TasksFile } from './tasks-file.tsx';

/** A meeting's document as it is answered: frozen, or as of now. */
export type ToldTasks = TasksDocument & { provisional: boolean };

const words = {
  vi: {
    heading: 'Nhiệm vụ phiên họp xem xét',
    frozen: 'Đã chốt cho phiên họp',
    provisional: 'Tính đến lúc này, chưa chốt',
    notYet: 'Nhiệm vụ của phiên họp này được công khai sau khi số liệu được chốt.',
    balance: ({ carried, assigned, done, continuing }: TasksDocument) =>
      `${carried} chuyển từ các phiên trước + ${assigned} giao tại phiên liền trước = ${done} hoàn thành + ${continuing} tiếp tục.`,
    notReported: (count: number) => `${count} nhiệm vụ chưa được báo cáo, nên tính là tiếp tục.`,
    empty: 'Phiên họp này không có nhiệm vụ nào từ các phiên trước.',
    none: 'Không có nhiệm vụ nào khớp với lựa chọn.',
    own: 'Chỉ tính các nhiệm vụ mà đơn vị của bạn chủ trì hoặc phối hợp.',
  },
  en: {
    heading: 'Tasks that the meeting looks at',
    frozen: 'Frozen for the meeting',
    provisional: 'As of now, not frozen',
    notYet: 'The tasks of this meeting are public once its figures are frozen.',
    balance: ({ carried, assigned, done, continuing }: TasksDocument) =>
      `${carried} carried + ${assigned} assigned at the meeting before = ${done} done + ${continuing} continuing.`,
    notReported: (count: number) => `${count} were not reported on, and so continue.`,
    empty: 'No task of earlier meetings is open at this one.',
    none: 'No task fits the choice.',
    own: 'Counts only the tasks that your unit leads or works with.',
  },
};

type Given = { meeting: MeetingView; filter: TaskFilter; today: string };

/**
 * The tasks with which a meeting began, reconciled: carried + assigned = done + continuing. For everybody once they are
 * frozen; for who has a role before that, too.
 */
export function ReviewedTasks(given: Given) {
  const say = useWords(words);
  const hasRights = useHasRights();
  return (
    <section aria-labelledby="xem-xet">
      <h2 id="xem-xet">{say.heading}</h2>
      {hasRights ? (
        <Reviewed {...given} />
      ) : (
        <IfFrozen meeting={given.meeting.id} not={<p>{say.notYet}</p>}>
          <Reviewed {...given} />
        </IfFrozen>
      )}
    </section>
  );
}

function Reviewed({ meeting, filter, today }: Given) {
  const say = useWords(words);
  const session = useSession();
  const language = useLanguage();
  const { answer, reload } = useAnswer<ToldTasks>(apiPath`${useFiguresBase()}/meetings/${meeting.id}/tasks`);
  return (
    <Answered answer={answer} reload={reload}>
      {(told) => {
        const tasks: ShownTask[] = told.tasks.map(fromDocument);
        const shown = fitting(tasks, filter, today);
        return (
          <>
            <p>
              <Tag kind={told.provisional ? 'attention' : 'good'}>
                {told.provisional ? say.provisional : say.frozen}
              </Tag>
            </p>
            <p class="tasks-balance">{say.balance(told)}</p>
            {told.notReported > 0 && <p>{say.notReported(told.notReported)}</p>}
            {told.provisional && session?.unit != null && <p class="soft">{say.own}</p>}
            <TaskList tasks={shown} today={today} none={tasks.length === 0 ? say.empty : say.none} />
            <TasksFile tasks={shown} today={today} name={`nhiem-vu-${meeting.id}-${language}`} />
          </>
        );
      }}
    </Answered>
  );
}
