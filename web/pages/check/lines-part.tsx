import type { MutableRef } from 'preact/hooks';
import { useId } from 'preact/hooks';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckDesk } from '../../engine/check-desk.ts';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { figureText } from '../../format/figures.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { FindingWalk } from './finding-walk.tsx';
import { LineTable } from './line-table.tsx';
import { type Lines, useLines } from './use-lines.ts';

const words = {
  vi: {
    title: 'Bảng số liệu như đã đọc',
    show: 'Hiện',
    views: {
      all: 'Tất cả các dòng',
      errors: 'Dòng có lỗi',
      warnings: 'Dòng có cảnh báo',
      repairs: 'Dòng được chuẩn hóa',
      changed: 'Dòng khác kỳ trước',
      unused: 'Dòng không thành số liệu',
    },
    search: 'Tìm chỉ tiêu, địa bàn',
    broken: 'Không đọc được bảng. Hãy chọn lại tệp ở đầu trang.',
    found: (count: string) => `${count} dòng`,
    page: (at: string, of: string) => `Trang ${at} / ${of}`,
    before: 'Trang trước',
    after: 'Trang sau',
    pages: 'Các trang của bảng',
    long: 'Tệp dài: các dòng không thành số liệu chỉ hiện khi có lỗi.',
  },
  en: {
    title: 'The table as it was read',
    show: 'Show',
    views: {
      all: 'Every row',
      errors: 'Rows with errors',
      warnings: 'Rows with warnings',
      repairs: 'Rows with repairs',
      changed: 'Rows that differ from last period',
      unused: 'Rows that became no figure',
    },
    search: 'Find an indicator or area',
    broken: 'The table cannot be read. Choose the file again at the top.',
    found: (count: string) => `${count} rows`,
    page: (at: string, of: string) => `Page ${at} of ${of}`,
    before: 'Previous page',
    after: 'Next page',
    pages: 'Pages of the table',
    long: 'The file is long: rows that became no figure are shown only where something was found.',
  },
};

export type LinesHandle = Pick<Lines, 'goTo'>;
const shows = ['all', 'errors', 'warnings', 'repairs', 'changed', 'unused'] as const;

/** The table as it was read: filters, the way through the findings, and a page of its rows. */
export function LinesPart({
  desk,
  summary,
  handle,
}: {
  desk: CheckDesk;
  summary: CheckSummary;
  handle: MutableRef<LinesHandle | null>;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const titleId = useId();
  const lines = useLines(desk, summary);
  handle.current = lines;
  const { page } = lines;
  if (summary.lines.all === 0) return null;
  return (
    <section class="check-lines" aria-labelledby={titleId}>
      <h2 id={titleId}>{say.title}</h2>
      <FindingWalk count={summary.findings.length} lines={lines} />
      <LineFilters summary={summary} lines={lines} />
      {!summary.unusedRead && <p class="soft">{say.long}</p>}
      {lines.isBroken && (
        <Notice kind="error" live>
          <p>{say.broken}</p>
        </Notice>
      )}
      {page && (
        <>
          <p role="status" class="check-found">
            {say.found(figureText(String(page.total), language))}
          </p>
          <LineTable page={page} view={page.of} summary={summary} walkAt={lines.at} />
          <Pager lines={lines} />
        </>
      )}
    </section>
  );
}

function LineFilters({ summary, lines }: { summary: CheckSummary; lines: Lines }) {
  const say = useWords(words);
  const language = useLanguage();
  const { view } = lines;
  return (
    <div class="filters">
      <ChoiceField
        id="check-show"
        label={say.show}
        value={view.show}
        choices={shows.map((show) => [
          show,
          `${say.views[show]} (${figureText(String(summary.lines[show]), language)})`,
        ])}
        onChoose={(show) => lines.show({ ...view, show })}
      />
      <Field
        id="check-search"
        label={say.search}
        control={(tied) => (
          <input
            {...tied}
            type="search"
            value={view.search}
            onInput={(event) => lines.show({ ...view, search: event.currentTarget.value })}
          />
        )}
      />
    </div>
  );
}

function Pager({ lines }: { lines: Lines }) {
  const say = useWords(words);
  const language = useLanguage();
  if (lines.page === null || lines.page.pages === 1) return null;
  const { page, pages } = lines.page;
  const told = (number: number) => figureText(String(number), language);
  return (
    <nav class="actions" aria-label={say.pages}>
      <BusyButton isOff={page === 0} onClick={() => lines.show(lines.view, page - 1)}>
        {say.before}
      </BusyButton>
      <span>{say.page(told(page + 1), told(pages))}</span>
      <BusyButton isOff={page === pages - 1} onClick={() => lines.show(lines.view, page + 1)}>
        {say.after}
      </BusyButton>
    </nav>
  );
}
