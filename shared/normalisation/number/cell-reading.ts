import type { ColumnStyle } from './column-style.ts';
import type { FigureFault, FigureRepair } from './figure.ts';
import type { MissingStatus } from './missing.ts';
import type { DateContext } from './read-date.ts';

/** What a cell says of its indicator. `value`: the only figure, or what a ratio comes to. */
export type FigureRole = 'numerator' | 'denominator' | 'value';

/** What a cell's reading needs of its column, its row and its file. */
export type FigureContext = DateContext & {
  style: ColumnStyle;
  /** The unit of measure of the row or the sheet, brought to the indicator's: times 10^shift. */
  shift: number;
};

export type CellFault =
  | FigureFault
  | 'rank-out-of-bounds'
  | 'date-unclear'
  | 'yes-no-unclear'
  | 'target-unclear'
  | 'two-values'
  | 'measure-differs'
  | 'text-broken'
  | 'text-too-long';

/** A cell read as a figure of its indicator, in the writing that an observation holds. */
export type CellReading =
  | { state: 'value'; value: string; approximate: boolean; repairs: FigureRepair[]; note: string | null }
  | { state: 'pair'; numerator: string; denominator: string; repairs: FigureRepair[] }
  | { state: 'missing'; status: MissingStatus }
  | { state: 'fault'; fault: CellFault };

export function read(value: string, repairs: FigureRepair[] = [], note: string | null = null): CellReading {
  return { state: 'value', value, approximate: false, repairs, note };
}

export function fault(code: CellFault): CellReading {
  return { state: 'fault', fault: code };
}
