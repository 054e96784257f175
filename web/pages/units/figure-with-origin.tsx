import type { UnitFigures } from '../../../shared/query/read-unit-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { lineageAddress } from '../../app/lineage-address.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { FigureText, type ToldFigure } from '../../parts/figure-text.tsx';
import { namedIn } from '../../parts/named-units.tsx';

const words = {
  vi: { origin: ', xem nguồn gốc số liệu', partial: 'chưa đủ các địa bàn' },
  en: { origin: ', see where it comes from', partial: 'not all areas are in it' },
};

/** A unit's figure, and below it those of the units that were merged into it; each opens where it comes from. */
export function FigureWithOrigin({
  book,
  told: { unit, form, period },
  item: { indicator, partial, predecessors },
  figure,
  measure,
}: {
  book: UnitBook;
  told: Pick<UnitFigures, 'unit' | 'form' | 'period'>;
  item: UnitFigures['items'][number];
  figure: ToldFigure;
  /** The indicator's unit of measure. */
  measure: string;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const link = (of: string, shown: ToldFigure) => (
    <a class="units-figure" href={lineageAddress({ unit: of, form, period, indicator })}>
      <FigureText figure={shown} unit={measure} />
      <span class="unseen">{say.origin}</span>
    </a>
  );
  return (
    <>
      {link(unit, figure)}
      {partial && <span class="units-note">{say.partial}</span>}
      {predecessors?.map((each) => (
        <span class="units-note" key={each.unit}>
          {namedIn(book, each, language)}: {link(each.unit, each)}
        </span>
      ))}
    </>
  );
}
