import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { apiPath } from '../../app/api-path.ts';
import { grounded } from '../../app/group-points.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type ScoredRound, scoredRoundMeant } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useFiguresState } from '../../app/use-figures-state.ts';
import { useQuery } from '../../app/use-query.ts';
import { type ToldRounds, useToldRounds } from '../../app/use-told-rounds.ts';
import { unitNameIn } from '../../app/use-units.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RoundSelect, roundText } from '../../parts/round-select.tsx';
import { OtherRound, SilentRound } from '../../parts/silent-round.tsx';
import { stateSentence } from '../../parts/state-sentences.ts';
import { sourceText } from '../map/source-text.ts';
import type { Compared } from './chosen.ts';
import { comparedUnit } from './compared-unit.ts';
import { GroupedBars } from './grouped-bars.tsx';
import { groupsTable } from './groups-table.tsx';

const words = {
  vi: {
    title: (round: string) => `Điểm theo nhóm: ${round}`,
    note: 'Mọi thanh cùng một thang điểm. Khung là điểm tối đa của nhóm.',
  },
  en: {
    title: (round: string) => `Points by group: ${round}`,
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
        const compared = chosen.map((unit) => ({
          ...comparedUnit(told, unit.id, { silence, language, places }),
          name: unitNameIn(book, unit, language),
        }));
        return (
          <ChartFrame
            title={title}
            heading={2}
            note={say.note}
            state={state && stateSentence(state, language)}
            source={sourceText(round.scorecard.source)}
            csvName={`so-sanh-${round.scorecard.code}-${round.period}`}
            shown={{ diem: round.scorecard.code, ky: round.period, 'co-so': basis }}
            table={groupsTable(rollup, compared, language)}
          >
            <GroupedBars
              summary={title}
              groups={rollup.groups.map(({ code, names, max }) => ({
                code,
                name: names[language],
                max,
                bars: compared.map((each) => ({ key: each.id, name: each.name, ...each.points(code) })),
              }))}
            />
          </ChartFrame>
        );
      }}
    </Answered>
  );
}
