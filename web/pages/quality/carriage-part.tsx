import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import { livingUnits, type UnitBook } from '../../app/use-units.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { gapsOf, notCarriedIn } from './gaps.ts';
import { GapsTable } from './gaps-table.tsx';

const words = {
  vi: {
    heading: 'Chuyển sang 34 tỉnh, thành phố hiện nay',
    same: (period: string) =>
      `Số liệu ${period} đã theo 34 tỉnh, thành phố hiện nay; không có gì phải chuyển.`,
    all: (period: string) => `Mọi số liệu ${period} đều chuyển được sang các đơn vị hiện nay.`,
    mean: 'Điểm của đơn vị hợp nhất là trung bình cộng của các đơn vị trước đó, theo quy định của bộ chỉ số.',
    recompute: 'Điểm của đơn vị hợp nhất được tính lại từ số liệu gộp của các đơn vị trước đó.',
    caption: (period: string) => `Số liệu ${period} không chuyển được, với lý do`,
  },
  en: {
    heading: 'Carried to the 34 units of today',
    same: (period: string) =>
      `The figures of ${period} are on the map of today already; nothing has to be carried.`,
    all: (period: string) => `Every figure of ${period} could be carried to the units of today.`,
    mean: 'The points of a merged unit are the plain mean of those before it, as the scorecard’s rule has it.',
    recompute: 'The points of a merged unit are computed anew from the combined figures of those before it.',
    caption: (period: string) => `Figures of ${period} that could not be carried, and why`,
  },
};

/** What of a round could not be told on today's map, and why. */
export function Carriage({ book, round }: { book: UnitBook; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const isOfToday = livingUnits(book, 'province').every(({ from }) => from === null || from <= round.mapDay);
  return (
    <>
      <h3>{say.heading}</h3>
      {isOfToday ? (
        <p>{say.same(periodText(round.period, language))}</p>
      ) : (
        <Carried book={book} round={round} />
      )}
    </>
  );
}

function Carried({ book, round }: { book: UnitBook; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const indicators = useIndicators();
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/scorecards/${round.scorecard.code}/${round.period}?basis=current`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {(rollup) => {
        const gaps = notCarriedIn(gapsOf(rollup, round.form));
        return (
          <>
            <p>{say[round.scorecard.merged]}</p>
            {gaps.length === 0 ? (
              <p>{say.all(periodText(round.period, language))}</p>
            ) : (
              <Answered answer={indicators.answer} reload={indicators.reload}>
                {(known) => (
                  <GapsTable
                    book={book}
                    known={known}
                    caption={say.caption(periodText(round.period, language))}
                    gaps={gaps}
                  />
                )}
              </Answered>
            )}
          </>
        );
      }}
    </Answered>
  );
}
