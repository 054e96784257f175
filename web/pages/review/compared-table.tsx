import { measureText } from '../../../shared/briefing/measures.ts';
import type { ReadFigure } from '../../../shared/query/compared-figures.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAreaName } from '../../app/use-area-name.ts';
import { cellsText } from '../../format/cells.ts';
import { changeWords } from '../../format/comparison.ts';
import { differenceText } from '../../format/measures.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureWithParts } from '../../parts/figure-value.tsx';
import { Tag } from '../../parts/tag.tsx';
import { type ComparedRow, wantsLook } from './compared-rows.ts';
import { reviewWords } from './review-words.ts';

/** Puts the focus on the button of a row. */
export function focusRow(within: HTMLElement | null, key: string): void {
  const row = [...(within?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
    (each) => each.dataset.row === key,
  );
  row?.focus();
}

/** Row by row: this figure, the one beside it, how far they are apart and whether they fit. */
export function ComparedTable({
  rows,
  hasBeside,
  onMove,
  onOpen,
}: {
  rows: readonly ComparedRow[];
  hasBeside: boolean;
  onMove: (step: 1 | -1) => void;
  onOpen: (key: string) => void;
}) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const nameOf = useAreaName();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    // The page would scroll under the focus.
    event.preventDefault();
    onMove(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <DataTable
      caption={say.caption}
      rows={rows}
      rowKey={({ key }) => key}
      rowClass={(row) => (wantsLook(row) ? 'review-look' : undefined)}
      empty={say.noneShown}
      columns={[
        {
          key: 'indicator',
          head: say.head.indicator,
          names: true,
          cell: (row) => (
            <>
              <button
                type="button"
                class="plain review-open"
                data-row={row.key}
                onKeyDown={onKeyDown}
                onClick={() => onOpen(row.key)}
              >
                {row.names[language]}
              </button>
              <span class="soft review-unit"> {measureText({ language }, row.unit)}</span>
              {row.area !== null && <span class="review-unit"> {nameOf(row.area)}</span>}
            </>
          ),
        },
        {
          key: 'now',
          head: say.head.now,
          kind: 'number',
          cell: ({ figure, unit }) => <Told figure={figure} unit={unit} />,
        },
        ...(hasBeside
          ? [
              {
                key: 'before',
                head: say.head.before,
                kind: 'number' as const,
                cell: ({ before, unit }: ComparedRow) => <Told figure={before} unit={unit} />,
              },
              {
                key: 'difference',
                head: say.head.difference,
                kind: 'number' as const,
                cell: ({ difference, unit }: ComparedRow) =>
                  difference === null ? '–' : differenceText(difference, unit, language),
              },
            ]
          : []),
        {
          key: 'fits',
          head: say.head.fits,
          cell: (row) => <Fits row={row} hasBeside={hasBeside} />,
        },
        {
          key: 'cell',
          head: say.head.cell,
          cell: ({ cells }) =>
            cellsText(
              cells.map(({ at }) => at),
              language,
            ) || say.noCell,
        },
      ]}
    />
  );
}

const notRead = { value: null, status: 'missing' };

function Told({ figure, unit }: { figure: ReadFigure | null; unit: string }) {
  return <FigureWithParts figure={figure ?? notRead} unit={unit} />;
}

function Fits({ row, hasBeside }: { row: ComparedRow; hasBeside: boolean }) {
  const say = useWords(reviewWords);
  const language = useLanguage();
  const isFaulty = row.findings.some(({ severity }) => severity === 'error');
  const change = hasBeside ? changeWords[row.change] : null;
  if (change === null && row.findings.length === 0) return <span class="soft">{say.nothingFound}</span>;
  return (
    <span class="review-fits">
      {change && <Tag kind={change.kind}>{change[language]}</Tag>}
      {row.findings.length > 0 && (
        <Tag kind={isFaulty ? 'bad' : 'attention'}>{isFaulty ? say.faulty : say.found}</Tag>
      )}
    </span>
  );
}
