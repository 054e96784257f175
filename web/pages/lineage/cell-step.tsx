import type { CellSource } from '../../../shared/observations/observation.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import type { FindingsView } from '../../../shared/query/read-submission.ts';
import { capitalised } from '../../../shared/written.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FileFacts } from './file-and-cells.tsx';
import { findingsAt, readOf, repairsAt } from './lineage-view.ts';
import { words } from './words.ts';

/** One cell: the text as it was written, what was read of it, and what was repaired on the way. */
export function CellStep({ lineage, cell }: { lineage: Lineage; cell: CellSource }) {
  const say = useWords(words);
  const language = useLanguage();
  const read = readOf(lineage.figure, cell.role);
  return (
    <section aria-labelledby="o">
      <h2 id="o">
        {capitalised(cellText(cell.at, language))}: {say[cell.role]}
      </h2>
      <p class="lineage-raw">
        <span class="soft">{say.raw}</span> <code>{cell.raw}</code>
      </p>
      <Facts
        facts={[
          [say.read, read === null ? '' : figureText(read, language)],
          [say.sheet, cell.at.sheet ?? say.noSheet],
          [say.cell, cell.at.cell],
          ...(cell.format === null ? [] : ([[say.format, <code key="f">{cell.format}</code>]] as const)),
        ]}
      />
      <FileFacts lineage={lineage} />
      {lineage.submission !== undefined && <CellNotes submission={lineage.submission} cell={cell} />}
    </section>
  );
}

/** What was repaired and found at the cell, from the report of the file. */
function CellNotes({ submission, cell }: { submission: string; cell: CellSource }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<FindingsView>(apiPath`/v1/submissions/${submission}/findings`);
  return (
    <Answered answer={answer} reload={reload}>
      {({ repairs, findings }) => {
        const repaired = repairsAt(repairs, cell);
        const found = findingsAt(findings, cell);
        return (
          <>
            <h3>{say.repairs}</h3>
            {repaired.length === 0 ? (
              <p>{say.noRepairs}</p>
            ) : (
              <ul>
                {repaired.map(({ code, from, to, message }) => (
                  <li key={code}>
                    {say.fromTo(from, to)}. {message[language]}
                  </li>
                ))}
              </ul>
            )}
            {found.length > 0 && (
              <>
                <h3>{say.findings}</h3>
                <ul>
                  {found.map(({ code, message }) => (
                    <li key={code}>{message[language]}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        );
      }}
    </Answered>
  );
}
