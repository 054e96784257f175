import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import { type Silence, silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { apiPath } from '../../app/api-path.ts';
import { type GroundedRollup, grounded } from '../../app/group-points.ts';
import { type Language, useLanguage, useWords } from '../../app/language.tsx';
import { type ScoredRound, scoredRoundMeant } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useQuery } from '../../app/use-query.ts';
import { type ToldRounds, useToldRounds } from '../../app/use-told-rounds.ts';
import { unitNameIn } from '../../app/use-units.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartColumn, ChartTable } from '../../charts/chart-table.ts';
import { figureText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { grantedText, whyNone } from '../../parts/figure-text.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RoundSelect, roundText } from '../../parts/round-select.tsx';
import { OtherRound, SilentRound } from '../../parts/silent-round.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import { sourceText } from '../map/source-text.ts';
import type { Compared } from './chosen.ts';
import { GroupedBars } from './grouped-bars.tsx';

const words = {
  vi: {
    title: (round: string) => `Điểm theo nhóm: ${round}`,
    group: 'Nhóm',
    max: 'Tối đa',
    total: 'Tổng điểm',
    rank: 'Hạng',
    unranked: 'không xếp hạng',
    absent: 'không có trên bản đồ này',
    note: 'Mọi thanh cùng một thang điểm. Khung là điểm tối đa của nhóm.',
  },
  en: {
    title: (round: string) => `Points by group: ${round}`,
    group: 'Group',
    max: 'Maximum',
    total: 'Total',
    rank: 'Rank',
    unranked: 'not ranked',
    absent: 'not on this map',
    note: 'All bars are on one scale of points. The frame is the most that a group can have.',
  },
};

/** The groups of a scorecard in one period, unit beside unit. */
export function CompareGroups(given: Compared) {
  const { answer, reload } = useToldRounds(given.rounds, { basis: given.basis });
  return (
    <Answered answer={answer} reload={reload}>
      {(told) => <OneRound {...given} told={told} />}
    </Answered>
  );
}

function OneRound({ told, ...given }: Compared & { told: ToldRounds }) {
  const { query, change } = useQuery();
  const round = scoredRoundMeant(told.rounds, query, told.first);
  if (round === undefined) return null;
  return (
    <>
      <div class="filters">
        <RoundSelect
          rounds={told.rounds}
          chosen={round}
          onRound={({ scorecard, period }) => change({ diem: scorecard.code, ky: period })}
        />
      </div>
      <OtherRound asked={query.ky} shown={round} rounds={told.rounds} />
      {told.coverageOf(round).counted === 0 && (
        <Notice kind="warning">
          <SilentRound told={told} round={round} />
        </Notice>
      )}
      <Groups {...given} round={round} />
    </>
  );
}

function Groups({ book, chosen, basis, round }: Compared & { round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/scorecards/${round.scorecard.code}/${round.period}?basis=${basis}`,
  );
  const state = useFiguresState({ forms: [round.form], period: round.period });
  const title = say.title(roundText(round, language));
  return (
    <Answered answer={answer} reload={reload}>
      {(answered) => {
        const told = grounded(answered, round.scorecard);
        const { rollup } = told;
        const places = round.scorecard.rounding.places;
        const silence = silenceOf(round.form);
        const compared = chosen.map((unit) => comparedUnit(told, unit, { silence, language, places }));
        const named = compared.map((each, at) => {
          return { ...each, name: unitNameIn(book, chosen[at] as Unit, language) };
        });
        return (
          <ChartFrame
            title={title}
            heading={2}
            note={say.note}
            state={state && stateSentence(state, language)}
            source={sourceText(round.scorecard.source)}
            csvName={`so-sanh-${round.scorecard.code}-${round.period}`}
            shown={{ diem: round.scorecard.code, ky: round.period, 'co-so': basis }}
            table={tableOf(rollup, named, language)}
          >
            <GroupedBars
              summary={title}
              groups={rollup.groups.map(({ code, names, max }) => ({
                code,
                name: names[language],
                max,
                bars: named.map((each) => ({ key: each.id, name: each.name, ...each.points(code) })),
              }))}
            />
          </ChartFrame>
        );
      }}
    </Answered>
  );
}

type Told = { value: string | null; text: string };
type ComparedUnit = { id: string; name: string; points: (group: string | null) => Told; rank: string };

/** What is told of a unit, also where it is not in the answer: it did not report, or is not on the map. */
function comparedUnit(
  { rollup: { units, coverage }, isGranted }: GroundedRollup,
  { id }: Unit,
  { silence, language, places }: { silence: Silence; language: Language; places: number },
): Omit<ComparedUnit, 'name'> {
  const say = words[language];
  const scored: ScoredUnit | undefined = units.find(({ unit }) => unit === id);
  const isMissing = coverage.missing.some(({ unit }) => unit === id);
  const none = isMissing ? whyNone(silence, language) : say.absent;
  return {
    id,
    points: (group) => {
      if (scored === undefined) return { value: null, text: none };
      const value = group === null ? scored.total : (scored.groups[group] ?? null);
      if (value === null) return { value, text: whyNone(scored.totalReason, language) };
      const text = figureText(value, language, places);
      const granted = group !== null && isGranted(id, group);
      return { value, text: granted ? `${text} (${grantedText[language]})` : text };
    },
    rank: scored === undefined ? none : scored.rank === null ? say.unranked : String(scored.rank),
  };
}

type Row = { code: string | null; name: string; max: string };

function tableOf(
  rollup: ScorecardRollup,
  units: readonly ComparedUnit[],
  language: Language,
): ChartTable<Row | 'rank'> {
  const say = words[language];
  const ofUnit = ({ id, name, points, rank }: ComparedUnit): ChartColumn<Row | 'rank'> => ({
    key: id,
    head: name,
    kind: 'number',
    cell: (row) => {
      if (row === 'rank') return rank;
      const { value, text } = points(row.code);
      return value === null ? <span class="missing">{text}</span> : text;
    },
    csv: (row) => {
      if (row === 'rank') return rank;
      const { value, text } = points(row.code);
      return value ?? text;
    },
  });
  const groups = rollup.groups.map(({ code, names, max }) => ({ code, name: names[language], max }));
  return {
    columns: [
      {
        key: 'group',
        head: say.group,
        names: true,
        cell: (row) => (row === 'rank' ? say.rank : row.name),
        csv: (row) => (row === 'rank' ? say.rank : row.name),
      },
      {
        key: 'max',
        head: say.max,
        kind: 'number',
        cell: (row) => (row === 'rank' ? '' : figureText(row.max, language)),
        csv: (row) => (row === 'rank' ? '' : row.max),
      },
      ...units.map(ofUnit),
    ],
    rows: [...groups, { code: null, name: say.total, max: rollup.max }, 'rank'],
    rowKey: (row) => (row === 'rank' ? 'rank' : (row.code ?? 'total')),
  };
}
