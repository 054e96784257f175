import type { Change } from '../../../shared/query/read-history.ts';
import type { Lineage } from '../../../shared/query/read-lineage.ts';
import { addressOf } from '../../app/address-of.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { Tag } from '../../parts/tag.tsx';
import { words } from './words.ts';

/** Who confirmed the version that stands, what stood before it, and what was attached to it. */
export function Confirmed({ lineage }: { lineage: Lineage }) {
  const say = useWords(words);
  const language = useLanguage();
  const { confirmed, version, read, submission } = lineage;
  const explained = Object.entries(confirmed.explanations ?? {});
  return (
    <section aria-labelledby="ky">
      <h2 id="ky">{say.signed}</h2>
      <Facts
        facts={[
          ...(confirmed.by === undefined ? [] : ([[say.signedBy, confirmed.by]] as const)),
          [say.signedAt, momentText(confirmed.at, language)],
          [say.version, version],
          ...(confirmed.why
            ? ([
                [
                  say.why,
                  <span key="w" lang="vi">
                    {confirmed.why}
                  </span>,
                ],
              ] as const)
            : []),
          ...(confirmed.onBehalfOf
            ? ([
                [
                  say.onBehalf,
                  <span key="o" lang="vi">
                    {confirmed.onBehalfOf.decision}
                  </span>,
                ],
              ] as const)
            : []),
          [say.engine, `${read.engine} · ${read.catalog}`],
        ]}
      />
      {explained.length > 0 && (
        <>
          <h3>{say.explanations}</h3>
          <ul>
            {explained.map(([code, text]) => (
              <li key={code}>
                <code>{code}</code>: <span lang="vi">{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {submission !== undefined && (
        <p>
          <a href={`/ban-nop/${submission}`}>{say.submission}</a>
        </p>
      )}
      <Versions lineage={lineage} />
      <Evidence lineage={lineage} />
    </section>
  );
}

function Versions({ lineage: { unit, form, period, indicator, area } }: { lineage: Lineage }) {
  const say = useWords(words);
  const language = useLanguage();
  const isProvince = area?.startsWith('province:') === true;
  const { answer, reload } = useAnswer<{ items: Change[] }>(
    addressOf(apiPath`/v1/history`, {
      unit: isProvince ? area : unit,
      form,
      period,
      indicator,
      area: isProvince ? null : area,
    }),
  );
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => (
        <>
          <h3>{say.versions}</h3>
          <DataTable
            caption={say.versionsCaption}
            rows={items}
            rowKey={({ version }) => String(version)}
            columns={[
              { key: 'version', head: say.number, names: true, cell: ({ version }) => version },
              { key: 'at', head: say.signedAt, cell: ({ at }) => momentText(at, language) },
              { key: 'by', head: say.signedBy, cell: ({ by }) => by ?? '' },
              { key: 'new', head: say.new, kind: 'number', cell: (change) => <Said change={change} /> },
              { key: 'state', head: say.state, cell: (change) => <VersionState change={change} /> },
              { key: 'why', head: say.why, cell: ({ why }) => <span lang="vi">{why ?? ''}</span> },
            ]}
          />
        </>
      )}
    </Answered>
  );
}

function Said({ change }: { change: Change }) {
  const say = useWords(words);
  const { nil } = change;
  if (nil || change.new === null)
    return <FigureValue figure={{ value: null, reason: nil ? 'nil' : 'missing' }} />;
  return (
    <>
      <FigureValue figure={change.new} />
      {!change.changed && ` (${say.unchanged})`}
    </>
  );
}

function VersionState({ change }: { change: Change }) {
  const say = useWords(words);
  if (change.standing) return <Tag kind="good">{say.standing}</Tag>;
  return <Tag>{change.withdrawn ? say.withdrawn : say.replaced}</Tag>;
}

function Evidence({ lineage: { submission, attachments } }: { lineage: Lineage }) {
  const say = useWords(words);
  if (attachments === undefined || submission === undefined) return null;
  return (
    <>
      <h3>{say.evidence}</h3>
      {attachments.length === 0 ? (
        <p>{say.noEvidence}</p>
      ) : (
        <ul>
          {attachments.map(({ number, dispatch, file, receivedAt }) => (
            <li key={number}>
              {dispatch !== null && `${say.dispatch(dispatch)} `}
              {file !== null &&
                (receivedAt === null ? (
                  `${file.name} (${say.awaited})`
                ) : (
                  <FileButton
                    address={apiPath`/v1/submissions/${submission}/attachments/${number}`}
                    name={file.name}
                  >
                    {file.name}
                  </FileButton>
                ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
