import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import { fold } from '../../shared/normalisation/fold.ts';
import type { Checked, Repair } from '../../shared/normalisation/report.ts';
import { figureKey } from '../../shared/normalisation/rules/rule.ts';
import { positionOf } from '../../shared/normalisation/table.ts';
import type { CellRef, Observation } from '../../shared/observations/observation.ts';
import type { FigureCell, FigurePart, Line, LinePage, LinePlace, LineView } from './check-messages.ts';
import { type CellsOf, figureCells } from './figure-cells.ts';
import { changeOf, shareOf } from './figure-change.ts';
import { LineOrder, type PlacedLine } from './line-order.ts';
import type { FileRow } from './unused-rows.ts';

export const linesInPage = 100;
const parts = ['numerator', 'denominator', 'value'] as const;

type Given = {
  checked: Checked;
  catalog: Catalog;
  context: Context | null;
  /** Rows of the file as they are written; empty where they were not gone through. */
  rows: readonly FileRow[];
  areaName: (area: string) => string;
};
type OtherRow = { sheet: string | null; row: number; text: string | null };
/** What was found and done in a line. */
type Marks = { findings: number[]; repairs: Repair[] };
const noMarks: Marks = { findings: [], repairs: [] };

/**
 * The table as it was read: the figures in the order of the file, and between them the rows that became none but hold
 * something or were found fault with. Figures are made when they are asked for, a page at a time.
 */
export class ReadLines {
  readonly #given: Given;
  readonly #sheets: (string | null)[] = [];
  readonly #others: OtherRow[] = [];
  readonly #order: LineOrder;
  readonly #cellsOf: CellsOf;
  readonly #marks = new Map<number, Marks>();
  readonly #last: Map<string, NonNullable<Context['last']>['figures'][number]>;
  readonly #kept = new Map<string, Int32Array>();

  constructor(given: Given) {
    this.#given = given;
    const { checked, context } = given;
    this.#cellsOf = figureCells(checked);
    this.#last = new Map(
      context?.last?.figures.map((figure) => [figureKey(figure.indicator, figure.area), figure]),
    );
    this.#order = new LineOrder(this.#placed());
    for (const [number, { at }] of checked.report.findings.entries()) {
      if (at) this.#marksAt(at)?.findings.push(number);
    }
    for (const repair of checked.report.repairs) this.#marksAt(repair.at)?.repairs.push(repair);
  }

  /** How many lines each view has, nothing being searched for. */
  counts(): Record<LineView['show'], number> {
    const count = (show: LineView['show']) => this.#chosen({ show, search: '' }).length;
    return {
      all: this.#order.count,
      errors: count('errors'),
      warnings: count('warnings'),
      repairs: count('repairs'),
      changed: count('changed'),
      unused: this.#others.length,
    };
  }

  page(view: LineView, wanted: number): LinePage {
    const chosen = this.#chosen(view);
    const pages = Math.max(1, Math.ceil(chosen.length / linesInPage));
    const page = Math.min(Math.max(0, wanted), pages - 1);
    const shown = chosen.subarray(page * linesInPage, (page + 1) * linesInPage);
    return { lines: Array.from(shown, (line) => this.#line(line)), page, pages, total: chosen.length };
  }

  /** The page of a view that shows a line; where it does not, the view of all lines does. */
  locate(line: number, view: LineView): { view: LineView; page: number } {
    const at = this.#chosen(view).indexOf(line);
    if (at >= 0) return { view, page: Math.floor(at / linesInPage) };
    return { view: { show: 'all', search: '' }, page: Math.floor(line / linesInPage) };
  }

  /** Where a finding is shown; null: it concerns the whole file. */
  placeOf(at: CellRef | null): LinePlace | null {
    if (at === null) return null;
    const line = this.#lineAt(at);
    if (line === null) return null;
    const { figures } = this.#line(line);
    return { line, part: parts.find((part) => figures[part].cell === at.cell) ?? 'row' };
  }

  #placed(): PlacedLine[] {
    const { checked, rows } = this.#given;
    const lines: PlacedLine[] = [];
    const used = new Set<string>();
    const { observations: count } = checked.report.counts;
    // The sheets in their order, where the file was gone through.
    for (const { sheet } of rows) this.#sheetNumber(sheet);
    const isLong = count > checked.report.observations.length || checked.longSources !== null;
    for (let number = 0; number < count; number += 1) {
      const figure = checked.observationAt(number);
      const { row, column } = positionOf(figure.at.cell) ?? { row: 0, column: 0 };
      const sheet = this.#sheetNumber(figure.at.sheet);
      lines.push({ sheet, row, column, what: number });
      used.add(`${sheet} ${row}`);
      if (isLong) continue;
      // A name or figures may stand in two rows.
      for (const cell of Object.values(this.#cellsOf(number, figure))) {
        used.add(`${sheet} ${positionOf(cell.cell)?.row}`);
      }
    }
    const marked = [...checked.report.findings, ...checked.report.repairs].flatMap(({ at }) => {
      const row = at === null ? undefined : positionOf(at.cell)?.row;
      return at === null || row === undefined ? [] : [{ sheet: at.sheet, row, text: null }];
    });
    for (const other of [...rows, ...marked]) {
      const sheet = this.#sheetNumber(other.sheet);
      const key = `${sheet} ${other.row}`;
      if (used.has(key)) continue;
      used.add(key);
      lines.push({ sheet, row: other.row, column: 0, what: -this.#others.push(other) });
    }
    return lines;
  }

  #sheetNumber(sheet: string | null): number {
    const at = this.#sheets.indexOf(sheet);
    return at >= 0 ? at : this.#sheets.push(sheet) - 1;
  }

  /** The line that shows a cell: of several in its row the one that was read from it, else the first. */
  #lineAt({ sheet, cell }: CellRef): number | null {
    const row = positionOf(cell)?.row ?? 0;
    const [from, to] = this.#order.linesAt(this.#sheetNumber(sheet), row);
    for (let line = from; line < to; line += 1) {
      const what = this.#order.what(line);
      if (what < 0) continue;
      const cells = Object.values(this.#cellsOf(what, this.#given.checked.observationAt(what)));
      if (cells.some((each) => each.cell === cell)) return line;
    }
    return from < to ? from : null;
  }

  #marksAt(at: CellRef): Marks | null {
    const line = this.#lineAt(at);
    if (line === null) return null;
    const marks = this.#marks.get(line) ?? { findings: [], repairs: [] };
    this.#marks.set(line, marks);
    return marks;
  }

  /** The lines of a view, kept for the next page. */
  #chosen({ show, search }: LineView): Int32Array {
    const key = `${show} ${search}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const isFound = this.#searchFor(search);
    const chosen: number[] = [];
    for (let line = 0; line < this.#order.count; line += 1) {
      if (this.#isShown(line, show) && isFound(line)) chosen.push(line);
    }
    const lines = Int32Array.from(chosen);
    if (this.#kept.size >= 20) this.#kept.clear();
    this.#kept.set(key, lines);
    return lines;
  }

  #isShown(line: number, show: LineView['show']): boolean {
    const { findings, repairs } = this.#marks.get(line) ?? noMarks;
    const has = (severity: 'error' | 'warning') =>
      findings.some((number) => this.#given.checked.report.findings[number]?.severity === severity);
    if (show === 'all') return true;
    if (show === 'errors') return has('error');
    if (show === 'warnings') return has('warning');
    if (show === 'repairs') return repairs.length > 0;
    const what = this.#order.what(line);
    if (show === 'unused') return what < 0;
    if (what < 0 || this.#last.size === 0) return false;
    const figure = this.#given.checked.observationAt(what);
    const last = this.#last.get(figureKey(figure.indicator, figure.area));
    return last !== undefined && changeOf(figure, last).isChanged;
  }

  #searchFor(search: string): (line: number) => boolean {
    const words = fold(search);
    if (words === '') return () => true;
    const { catalog, areaName, checked } = this.#given;
    const [indicators, areas] = [new Map<string, boolean>(), new Map<string, boolean>()];
    const holds = (known: Map<string, boolean>, id: string, texts: () => readonly string[]) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const found = texts().some((each) => fold(each).includes(words));
      known.set(id, found);
      return found;
    };
    return (line) => {
      const what = this.#order.what(line);
      if (what < 0) return fold(this.#others[-1 - what]?.text ?? '').includes(words);
      const { indicator, area } = checked.observationAt(what);
      const names = catalog.indicators.get(indicator)?.names;
      if (holds(indicators, indicator, () => [indicator, names?.vi ?? '', names?.en ?? ''])) return true;
      return area !== undefined && holds(areas, area, () => [areaName(area)]);
    };
  }

  #line(line: number): Line {
    const marks = this.#marks.get(line) ?? noMarks;
    const what = this.#order.what(line);
    const sheet = this.#sheets[this.#order.sheet(line)] ?? null;
    const at = { line, sheet, row: this.#order.row(line) };
    if (what < 0) return { ...at, ...noFigure, text: this.#others[-1 - what]?.text ?? null, ...marks };
    const figure = this.#given.checked.observationAt(what);
    const { indicator, area, status, approximate, note } = figure;
    const known = this.#given.catalog.indicators.get(indicator);
    const last = this.#last.get(figureKey(indicator, area));
    const figures = this.#figures(what, figure, marks);
    const inCells = new Set(parts.flatMap((part) => figures[part].cell ?? []));
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
      approximate,
      figures,
      share: shareOf(figure),
      note,
      change: last ? changeOf(figure, last) : null,
      text: null,
      findings: marks.findings.filter((number) => elsewhere(this.#given.checked.report.findings[number]?.at)),
      repairs: marks.repairs.filter((repair) => elsewhere(repair.at)),
    };
  }

  #figures(what: number, figure: Observation, { findings, repairs }: Marks): Record<FigurePart, FigureCell> {
    const cells = this.#cellsOf(what, figure);
    const figureCell = (part: FigurePart): FigureCell => {
      const at = cells[part];
      const read = figure[part];
      if (!at) return { ...noCell, read };
      return {
        cell: at.cell,
        read,
        written: at.raw === '' || at.raw === read ? null : at.raw,
        repairs: repairs.filter((repair) => repair.at.cell === at.cell),
        findings: findings.filter(
          (number) => this.#given.checked.report.findings[number]?.at?.cell === at.cell,
        ),
      };
    };
    return {
      numerator: figureCell('numerator'),
      denominator: figureCell('denominator'),
      value: figureCell('value'),
    };
  }
}

const noCell: FigureCell = { cell: null, read: null, written: null, repairs: [], findings: [] };
const noFigure = {
  indicator: null,
  area: null,
  status: null,
  approximate: false,
  figures: { numerator: noCell, denominator: noCell, value: noCell },
  share: null,
  note: null,
  change: null,
} satisfies Partial<Line>;
