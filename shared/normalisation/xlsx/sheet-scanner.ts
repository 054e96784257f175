import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { type Cell, type Merge, positionOf, type Row } from '../table.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { attributeOf, unescapeWorkbookText } from './xml-text.ts';

/** What cells refer to outside their sheet. */
export type Shared = { strings: readonly string[]; formats: readonly string[] };

/** Reads a worksheet's XML into rows; whoever drives it takes them away with `takeRows`. */
export class SheetScanner implements XmlHandler {
  readonly #shared: Shared;
  readonly merges: Merge[] = [];
  #rows: Row[] = [];
  #row: Row | null = null;
  #rowNumber = 0;
  #cell: { column: number; type: string; style: string | undefined; formula: boolean } | null = null;
  #lastColumn = -1;
  #text = '';
  #reading: 'value' | 'inline' | null = null;
  #inline = false;
  #phonetic = 0;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  takeRows(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#reading = this.#cell ? 'value' : null;
    else if (name === 't') this.#reading = this.#inline && this.#phonetic === 0 ? 'inline' : null;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') {
      if (this.#cell) this.#cell.formula = true;
    } else if (name === 'is') this.#inline = this.#cell !== null;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'mergeCell') this.#merge(attributeOf(attributes, 'ref') ?? '');
  }

  text(text: string): void {
    if (this.#reading !== null) this.#text += text;
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#reading = null;
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') this.#inline = false;
    else if (name === 'rPh') this.#phonetic -= 1;
  }

  #openRow(attributes: string): void {
    const written = attributeOf(attributes, 'r');
    const number = written === undefined ? this.#rowNumber + 1 : Number(written);
    if (!Number.isInteger(number) || number <= this.#rowNumber) throw damaged(`row ${written}`);
    if (number > limits.rows) throw new FileRefusal('too-many-rows');
    this.#rowNumber = number;
    this.#lastColumn = -1;
    this.#row = { number, cells: [], width: null, faults: [] };
  }

  #closeRow(): void {
    if (!this.#row) return;
    this.#rows.push(this.#row);
    this.#row = null;
  }

  #openCell(attributes: string): void {
    if (!this.#row) return;
    const name = attributeOf(attributes, 'r');
    const position = name === undefined ? undefined : positionOf(name);
    if (name !== undefined && position?.row !== this.#rowNumber) throw damaged(name);
    const column = position?.column ?? this.#lastColumn + 1;
    if (column >= limits.columns) throw new FileRefusal('too-many-columns');
    // A cell that stands twice, or before its neighbour, is read differently by different programs.
    if (column <= this.#lastColumn) throw damaged(name ?? `row ${this.#rowNumber}`);
    this.#lastColumn = column;
    this.#cell = {
      column,
      type: attributeOf(attributes, 't') ?? 'n',
      style: attributeOf(attributes, 's'),
      formula: false,
    };
    this.#text = '';
  }

  #closeCell(): void {
    const open = this.#cell;
    this.#cell = null;
    this.#reading = null;
    if (!open || !this.#row) return;
    const text = this.#textOf(open.type);
    if (text === '') return;
    this.#row.cells.push({
      column: open.column,
      text,
      kind: kindOf(open.type),
      format: this.#shared.formats[Number(open.style ?? 0)] ?? 'General',
      formula: open.formula,
    });
  }

  #textOf(type: string): string {
    if (type === 's' && this.#text !== '') {
      const index = Number(this.#text);
      const text = Number.isInteger(index) ? this.#shared.strings[index] : undefined;
      if (text === undefined) throw damaged(`shared string ${this.#text}`);
      return text;
    }
    if (type === 'str' || type === 'inlineStr') return unescapeWorkbookText(this.#text);
    if (type === 'b') return this.#text.trim() === '1' ? 'TRUE' : this.#text === '' ? '' : 'FALSE';
    return this.#text.trim();
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map(positionOf);
    if (!from) throw damaged(`merge ${ref}`);
    if (this.merges.length >= limits.merges) throw new FileRefusal('workbook-too-large', 'merges');
    this.merges.push({
      top: from.row,
      left: from.column,
      bottom: to?.row ?? from.row,
      right: to?.column ?? from.column,
    });
  }
}

function kindOf(type: string): Cell['kind'] {
  if (type === 'n') return 'number';
  if (type === 'b') return 'boolean';
  return type === 'e' ? 'error' : 'text';
}

function damaged(what: string): FileRefusal {
  return new FileRefusal('sheet-damaged', what);
}
