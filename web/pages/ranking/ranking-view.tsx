import type { Basis } from '../../../shared/aggregation/basis.ts';
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
import { sortedRows, sortingIn, sortQuery } from './ranking-order.ts';
import { comparedPeriod, rankingRows, regionsOf } from './ranking-rows.ts';
import { pointsWriter, rankingTable } from './ranking-table.tsx';
import { rankingNote, rankingSummary } from './ranking-text.ts';
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
  const note = rankingNote(rollup, frozen ? undefined : compared, language);
  const summary = rankingSummary(shown, write.total, language);
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
        note={note}
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
      {!frozen && <Ways state={state} query={{ diem: code, ky: period }} basis={rollup.basis} />}
      {scorecard && <GroupIndicators scorecard={scorecard} period={period} basis={rollup.basis} />}
    </>
  );
}

/** To the ranking as it was frozen, where it was, and to the same on the map. */
function Ways({
  state,
  query,
  basis,
}: {
  state: ReturnType<typeof useFiguresState>;
  query: { diem: string; ky: string };
  basis: Basis;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <p>
      {state?.state === 'frozen' && (
        <>
          <a href={addressOf('/xep-hang', { ...query, phien: state.meeting.id })}>
            {say.toFrozen(meetingWithin(state.meeting.number, language))}
          </a>
          {' · '}
        </>
      )}
      <a href={addressOf('/ban-do', { ...query, 'co-so': basis })}>{say.onMap}</a>
    </p>
  );
}
