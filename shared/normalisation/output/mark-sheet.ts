import { cellName, positionOf } from '../table.ts';
import { attributeOf } from '../xlsx/xml-text.ts';
import type { Severity } from './marks.ts';
import { Unpatchable } from './unpatchable.ts';
import {
  prefixOf,
  type Splice,
  spliced,
  type Tag,
  tagsOf,
  withAttribute,
  withoutAttribute,
} from './xml-edit.ts';

/** The cells of a sheet that are to be marked; rows from 1, columns from 0. */
export type MarkedCell = { row: number; column: number; severity: Severity };
/** The number of a style that is another one with the fill of a mark. */
export type FilledStyle = (base: number, severity: Severity) => number;

/**
 * Fills cells of a sheet's part; a cell or row that is not there is put in its place. Nothing else changes
 * but the sheet's dimension.
 * @throws Unpatchable when the part is not laid out as a sheet is
 */
export function fillCells(xml: string, cells: readonly MarkedCell[], filled: FilledStyle): string {
  return new SheetEdit(xml, cells, filled).edited();
}

class SheetEdit {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #filled: FilledStyle;
  readonly #rows: { row: number; cells: MarkedCell[] }[];
  readonly #splices: Splice[] = [];
  readonly #columns: { from: number; to: number; style: number }[] = [];
  /** The row that is open: its number, its own style, its last column, and the marks that it still waits for. */
  #row: { number: number; style: number | undefined; last: number; waiting: MarkedCell[] } | null = null;
  #lastRow = 0;

  constructor(xml: string, cells: readonly MarkedCell[], filled: FilledStyle) {
    this.#xml = xml;
    this.#prefix = prefixOf(xml);
    this.#filled = filled;
    const rows = new Map<number, MarkedCell[]>();
    for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    this.#rows = [...rows]
      .map(([row, own]) => ({ row, cells: own.toSorted((a, b) => a.column - b.column) }))
      .sort((a, b) => a.row - b.row);
  }

  edited(): string {
    let inData = false;
    let seenData = false;
    for (const tag of tagsOf(this.#xml)) {
      if (tag.depth === 1 && tag.name === 'sheetData') {
        inData = tag.kind === 'open';
        seenData = true;
        this.#data(tag);
      } else if (inData) this.#inside(tag);
      else if (tag.depth === 1 && tag.name === 'dimension') this.#dimension(tag);
      else if (tag.depth === 2 && tag.name === 'col') this.#column(tag);
    }
    if (!seenData) throw new Unpatchable('unknown-form', 'sheet');
    return spliced(this.#xml, this.#splices);
  }

  #inside(tag: Tag): void {
    if (tag.depth === 2 && tag.name === 'row') {
      if (tag.kind !== 'close') this.#openRow(tag);
      if (tag.kind === 'close') this.#closeRow(tag.from);
    } else if (tag.depth === 3 && tag.name === 'c' && tag.kind !== 'close') this.#cell(tag);
  }

  /** At the end of the sheet's data, the rows that were not met. */
  #data(tag: Tag): void {
    if (tag.kind === 'open') return;
    const rest = this.#newRows(Number.POSITIVE_INFINITY);
    if (tag.kind === 'close') this.#insert(tag.from, rest);
    else if (rest !== '') {
      const name = `${this.#prefix}sheetData`;
      this.#splices.push({ from: tag.from, to: tag.to, text: `<${name}>${rest}</${name}>` });
    }
  }

  #openRow(tag: Tag): void {
    const written = attributeOf(tag.attributes, 'r');
    const number = written === undefined ? this.#lastRow + 1 : Number(written);
    if (!Number.isInteger(number) || number <= this.#lastRow) throw new Unpatchable('unknown-form', 'row');
    this.#lastRow = number;
    this.#insert(tag.from, this.#newRows(number));
    const own = attributeOf(tag.attributes, 's');
    const next = this.#rows[0]?.row === number ? this.#rows.shift() : undefined;
    const waiting = next?.cells ?? [];
    const style = own === undefined ? undefined : Number(own);
    const row = { number, style, last: -1, waiting };
    // How far the row reaches is a hint for readers, which a further cell would make untrue.
    if (waiting.length > 0 && tag.kind === 'open') {
      this.#splices.push(...withoutAttribute(this.#xml, tag, 'spans'));
    }
    if (tag.kind === 'open') this.#row = row;
    else if (waiting.length > 0) {
      const opening = `${this.#xml.slice(tag.from, tag.to - 2)}>`;
      const text = `${opening}${waiting.map((cell) => this.#newCell(cell, style)).join('')}</${this.#prefix}row>`;
      this.#splices.push({ from: tag.from, to: tag.to, text });
    }
  }

  #closeRow(at: number): void {
    const row = this.#row;
    this.#row = null;
    if (row) this.#insert(at, row.waiting.map((cell) => this.#newCell(cell, row.style)).join(''));
  }

  #cell(tag: Tag): void {
    const row = this.#row;
    if (!row) throw new Unpatchable('unknown-form', 'cell');
    const name = attributeOf(tag.attributes, 'r');
    const column = name === undefined ? row.last + 1 : (positionOf(name)?.column ?? -1);
    if (column <= row.last) throw new Unpatchable('unknown-form', 'cell');
    row.last = column;
    while (row.waiting[0] && row.waiting[0].column < column) {
      this.#insert(tag.from, this.#newCell(row.waiting.shift() as MarkedCell, row.style));
    }
    if (row.waiting[0]?.column !== column) return;
    const { severity } = row.waiting.shift() as MarkedCell;
    const base = Number(attributeOf(tag.attributes, 's') ?? 0);
    const text = this.#xml.slice(tag.from, tag.to);
    const style = String(this.#filled(base, severity));
    this.#splices.push({ from: tag.from, to: tag.to, text: withAttribute(text, 's', style) });
  }

  #dimension(tag: Tag): void {
    const [from, to = from] = (attributeOf(tag.attributes, 'ref') ?? '').split(':').map(positionOf);
    if (!from || !to) return;
    const cells = this.#rows.flatMap(({ cells: own }) => own);
    const rows = [from.row, to.row, ...cells.map(({ row }) => row)];
    const columns = [from.column, to.column, ...cells.map(({ column }) => column)];
    const start = cellName(Math.min(...columns), Math.min(...rows));
    const end = cellName(Math.max(...columns), Math.max(...rows));
    const text = withAttribute(this.#xml.slice(tag.from, tag.to), 'ref', `${start}:${end}`);
    this.#splices.push({ from: tag.from, to: tag.to, text });
  }

  #column({ attributes }: Tag): void {
    const number = (name: string) => Number(attributeOf(attributes, name) ?? 0);
    this.#columns.push({ from: number('min') - 1, to: number('max') - 1, style: number('style') });
  }

  /** The rows that belong before a row and are not there. */
  #newRows(before: number): string {
    let text = '';
    while (this.#rows[0] && this.#rows[0].row < before) {
      const { row, cells } = this.#rows.shift() as { row: number; cells: MarkedCell[] };
      const own = cells.map((cell) => this.#newCell(cell, undefined)).join('');
      text += `<${this.#prefix}row r="${row}">${own}</${this.#prefix}row>`;
    }
    return text;
  }

  #newCell({ row, column, severity }: MarkedCell, rowStyle: number | undefined): string {
    const range = this.#columns.find(({ from, to }) => from <= column && column <= to);
    const style = this.#filled(rowStyle ?? range?.style ?? 0, severity);
    return `<${this.#prefix}c r="${cellName(column, row)}" s="${style}"/>`;
  }

  #insert(at: number, text: string): void {
    if (text !== '') this.#splices.push({ from: at, to: at, text });
  }
}
