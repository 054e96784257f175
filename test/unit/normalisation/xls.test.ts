import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { limits } from '../../../shared/normalisation/limits.ts';
import { messages } from '../../../shared/normalisation/messages.ts';
import { cellName } from '../../../shared/normalisation/table.ts';
import { findingsOf, formRows, reportOf } from './form-files.ts';

type Value = string | number | boolean | null;

function bookOf(sheets: Record<string, Value[][]>): sheetjs.WorkBook {
  const book = sheetjs.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), name);
  }
  return book;
}

const write = (book: sheetjs.WorkBook, bookType: sheetjs.BookType = 'biff8') =>
  new Uint8Array(sheetjs.write(book, { type: 'array', bookType }) as ArrayBuffer);
const open = (bytes: Uint8Array) => openTable(bytesInMemory(bytes), inflateWeb);
const codesOf = async (bytes: Uint8Array) => findingsOf(await reportOf(bytes));

async function cellsOf(bytes: Uint8Array, sheet = 0): Promise<Record<string, string>> {
  const cells: [string, string][] = [];
  for await (const rows of (await open(bytes)).sheets[sheet]?.rows() ?? []) {
    for (const row of rows) {
      for (const { column, kind, text, format, formula } of row.cells) {
        const as = format === 'General' ? '' : ` as ${format}`;
        cells.push([cellName(column, row.number), `${kind} ${text}${as}${formula ? ' by formula' : ''}`]);
      }
    }
  }
  return Object.fromEntries(cells);
}

const grid: Value[][] = [
  ['Bac Ninh', ' hai  cach ', '0123', '=1+1'],
  [1, -2.5, 405_424, 0.1, 1e-7, 9.468455, 0, null, 123_456_789.25],
  [true, false, null, '__proto__'],
  [],
  [null, 'constructor'],
];
const expected = {
  A1: 'text Bac Ninh',
  B1: 'text  hai  cach ',
  C1: 'text 0123',
  D1: 'text =1+1',
  A2: 'number 1',
  B2: 'number -2.5',
  C2: 'number 405424',
  D2: 'number 0.1',
  E2: 'number 1e-7',
  F2: 'number 9.468455',
  G2: 'number 0',
  I2: 'number 123456789.25',
  A3: 'boolean TRUE',
  B3: 'boolean FALSE',
  D3: 'text __proto__',
  B5: 'text constructor',
};

describe('workbooks of every version that SheetJS writes read back to the same cells', () => {
  test.each(['biff8', 'biff5', 'biff4', 'biff3', 'biff2'] as sheetjs.BookType[])('%s', async (version) => {
    const bytes = write(bookOf({ a: grid }), version);
    expect((await open(bytes)).container).toBe('xls');
    const general = Object.entries(await cellsOf(bytes)).map(([at, cell]) => [
      at,
      cell.replace(/ as .*/, ''),
    ]);
    expect(Object.fromEntries(general)).toEqual(expected);
  });

  test('any texts and numbers', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ổ', 'Đ', ' ', '1', '𝄞'),
      minLength: 1,
      maxLength: 12,
    });
    // SheetJS writes doubles that no report holds (-5e-324) wrongly; that they are read rightly is tested below.
    const number = fc.integer().map((value) => value / 1_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (rows) => {
          const cells = await cellsOf(write(bookOf({ a: rows })));
          const wanted = rows.flatMap((row, r) =>
            row.map((value, c) => [
              cellName(c, r + 1),
              typeof value === 'number' ? `number ${value}` : `text ${value}`,
            ]),
          );
          expect(cells).toEqual(Object.fromEntries(wanted));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a whole report gives the observations that its .csv gives', async () => {
    const numbered = formRows().map((row) => row.map((text) => (/^\d+$/.test(text) ? Number(text) : text)));
    const report = await reportOf(write(bookOf({ Biểu: numbered })));
    expect(report).toMatchObject({ verdict: 'passed', file: { container: 'xls', encoding: null } });
    expect(report.observations.length).toBeGreaterThan(10);
  });
});

describe('what stands beside the values', () => {
  test('formats, formulas, errors, merges, hidden sheets, names', async () => {
    const book = bookOf({
      Biểu: [
        ['a', 'b', 'c'],
        [0.955, 46_275, null],
      ],
      Ẩn: [[1]],
      'Rất ẩn': [[2]],
    });
    const sheet = book.Sheets.Biểu as sheetjs.WorkSheet;
    (sheet.A2 as sheetjs.CellObject).z = '0.0%';
    (sheet.B2 as sheetjs.CellObject).z = 'dd/mm/yyyy';
    sheet.C2 = { t: 'e', v: 0x17, w: '#REF!' };
    sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 1, c: 2 } }];
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    const bytes = write(book);
    expect(await cellsOf(bytes)).toEqual({
      A1: 'text a',
      B1: 'text b',
      C1: 'text c',
      A2: 'number 0.955 as 0.0%',
      B2: 'number 46275 as dd/mm/yyyy',
      C2: 'error #REF!',
    });
    const table = await open(bytes);
    expect(table.date1904).toBe(false);
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Biểu', false],
      ['Ẩn', true],
      ['Rất ẩn', true],
    ]);
    expect(table.sheets[0]?.merges()).toEqual([{ top: 1, bottom: 2, left: 1, right: 2 }]);
  });

  test('a sheet called __proto__ is a sheet', async () => {
    const bytes = write(bookOf({ constructor: [['a']] }));
    expect(await cellsOf(bytes)).toEqual({ A1: 'text a' });
    expect(await cellsOf(renamed(write(bookOf({ xxproto__: [['b']] })), 'xxproto__', '__proto__'))).toEqual({
      A1: 'text b',
    });
    expect(({} as { a?: unknown })['!data' as 'a']).toBeUndefined();
  });

  test('one file leaves nothing behind for the next', async () => {
    const plain = write(bookOf({ a: [[1]] }));
    const before = await cellsOf(plain);
    const book = bookOf({ a: [[0.5]] });
    ((book.Sheets.a as sheetjs.WorkSheet).A1 as sheetjs.CellObject).z = '0.0"x"';
    await cellsOf(write(book));
    expect(await cellsOf(plain)).toEqual(before);
  });
});

/** The bytes with a name, one byte a letter, written as another of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const file = Buffer.from(bytes);
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const at = file.indexOf(Buffer.from(from, encoding));
    if (at >= 0) file.set(Buffer.from(to, encoding), at);
  }
  return new Uint8Array(file);
}

/** A raw BIFF8 stream: a workbook of one sheet with these records. */
function stream(...records: [number, number[]][]): Uint8Array {
  const record = (type: number, body: number[]) => [
    type & 255,
    type >> 8,
    body.length & 255,
    body.length >> 8,
    ...body,
  ];
  const begin = (kind: number) => record(0x809, [0, 6, kind, 0, ...new Array(12).fill(0)]);
  const end = record(0x0a, []);
  const name = record(0x85, [0, 0, 0, 0, 0, 0, 1, 0, 97]);
  const globals = [...begin(5), ...name, ...end];
  globals[20 + 4] = globals.length;
  return Uint8Array.from([
    ...globals,
    ...begin(16),
    ...records.flatMap(([type, body]) => record(type, body)),
    ...end,
  ]);
}

const cell = (row: number, column: number) => [row & 255, row >> 8, column & 255, column >> 8, 0, 0];
const number: [number, number[]] = [0x203, [...cell(0, 0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]];

describe('hostile records', () => {
  test('the honest stream is read', async () => {
    expect(await cellsOf(stream(number))).toEqual({ A1: 'number 1' });
  });

  test('any double is read exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (value) => {
        const bytes = new Uint8Array(8);
        new DataView(bytes.buffer).setFloat64(0, value, true);
        const { A1 } = await cellsOf(stream([0x203, [...cell(0, 0), ...bytes]]));
        expect(Number(A1?.replace('number ', ''))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 200 },
    );
  });

  test('a hyperlink over the whole sheet hangs nothing', async () => {
    const whole = [0, 0, 255, 255, 0, 0, 255, 255];
    expect(
      await cellsOf(stream(number, [0x1b8, [...whole, ...new Array(40).fill(0)]], [0x800, [0, 8, ...whole]])),
    ).toEqual({
      A1: 'number 1',
    });
  });

  test('a sheet that says it has four thousand million cells', async () => {
    const all = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0];
    expect(await cellsOf(stream([0x200, all], number))).toEqual({ A1: 'number 1' });
  });

  test('a formula is never parsed', async () => {
    const junk = new Array(30).fill(0xff);
    const formula = [...cell(1, 1), 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 30, 0, ...junk];
    expect(await cellsOf(stream(number, [0x06, formula]))).toEqual({
      A1: 'number 1',
      B2: 'number 2 by formula',
    });
  });

  test.each([
    ['a record that goes on behind the end', () => stream(number).subarray(0, -6), 'xls-damaged'],
    ['a version that is none', () => stream(number).map((byte, at) => (at === 5 ? 9 : byte)), 'xls-damaged'],
    [
      'more cells than are read',
      () => stream([0xbd, manyCells()], ...new Array(400).fill([0xbd, manyCells()])),
      'xls-too-large',
    ],
    [
      'a text that goes on over too many records',
      () => stream([0x207, [1, 0, 0, 97]], ...new Array(20).fill([0x3c, [0]])),
      'xls-too-large',
    ],
    [
      'too many merges',
      () => stream(...new Array(12).fill([0xe5, [232, 3, ...new Array(8_000).fill(0)]])),
      'workbook-too-large',
    ],
    ['a shared text that is not there', () => stream([0xfd, [...cell(0, 0), 7, 0, 0, 0]]), 'xls-damaged'],
    [
      'a cell beyond the last column',
      () => stream([0x203, [...cell(0, 20_000), 0, 0, 0, 0, 0, 0, 0, 0]]),
      'too-many-columns',
    ],
  ] as [string, () => Uint8Array, string][])('%s', async (_, make, code) => {
    expect(await codesOf(make())).toEqual([code]);
  });

  /** A record of 1,300 numbers. */
  function manyCells(): number[] {
    return [0, 0, 0, 0, ...new Array(6 * 1_300).fill(0), 1_299 & 255, 1_299 >> 8];
  }

  test('a file that is too large is not even read', async () => {
    let asked = 0;
    const source = {
      size: limits.xlsBytes + 1,
      async *read(from: number, to: number) {
        asked += to - from;
        yield Uint8Array.from([
          0xd0,
          0xcf,
          0x11,
          0xe0,
          0xa1,
          0xb1,
          0x1a,
          0xe1,
          ...new Uint8Array(to - from - 8),
        ]);
      },
    };
    await expect(openTable(source, inflateWeb)).rejects.toMatchObject({ code: 'xls-too-large' });
    expect(asked).toBeLessThan(10_000);
  });
});

describe('hostile compound files', () => {
  const whole = write(bookOf({ a: grid }));

  test('chains that run in a circle end', async () => {
    const view = new DataView(whole.buffer.slice(0));
    const fat = (view.getUint32(0x4c, true) + 1) * 512;
    for (let at = fat; at < fat + 512; at += 4) {
      const circle = new Uint8Array(whole);
      const changed = new DataView(circle.buffer);
      for (let other = fat; other < fat + 512; other += 4) changed.setUint32(other, (at - fat) / 4, true);
      const [code] = await codesOf(circle);
      expect(code).toMatch(/^(xls-damaged|container-unknown|header-not-found)$/);
    }
  });

  test('cut anywhere or changed anywhere, it ends in a coded verdict', async () => {
    const verdictOf = async (bytes: Uint8Array) => {
      const { findings, verdict } = await reportOf(bytes);
      expect(verdict).toBe('returned');
      expect(findings.every(({ code }) => messages.has(code))).toBe(true);
    };
    for (let length = 0; length < whole.length; length += 97) await verdictOf(whole.subarray(0, length));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          await verdictOf(bytes);
        },
      ),
      { numRuns: 600 },
    );
  });
});
