import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { figureText } from '../../format/figures.ts';
import { Facts } from '../../parts/facts.tsx';
import { Notice, type NoticeKind } from '../../parts/notice.tsx';
import { useFocus } from '../../parts/use-focus.ts';
import { nextWords, verdictText } from './verdict-words.ts';

const words = {
  vi: {
    rowsRead: 'Dòng đọc được',
    rowsUsed: 'Dòng dùng',
    rowsSkipped: 'Dòng bỏ qua, kể cả dòng trống',
    observations: 'Số liệu đọc được',
    of: (filled: string, asked: string) => `${filled} trên ${asked}`,
    tasks: 'Nhiệm vụ đọc được',
    errors: 'Lỗi',
    warnings: 'Cảnh báo',
    repairs: 'Chỗ chuẩn hóa',
    changes: (mended: string, fresh: string, same: string) =>
      `So với lần gửi trước: ${mended} chỗ đã sửa, ${fresh} chỗ mới, ${same} chỗ vẫn còn.`,
    part: 'Chỉ tính trong phần được liệt kê.',
  },
  en: {
    rowsRead: 'Rows read',
    rowsUsed: 'Rows used',
    rowsSkipped: 'Rows skipped, blank ones too',
    observations: 'Figures read',
    of: (filled: string, asked: string) => `${filled} of ${asked}`,
    tasks: 'Tasks read',
    errors: 'Errors',
    warnings: 'Warnings',
    repairs: 'Repairs',
    changes: (mended: string, fresh: string, same: string) =>
      `Since the attempt before: ${mended} mended, ${fresh} new, ${same} still there.`,
    part: 'Of those listed only.',
  },
};

const kinds: Record<CheckSummary['report']['verdict'], NoticeKind> = {
  passed: 'success',
  'passed-with-warnings': 'warning',
  returned: 'error',
};

/** The verdict in words, what to do next, and what was counted. It takes the focus: it is what was waited for. */
export function VerdictPart({ summary }: { summary: CheckSummary }) {
  const say = useWords(words);
  const language = useLanguage();
  const heading = useFocus<HTMLHeadingElement>();
  const { verdict, counts } = summary.report;
  const { changes } = summary;
  const rows = counts.rowsRead > 0 ? counts : counts.tasks;
  const told = (count: number) => figureText(String(count), language);
  return (
    <section aria-labelledby="check-verdict">
      <h2 id="check-verdict" class="check-verdict" tabIndex={-1} ref={heading}>
        {verdictText(summary.report, language)}
      </h2>
      <Notice kind={kinds[verdict]}>
        <p>{nextWords[verdict][language]}</p>
        {changes && changes.mended + changes.new + changes.same > 0 && (
          <p>
            {say.changes(told(changes.mended), told(changes.new), told(changes.same))}
            {!changes.whole && ` ${say.part}`}
          </p>
        )}
      </Notice>
      {/* Of a file that could not be opened nothing is counted. */}
      {rows.rowsRead > 0 && (
        <Facts
          facts={[
            [say.rowsRead, told(rows.rowsRead)],
            [say.rowsUsed, told(rows.rowsUsed)],
            [say.rowsSkipped, told(rows.rowsSkipped)],
            ...(summary.asked > 0
              ? ([[say.observations, say.of(told(summary.filled), told(summary.asked))]] as const)
              : []),
            ...(counts.tasks.rowsRead > 0 ? ([[say.tasks, told(counts.tasks.rowsUsed)]] as const) : []),
            [say.errors, told(counts.errors)],
            [say.warnings, told(counts.warnings)],
            [say.repairs, told(counts.repairs)],
          ]}
        />
      )}
    </section>
  );
}
