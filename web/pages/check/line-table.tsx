import { useId } from 'preact/hooks';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary, Line, LinePage, LineView } from '../../engine/check-messages.ts';
import { periodTitle } from '../../format/periods.ts';
import { LineRow } from './line-row.tsx';

const words = {
  vi: {
    caption: (file: string) => `Tệp ${file}, theo thứ tự dòng trong tệp`,
    row: 'Dòng',
    indicator: 'Chỉ tiêu',
    numerator: 'Tử số',
    denominator: 'Mẫu số',
    value: 'Giá trị',
    change: 'Thay đổi',
    note: 'Ghi chú',
    content: 'Nội dung trong tệp',
    none: 'Không có dòng nào như vậy.',
  },
  en: {
    caption: (file: string) => `The file ${file}, in the order of its rows`,
    row: 'Row',
    indicator: 'Indicator',
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'Value',
    change: 'Change',
    note: 'Note',
    content: 'What the file says',
    none: 'There is no such row.',
  },
};

/** A page of the table as it was read. */
export function LineTable({
  page,
  view,
  summary,
  walkAt,
}: {
  page: LinePage;
  view: LineView;
  summary: CheckSummary;
  walkAt: number | null;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const id = useId();
  const { last } = summary;
  const figureHeads = [
    { key: 'indicator', text: say.indicator, kind: 'text' },
    { key: 'numerator', text: say.numerator, kind: 'number' },
    { key: 'denominator', text: say.denominator, kind: 'number' },
    { key: 'value', text: say.value, kind: 'number' },
    ...(last === null
      ? []
      : [
          { key: 'last', text: periodTitle(last, language), kind: 'number' },
          { key: 'change', text: say.change, kind: 'number' },
        ]),
    { key: 'note', text: say.note, kind: 'text' },
  ];
  const hasFigures = summary.report.counts.observations > 0;
  const heads = hasFigures ? figureHeads : [{ key: 'content', text: say.content, kind: 'text' }];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class="table" aria-labelledby={id} tabIndex={0}>
      <table class="check-table" data-show={view.show} data-search={view.search}>
        <caption id={id}>
          <span>{say.caption(summary.report.file.name)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say.row}</th>
            {heads.map(({ key, text, kind }) => (
              <th key={key} scope="col" class={kind}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line, at) => (
            <LineRow
              key={line.line}
              line={line}
              isNewSheet={isNewSheet(page.lines, at)}
              summary={summary}
              columns={heads.length}
              walkAt={walkAt}
            />
          ))}
          {page.lines.length === 0 && (
            <tr>
              <td colSpan={heads.length + 1}>{say.none}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** A sheet is named where its rows begin, and at the top of a page. */
function isNewSheet(lines: readonly Line[], at: number): boolean {
  return at === 0 || lines[at - 1]?.sheet !== lines[at]?.sheet;
}
