import { useState } from 'preact/hooks';
import type { SubmissionFigures as FiguresView } from '../../../shared/query/read-submission-figures.ts';
import type { TaskReport } from '../../../shared/tasks/task.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { comparisonText, isDifferent } from '../../format/comparison.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { TaskTable } from '../../parts/task-table.tsx';
import { FigureTable } from './figure-table.tsx';
import { figureWords } from './figure-words.ts';

/**
 * What an approver confirms: figure by figure, beside the version that it replaces or the period before, and task by
 * task.
 * @param tasks null while they are not there
 */
export function SubmissionFigures({
  id,
  isSigned,
  tasks,
}: {
  id: string;
  isSigned: boolean;
  tasks: readonly TaskReport[] | null;
}) {
  const say = useWords(figureWords);
  const { answer, reload } = useAnswer<FiguresView>(apiPath`/v1/submissions/${id}/figures`);
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title" tabIndex={-1}>
        {say.title}
      </h2>
      <Answered answer={answer} reload={reload}>
        {(view) => (
          <>
            {view.items.length > 0 && <Comparison view={view} isSigned={isSigned} />}
            {tasks && (tasks.length > 0 || view.items.length === 0) && <TaskTable tasks={tasks} />}
          </>
        )}
      </Answered>
    </section>
  );
}

function Comparison({ view: { items, beside }, isSigned }: { view: FiguresView; isSigned: boolean }) {
  const say = useWords(figureWords);
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const changed = comparisonText(items, language);
  if (beside === null) {
    return (
      <>
        <p>{say.alone}</p>
        <FigureTable rows={items} before={null} />
      </>
    );
  }
  const told = isSigned ? say.replaced : say.replaces;
  const period = periodText(beside.period, language);
  const isVersion = beside.by === 'version';
  return (
    <>
      <p>{isVersion ? told(beside.version, changed) : say.period(period, changed)}</p>
      <p class="on-screen">
        <label>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {say.all}
        </label>
      </p>
      <div class={isWhole || items.some(({ change }) => isDifferent(change)) ? undefined : 'on-paper'}>
        <FigureTable
          rows={items}
          before={isVersion ? say.version(beside.version) : period}
          onlyDiffering={!isWhole}
        />
      </div>
    </>
  );
}
