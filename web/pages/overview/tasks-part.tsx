import type { TasksDocument } from '../../../shared/tasks/task.ts';
import { useWords } from '../../app/language.tsx';
import type { Answer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import type { MeetingStage } from './coming-meeting.ts';
import { words } from './words.ts';

/** How the tasks of the meetings before stand, as they were frozen; before that they are not public. */
export function TasksPart({
  answer,
  reload,
  meeting,
  stage,
}: {
  /** null: nothing is frozen yet. */
  answer: Answer<TasksDocument> | null;
  reload: () => void;
  meeting: string;
  stage: MeetingStage;
}) {
  const say = useWords(words);
  return (
    <section class="overview-part" aria-labelledby="nhiem-vu">
      <h2 id="nhiem-vu">{say.tasks}</h2>
      {answer === null ? (
        <p>{say.tasksLater}</p>
      ) : (
        <Answered answer={answer} reload={reload} none={<p>{say.tasksLater}</p>}>
          {(tasks) => <Counts tasks={tasks} />}
        </Answered>
      )}
      {stage !== 'held' && (
        <p>
          <a href={`/nhiem-vu?phien=${meeting}`}>{say.toTasks}</a>
        </p>
      )}
    </section>
  );
}

function Counts({ tasks }: { tasks: TasksDocument }) {
  const say = useWords(words);
  const { carried, assigned, done, continuing, notReported } = tasks;
  if (carried + assigned === 0) return <p>{say.noTasks}</p>;
  return (
    <>
      <p>{say.tasksOf(carried, assigned)}</p>
      <Facts
        facts={[
          [say.tasksDone, done],
          [say.tasksContinuing, continuing],
          [say.tasksSilent, notReported],
        ]}
      />
    </>
  );
}
