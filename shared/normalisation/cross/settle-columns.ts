import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { cellIn } from '../layout/row-kind.ts';
import type { Ledger } from '../ledger.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Place, Row } from '../table.ts';
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
  let left = columns.filter(({ standing }) => standing !== 'other' && standing !== 'aside');
  for (const better of ['asked', 'this']) {
    const some = left.filter(({ standing }) => standing === better);
    if (left.length > 1 && some.length > 0) left = some;
  }
  for (const { row, column, text } of left.slice(1))
    ledger.find('column-twice', { sheet, row, column }, text);
  if (left.length === 0) {
    for (const { standing, row, column, text } of columns)
      if (standing === 'other')
        ledger.find('period-differs', { sheet, row, column }, text, asked.period.code);
  }
  return left[0];
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
