import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { UnitBook } from '../../app/use-units.ts';
import { whyNone } from '../../format/why-none.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';
import type { IndicatorGaps } from './gaps.ts';

const words = {
  vi: {
    indicator: 'Chỉ tiêu',
    counted: 'Có số liệu',
    of: (count: number, expected: number) => `${count} trong ${expected}`,
    without: 'Không có kết quả',
    zeroOfZero:
      'Không phát sinh (0/0): tử số và mẫu số được báo cáo đều bằng 0. Đơn vị được tính là có số liệu; không có tỷ lệ nên không xếp hạng ở chỉ tiêu này.',
    complete: 'đủ',
    units: (count: number) => `${count} đơn vị`,
  },
  en: {
    indicator: 'Indicator',
    counted: 'With a figure',
    of: (count: number, expected: number) => `${count} of ${expected}`,
    without: 'Without a result',
    zeroOfZero:
      'Nothing occurred (0/0): the numerator and the denominator that were reported are both 0. The unit counts among those with a figure; it has no ratio, and so no rank in this indicator.',
    complete: 'complete',
    units: (count: number) => `${count} units`,
  },
};
/** So many units are named; of more only the number is told. */
const mostNamed = 5;

/** Indicators with how many units have a figure, and why some have no result. */
export function GapsTable({
  book,
  known,
  caption,
  gaps,
}: {
  book: UnitBook;
  known: ReadonlyMap<string, Indicator>;
  caption: string;
  gaps: readonly IndicatorGaps[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  const hasZeroOfZero = gaps.some(({ without }) => without.some(({ reason }) => reason === 'no-denominator'));
  return (
    <>
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
            cell: ({ counted, expected }) => say.of(counted, expected),
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
      {hasZeroOfZero && <p class="hint">{say.zeroOfZero}</p>}
    </>
  );
}
