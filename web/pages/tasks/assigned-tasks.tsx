import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useWords } from '../../app/language.tsx';
import { Answered } from '../../parts/answered.tsx';
import { CutTasks } from './cut-tasks.tsx';
import { fitting, fromList, type TaskFilter } from './shown-task.ts';
import { TaskList } from './task-list.tsx';
import { TasksFile } from './tasks-file.tsx';
import { useTaskList } from './use-tasks.ts';

const words = {
  vi: {
    heading: 'Nhiệm vụ phiên họp giao',
    notPublic:
      'Nhiệm vụ do phiên họp này giao được công khai khi chốt cho phiên họp tiếp theo. Tài khoản đã có vai trò thấy ngay khi đăng nhập.',
    none: 'Không có nhiệm vụ nào khớp với lựa chọn.',
  },
  en: {
    heading: 'Tasks that the meeting assigned',
    notPublic:
      'What this meeting assigned is public once the next one is frozen. An account that has a role sees it after signing in.',
    none: 'No task fits the choice.',
  },
};

/** What a meeting assigned, as it stands: for who is signed in with a role. */
export function AssignedTasks({
  meeting,
  filter,
  today,
}: {
  meeting: MeetingView;
  filter: TaskFilter;
  today: string;
}) {
  const say = useWords(words);
  const mayRead = useHasRights();
  const { answer, reload } = useTaskList(mayRead ? { meeting: meeting.id } : null);
  return (
    <section aria-labelledby="giao">
      <h2 id="giao">{say.heading}</h2>
      {!mayRead ? (
        <p>{say.notPublic}</p>
      ) : (
        <Answered answer={answer} reload={reload}>
          {({ tasks, isCut }) => {
            const shown = fitting(tasks.map(fromList), filter, today);
            return (
              <>
                {isCut && <CutTasks count={tasks.length} />}
                <TaskList tasks={shown} today={today} none={say.none} />
                <TasksFile tasks={shown} today={today} name={`nhiem-vu-giao-${meeting.id}`} />
              </>
            );
          }}
        </Answered>
      )}
    </section>
  );
}
