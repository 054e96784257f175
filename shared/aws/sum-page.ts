import {
  isAreaPage,
  type PageColumns,
  type Summable,
  type SummedColumns,
  type SummedPage,
} from '../observations/page.ts';

const columnsMark = Buffer.from(',"columns":[');
const indicatorMark = Buffer.from('{"indicator":"');
const nextMark = Buffer.from(',{"indicator":"');
const pageEnd = ']}';
const valueMark = Buffer.from('","areas":null,"value":');
const numeratorMark = Buffer.from('null,"numerator":[');
const noPartsMark = Buffer.from(',"numerator":null,"denominator":null');
const denominatorMark = Buffer.from(',"denominator":[');
const statusMark = Buffer.from(',"status":');
const approximateMark = Buffer.from(',"approximate":');
const notApplicable = Buffer.from('"not-applicable"');
const noteMark = Buffer.from(',"approximate":[],"note":');
const noNote = Buffer.from('null}');

/** Nothing that is plain has more digits: a sum of a thousand areas has at most twelve. */
const mostDigits = 9;

const [quote, backslash, opening, closing, endBrace] = [34, 92, 91, 93, 125];

/**
 * Reads a page of areas from the bytes of its JSON, and adds plain columns up while it reads them: a third of a million
 * numbers that are only to be added need not all be made first. What is plain is a row for every area and no
 * approximation: of a ratio both parts as short whole numbers or none, of what is added as such a short value or none,
 * as nearly all columns are; every other column is parsed.
 * @param bytes of the JSON that `packed` wrote, in its order of fields
 * @param summable the indicators whose columns may be given as sums, and how each is added
 * @returns undefined where the page is none of areas, or is not written so: then it is parsed whole
 * @throws SyntaxError where the page is cut off
 */
export function summedPage(bytes: Buffer, summable: Summable): SummedPage | undefined {
  const mark = bytes.indexOf(columnsMark);
  if (mark < 0) return undefined;
  const head = JSON.parse(`${bytes.toString('utf8', 0, mark)}}`) as Omit<SummedPage, 'columns'>;
  if (head.schema !== 'page/2' || !isAreaPage(head.name)) return undefined;
  const reader = new ColumnReader(bytes, mark + columnsMark.length, head.area.length, summable);
  return { ...head, columns: reader.columns() };
}

class ColumnReader {
  readonly #bytes: Buffer;
  readonly #areas: number;
  readonly #summable: Summable;
  /** Asked once of the page: nearly none has one. */
  readonly #anyNotApplicable: boolean;
  #at: number;

  constructor(bytes: Buffer, at: number, areas: number, summable: Summable) {
    this.#bytes = bytes;
    this.#at = at;
    this.#areas = areas;
    this.#summable = summable;
    this.#anyNotApplicable = bytes.includes(notApplicable, at);
  }

  columns(): (PageColumns | SummedColumns)[] {
    const found: (PageColumns | SummedColumns)[] = [];
    while (this.#bytes[this.#at] !== closing) {
      if (found.length > 0) this.#at += 1;
      const start = this.#at;
      const summed = this.#summed();
      if (summed) found.push(summed);
      else {
        this.#at = this.#endOf(start);
        found.push(JSON.parse(this.#bytes.toString('utf8', start, this.#at)) as PageColumns);
      }
    }
    if (this.#at + 2 !== this.#bytes.length || this.#bytes[this.#at + 1] !== endBrace) throw cutOff();
    return found;
  }

  /** The column that starts here, added up; undefined, somewhere in it, where it is not plain. */
  #summed(): SummedColumns | undefined {
    if (!this.#passes(indicatorMark)) return undefined;
    const indicator = this.#word();
    const way = indicator === undefined ? undefined : this.#summable.get(indicator);
    if (indicator === undefined || way === undefined || !this.#passes(valueMark)) return undefined;
    const sums = way === 'ratio' ? this.#ratio() : this.#values();
    const counted = this.#areas - read.blanks.length;
    if (!sums || counted === 0 || !this.#passesStatus()) return undefined;
    if (!this.#passes(noteMark) || !this.#passesNote()) return undefined;
    return { indicator, rows: this.#areas, counted, ...sums };
  }

  #values(): { way: 'sum'; byDecimals: readonly number[] } | undefined {
    if (this.#bytes[this.#at] !== opening) return undefined;
    const byDecimals = valuesFrom(this.#bytes, this.#at + 1);
    if (!byDecimals || read.rows !== this.#areas) return undefined;
    this.#at = read.end;
    return this.#passes(noPartsMark) ? { way: 'sum', byDecimals } : undefined;
  }

  #ratio(): { way: 'ratio'; numerator: number; denominator: number } | undefined {
    if (!this.#passes(numeratorMark)) return undefined;
    const numerator = this.#sum();
    const { blanks } = read;
    if (numerator < 0 || !this.#passes(denominatorMark)) return undefined;
    const denominator = this.#sum();
    // A ratio counts with both of its parts.
    if (denominator < 0 || !isSame(blanks, read.blanks)) return undefined;
    return { way: 'ratio', numerator, denominator };
  }

  #passes(mark: Buffer): boolean {
    for (let at = 0; at < mark.length; at += 1) {
      if (this.#bytes[this.#at + at] !== mark[at]) return false;
    }
    this.#at += mark.length;
    return true;
  }

  /** The text up to the quote that closes it, which stays; undefined where a letter of it is written otherwise. */
  #word(): string | undefined {
    const start = this.#at;
    let byte = this.#bytes[this.#at] as number;
    while (byte !== quote) {
      if (byte === backslash || byte >= 128 || byte === undefined) return undefined;
      this.#at += 1;
      byte = this.#bytes[this.#at] as number;
    }
    return this.#bytes.toString('latin1', start, this.#at);
  }

  /** The sum of the array that begins here, a row for each area, up to behind its end; -1 where it is not plain. */
  #sum(): number {
    const sum = sumFrom(this.#bytes, this.#at);
    if (sum < 0 || read.rows !== this.#areas) return -1;
    this.#at = read.end;
    return sum;
  }

  /** Why a figure is not there; of who does not have the thing none is expected, which is counted row by row. */
  #passesStatus(): boolean {
    if (!this.#passes(statusMark)) return false;
    const start = this.#at;
    const end = this.#bytes.indexOf(approximateMark, start);
    if (end < 0) return false;
    this.#at = end;
    return !this.#anyNotApplicable || !this.#bytes.subarray(start, end).includes(notApplicable);
  }

  /** The places of notes, which no sum asks for, to the end of the column. */
  #passesNote(): boolean {
    if (this.#passes(noNote)) return true;
    if (this.#bytes[this.#at] !== opening) return false;
    const end = this.#bytes.indexOf(closing, this.#at);
    if (end < 0 || this.#bytes[end + 1] !== endBrace) return false;
    this.#at = end + 2;
    return true;
  }

  /** Where the column that starts here ends: before the next, or the page's end. No text holds a quote as it is. */
  #endOf(start: number): number {
    const next = this.#bytes.indexOf(nextMark, start);
    return next < 0 ? this.#bytes.length - pageEnd.length : next;
  }
}

/** What the last array came to: where it ended, how many rows it had, and in which of them nothing stood. */
const read = { end: 0, rows: 0, blanks: [] as number[] };

/** The sum of an array of whole numbers that are not negative, of at most nine digits each; -1 where it is not that. */
function sumFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  let sum = 0;
  let rows = 0;
  const blanks: number[] = [];
  for (;;) {
    const start = at;
    let number = 0;
    let byte = bytes[at] as number;
    while (byte >= 48 && byte <= 57) {
      number = (number * 10 + (byte - 48)) | 0;
      at += 1;
      byte = bytes[at] as number;
    }
    if (at === start) {
      if (byte !== 110) return -1;
      blanks.push(rows);
      at += 4;
      byte = bytes[at] as number;
    } else if (at - start > mostDigits) return -1;
    sum += number;
    rows += 1;
    at += 1;
    if (byte === 44) continue;
    if (byte !== 93) return -1;
    read.end = at;
    read.rows = rows;
    read.blanks = blanks;
    return sum;
  }
}

/**
 * The sums of an array of values, which are texts, by their number of decimals, in units of the last place; undefined
 * where one is negative or has more than nine digits.
 */
function valuesFrom(bytes: Uint8Array, from: number): number[] | undefined {
  let at = from;
  let rows = 0;
  const blanks: number[] = [];
  const sums: number[] = new Array(mostDigits + 1).fill(0);
  for (;;) {
    if (bytes[at] === quote) {
      at += 1;
      const start = at;
      let number = 0;
      let point = -1;
      let byte = bytes[at] as number;
      while ((byte >= 48 && byte <= 57) || (byte === 46 && point < 0)) {
        if (byte === 46) point = at;
        else number = (number * 10 + (byte - 48)) | 0;
        at += 1;
        byte = bytes[at] as number;
      }
      if (byte !== quote || at === start || at - start > mostDigits) return undefined;
      if (point === start || point === at - 1) return undefined;
      const scale = point < 0 ? 0 : at - point - 1;
      sums[scale] = (sums[scale] as number) + number;
      at += 1;
    } else if (bytes[at] === 110) {
      blanks.push(rows);
      at += 4;
    } else return undefined;
    rows += 1;
    const behind = bytes[at];
    at += 1;
    if (behind === 44) continue;
    if (behind !== 93) return undefined;
    read.end = at;
    read.rows = rows;
    read.blanks = blanks;
    return sums;
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at]);
}

function cutOff(): SyntaxError {
  return new SyntaxError('a stored page does not end where its columns do');
}
