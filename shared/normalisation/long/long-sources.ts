import type { LongSources } from '../../observations/observation.ts';
import { limits } from '../limits.ts';
import { type Cell, cellName } from '../table.ts';
import type { FigureColumns } from './plain-row.ts';

/** Gathers the raw texts that differ from what was read, as many as are kept. */
export class LongSourcesBuilder {
  readonly #raw = new Map<string, { raw: string; format: string | null }>();

  /** @param cellOf makes the cell, when it is kept */
  keep(row: number, cellOf: () => Cell | undefined): void {
    const cell = this.#raw.size < limits.rawTexts ? cellOf() : undefined;
    if (cell) this.keepRaw(cellName(cell.column, row), cell.text, cell.format);
  }

  keepRaw(cell: string, raw: string, format: string | null): void {
    if (this.#raw.size < limits.rawTexts) this.#raw.set(cell, { raw, format });
  }

  /** @param rowOf the row of an area's figure of an indicator, or 0, by their numbers */
  build(
    { sheet, figures }: { sheet: string | null; figures: FigureColumns },
    { areas, indicators }: { areas: readonly (string | null)[]; indicators: readonly string[] },
    rowOf: (area: number, indicator: number) => number,
  ): LongSources {
    const letters = (name: keyof FigureColumns) => {
      const column = figures[name];
      return column ? cellName(column.column, 1).slice(0, -1) : null;
    };
    const rows = indicators.map((indicator, number) => ({
      indicator,
      rows: areas.map((_, area) => rowOf(area, number)),
    }));
    return {
      schema: 'sources/2',
      sheet,
      columns: {
        numerator: letters('numerator'),
        denominator: letters('denominator'),
        value: letters('result'),
      },
      areas: [...areas],
      rows: rows.filter((each) => each.rows.some((row) => row > 0)),
      raw: Object.fromEntries(this.#raw),
    };
  }
}
