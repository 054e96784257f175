import { silenceOf } from '../../../shared/aggregation/round.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { UnitFigures } from '../../../shared/query/read-unit-figures.ts';
import { apiPath } from '../../app/api-path.ts';
import { useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useIndicators } from '../../app/use-indicators.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { Extremes } from './extremes.tsx';
import { IndicatorTable } from './indicator-table.tsx';

const words = {
  vi: { heading: 'Chỉ tiêu' },
  en: { heading: 'Indicators' },
};

/** A unit's figures in a round, beside the nation's and its own of the period before. */
export function UnitIndicators({
  book,
  unit,
  round,
  basis,
}: {
  book: UnitBook;
  unit: Unit;
  round: ScoredRound;
  basis: 'as-reported' | 'current';
}) {
  const say = useWords(words);
  const { form, period } = round;
  const figures = useAnswer<UnitFigures>(
    apiPath`/v1/public/units/${unit.id}/figures?form=${form.code}&period=${period}&basis=${basis}`,
  );
  const indicators = useIndicators();
  return (
    <>
      <h3>{say.heading}</h3>
      <Answered answer={figures.answer} reload={figures.reload}>
        {(told) => (
          <Answered answer={indicators.answer} reload={indicators.reload}>
            {(known) => (
              <>
                <Extremes items={told.items} known={known} />
                <IndicatorTable book={book} told={told} known={known} silence={silenceOf(form)} />
              </>
            )}
          </Answered>
        )}
      </Answered>
    </>
  );
}
