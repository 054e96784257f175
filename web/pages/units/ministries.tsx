import type { Unit } from '../../../shared/catalog/schema.ts';
import { useWords } from '../../app/language.tsx';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { UnitLink, UnitLinks } from '../../parts/unit-link.tsx';

const words = {
  vi: {
    heading: 'Bộ, cơ quan ngang bộ',
    caption: 'Các bộ, cơ quan ngang bộ hiện nay',
    unit: 'Đơn vị',
    code: 'Ký hiệu',
    from: 'Nhận nhiệm vụ của',
    same: 'không có',
    none: 'Không có bộ, cơ quan nào khớp.',
  },
  en: {
    heading: 'Ministries',
    caption: 'The ministries of today',
    unit: 'Unit',
    code: 'Symbol',
    from: 'Took over from',
    same: 'none',
    none: 'No ministry matches.',
  },
};

/** The ministries, which lead indicators and tasks and are not ranked. */
export function Ministries({ book, units }: { book: UnitBook; units: readonly Unit[] }) {
  const say = useWords(words);
  return (
    <>
      <h2>{say.heading}</h2>
      <DataTable
        caption={say.caption}
        columns={[
          { key: 'unit', head: say.unit, names: true, cell: (unit) => <UnitLink book={book} unit={unit} /> },
          { key: 'code', head: say.code, cell: ({ code }) => code },
          {
            key: 'from',
            head: say.from,
            cell: (unit) => {
              const { predecessors } = kinOf(book, unit);
              if (predecessors.length === 0) return <span class="soft">{say.same}</span>;
              return <UnitLinks book={book} units={predecessors} />;
            },
          },
        ]}
        rows={units}
        rowKey={({ id }) => id}
        empty={say.none}
      />
    </>
  );
}
