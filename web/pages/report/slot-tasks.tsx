import type { FindingsView } from '../../../shared/query/read-submission.ts';
import type { State } from '../../../shared/submissions/moves.ts';
import { apiPath } from '../../app/api-path.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { TaskTable } from '../../parts/task-table.tsx';
import type { InForce } from './in-force.ts';
import { awaitsSignature } from './slot-stage.ts';

const words = {
  vi: {
    title: 'Nhiệm vụ đã báo cáo',
    none: 'Kỳ này chưa có báo cáo nào về nhiệm vụ có hiệu lực.',
    waiting: 'Bản nộp mới nhất đang chờ ký nên báo cáo về nhiệm vụ của kỳ này chưa có hiệu lực.',
    waitingBeside: 'Bản nộp mới nhất đang chờ ký; dưới đây là nhiệm vụ của bản đang có hiệu lực.',
  },
  en: {
    title: 'Tasks reported on',
    none: 'No report on tasks stands for this period.',
    waiting: 'What was sent last waits for its signature, so no report on tasks stands for this period yet.',
    waitingBeside:
      'What was sent last waits for its signature; these are the tasks of the version that stands.',
  },
};

/**
 * The tasks of the version in force, where the form is a sheet of tasks alone.
 * @param standing null: nothing is in force @param latest where the last that was sent is
 */
export function SlotTasks({ standing, latest }: { standing: InForce | null; latest: State | undefined }) {
  const say = useWords(words);
  const isWaiting = awaitsSignature(latest);
  const submission = standing?.submission ?? null;
  const findings = useAnswer<FindingsView>(submission && apiPath`/v1/submissions/${submission}/findings`);
  return (
    <section>
      <h2>{say.title}</h2>
      {submission === null ? (
        <p>{isWaiting ? say.waiting : say.none}</p>
      ) : (
        <>
          {isWaiting && <p>{say.waitingBeside}</p>}
          <Answered {...findings}>{({ tasks }) => <TaskTable tasks={tasks} />}</Answered>
        </>
      )}
    </section>
  );
}
