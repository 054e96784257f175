import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { UnitBook } from '../../app/use-units.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { whyNone } from '../../parts/figure-text.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';
import type { IndicatorGaps } from './gaps.ts';

const words = {
  vi: {
    indicator: 'Chỉ tiêu',
    counted: 'Có số liệu',
    of: (count: number, expected: number) => `${count} trong ${expected}`,
    without: 'Không có số liệu',
    complete: 'đủ',
    units: (count: number) => `${count} đơn vị`,
  },
  en: {
    indicator: 'Indicator',
    counted: 'With a figure',
    of: (count: number, expected: number) => `${count} of ${expected}`,
    without: 'Without a figure',
    complete: 'complete',
    units: (count: number) => `${count} units`,
  },
};
/** So many units are named; of more only the number is told. */
const mostNamed = 5;

/** Indicators with how many units have a figure, and why the others have none. */
export function GapsTable({
  book,
  known,
  caption,
  gaps,
  expected,
}: {
  book: UnitBook;
  known: ReadonlyMap<string, Indicator>;
  caption: string;
  gaps: readonly IndicatorGaps[];
  expected: number;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: 'indicator',
          head: say.indicator,
          names: true,
          cell: ({ indicator }) => known.get(indicator)?.names[language] ?? indicator,
        },
        {
          key: 'counted',
          head: say.counted,
          kind: 'number',
          cell: ({ counted }) => say.of(counted, expected),
        },
        {
          key: 'without',
          head: say.without,
          cell: ({ without }) =>
            without.length === 0 ? (
              <span class="soft">{say.complete}</span>
            ) : (
              without.map(({ reason, units }) => (
                <div key={reason}>
                  {whyNone(reason, language)}:{' '}
                  {units.length > mostNamed ? (
                    say.units(units.length)
                  ) : (
                    <NamedUnits book={book} units={units} />
                  )}
                </div>
              ))
            ),
        },
      ]}
      rows={gaps}
      rowKey={({ indicator }) => indicator}
    />
  );
}
