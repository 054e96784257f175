import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { NationProgress } from '../../../shared/query/read-meeting-progress.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { aimTexts } from '../../format/measures.ts';
import { periodText } from '../../format/periods.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import type { Listed } from './indicator-list.ts';
import { words } from './words.ts';

/** By indicator, the nation's figure of the coming meeting's period. */
export type NationNow = ReadonlyMap<string, { form: string; period: string; indicator: NationProgress }>;

/**
 * Indicators of one pillar.
 * @param nation the nation's figures of each of them; absent: their own pages have them
 */
export function PillarTable({
  caption,
  rows,
  nation,
}: {
  caption: string;
  rows: readonly Listed[];
  nation?: NationNow;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ indicator }) => indicator.id}
      columns={[
        {
          key: 'name',
          head: say.indicator,
          names: true,
          cell: ({ indicator }) => (
            <>
              <a href={`/chi-tieu/${indicator.id}${viewOf(nation, indicator.id)}`}>
                {indicator.names[language]}
              </a>{' '}
              <code>{indicator.id}</code>
            </>
          ),
        },
        ...(nation === undefined
          ? []
          : [
              {
                key: 'nation',
                head: say.nation,
                kind: 'number' as const,
                cell: ({ indicator }: Listed) => <Nation nation={nation} indicator={indicator} />,
              },
            ]),
        { key: 'target', head: say.target, cell: ({ indicator }) => <Targets indicator={indicator} /> },
        {
          key: 'asked',
          head: say.askedBy,
          cell: ({ askedBy }) =>
            askedBy.length === 0 ? (
              <span class="soft">{say.notAsked}</span>
            ) : (
              askedBy.map(({ code, names, periodKind }, at) => (
                <span key={code}>
                  {at > 0 && '; '}
                  {names[language]} ({say.kinds[periodKind]})
                </span>
              ))
            ),
        },
      ]}
    />
  );
}

function viewOf(nation: NationNow | undefined, id: string): string {
  const found = nation?.get(id);
  return found ? `?bieu=${found.form}&ky=${found.period}` : '';
}

function Nation({ nation, indicator }: { nation: NationNow; indicator: Indicator }) {
  const say = useWords(words);
  const language = useLanguage();
  const found = nation.get(indicator.id);
  if (found === undefined) return null;
  return (
    <>
      <FigureText figure={found.indicator.national} unit={indicator.unit} />
      <br />
      <span class="soft">
        {periodText(found.period, language)}
        {found.indicator.national.counted < found.indicator.national.expected &&
          `; ${say.few(found.indicator.national.counted, found.indicator.national.expected)}`}
      </span>
    </>
  );
}

function Targets({ indicator: { targets = [] } }: { indicator: Indicator }) {
  const say = useWords(words);
  const language = useLanguage();
  if (targets.length === 0) return <span class="soft aim">{say.noTarget}</span>;
  return (
    <>
      {aimTexts(targets, language).map((text, at) => (
        <span key={text}>
          {at > 0 && '; '}
          <span class="aim">{text}</span>
        </span>
      ))}
    </>
  );
}
