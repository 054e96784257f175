import type { TaskReport } from '../../shared/tasks/task.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { cellText } from '../format/cells.ts';
import { dayText } from '../format/days.ts';
import { DataTable } from './data-table.tsx';

const words = {
  vi: {
    title: 'Nhiệm vụ đọc được',
    nothing: 'Không đọc được nhiệm vụ nào.',
    task: 'Nhiệm vụ',
    state: 'Tình trạng',
    states: { done: 'hoàn thành', continuing: 'tiếp tục' },
    doneOn: 'Ngày hoàn thành',
    result: 'Kết quả',
    cause: 'Nguyên nhân',
    at: 'Vị trí',
    none: 'không ghi',
  },
  en: {
    title: 'Tasks as read',
    nothing: 'No task was read.',
    task: 'Task',
    state: 'State',
    states: { done: 'done', continuing: 'continuing' },
    doneOn: 'Done on',
    result: 'Result',
    cause: 'Cause',
    at: 'Place',
    none: 'not told',
  },
};

/** What a sheet of tasks says, task by task, wherever a file is shown: checked, signed, reviewed or in force. */
export function TaskTable({ tasks }: { tasks: readonly TaskReport[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const told = (text: string | null) => text ?? <span class="missing">{say.none}</span>;
  return (
    <DataTable
      caption={say.title}
      rows={tasks}
      rowKey={({ task }) => task}
      empty={say.nothing}
      columns={[
        { key: 'task', head: say.task, names: true, cell: ({ task }) => task },
        { key: 'state', head: say.state, cell: ({ state }) => say.states[state] },
        { key: 'done', head: say.doneOn, cell: ({ doneOn }) => told(doneOn && dayText(doneOn, language)) },
        { key: 'result', head: say.result, cell: ({ result }) => told(result) },
        { key: 'cause', head: say.cause, cell: ({ cause }) => told(cause) },
        { key: 'at', head: say.at, cell: ({ at }) => cellText(at, language) },
      ]}
    />
  );
}
