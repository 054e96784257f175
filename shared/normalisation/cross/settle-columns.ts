import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { cellIn } from '../layout/row-kind.ts';
import { settleFigures } from '../layout/settle-figures.ts';
import type { Ledger } from '../ledger.ts';
import { isFigureLike } from '../number/figure.ts';
import { cellName, type Place, type Row } from '../table.ts';
import type { FigurePart } from './figure-heading.ts';
import type { CrossHeader, FigureColumn } from './header.ts';

/** The columns of one indicator; `place` is the heading of the first of them. */
export type IndicatorColumns = {
  indicator: Indicator;
  columns: Partial<Record<FigurePart, number>>;
  place: Place;
};

type Heads = { header: CrossHeader; body: readonly Row[]; sheet: string | null; asked: Asked };

/**
 * Gives each indicator its columns. Of two that hold the same, the one that names the asked period is taken, else it
 * is asked; a plan or another period is left aside; columns of figures that no indicator names are told.
 */
export function settleColumns({ header, body, sheet, asked }: Heads, ledger: Ledger): IndicatorColumns[] {
  const byKey = new Map<string, FigureColumn[]>();
  for (const column of header.figures) {
    const key = `${column.part} ${column.indicator.id}`;
    byKey.set(key, [...(byKey.get(key) ?? []), column]);
  }
  const settled = new Map<string, IndicatorColumns>();
  for (const columns of byKey.values()) {
    const kept = settle(columns, { sheet, asked }, ledger);
    if (!kept) continue;
    const { indicator, part, column, row } = kept;
    const own = settled.get(indicator.id) ?? { indicator, columns: {}, place: { sheet, row, column } };
    own.columns[part] = column;
    settled.set(indicator.id, own);
  }
  for (const own of settled.values()) tellMissingPart(own, ledger);
  tellUnknown({ header, body, sheet, asked }, ledger);
  return [...settled.values()];
}

function settle(
  columns: readonly FigureColumn[],
  { sheet, asked }: { sheet: string | null; asked: Asked },
  ledger: Ledger,
): FigureColumn | undefined {
  // Beside a column that is understood, one that is not holds something else.
  const isUnclear = ({ standing }: FigureColumn) => standing === 'unclear';
  const clear = columns.filter(
    ({ standing }) => standing !== 'unclear' && standing !== 'other' && standing !== 'aside',
  );
  const unknown = clear.length > 0 ? columns.filter(isUnclear) : [];
  const fit = columns.filter((column) => !unknown.includes(column));
  const { kept, twice, passed } = settleFigures(fit.map((column) => ({ ...column, own: true })));
  for (const { row, column, text } of unknown) ledger.find('column-unknown', { sheet, row, column }, text);
  for (const { row, column, text } of twice) {
    const expected = kept ? `${cellName(kept.column, kept.row)} "${kept.text}"` : null;
    ledger.find('column-twice', { sheet, row, column }, text, expected);
  }
  for (const each of kept ? [] : passed) {
    // A ratio's result is only compared: its parts are what counts.
    if (each.indicator.kind === 'ratio' && each.part === 'result') continue;
    const { standing, row, column, text } = each;
    const [code, expected] =
      standing === 'other'
        ? (['period-differs', asked.period.code] as const)
        : (['column-unclear', `${each.indicator.id} ${asked.period.names.vi}`] as const);
    ledger.find(code, { sheet, row, column }, text, expected);
  }
  return kept;
}

function tellMissingPart({ indicator, columns, place }: IndicatorColumns, ledger: Ledger): void {
  const { numerator, denominator } = columns;
  if ((numerator === undefined) === (denominator === undefined)) return;
  const missing = numerator === undefined ? 'Tử số (a)' : 'Mẫu số (b)';
  ledger.find('column-missing', place, null, `${missing} ${indicator.id}`, { about: indicator.id });
}

/** A heading that names no indicator of the form, over figures: they are not read. */
function tellUnknown({ header, body, sheet }: Heads, ledger: Ledger): void {
  for (const { column, row, texts } of header.unknown) {
    const holds = body.some((each) => {
      const cell = cellIn(each, column);
      return cell !== undefined && /\d/.test(cell.text) && isFigureLike(cell);
    });
    if (holds) ledger.find('column-unknown', { sheet, row, column }, texts.join(' / '));
  }
}
