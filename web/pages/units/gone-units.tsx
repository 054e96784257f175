import type { Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { dayText } from '../../format/days.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { UnitLink, UnitLinks } from '../../parts/unit-link.tsx';

const words = {
  vi: {
    heading: 'Đơn vị trước khi sắp xếp',
    show: 'Xem các đơn vị đã hợp nhất vào đơn vị khác',
    caption: 'Đơn vị đã kết thúc và đơn vị kế thừa',
    unit: 'Đơn vị cũ',
    code: 'Mã',
    until: 'Đến hết ngày',
    now: 'Nay thuộc',
    none: 'Không có đơn vị cũ nào khớp.',
  },
  en: {
    heading: 'Units from before the reorganisation',
    show: 'Show the units that were merged into others',
    caption: 'Units that ended, and what they became',
    unit: 'Former unit',
    code: 'Code',
    until: 'Until the end of',
    now: 'Now part of',
    none: 'No former unit matches.',
  },
};

/** The units that are no more, each with what became of it. */
export function GoneUnits({
  book,
  units,
  isOpen,
}: {
  book: UnitBook;
  units: readonly Unit[];
  isOpen: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <>
      <h2>{say.heading}</h2>
      <details open={isOpen}>
        <summary>{say.show}</summary>
        <DataTable
          caption={say.caption}
          columns={[
            {
              key: 'unit',
              head: say.unit,
              names: true,
              cell: (unit) => <UnitLink book={book} unit={unit} />,
            },
            { key: 'code', head: say.code, cell: ({ code }) => code },
            { key: 'until', head: say.until, cell: ({ to }) => (to === null ? '' : dayText(to, language)) },
            {
              key: 'now',
              head: say.now,
              cell: (unit) => <UnitLinks book={book} units={kinOf(book, unit).successors} />,
            },
          ]}
          rows={units}
          rowKey={({ id }) => id}
          empty={say.none}
        />
      </details>
    </>
  );
}
