import { type Catalog, formIn } from '../../shared/catalog/catalog.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import { fold } from '../../shared/normalisation/fold.ts';
import type { Checked, Repair } from '../../shared/normalisation/report.ts';
import { positionOf } from '../../shared/normalisation/table.ts';
import type { CellRef } from '../../shared/observations/observation.ts';
import type { Line, LinePage, LinePlace, LineView } from './check-messages.ts';
import { figureParts, LineMaker, noMarks } from './line-maker.ts';
import { LineOrder } from './line-order.ts';
import { type OtherRow, placeLines, SheetNumbers } from './place-lines.ts';
import type { FileRow } from './unused-rows.ts';

/** A page is put on the screen in one task: of twice as many lines it would be felt. */
const linesInPage = 50;
/** Views whose lines are remembered for the next page. */
const viewsKept = 20;

type Given = {
  checked: Checked;
  catalog: Catalog;
  context: Context | null;
  /** Rows of the file as they are written; empty where they were not gone through. */
  rows: readonly FileRow[];
  areaName: (area: string) => string;
};

/**
 * The table as it was read: the figures in the order of the file, and between them the rows that became none but hold
 * something or were found fault with. Figures are made when they are asked for, a page at a time.
 */
export class ReadLines {
  readonly #given: Given;
  readonly #maker: LineMaker;
  readonly #sheets = new SheetNumbers();
  readonly #others: readonly OtherRow[];
  readonly #order: LineOrder;
  readonly #marks = new Map<number, { findings: number[]; repairs: Repair[] }>();
  readonly #kept = new Map<string, Int32Array>();
  /** How many of the figures hold something, and how many are asked for. */
  readonly filled: number;
  readonly asked: number;

  constructor(given: Given) {
    this.#given = given;
    const { checked, rows } = given;
    this.#maker = new LineMaker(given);
    const { lines, others, filled, hasAreas } = placeLines(checked, rows, this.#maker.cellsOf, this.#sheets);
    this.#others = others;
    this.filled = filled;
    this.asked = askedIn(given, hasAreas);
    this.#order = new LineOrder(lines);
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
      unused: count('unused'),
    };
  }

  /** A page of a view, counted from 0; the nearest where there is none of that number. */
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

  /** Where a cell is shown; null: nowhere, since it concerns the whole file. */
  placeOf(at: CellRef | null): LinePlace | null {
    const line = at && this.#lineAt(at);
    if (line === null) return null;
    const { figures } = this.#line(line);
    return { line, part: figureParts.find((part) => figures[part].cell === at?.cell) ?? 'row' };
  }

  /** The line that shows a cell: of several in its row the one that was read from it, else the first. */
  #lineAt({ sheet, cell }: CellRef): number | null {
    const row = positionOf(cell)?.row ?? 0;
    const [from, to] = this.#order.linesAt(this.#sheets.of(sheet), row);
    for (let line = from; line < to; line += 1) {
      const what = this.#order.what(line);
      if (what < 0) continue;
      const cells = Object.values(this.#maker.cellsOf(what, this.#given.checked.observationAt(what)));
      if (cells.some((each) => each.cell === cell)) return line;
    }
    return from < to ? from : null;
  }

  #marksAt(at: CellRef): { findings: number[]; repairs: Repair[] } | null {
    const line = this.#lineAt(at);
    if (line === null) return null;
    const marks = this.#marks.get(line) ?? { findings: [], repairs: [] };
    this.#marks.set(line, marks);
    return marks;
  }

  /** The lines of a view, kept for its next page. */
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
    if (this.#kept.size >= viewsKept) this.#kept.clear();
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
    if (show === 'unused') return what < 0 && !this.#others[-1 - what]?.isTask;
    if (what < 0 || !this.#maker.compares) return false;
    return this.#maker.changeOf(this.#given.checked.observationAt(what))?.isChanged ?? false;
  }

  #searchFor(search: string): (line: number) => boolean {
    const words = fold(search);
    if (words === '') return () => true;
    const { catalog, areaName, checked } = this.#given;
    const known = new Map<string, boolean>();
    const holds = (id: string, texts: () => readonly string[]) => {
      const found = known.get(id) ?? texts().some((each) => fold(each).includes(words));
      known.set(id, found);
      return found;
    };
    return (line) => {
      const what = this.#order.what(line);
      if (what < 0) return fold(this.#textOf(what)).includes(words);
      const { indicator, area } = checked.observationAt(what);
      const names = catalog.indicators.get(indicator)?.names;
      if (holds(indicator, () => [indicator, names?.vi ?? '', names?.en ?? ''])) return true;
      return area !== undefined && holds(area, () => [areaName(area)]);
    };
  }

  #line(line: number): Line {
    const marks = this.#marks.get(line) ?? noMarks;
    const what = this.#order.what(line);
    const sheet = this.#sheets.names[this.#order.sheet(line)] ?? null;
    const at = { line, sheet, row: this.#order.row(line) };
    if (what >= 0) return this.#maker.figure(at, what, marks);
    return this.#maker.other(at, this.#others[-1 - what] as OtherRow, marks);
  }

  #textOf(what: number): string {
    return (this.#others[-1 - what]?.cells ?? []).map(({ text }) => text).join(' ');
  }
}

/** As many figures as the form asks for, or as were read where it asks for as many as there are areas. */
function askedIn({ checked: { report }, catalog }: Given, hasAreas: boolean): number {
  const { form, period, counts } = report;
  const asked = form === null ? undefined : formIn(catalog, form, period);
  return hasAreas || asked === undefined ? counts.observations : asked.indicators.length;
}
