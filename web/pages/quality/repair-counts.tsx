import { isPublished } from '../../../shared/aggregation/round.ts';
import type { WorkList } from '../../../shared/query/read-work.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';

const words = {
  vi: {
    heading: 'Chuẩn hóa và cảnh báo khi đọc tệp',
    why: 'Chuẩn hóa là chỗ được đọc khác với cách viết trong tệp, ví dụ dấu phẩy thập phân. Chỉ chuyên viên phân tích và Ban Thư ký thấy bảng này.',
    caption: (period: string) => `Bản mới nhất của mỗi đơn vị, ${period}`,
    unit: 'Đơn vị',
    observations: 'Số liệu đọc được',
    repairs: 'Chuẩn hóa',
    warnings: 'Cảnh báo',
    errors: 'Lỗi',
    none: 'chưa có tệp nào được đọc',
    review: 'Xem bản nộp',
    open: 'Mở để rà soát',
    published: 'Biểu này do bộ công bố, không có báo cáo của từng đơn vị.',
  },
  en: {
    heading: 'Repairs and warnings from reading the files',
    why: 'A repair is what was read differently from how it was written, such as a decimal comma. Only analysts and the secretariat see this table.',
    caption: (period: string) => `The latest file of each unit, ${period}`,
    unit: 'Unit',
    observations: 'Figures read',
    repairs: 'Repairs',
    warnings: 'Warnings',
    errors: 'Errors',
    none: 'no file has been read',
    review: 'Submission',
    open: 'Open to review',
    published: 'A ministry publishes this form; no unit reports it.',
  },
};

/** How much of each unit's latest file was read differently from how it was written: for the centre alone. */
export function RepairCounts({ book, round }: { book: UnitBook; round: ScoredRound }) {
  const say = useWords(words);
  const language = useLanguage();
  const isOwn = !isPublished(round.form);
  const { answer, reload } = useAnswer<WorkList>(
    isOwn ? apiPath`/v1/work?form=${round.form.code}&period=${round.period}` : null,
  );
  const count = (
    counts: WorkList['items'][number]['counts'],
    of: 'repairs' | 'warnings' | 'errors' | 'observations',
  ) => (counts === null ? <span class="missing">{say.none}</span> : String(counts[of]));
  return (
    <>
      <h3>{say.heading}</h3>
      {!isOwn ? (
        <p>{say.published}</p>
      ) : (
        <>
          <p>{say.why}</p>
          <Answered answer={answer} reload={reload}>
            {({ items }) => (
              <DataTable
                caption={say.caption(periodText(round.period, language))}
                columns={[
                  {
                    key: 'unit',
                    head: say.unit,
                    names: true,
                    cell: (item) => <NamedUnits book={book} units={[item]} />,
                  },
                  ...(['observations', 'repairs', 'warnings', 'errors'] as const).map((of) => ({
                    key: of,
                    head: say[of],
                    kind: 'number' as const,
                    cell: ({ counts }: WorkList['items'][number]) => count(counts, of),
                  })),
                  {
                    key: 'review',
                    head: say.review,
                    cell: ({ submission, name }) =>
                      submission === null ? (
                        <span class="missing">{say.none}</span>
                      ) : (
                        <a href={`/ra-soat/${submission}`}>
                          {say.open}
                          <span class="unseen"> {name}</span>
                        </a>
                      ),
                  },
                ]}
                rows={items}
                rowKey={({ unit }) => unit}
              />
            )}
          </Answered>
        </>
      )}
    </>
  );
}
