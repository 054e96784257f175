import type { Series } from '../../../shared/query/read-series.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type Stretch, stretchesOf } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { unitNameIn } from '../../app/use-units.ts';
import { figureText } from '../../format/figures.ts';
import { periodRangeText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { UnitLines } from '../../parts/unit-lines.tsx';
import type { Compared } from './chosen.ts';

const words = {
  vi: { total: 'Tổng điểm', title: (name: string) => `Tổng điểm: ${name}` },
  en: { total: 'Total', title: (name: string) => `Totals: ${name}` },
};

/** The totals of every scorecard over time, unit beside unit. */
export function CompareTotals(given: Compared) {
  return (
    <>
      {stretchesOf(given.rounds).map((stretch) => (
        <Totals key={`${stretch.scorecard.code} ${stretch.from}`} {...given} {...stretch} />
      ))}
    </>
  );
}

function Totals({ book, chosen, basis, scorecard, forms, from, to }: Compared & Stretch) {
  const say = useWords(words);
  const language = useLanguage();
  const asked = chosen.map(({ id }) => id).join(',');
  const { answer, reload } = useAnswer<Series>(
    apiPath`/v1/public/series?scorecard=${scorecard.code}&from=${from}&to=${to}&unit=${asked}&basis=${basis}`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {(series) => (
        <UnitLines
          title={`${say.title(scorecard.names[language])}, ${periodRangeText(from, to, language)}`}
          series={series}
          forms={forms}
          units={chosen.map((unit) => ({ id: unit.id, name: unitNameIn(book, unit, language) }))}
          text={(value) => figureText(value, language, scorecard.rounding.places)}
          head={say.total}
          csvName={`so-sanh-${scorecard.code}-${from}`}
          heading={2}
          shown={{ xem: 'tong', 'co-so': basis }}
        />
      )}
    </Answered>
  );
}
