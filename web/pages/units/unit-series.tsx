import type { Basis } from '../../../shared/aggregation/basis.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { stretchesOf } from '../../app/scored-rounds.ts';
import type { Answer } from '../../app/use-answer.ts';
import type { ToldRounds } from '../../app/use-told-rounds.ts';
import { type UnitBook, unitNameIn } from '../../app/use-units.ts';
import { figureText } from '../../format/figures.ts';
import { periodRangeText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { UnitLines } from '../../parts/unit-lines.tsx';

const words = {
  vi: { heading: 'Qua các kỳ', total: 'Tổng điểm' },
  en: { heading: 'Over time', total: 'Total' },
};

/** The unit's totals and ranks under every scorecard, period by period. */
export function UnitSeries({
  book,
  units,
  basis,
  told,
  reload,
}: {
  book: UnitBook;
  units: readonly [Unit, ...Unit[]];
  basis: Basis;
  told: Answer<ToldRounds>;
  reload: () => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <section aria-labelledby="qua-cac-ky">
      <h2 id="qua-cac-ky">{say.heading}</h2>
      <Answered answer={told} reload={reload}>
        {({ rounds, series }) =>
          stretchesOf(rounds).map(({ scorecard, forms, from, to }, at) => (
            <UnitLines
              key={`${from} ${scorecard.code}`}
              title={`${scorecard.names[language]}, ${periodRangeText(from, to, language)}`}
              series={series[at] as Series}
              forms={forms}
              units={units.map((each) => ({ id: each.id, name: unitNameIn(book, each, language) }))}
              text={(value) => figureText(value, language, scorecard.rounding.places)}
              head={say.total}
              csvName={`${scorecard.code}-${from}-${to}`}
              heading={3}
              shown={{ 'co-so': basis }}
              linkOf={(period) => `/don-vi/${units[0].id}?diem=${scorecard.code}&ky=${period}&co-so=${basis}`}
            />
          ))
        }
      </Answered>
    </section>
  );
}
