import { useRef } from 'preact/hooks';
import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import type { SubmissionFigures } from '../../../shared/query/read-submission-figures.ts';
import { capitalised } from '../../../shared/written.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { comparisonText } from '../../format/comparison.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { TaskTable } from '../../parts/task-table.tsx';
import type { Asking } from './ask-form.tsx';
import { comparedRows, nextRow, wantsLook } from './compared-rows.ts';
import { ComparedTable, focusRow } from './compared-table.tsx';
import { reviewWords } from './review-words.ts';
import { RowPanel } from './row-panel.tsx';

type Beside = SubmissionFigures['choices'][number];
const besides: Readonly<Record<string, Beside>> = { 'ban-ky': 'version', 'ky-truoc': 'period' };

/**
 * The figures of the file beside those that it is held against; which, and which row is open, the address says. Of a
 * sheet of tasks, its tasks.
 */
export function FiguresPart({ view, ask }: { view: SubmissionView; ask: Asking | null }) {
  const say = useWords(reviewWords);
  const { query } = useQuery();
  const beside = besides[query.voi ?? ''];
  const address = addressOf(apiPath`/v1/submissions/${view.id}/figures`, { beside });
  const figures = useAnswer<SubmissionFigures>(address);
  const findings = useAnswer<FindingsView>(apiPath`/v1/submissions/${view.id}/findings`);
  return (
    <section aria-labelledby="so-lieu">
      <h2 id="so-lieu">{say.figures}</h2>
      <Answered {...figures}>
        {(told) => (
          <Answered {...findings}>
            {(found) => (
              <>
                {told.items.length > 0 && <Compared {...{ view, told, found, ask }} />}
                {(found.tasks.length > 0 || told.items.length === 0) && <TaskTable tasks={found.tasks} />}
              </>
            )}
          </Answered>
        )}
      </Answered>
    </section>
  );
}

function Compared({
  view,
  told,
  found,
  ask,
}: {
  view: SubmissionView;
  told: SubmissionFigures;
  found: FindingsView;
  ask: Asking | null;
}) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const { query, change } = useQuery();
  const table = useRef<HTMLDivElement>(null);
  const rows = comparedRows(told.items, found.findings);
  const only = query.loc === 'khac';
  const shown = only ? rows.filter(wantsLook) : rows;
  const open = rows.find(({ key }) => key === query.dong);
  const marked = rows.filter((row) => row.findings.length > 0).length;
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
  const move = (step: 1 | -1) => {
    const next = nextRow(shown, focused(), step);
    if (next) focusRow(table.current, next.key);
  };
  return (
    <>
      <BesideChoice told={told} onBeside={(code) => change({ voi: code })} />
      <p role="status">
        {told.beside === null
          ? say.foundAt(marked)
          : capitalised(say.summary(comparisonText(rows, language), marked))}
      </p>
      <div class="actions">
        <label>
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => change({ loc: event.currentTarget.checked ? 'khac' : null })}
          />
          {say.onlyDiffering}
        </label>
        <button type="button" onClick={() => move(1)}>
          {say.next}
        </button>
      </div>
      <p class="hint">{say.keys}</p>
      <div ref={table}>
        <ComparedTable
          rows={shown}
          hasBeside={told.beside !== null}
          onMove={move}
          onOpen={(key) => change({ dong: key })}
        />
      </div>
      {open && (
        <RowPanel
          key={open.key}
          row={open}
          view={view}
          repairs={found.repairs}
          ask={ask}
          onClose={() => {
            change({ dong: null });
            focusRow(table.current, open.key);
          }}
        />
      )}
    </>
  );
}

function BesideChoice({ told, onBeside }: { told: SubmissionFigures; onBeside: (code: string) => void }) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const { beside, choices } = told;
  if (beside === null) return <p>{say.noBeside}</p>;
  const name =
    beside.by === 'version'
      ? say.besideVersion(beside.version)
      : say.besidePeriod(periodText(beside.period, language));
  if (choices.length === 1) {
    return (
      <p>
        {say.beside}: <strong>{name}</strong>
      </p>
    );
  }
  return (
    <ChoiceField
      id="voi"
      label={say.beside}
      value={beside.by === 'version' ? 'ban-ky' : 'ky-truoc'}
      choices={[
        ['ban-ky', say.version_],
        ['ky-truoc', say.period_],
      ]}
      onChoose={onBeside}
    />
  );
}
