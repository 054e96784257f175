import type { TaskView } from '../../shared/query/read-tasks.ts';
import type { Passed } from '../../shared/tasks/assign-tasks.ts';
import type { ReportedTask, TasksDocument } from '../../shared/tasks/task.ts';
import type { Lang } from '../usage.ts';

/** Tasks, each with who leads it, by when, and where it stands. */
export function tasksText(tasks: readonly TaskView[], lang: Lang): string {
  const say = words[lang];
  if (tasks.length === 0) return say.none;
  return tasks
    .flatMap((task) => {
      const { closed } = task;
      return [...headOf(task, closed === null ? say.open : `${say.closed} ${closed.meeting}`, lang)];
    })
    .join('\n');
}

/** The tasks of a meeting and what became of them: `carried + assigned = done + continuing`. */
export function meetingText(document: TasksDocument & { provisional: boolean }, lang: Lang): string {
  const say = words[lang];
  const { meeting, previous, carried, assigned, done, continuing, notReported, tasks } = document;
  const told = document.provisional ? say.provisional : say.frozen;
  return [
    `${say.tasksOf} ${meeting} (${told})${previous === null ? '' : ` · ${say.from} ${previous}`}`,
    `  ${say.carried} ${carried} + ${say.assigned} ${assigned} = ${say.done} ${done} + ${say.continuing} ${continuing}` +
      (notReported > 0 ? ` (${say.notReported} ${notReported})` : ''),
    ...tasks.flatMap((task) => [
      ...headOf(task, task.state === 'done' ? say.done : say.continuing, lang),
      ...toldOf(task, lang),
    ]),
  ].join('\n');
}

/** Which units were named, and lead no more. */
export function passedText(passed: readonly Passed[], lang: Lang): string[] {
  return passed.map(({ from, to }) => `  ! ${words[lang].passed(from, to)}`);
}

function headOf(
  task: Pick<
    TaskView,
    'id' | 'text' | 'leadName' | 'withNames' | 'deadline' | 'leadDivided' | 'constructed'
  > & {
    passedFrom: string | null;
    lead: string;
    revision?: number;
  },
  state: string,
  lang: Lang,
): string[] {
  const say = words[lang];
  const revision = task.revision === undefined ? '' : ` · v${task.revision}`;
  const others = task.withNames.length > 0 ? ` · ${say.with} ${task.withNames.join(', ')}` : '';
  return [
    `  ${task.id}${revision} · ${task.leadName}${others} · ${say.due} ${task.deadline} · ${state}`,
    `      ${task.text}`,
    ...(task.constructed ? [`      (${say.constructed})`] : []),
    ...(task.passedFrom === null ? [] : [`      ! ${say.passed(task.passedFrom, task.lead)}`]),
    ...(task.leadDivided ? [`      ! ${say.divided}`] : []),
  ];
}

function toldOf({ reported, result, cause, told }: ReportedTask, lang: Lang): string[] {
  const say = words[lang];
  if (!reported) return [`      ${say.notReported}`];
  const place = told ? ` (${told.form} ${told.period} v${told.version}, ${told.at.cell})` : '';
  return [result && `${say.result}: ${result}`, cause && `${say.cause}: ${cause}`]
    .filter((line) => line)
    .map((line) => `      ${line}${place}`);
}

const words = {
  vi: {
    none: 'Không có nhiệm vụ nào.',
    open: 'chưa hoàn thành',
    closed: 'đã hoàn thành, ghi nhận tại',
    tasksOf: 'Nhiệm vụ của phiên họp',
    provisional: 'tạm tính, chưa chốt',
    frozen: 'đã chốt',
    from: 'tiếp theo phiên',
    carried: 'chuyển tiếp',
    assigned: 'giao mới',
    done: 'hoàn thành',
    continuing: 'đang thực hiện',
    notReported: 'chưa báo cáo',
    with: 'phối hợp:',
    due: 'thời hạn',
    result: 'Kết quả',
    cause: 'Nguyên nhân',
    constructed: 'dựng để minh họa hoặc kiểm thử',
    passed: (from: string, to: string) => `${from} không còn, đơn vị kế thừa ${to} chủ trì`,
    divided: 'đơn vị chủ trì đã được chia cho nhiều đơn vị; hãy chỉ định đơn vị khác (tasks change … --lead)',
  },
  en: {
    none: 'There are no tasks.',
    open: 'open',
    closed: 'done, as found at',
    tasksOf: 'Tasks of the meeting',
    provisional: 'provisional',
    frozen: 'frozen',
    from: 'follows',
    carried: 'carried',
    assigned: 'assigned',
    done: 'done',
    continuing: 'continuing',
    notReported: 'not reported',
    with: 'with:',
    due: 'due',
    result: 'Result',
    cause: 'Cause',
    constructed: 'constructed for a demonstration or a test',
    passed: (from: string, to: string) => `${from} is no more; its successor ${to} leads`,
    divided: 'the lead was divided among several units; name another (tasks change … --lead)',
  },
} as const;
