import { useState } from 'preact/hooks';
import type { ObservationsView } from '../../../shared/query/read-lineage.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';
import { StateTag } from '../../parts/submission-state.tsx';
import { SentName } from '../submission/sent-name.tsx';
import { changedFigures } from './changed-figures.ts';
import { type Signed, signedVersions } from './signed-versions.ts';
import { useIndicatorNames } from './use-names.ts';
import { words } from './words.ts';

/** Everything that was sent for the slot, newest first; of each version that was signed, what it changed. */
export function SlotHistory({
  items,
  more,
}: {
  items: SubmissionView[];
  /** Asks for earlier ones; null: these are all. */
  more: (() => void) | null;
}) {
  const say = useWords(words);
  const versions = signedVersions(items);
  return (
    <section>
      <h2>{say.history}</h2>
      {items.length === 0 ? (
        <p>{say.historyNone}</p>
      ) : (
        <ol class="report-versions">
          {items.map((item) => (
            <Attempt key={item.id} item={item} signed={versions.get(item.id)} isWhole={more === null} />
          ))}
        </ol>
      )}
      {more && (
        <p>
          <button type="button" onClick={more}>
            {say.more}
          </button>
        </p>
      )}
    </section>
  );
}

function Attempt({
  item,
  signed,
  isWhole,
}: {
  item: SubmissionView;
  signed: Signed | undefined;
  isWhole: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <li>
      <p>
        <a href={`/ban-nop/${item.id}`}>
          <SentName submission={item} />
        </a>{' '}
        <StateTag state={item.state} />
      </p>
      <p class="soft">
        {signed
          ? say.signedAt(momentText(signed.at, language), signed.by)
          : say.openedAt(momentText(item.openedAt, language))}
      </p>
      {signed && (
        <p>
          <a href={`/ban-nop/${item.id}/bien-nhan`}>{say.receipt}</a>
        </p>
      )}
      {signed?.before && isWhole && <Changes item={item} signed={signed} before={signed.before} />}
    </li>
  );
}

/** What a version changed, asked for when somebody opens it. */
function Changes({ item, signed, before }: { item: SubmissionView; signed: Signed; before: Signed }) {
  const say = useWords(words);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.changes(before.version)}</summary>
      {isOpen && <Differences item={item} signed={signed} before={before} />}
    </details>
  );
}

function Differences({ item, signed, before }: { item: SubmissionView; signed: Signed; before: Signed }) {
  const say = useWords(words);
  const nameOf = useIndicatorNames();
  const { unit, form, period } = item;
  const address = (at: string) => addressOf(apiPath`/v1/observations`, { unit, form, period, asOf: at });
  const now = useAnswer<ObservationsView>(address(signed.at));
  const then = useAnswer<ObservationsView>(address(before.at));
  return (
    <Answered answer={then.answer} reload={then.reload}>
      {(older) => (
        <Answered answer={now.answer} reload={now.reload}>
          {(newer) => (
            <DataTable
              caption={say.changes(before.version)}
              rows={changedFigures(older.items, newer.items)}
              rowKey={({ indicator }) => indicator}
              empty={say.same}
              columns={[
                { key: 'name', head: say.indicator, names: true, cell: ({ indicator }) => nameOf(indicator) },
                {
                  key: 'was',
                  head: say.was,
                  kind: 'number',
                  cell: (row) => <FigureValue figure={row.before} />,
                },
                {
                  key: 'is',
                  head: say.is,
                  kind: 'number',
                  cell: (row) => <FigureValue figure={row.after} />,
                },
              ]}
            />
          )}
        </Answered>
      )}
    </Answered>
  );
}
