import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import type { RepairCode } from '../../shared/normalisation/repair-texts.ts';
import type { Checked, Repair } from '../../shared/normalisation/report.ts';
import { figureKey } from '../../shared/normalisation/rules/rule.ts';
import type { CellRef, Observation } from '../../shared/observations/observation.ts';
import { shareOf } from '../format/share.ts';
import type { FigureCell, FigurePart, Line } from './check-messages.ts';
import { type CellsOf, figureCells } from './figure-cells.ts';
import { changeOf, type FigureChange } from './figure-change.ts';
import type { OtherRow } from './place-lines.ts';

/** What was found and done in a line: numbers of findings, and repairs. */
type Marks = { findings: readonly number[]; repairs: readonly Repair[] };
export const noMarks: Marks = { findings: [], repairs: [] };
export const figureParts = ['numerator', 'denominator', 'value'] as const;

type Given = {
  checked: Checked;
  catalog: Catalog;
  context: Context | null;
  areaName: (area: string) => string;
};
type At = Pick<Line, 'line' | 'sheet' | 'row'>;

/** Makes a line of the table as it is shown, from what the engine read and found. */
export class LineMaker {
  readonly #given: Given;
  readonly #last: ReadonlyMap<string, NonNullable<Context['last']>['figures'][number]>;
  /** Of each sheet, the letters of the column with results: a ratio's result is not read, but may be found fault with. */
  readonly #resultColumns = new Map<string | null, string>();
  readonly cellsOf: CellsOf;

  constructor(given: Given) {
    this.#given = given;
    const { checked, context } = given;
    this.cellsOf = figureCells(checked);
    this.#last = new Map(
      context?.last?.figures.map((figure) => [figureKey(figure.indicator, figure.area), figure]),
    );
    for (const { cells } of checked.sources) {
      for (const { role, at } of cells)
        if (role === 'value') this.#resultColumns.set(at.sheet, lettersOf(at.cell));
    }
    const long = checked.longSources?.();
    if (long?.columns.value) this.#resultColumns.set(long.sheet, long.columns.value);
  }

  /** A figure beside what stood last; null: nothing did. */
  changeOf(figure: Observation): FigureChange | null {
    const last = this.#last.get(figureKey(figure.indicator, figure.area));
    return last === undefined ? null : changeOf(figure, last);
  }

  /** True when there is anything to compare with. */
  get compares(): boolean {
    return this.#last.size > 0;
  }

  other(at: At, { cells, isTask }: OtherRow, { findings, repairs }: Marks): Line {
    return { ...at, ...noFigure, cells, isTask, findings: [...findings], repairs: [...repairs] };
  }

  figure(at: At, number: number, marks: Marks): Line {
    const figure = this.#given.checked.observationAt(number);
    const { indicator, area, status, note } = figure;
    const known = this.#given.catalog.indicators.get(indicator);
    const figures = this.#figures(at, number, figure, marks);
    const inCells = new Set(figureParts.flatMap((part) => figures[part].cell ?? []));
    const elsewhere = (ref: CellRef | null | undefined) => !ref || !inCells.has(ref.cell);
    return {
      ...at,
      indicator: {
        id: indicator,
        name: known?.names ?? { vi: indicator, en: indicator },
        unit: known?.unit ?? '',
      },
      area: area === undefined ? null : this.#given.areaName(area),
      status,
      figures,
      share: shareOf(figure.numerator, figure.denominator),
      note,
      change: this.changeOf(figure),
      cells: [],
      isTask: false,
      findings: marks.findings.filter((each) => elsewhere(this.#findingAt(each))),
      repairs: marks.repairs.filter((repair) => elsewhere(repair.at)),
    };
  }

  #findingAt(number: number): CellRef | null {
    return this.#given.checked.report.findings[number]?.at ?? null;
  }

  #figures(at: At, number: number, figure: Observation, marks: Marks): Record<FigurePart, FigureCell> {
    const cells = this.cellsOf(number, figure);
    // Where no cell of the row says so, its title or heading said it of all.
    const inCells = marks.repairs.filter(({ code }) => code === approximation).map(({ at }) => at.cell);
    const isEstimate = (cell: string) =>
      figure.approximate && (inCells.length === 0 || inCells.includes(cell));
    const cellOf = (part: FigurePart): FigureCell => {
      const written = cells[part];
      if (written) {
        const { cell, raw } = written;
        return { ...this.#cell(cell, { read: figure[part], raw }, marks), approximate: isEstimate(cell) };
      }
      const column = part === 'value' ? this.#resultColumns.get(at.sheet) : undefined;
      if (column === undefined) return { ...noCell, read: figure[part] };
      const result = this.#cell(`${column}${at.row}`, { read: figure.value, raw: '' }, marks);
      return { ...result, written: result.repairs[0]?.from ?? null };
    };
    return { numerator: cellOf('numerator'), denominator: cellOf('denominator'), value: cellOf('value') };
  }

  #cell(
    cell: string,
    { read, raw }: { read: string | null; raw: string },
    { findings, repairs }: Marks,
  ): FigureCell {
    return {
      cell,
      read,
      written: raw === '' || raw === read ? null : raw,
      approximate: false,
      repairs: repairs.filter((repair) => repair.at.cell === cell),
      findings: findings.filter((number) => this.#findingAt(number)?.cell === cell),
    };
  }
}

/** The repair by which an estimate was read as its number. */
const approximation: RepairCode = 'approximation';

function lettersOf(cell: string): string {
  return cell.replace(/\d+$/, '');
}

const noCell: FigureCell = {
  cell: null,
  read: null,
  written: null,
  repairs: [],
  approximate: false,
  findings: [],
};
const noFigure = {
  indicator: null,
  area: null,
  status: null,
  figures: { numerator: noCell, denominator: noCell, value: noCell },
  share: null,
  note: null,
  change: null,
} satisfies Partial<Line>;
