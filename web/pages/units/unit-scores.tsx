import type { Basis } from '../../../shared/aggregation/basis.ts';
import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type ScoredRound, scoredRoundMeant } from '../../app/scored-rounds.ts';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import type { ToldRounds } from '../../app/use-told-rounds.ts';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { BasisSwitch } from '../../parts/basis-switch.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RoundSelect } from '../../parts/round-select.tsx';
import { OtherRound, SilentRound } from '../../parts/silent-round.tsx';
import { UnitLinks } from '../../parts/unit-link.tsx';
import { StandingTable } from './standing-table.tsx';
import { UnitIndicators } from './unit-indicators.tsx';

const words = {
  vi: {
    heading: 'Điểm và xếp hạng',
    absent: (period: string) =>
      `Trong kỳ ${period} đơn vị này chưa có trên bản đồ. Xem theo các đơn vị trước đó:`,
    current: 'hoặc chọn bản đồ 34 tỉnh, thành phố hiện nay.',
    never: 'Không có bộ chỉ số nào được công bố khi đơn vị này còn tồn tại.',
    'not-submitted': (period: string) =>
      `Đơn vị chưa nộp báo cáo ${period}, nên chưa có điểm và hạng. Chưa nộp không có nghĩa là 0 điểm.`,
    'not-published': (period: string) =>
      `Chưa có số liệu công bố của đơn vị trong ${period}, nên chưa có điểm và hạng. Chưa có số liệu không có nghĩa là 0 điểm.`,
  },
  en: {
    heading: 'Points and rank',
    absent: (period: string) => `In ${period} this unit was not on the map yet. See the units before it:`,
    current: 'or choose the 34 units of today.',
    never: 'No scorecard was published while this unit existed.',
    'not-submitted': (period: string) =>
      `The unit has not submitted ${period}, so it has no points and no rank. Not submitted does not mean zero points.`,
    'not-published': (period: string) =>
      `No figures of the unit have been published for ${period} yet, so it has no points and no rank. No figures does not mean zero points.`,
  },
};

/** Where the unit stands under a scorecard of a period, and its indicators there. */
export function UnitScores({
  book,
  unit,
  basis,
  told,
  reload,
}: {
  book: UnitBook;
  unit: Unit;
  basis: Basis;
  told: Answer<ToldRounds>;
  reload: () => void;
}) {
  const say = useWords(words);
  const { query, change } = useQuery();
  const isGone = !livesOn(unit, book.today);
  return (
    <section aria-labelledby="diem">
      <h2 id="diem">{say.heading}</h2>
      <Answered answer={told} reload={reload}>
        {(all) => {
          const rounds = isGone ? all.rounds.filter((round) => livesOn(unit, round.mapDay)) : all.rounds;
          const round = scoredRoundMeant(rounds, query, all.first);
          if (round === undefined) return <p>{say.never}</p>;
          return (
            <>
              <div class="filters">
                <RoundSelect
                  rounds={rounds}
                  chosen={round}
                  onRound={({ scorecard, period }) => change({ diem: scorecard.code, ky: period })}
                />
                {!isGone && <BasisSwitch basis={basis} onBasis={(to) => change({ 'co-so': to })} />}
              </div>
              <OtherRound asked={query.ky} shown={round} rounds={rounds} />
              {basis === 'as-reported' && !livesOn(unit, round.mapDay) ? (
                <NotOnMap book={book} unit={unit} round={round} />
              ) : (
                <Scores book={book} unit={unit} told={{ ...all, rounds }} round={round} basis={basis} />
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function NotOnMap({ book, unit, round }: { book: UnitBook; unit: Unit; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <Notice>
      <p>
        {say.absent(periodText(round.period, language))}{' '}
        <UnitLinks book={book} units={kinOf(book, unit).predecessors} />; {say.current}
      </p>
    </Notice>
  );
}

function Scores({
  book,
  unit,
  told,
  round,
  basis,
}: {
  book: UnitBook;
  unit: Unit;
  told: ToldRounds;
  round: ScoredRound;
  basis: Basis;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const silence = silenceOf(round.form);
  const isSilent = told.coverageOf(round).counted === 0;
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/scorecards/${round.scorecard.code}/${round.period}?basis=${basis}`,
  );
  return (
    <>
      <Answered answer={answer} reload={reload}>
        {(rollup) => {
          const scored = rollup.units.find((each) => each.unit === unit.id);
          if (scored !== undefined) {
            return <StandingTable book={book} rollup={rollup} unit={scored} round={round} />;
          }
          return (
            <Notice kind="warning">
              {!(isSilent && silence === 'not-published') && (
                <p>{say[silence](periodText(round.period, language))}</p>
              )}
              <SilentRound told={told} round={round} />
            </Notice>
          );
        }}
      </Answered>
      <UnitIndicators book={book} unit={unit} round={round} basis={basis} />
    </>
  );
}
