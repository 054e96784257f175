import { useLocation } from 'preact-iso';
import type { listVersions } from '../../../shared/publishing/read-catalogs.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DoneNotice } from '../../parts/done-notice.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { Area } from './area.tsx';
import { catalogueWords } from './catalogue-words.ts';
import { DraftPage } from './draft-page.tsx';
import { HandInDraft } from './hand-in-draft.tsx';

type Versions = Awaited<ReturnType<typeof listVersions>>;

/** The catalogue's versions and how one is changed; `?du-thao=`: a draft, what it would break, and its publication. */
export function Page() {
  const { query } = useLocation();
  const draft = query['du-thao'];
  return draft === undefined ? <Versions /> : <DraftPage key={draft} id={draft} />;
}

function Versions() {
  const say = useWords(catalogueWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<Versions>('/v1/catalog/versions');
  return (
    <Area title={say.title} lead={say.lead}>
      <Answered answer={answer} reload={reload}>
        {({ current, items }) => (
          <>
            <DoneNotice words={{ 'cong-bo': say.done(current) }} />
            <p>
              <strong>{say.current(current)}</strong>
            </p>
            <p>
              <FileButton address="/v1/catalog" name={`danh-muc-${current}.json`}>
                {say.download}
              </FileButton>
            </p>
            <h2>{say.how}</h2>
            <ol>
              {say.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <HandInDraft />
            <DataTable
              caption={say.versions}
              rows={items}
              rowKey={({ version }) => version}
              empty={say.none}
              columns={[
                {
                  key: 'version',
                  head: say.version,
                  names: true,
                  cell: ({ version, draft }) => <a href={`/thu-ky/danh-muc?du-thao=${draft}`}>{version}</a>,
                },
                { key: 'at', head: say.at, cell: ({ at }) => momentText(at, language) },
                { key: 'by', head: say.by, cell: ({ by }) => <code>{by}</code> },
                { key: 'why', head: say.why, cell: ({ why }) => <span lang="vi">{why}</span> },
                {
                  key: 'accepted',
                  head: say.accepted,
                  kind: 'number',
                  cell: ({ accepted }) => accepted.length,
                },
                { key: 'slipped', head: say.slipped, kind: 'number', cell: ({ slipped }) => slipped.length },
              ]}
            />
          </>
        )}
      </Answered>
    </Area>
  );
}
