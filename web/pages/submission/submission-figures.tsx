import { useState } from 'preact/hooks';
import type { FigureChange } from '../../../shared/query/compared-figures.ts';
import type { SubmissionFigures as FiguresView } from '../../../shared/query/read-submission-figures.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { figureText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { FigureTable } from './figure-table.tsx';
import { figureWords } from './figure-words.ts';

/** What an approver confirms, figure by figure, beside the version that it replaces or the period before. */
export function SubmissionFigures({ id, isSigned }: { id: string; isSigned: boolean }) {
  const say = useWords(figureWords);
  const { answer, reload } = useAnswer<FiguresView>(apiPath`/v1/submissions/${id}/figures`);
  return (
    <section>
      <h2>{say.title}</h2>
      <Answered answer={answer} reload={reload}>
        {(view) => <Comparison view={view} isSigned={isSigned} />}
      </Answered>
    </section>
  );
}

function Comparison({ view: { items, beside }, isSigned }: { view: FiguresView; isSigned: boolean }) {
  const say = useWords(figureWords);
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const differing = items.filter(({ change }) => isDifferent(change));
  const changed = figureText(String(differing.length), language);
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
      <p>
        <label>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {say.all}
        </label>
      </p>
      <FigureTable
        rows={isWhole ? items : differing}
        before={isVersion ? say.version(beside.version) : period}
      />
    </>
  );
}

function isDifferent(change: FigureChange): boolean {
  return change !== 'same' && change !== 'none';
}
