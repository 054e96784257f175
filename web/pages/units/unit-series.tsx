import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type Stretch, stretchesOf, useScoredRounds } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { kinOf, type UnitBook, unitNameIn } from '../../app/use-units.ts';
import { figureText } from '../../format/figures.ts';
import { periodRangeText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { UnitLines } from '../../parts/unit-lines.tsx';

const words = {
  vi: { heading: 'Qua các kỳ', total: 'Tổng điểm' },
  en: { heading: 'Over time', total: 'Total' },
};

/** The unit's totals and ranks under every scorecard, period by period. */
export function UnitSeries({ book, unit }: { book: UnitBook; unit: Unit }) {
  const say = useWords(words);
  const { query } = useQuery();
  const { answer, reload } = useScoredRounds();
  const basis = livesOn(unit, book.today) ? basisIn(query) : 'as-reported';
  return (
    <section aria-labelledby="qua-cac-ky">
      <h2 id="qua-cac-ky">{say.heading}</h2>
      <Answered answer={answer} reload={reload}>
        {(rounds) =>
          stretchesOf(rounds).map((stretch) => (
            <OneSeries
              key={`${stretch.from} ${stretch.scorecard.code}`}
              book={book}
              unit={unit}
              basis={basis}
              {...stretch}
            />
          ))
        }
      </Answered>
    </section>
  );
}

function OneSeries({
  book,
  unit,
  basis,
  scorecard,
  forms,
  from,
  to,
}: Stretch & { book: UnitBook; unit: Unit; basis: 'as-reported' | 'current' }) {
  const say = useWords(words);
  const language = useLanguage();
  // On the map of each period a unit of today has no past of its own: those that it was made of have.
  const shown = basis === 'current' ? [unit] : [unit, ...kinOf(book, unit).predecessors];
  const asked = shown.map(({ id }) => id).join(',');
  const { answer, reload } = useAnswer<Series>(
    `/v1/public/series?scorecard=${scorecard.code}&from=${from}&to=${to}&unit=${asked}&basis=${basis}`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {(series) => (
        <UnitLines
          title={`${scorecard.names[language]}, ${periodRangeText(from, to, language)}`}
          series={series}
          forms={forms}
          units={shown.map((each) => ({ id: each.id, name: unitNameIn(book, each, language) }))}
          text={(value) => figureText(value, language, scorecard.rounding.places)}
          head={say.total}
          csvName={`${scorecard.code}-${from}-${to}`}
          heading={3}
          linkOf={(period) => `/don-vi/${unit.id}?diem=${scorecard.code}&ky=${period}&co-so=${basis}`}
        />
      )}
    </Answered>
  );
}
