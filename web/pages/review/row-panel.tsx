import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import { cellText } from '../../format/cells.ts';
import { detailText } from '../../format/finding-detail.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useFocus } from '../../parts/use-focus.ts';
import { AskForm, type Asking } from './ask-form.tsx';
import type { ComparedRow } from './compared-rows.ts';
import { Explanation } from './explanation.tsx';
import { askWords, reviewWords } from './review-words.ts';
import { useExplanations } from './use-explanations.ts';

/** One row whole: its cells as they were written, what was found and repaired there, and the question at the cell. */
export function RowPanel({
  row,
  view,
  repairs,
  ask,
  onClose,
}: {
  row: ComparedRow;
  view: SubmissionView;
  repairs: FindingsView['repairs'];
  ask: Asking | null;
  onClose: () => void;
}) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const heading = useFocus<HTMLHeadingElement>();
  const isHere = (at: { sheet: string | null; cell: string }) =>
    row.cells.some((cell) => cell.at.sheet === at.sheet && cell.at.cell === at.cell);
  const repaired = repairs.filter(({ at }) => isHere(at));
  const { unit, form, period } = view;
  const lineage = lineageAddress({ unit, form, period, indicator: row.indicator });
  return (
    <section class="review-row" aria-labelledby="dong-mo">
      <h3 id="dong-mo" tabIndex={-1} ref={heading}>
        {say.rowOf(row.names[language])}
      </h3>
      <DataTable
        caption={say.written}
        rows={row.cells}
        rowKey={({ at, role }) => `${role} ${at.sheet} ${at.cell}`}
        empty={say.noCell}
        columns={[
          { key: 'at', head: say.head.cell, names: true, cell: ({ at }) => cellText(at, language) },
          { key: 'role', head: say.part, cell: ({ role }) => say.roles[role] },
          { key: 'raw', head: say.raw, cell: ({ raw }) => <code lang="vi">{raw}</code> },
        ]}
      />
      {row.figure?.note && (
        <p>
          {say.note}: <span lang="vi">{row.figure.note}</span>
        </p>
      )}
      <Found row={row} view={view} />
      {repaired.length > 0 && (
        <>
          <h4>{say.repaired}</h4>
          <ul>
            {repaired.map(({ at, from, to, message }) => (
              <li key={`${at.sheet} ${at.cell} ${from}`}>
                {cellText(at, language)}: <code>{from}</code> → <code>{to}</code>. {message[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {ask && <AskForm {...ask} cells={row.cells.map(({ at }) => at)} />}
      <p class="actions">
        {view.standingVersion > 0 && <a href={lineage}>{say.lineage}</a>}
        <button type="button" onClick={onClose}>
          {say.close}
        </button>
      </p>
    </section>
  );
}

function Found({ row, view }: { row: ComparedRow; view: SubmissionView }) {
  const told = useWords(askWords);
  const language = useLanguage();
  const explanations = useExplanations(view);
  if (row.findings.length === 0) return null;
  return (
    <ul class="review-found">
      {row.findings.map(({ code, severity, message, hint, ...detail }) => (
        <li key={`${code}${detail.got}`}>
          <Tag kind={severity === 'error' ? 'bad' : 'attention'}>{told[severity]}</Tag> {message[language]}
          {detailText(detail, language) && ` (${detailText(detail, language)})`}
          {hint && ` ${hint[language]}`}
          {severity === 'warning' && <Explanation code={code} explanations={explanations} />}
        </li>
      ))}
    </ul>
  );
}
