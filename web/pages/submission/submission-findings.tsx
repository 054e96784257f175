import { hasMarkedWorkbook, markedFileName } from '../../../shared/normalisation/output/marked-file.ts';
import type { FindingsView, SubmissionView } from '../../../shared/query/read-submission.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { Answer } from '../../app/use-answer.ts';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { FindingList } from '../../parts/finding-list.tsx';
import { useFindingNames } from './use-finding-names.ts';

const words = {
  vi: {
    title: 'Kết quả kiểm tra',
    none: 'Không có lỗi, cảnh báo nào.',
    workbook: 'Tải tệp của bạn có ghi chú kết quả',
    csv: 'Tải danh sách kết quả (CSV)',
    repairs: (n: string) => `${n} chỗ được đọc khác với cách viết (chuẩn hóa)`,
    repairsOf: 'Những chỗ được chuẩn hóa khi đọc',
    cell: 'Vị trí',
    from: 'Trong tệp',
    to: 'Đọc là',
    what: 'Vì sao',
    changes: (mended: string, added: string, same: string) =>
      `So với lần gửi trước: đã sửa ${mended}, mới phát sinh ${added}, còn ${same}.`,
    first: (n: string) => `Liệt kê ${n} chỗ đầu; đủ danh sách trong tệp có ghi chú.`,
  },
  en: {
    title: 'What the check found',
    none: 'No errors and no warnings.',
    workbook: 'Download your file with the findings marked',
    csv: 'Download the list of findings (CSV)',
    repairs: (n: string) => `${n} places were read differently from how they were written`,
    repairsOf: 'Read differently from how it was written',
    cell: 'Place',
    from: 'In the file',
    to: 'Read as',
    what: 'Why',
    changes: (mended: string, added: string, same: string) =>
      `Since the attempt before: ${mended} mended, ${added} new, ${same} still there.`,
    first: (n: string) => `The first ${n} are listed; the marked workbook has them all.`,
  },
};

/** So many repairs are listed at once. */
const mostRepairs = 200;

/** What the service found in the file: errors and warnings first, then what was read differently. */
export function SubmissionFindings({
  submission,
  findings: { answer, reload },
}: {
  submission: SubmissionView;
  findings: { answer: Answer<FindingsView>; reload: () => void };
}) {
  const say = useWords(words);
  const language = useLanguage();
  const nameOf = useFindingNames(submission);
  const { id, file } = submission;
  const count = (n: number) => figureText(String(n), language);
  const name = file?.name ?? id;
  return (
    <section>
      <h2>{say.title}</h2>
      <Answered answer={answer} reload={reload}>
        {({ groups, findings, repairs, changes }) => (
          <>
            {changes && changes.mended.length + changes.new.length + changes.same > 0 && (
              <p>
                {say.changes(count(changes.mended.length), count(changes.new.length), count(changes.same))}
              </p>
            )}
            {groups.length === 0 ? (
              <p>{say.none}</p>
            ) : (
              <FindingList groups={groups} findings={findings} nameOf={nameOf} />
            )}
            {groups.length > 0 && (
              <div class="actions">
                {file && hasMarkedWorkbook({ findings, file }) && (
                  <FileButton address={apiPath`/v1/submissions/${id}/workbook`} name={markedFileName(name)}>
                    {say.workbook}
                  </FileButton>
                )}
                <FileButton address={apiPath`/v1/submissions/${id}/findings?format=csv`} name={`${name}.csv`}>
                  {say.csv}
                </FileButton>
              </div>
            )}
            {repairs.length > 0 && (
              <details>
                <summary>{say.repairs(count(repairs.length))}</summary>
                {repairs.length > mostRepairs && <p>{say.first(count(mostRepairs))}</p>}
                <DataTable
                  caption={say.repairsOf}
                  rows={repairs.slice(0, mostRepairs)}
                  rowKey={({ code, at }) => `${code} ${at.sheet} ${at.cell}`}
                  columns={[
                    { key: 'cell', head: say.cell, names: true, cell: ({ at }) => cellText(at, language) },
                    { key: 'from', head: say.from, cell: ({ from }) => <span lang="vi">{from}</span> },
                    { key: 'to', head: say.to, cell: ({ to }) => <span lang="vi">{to}</span> },
                    { key: 'what', head: say.what, cell: ({ message }) => message[language] },
                  ]}
                />
              </details>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}
