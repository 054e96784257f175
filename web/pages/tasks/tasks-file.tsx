import { useLanguage, useWords } from '../../app/language.tsx';
import { saveFile } from '../../parts/file-link.tsx';
import type { ShownTask } from './shown-task.ts';
import { tasksCsv } from './tasks-csv.ts';

const words = { vi: { csv: 'Tải danh sách này (CSV)' }, en: { csv: 'Download this list (CSV)' } };

/** The tasks that are shown, as a file. */
export function TasksFile({
  tasks,
  today,
  name,
}: {
  tasks: readonly ShownTask[];
  today: string;
  name: string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  if (tasks.length === 0) return null;
  return (
    <p class="actions">
      <button
        type="button"
        onClick={() =>
          saveFile(new Blob([tasksCsv(tasks, today, language)], { type: 'text/csv' }), `${name}.csv`)
        }
      >
        {say.csv}
      </button>
    </p>
  );
}
