import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { cellsText, cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Explanation } from './explanation.tsx';
import { askWords } from './review-words.ts';
import { useExplanations } from './use-explanations.ts';

/** What the check found, by kind, errors first, with what the unit explained; and what was read differently. */
export function FindingsPart({ view }: { view: SubmissionView }) {
  const say = useWords(askWords);
  const findings = useAnswer<FindingsView>(apiPath`/v1/submissions/${view.id}/findings`);
  return (
    <section aria-labelledby="loi">
      <h2 id="loi">{say.findings}</h2>
      <Answered {...findings}>
        {(found) => (
          <>
            <Groups view={view} found={found} />
            {found.repairs.length > 0 && <Repairs found={found} />}
          </>
        )}
      </Answered>
    </section>
  );
}

function Groups({ view, found }: { view: SubmissionView; found: FindingsView }) {
  const say = useWords(askWords);
  const language = useLanguage();
  const explanations = useExplanations(view);
  if (found.groups.length === 0) return <p>{say.noFindings}</p>;
  return (
    <ul class="review-found">
      {found.groups.map(({ code, severity, count, message, cells }) => (
        <li key={code}>
          <Tag kind={severity === 'error' ? 'bad' : 'attention'}>{say[severity]}</Tag> {message[language]}{' '}
          {`(${figureText(String(count), language)})`}
          {cells.length > 0 && (
            <p class="soft">
              {say.atCells}: {cellsText(cells, language)}
            </p>
          )}
          {severity === 'warning' && <Explanation code={code} explanations={explanations} />}
        </li>
      ))}
    </ul>
  );
}

function Repairs({ found }: { found: FindingsView }) {
  const say = useWords(askWords);
  const language = useLanguage();
  return (
    <details>
      <summary>{say.repairs(figureText(String(found.counts.repairs), language))}</summary>
      <DataTable
        caption={say.repairsCaption}
        rows={found.repairs}
        rowKey={({ at, code }, place) => `${at.sheet} ${at.cell} ${code} ${place}`}
        columns={[
          { key: 'at', head: say.repairHead.at, names: true, cell: ({ at }) => cellText(at, language) },
          { key: 'from', head: say.repairHead.from, cell: ({ from }) => <code lang="vi">{from}</code> },
          { key: 'to', head: say.repairHead.to, cell: ({ to }) => <code lang="vi">{to}</code> },
          { key: 'why', head: say.repairHead.why, cell: ({ message }) => message[language] },
        ]}
      />
    </details>
  );
}
