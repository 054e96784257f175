import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';
import { gapsOf } from './gaps.ts';
import { GapsTable } from './gaps-table.tsx';

const words = {
  vi: {
    missing: 'Số còn thiếu, theo chỉ tiêu',
    caption: (period: string) => `Số đơn vị có số liệu và lý do không có kết quả, ${period}`,
    differ: 'Tổng và các phần không khớp',
    same: 'Không có đơn vị nào báo cáo tổng khác với tổng các địa bàn của mình.',
    differs: 'Các đơn vị sau báo cáo tổng khác với tổng các địa bàn:',
  },
  en: {
    missing: 'Missing figures, by indicator',
    caption: (period: string) => `How many units have a figure, and why some have no result, ${period}`,
    differ: 'Totals that are not the sum of their parts',
    same: 'No unit reported a total that differs from that of its areas.',
    differs: 'These units reported a total that differs from that of their areas:',
  },
};

/** Which figures of a round are missing and why, and which do not add up. */
export function FigureGaps({ book, round }: { book: UnitBook; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const indicators = useIndicators();
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/scorecards/${round.scorecard.code}/${round.period}?basis=as-reported`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {(rollup) => (
        <Answered answer={indicators.answer} reload={indicators.reload}>
          {(known) => {
            const gaps = gapsOf(rollup, round.form);
            const differing = gaps.filter(({ areasDiffer }) => areasDiffer.length > 0);
            return (
              <>
                <h3>{say.missing}</h3>
                <GapsTable
                  book={book}
                  known={known}
                  caption={say.caption(periodText(round.period, language))}
                  gaps={gaps}
                />
                <h3>{say.differ}</h3>
                {differing.length === 0 ? (
                  <p>{say.same}</p>
                ) : (
                  <>
                    <p>{say.differs}</p>
                    <ul>
                      {differing.map(({ indicator, areasDiffer }) => (
                        <li key={indicator}>
                          {known.get(indicator)?.names[language] ?? indicator}:{' '}
                          <NamedUnits book={book} units={areasDiffer} />
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}
