import type { Unit } from '../../../shared/catalog/schema.ts';
import { apiPath } from '../../app/api-path.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useWords } from '../../app/language.tsx';
import { seesUnit } from '../../app/sees-unit.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useSession } from '../../app/use-session.ts';
import { Answered } from '../../parts/answered.tsx';
import { IfFrozen } from '../../parts/if-frozen.tsx';
import { CutTasks } from '../tasks/cut-tasks.tsx';
import type { ToldTasks } from '../tasks/reviewed-tasks.tsx';
import { fromDocument, fromList, type ShownTask } from '../tasks/shown-task.ts';
import { TaskList } from '../tasks/task-list.tsx';
import { useTaskList } from '../tasks/use-tasks.ts';

const words = {
  vi: {
    heading: 'Nhiệm vụ chủ trì',
    none: 'Không có nhiệm vụ nào do đơn vị chủ trì trong danh sách này.',
    notPublic: 'Nhiệm vụ được công khai sau khi số liệu của phiên họp được chốt.',
    onlyFrozen:
      'Đây là nhiệm vụ đã chốt cho phiên họp. Nhiệm vụ mới giao được công khai khi chốt cho phiên họp tiếp theo.',
    all: 'Tất cả nhiệm vụ của đơn vị',
  },
  en: {
    heading: 'Tasks that it leads',
    none: 'This list has no task that the unit leads.',
    notPublic: 'Tasks are public once the figures of the meeting are frozen.',
    onlyFrozen:
      'These are the tasks frozen for the meeting. What was assigned since becomes public at the next freeze.',
    all: 'All tasks of the unit',
  },
};

type Given = { unit: Unit; today: string };

/** The tasks that the unit leads: those of a frozen meeting for everybody, all of them for who may see them. */
export function UnitTasks(given: Given) {
  const say = useWords(words);
  const session = useSession();
  return (
    <section aria-labelledby="nhiem-vu">
      <h2 id="nhiem-vu">{say.heading}</h2>
      {seesUnit(session, given.unit.id) ? <Standing {...given} /> : <Frozen {...given} />}
      <p>
        <a href={`/nhiem-vu?don-vi=${given.unit.id}`}>{say.all}</a>
      </p>
    </section>
  );
}

function Standing({ unit, today }: Given) {
  const { answer, reload } = useTaskList({ unit: unit.id });
  return (
    <Answered answer={answer} reload={reload}>
      {({ tasks, isCut }) => (
        <>
          {isCut && <CutTasks count={tasks.length} />}
          <Led tasks={tasks.map(fromList)} unit={unit} today={today} />
        </>
      )}
    </Answered>
  );
}

function Frozen(given: Given) {
  const say = useWords(words);
  const { answer, reload } = useMeetings();
  const not = <p>{say.notPublic}</p>;
  return (
    <Answered answer={answer} reload={reload}>
      {({ coming }) =>
        coming === null ? (
          not
        ) : (
          <IfFrozen meeting={coming.id} not={not}>
            <OfMeeting {...given} meeting={coming.id} />
          </IfFrozen>
        )
      }
    </Answered>
  );
}

function OfMeeting({ unit, today, meeting }: Given & { meeting: string }) {
  const say = useWords(words);
  const { answer, reload } = useAnswer<ToldTasks>(apiPath`/v1/public/meetings/${meeting}/tasks`);
  return (
    <Answered answer={answer} reload={reload}>
      {(told) => (
        <>
          <Led tasks={told.tasks.map(fromDocument)} unit={unit} today={today} />
          <p class="soft">{say.onlyFrozen}</p>
        </>
      )}
    </Answered>
  );
}

function Led({ tasks, unit, today }: Given & { tasks: readonly ShownTask[] }) {
  const say = useWords(words);
  const led = tasks.filter(({ lead, passedFrom }) => lead === unit.id || passedFrom === unit.id);
  return <TaskList tasks={led} today={today} none={say.none} />;
}
