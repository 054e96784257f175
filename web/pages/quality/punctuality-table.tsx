import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { UnitBook } from '../../app/use-units.ts';
import { dayText } from '../../format/days.ts';
import { periodTitle } from '../../format/periods.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { isConspicuous, overPeriods, type UnitOverPeriods } from './punctuality.ts';

const words = {
  vi: {
    caption: (form: string) => `Báo cáo theo từng kỳ: ${form}`,
    summary: ({ counts, expected }: CoverageDocument) =>
      `${counts.onTime} đúng hạn, ${counts.late} muộn, ${counts.missing} chưa nộp và đã quá hạn, ${counts.notDue} chưa đến hạn, trong ${expected} đơn vị; ${counts.revised} đã sửa đổi sau khi ký, ${counts.nil} báo không phát sinh`,
    due: (day: string) => `hạn ${day}`,
    unit: 'Đơn vị',
    absent: 'không phải báo cáo',
    none: 'Không có đơn vị nào nộp muộn, thiếu hoặc sửa đổi.',
  },
  en: {
    caption: (form: string) => `Reports period by period: ${form}`,
    summary: ({ counts, expected }: CoverageDocument) =>
      `${counts.onTime} on time, ${counts.late} late, ${counts.missing} overdue, ${counts.notDue} not due yet, of ${expected} units; ${counts.revised} revised after signing, ${counts.nil} with nothing to report`,
    due: (day: string) => `due ${day}`,
    unit: 'Unit',
    absent: 'nothing was asked',
    none: 'No unit was late, is missing, or revised.',
  },
};

/** Units by periods, each state in words. */
export function PunctualityTable({
  book,
  form,
  documents,
  isConcise,
}: {
  book: UnitBook;
  form: Form;
  documents: readonly CoverageDocument[];
  isConcise: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const rows = overPeriods(documents).filter((row) => !isConcise || isConspicuous(row));
  const columns: Column<UnitOverPeriods>[] = [
    {
      key: 'unit',
      head: say.unit,
      names: true,
      cell: ({ named }) => <NamedUnits book={book} units={[named]} />,
    },
    ...documents.map(
      ({ period, due }, at): Column<UnitOverPeriods> => ({
        key: period,
        head: (
          <>
            {periodTitle(period, language)}
            {due !== null && <span class="units-note">{say.due(dayText(due, language))}</span>}
          </>
        ),
        cell: ({ reports }) => {
          const report = reports[at];
          return report ? <ReportState report={report} /> : <span class="missing">{say.absent}</span>;
        },
      }),
    ),
  ];
  return (
    <>
      <ul>
        {documents.map((document) => (
          <li key={document.period}>
            {periodTitle(document.period, language)}: {say.summary(document)}.
          </li>
        ))}
      </ul>
      <DataTable
        caption={say.caption(form.names[language])}
        columns={columns}
        rows={rows}
        rowKey={({ named }) => named.unit}
        empty={say.none}
      />
    </>
  );
}
