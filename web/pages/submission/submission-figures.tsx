import { useState } from 'preact/hooks';
import type { ComparedFigure, FigureChange, ReadFigure } from '../../../shared/query/compared-figures.ts';
import type { SubmissionFigures as FiguresView } from '../../../shared/query/read-submission-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useAreaName } from '../../app/use-area-name.ts';
import { figureText } from '../../format/figures.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FigureValue } from '../../parts/figure-value.tsx';

const words = {
  vi: {
    title: 'Số liệu đọc được',
    replaces: (n: number, changed: string) =>
      `Bản này thay bản thứ ${n} khi được ký. Có ${changed} chỉ tiêu khác với bản đó.`,
    replaced: (n: number, changed: string) => `So với bản thứ ${n} trước đó, có ${changed} chỉ tiêu khác.`,
    period: (period: string, changed: string) =>
      `Chưa có bản nào trước đó cho kỳ này. So với ${period}, có ${changed} chỉ tiêu khác.`,
    alone: 'Chưa có bản nào trước đó để so sánh.',
    all: 'Hiện cả những chỉ tiêu không đổi',
    caption: 'Số liệu đọc được trong tệp',
    indicator: 'Chỉ tiêu',
    area: 'Về',
    here: 'Bản này',
    version: (n: number) => `Bản thứ ${n}`,
    difference: 'Chênh lệch',
    change: 'So sánh',
    none: 'Không có chỉ tiêu nào khác.',
    changes: { same: 'không đổi', changed: 'khác', new: 'mới có', gone: 'không còn', none: 'đều không có' },
  },
  en: {
    title: 'The figures that were read',
    replaces: (n: number, changed: string) =>
      `Once signed, it replaces version ${n}. ${changed} indicators differ from that one.`,
    replaced: (n: number, changed: string) => `${changed} indicators differ from version ${n} before it.`,
    period: (period: string, changed: string) =>
      `There is no earlier version for this period. ${changed} indicators differ from ${period}.`,
    alone: 'There is no earlier version to compare with.',
    all: 'Show indicators that are the same too',
    caption: 'The figures that were read in the file',
    indicator: 'Indicator',
    area: 'About',
    here: 'This one',
    version: (n: number) => `Version ${n}`,
    difference: 'Difference',
    change: 'Comparison',
    none: 'No indicator differs.',
    changes: {
      same: 'the same',
      changed: 'differs',
      new: 'there was none',
      gone: 'none any more',
      none: 'neither has one',
    },
  },
};

/** What an approver confirms, figure by figure, beside the version that it replaces or the period before. */
export function SubmissionFigures({ id, isSigned }: { id: string; isSigned: boolean }) {
  const say = useWords(words);
  const { answer, reload } = useAnswer<FiguresView>(`/v1/submissions/${id}/figures`);
  return (
    <section>
      <h2>{say.title}</h2>
      <Answered answer={answer} reload={reload}>
        {(view) => <Comparison view={view} isSigned={isSigned} />}
      </Answered>
    </section>
  );
}

function Comparison({ view: { items, beside }, isSigned }: { view: FiguresView; isSigned: boolean }) {
  const say = useWords(words);
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const differing = items.filter(({ change }) => isDifferent(change));
  const changed = figureText(String(differing.length), language);
  if (beside === null) {
    return (
      <>
        <p>{say.alone}</p>
        <FigureTable rows={items} before={null} />
      </>
    );
  }
  const told = isSigned ? say.replaced : say.replaces;
  const period = periodText(beside.period, language);
  const isVersion = beside.by === 'version';
  return (
    <>
      <p>{isVersion ? told(beside.version, changed) : say.period(period, changed)}</p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {say.all}
        </label>
      </p>
      <FigureTable
        rows={isWhole ? items : differing}
        before={isVersion ? say.version(beside.version) : period}
      />
    </>
  );
}

function isDifferent(change: FigureChange): boolean {
  return change !== 'same' && change !== 'none';
}

/** @param before what the figures are held against; null: nothing */
function FigureTable({ rows, before }: { rows: readonly ComparedFigure[]; before: string | null }) {
  const say = useWords(words);
  const language = useLanguage();
  const nameOf = useAreaName();
  const areas: Column<ComparedFigure>[] = rows.some(({ area }) => area !== null)
    ? [{ key: 'area', head: say.area, cell: ({ area }) => area && nameOf(area) }]
    : [];
  const compared: Column<ComparedFigure>[] =
    before === null
      ? []
      : [
          {
            key: 'before',
            head: before,
            kind: 'number',
            cell: (row) => <WithParts figure={row.before} />,
          },
          {
            key: 'difference',
            head: say.difference,
            kind: 'number',
            cell: ({ difference }) => difference !== null && figureText(difference, language),
          },
          { key: 'change', head: say.change, cell: ({ change }) => say.changes[change] },
        ];
  return (
    <DataTable
      caption={say.caption}
      rows={rows}
      rowKey={({ indicator, area }) => `${indicator} ${area}`}
      empty={say.none}
      columns={[
        {
          key: 'name',
          head: say.indicator,
          names: true,
          cell: ({ names, unit }) => `${names[language]} (${unit})`,
        },
        ...areas,
        {
          key: 'here',
          head: say.here,
          kind: 'number',
          cell: ({ figure }) => <FigureValue figure={figure} />,
        },
        ...compared,
      ]}
    />
  );
}

/** A figure, and of a ratio the two numbers that were reported: what an approver knows. */
function WithParts({ figure }: { figure: ReadFigure | null }) {
  const language = useLanguage();
  const { numerator, denominator } = figure ?? {};
  return (
    <>
      <FigureValue figure={figure} />
      {numerator != null && denominator != null && (
        <span class="submission-parts">
          {figureText(numerator, language)}/{figureText(denominator, language)}
        </span>
      )}
    </>
  );
}
