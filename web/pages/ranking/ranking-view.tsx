import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Region } from '../../../shared/catalog/schema.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { addressOf } from '../../app/address-of.ts';
import type { CatalogueLists } from '../../app/catalogue-lists.ts';
import type { FreezingMeeting } from '../../app/figures-state.ts';
import { formAsking } from '../../app/form-asking.ts';
import { grounded } from '../../app/group-points.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useChangedCount } from '../../app/use-frozen-scorecard.ts';
import { useNamed } from '../../app/use-named.ts';
import { useQuery } from '../../app/use-query.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { meetingWithin } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { frozenSentence, stateSentence } from '../../parts/state-sentences.ts';
import { unitAddress } from '../../parts/unit-link.tsx';
import { formsOf, scorecardOf } from '../map/asked-view.ts';
import { sourceText } from '../map/source-text.ts';
import { GroupIndicators } from './group-indicators.tsx';
import {
  comparedPeriod,
  type RankingRow,
  rankingRows,
  regionsOf,
  type Sorting,
  sortedRows,
} from './ranking-rows.ts';
import { pointsWriter, rankingTable, toldGroups } from './ranking-table.tsx';
import { RegionField } from './region-field.tsx';
import { words } from './words.ts';

/**
 * The ranking of a period: who is where, in a sentence, as a table that can be sorted, and as bars.
 * @param frozen the meeting that it was frozen for; absent: it is the one that stands
 */
export function RankingView({
  rollup: given,
  before: earlier,
  frozen = null,
  lists,
  regions,
}: {
  rollup: ScorecardRollup;
  before: SeriesItem | null;
  frozen?: FreezingMeeting | null;
  lists: CatalogueLists;
  regions: readonly Region[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const { period, scorecard: code } = given;
  const scorecard = scorecardOf(lists, code, period);
  const told = grounded(given, scorecard);
  const { rollup } = told;
  const forms = formsOf({ scorecard: code, group: null }, lists);
  const state = useFiguresState({ forms, period });
  const changed = useChangedCount(frozen ? null : state, rollup);
  const sentence = frozen
    ? frozenSentence(frozen, language)
    : state && stateSentence(state, language, changed);
  const { counted, expected } = rollup.coverage;
  const named = useNamed();
  const compared = comparedPeriod(rollup, earlier);
  const before = compared === 'too-few' ? null : compared;
  const silence = silenceOf(formAsking(forms, period));
  const every = rankingRows(rollup, before, silence).map((row) => ({ ...row, name: named(row) }));
  const choices = regionsOf(regions, every);
  const region = choices.find(({ id }) => id === query.vung);
  const shown = region ? every.filter(({ unit }) => region.members.includes(unit)) : every;
  const sorting = sortingIn(query);
  const rows = sortedRows(shown, sorting);
  const write = pointsWriter(told, language);
  const title = [
    `${say.title}: ${scorecard?.names[language] ?? code}, ${periodText(period, language)}`,
    ...(frozen ? [say.frozenFor(meetingWithin(frozen.number, language))] : []),
    ...(region ? [region.names[language]] : []),
  ].join(' · ');
  const comparedText = () => {
    if (compared === 'too-few') return say.tooFew;
    return before ? say.comparedWith(periodText(before.period, language)) : say.notCompared;
  };
  const silent = rollup.groups.filter((group) => !toldGroups(rollup).includes(group));
  const note = [
    ...(counted < expected ? [say.few(counted, expected)] : []),
    ...(frozen ? [] : [comparedText()]),
    ...(silent.length > 0 ? [say.noPoints(silent.map(({ names }) => names[language]).join(', '))] : []),
    ...(hasUngrounded(rollup) ? [say.ungrounded] : []),
    say.ties,
  ];
  const summary = summaryOf(shown, write.total, say);
  const sort = (by: string) => change(sortQuery(by, sorting));
  return (
    <>
      {choices.length > 0 && <RegionField {...{ choices, region }} onRegion={(vung) => change({ vung })} />}
      <p>{summary}</p>
      <ChartFrame
        title={title}
        heading={2}
        opens="table"
        csvName={`xep-hang-${code}-${period}${frozen ? `-chot-${frozen.id}` : ''}`}
        shown={{ diem: code, ky: period, 'co-so': rollup.basis, phien: frozen?.id ?? null }}
        source={sourceText(scorecard?.source)}
        note={note.join(' ')}
        state={sentence}
        table={{
          inFile: [
            { head: say.code, csv: (row) => row.code },
            { head: say.unitId, csv: (row) => row.unit },
            { head: say.period, csv: () => period },
          ],
          ...rankingTable(rows, { rollup, language, write, hasBefore: before !== null }),
          sorted: sorting,
          onSort: sort,
        }}
      >
        <BarChart
          summary={`${title}. ${summary}`}
          rows={rows.map((row) => ({
            key: row.unit,
            name: row.name,
            value: row.total,
            text: write.total(row),
            href: unitAddress(row.unit, period),
          }))}
        />
      </ChartFrame>
      {!frozen && (
        <p>
          {state?.state === 'frozen' && (
            <>
              <a href={addressOf('/xep-hang', { diem: code, ky: period, phien: state.meeting.id })}>
                {say.toFrozen(meetingWithin(state.meeting.number, language))}
              </a>
              {' · '}
            </>
          )}
          <a href={`/ban-do?diem=${code}&ky=${period}&co-so=${rollup.basis}`}>{say.onMap}</a>
        </p>
      )}
      {scorecard && <GroupIndicators scorecard={scorecard} period={period} basis={rollup.basis} />}
    </>
  );
}

/** Whether somebody has a total and of a group no figure. */
function hasUngrounded({ units }: ScorecardRollup): boolean {
  return units.some(
    ({ total, totalReason, groups }) =>
      total !== null && totalReason === null && Object.values(groups).includes(null),
  );
}

function summaryOf(
  rows: readonly RankingRow[],
  text: (row: RankingRow) => string,
  say: (typeof words)['vi'],
): string {
  const ranked = sortedRows(
    rows.filter(({ rank }) => rank !== null),
    { by: 'hang', order: 'ascending' },
  );
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (first === undefined || last === undefined) return say.nothing(rows.length);
  const ends = { first: first.name, firstText: text(first), last: last.name, lastText: text(last) };
  return say.summary({ ...ends, ranked: ranked.length, all: rows.length });
}

/** How an address sorts: `xep=<column>`, with a minus in front the other way round; by rank where it says nothing. */
function sortingIn({ xep = 'hang' }: Record<string, string>): Sorting {
  return xep.startsWith('-') ? { by: xep.slice(1), order: 'descending' } : { by: xep, order: 'ascending' };
}

/** Points are sorted from the most at first, ranks from the first; pressed again, the other way round. */
function sortQuery(by: string, { by: now, order }: Sorting): { xep: string | null } {
  const isPoints = by !== 'hang' && by !== 'ma';
  const isDown = now === by ? order === 'ascending' : isPoints;
  if (by === 'hang' && !isDown) return { xep: null };
  return { xep: `${isDown ? '-' : ''}${by}` };
}
