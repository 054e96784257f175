import { readdirSync, readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import type { Cell, Sheet } from '../../../shared/normalisation/table.ts';
import { reportOf } from './form-files.ts';
import { tcvn3Pairs } from './tcvn3-pairs.ts';

const folder = 'test/data/real/';
const read = (name: string) => new Uint8Array(readFileSync(folder + name));
const open = (name: string) => openTable(bytesInMemory(read(name)), inflateWeb);

async function cellsOf(sheet: Sheet): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      for (const cell of row.cells)
        cells.set(sheetjs.utils.encode_cell({ r: row.number - 1, c: cell.column }), cell);
    }
  }
  return cells;
}

const storedText = (cell: Cell | undefined) => cell?.was?.text ?? cell?.text;

/** Our cell in the words of SheetJS. */
function inItsWords(cell: Cell | undefined) {
  if (cell === undefined) return undefined;
  if (cell.kind === 'number') return { t: 'n', v: Number(cell.text) };
  if (cell.kind === 'boolean') return { t: 'b', v: cell.text === 'TRUE' };
  return { t: cell.kind === 'error' ? 'e' : 's', v: storedText(cell) };
}

describe.each(['Plan_2003.xls', 'PCI_2013.xlsx'])('%s, cell for cell as SheetJS reads it', (name) => {
  const book = sheetjs.read(read(name), { type: 'array', cellNF: true, cellFormula: true });

  test('the sheets, hidden or not, and their merges', async () => {
    const table = await open(name);
    expect(table.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
      book.SheetNames.map((sheet, at) => [sheet, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0]),
    );
    for (const sheet of table.sheets) {
      await cellsOf(sheet);
      const merges = (book.Sheets[sheet.name as string]?.['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        left: s.c,
        bottom: e.r + 1,
        right: e.c,
      }));
      expect(sheet.merges()).toEqual(merges);
    }
  });

  test('every cell: kind, value, formula', async () => {
    let seen = 0;
    for (const sheet of (await open(name)).sheets) {
      const theirs = new Map<string, sheetjs.CellObject>();
      for (const [at, cell] of Object.entries(book.Sheets[sheet.name as string] ?? {})) {
        if (!at.startsWith('!') && cell.v !== undefined && cell.v !== '') theirs.set(at, cell);
      }
      const ours = await cellsOf(sheet);
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
      const expected = [...theirs].map(([at, { t, v, w, f, F }]) => {
        const value = t === 'e' ? w : typeof v === 'string' ? v.replaceAll('\r\n', '\n') : v;
        return [at, { t, v: value }, f !== undefined || F !== undefined];
      });
      expect([...theirs.keys()].map((at) => [at, inItsWords(ours.get(at)), ours.get(at)?.formula])).toEqual(
        expected,
      );
      seen += expected.length;
    }
    expect(seen).toBeGreaterThan(1_000);
  });

  test('every number format', async () => {
    for (const sheet of (await open(name)).sheets) {
      const ours = await cellsOf(sheet);
      const theirs = [...ours.keys()].map((at) => book.Sheets[sheet.name as string]?.[at]?.z ?? 'General');
      expect([...ours.values()].map(({ format }) => format)).toEqual(theirs);
    }
  });
});

test('PCI_2013.xlsx, cell for cell as the full reader of hucre reads it', async () => {
  const table = await open('PCI_2013.xlsx');
  const book = await readXlsx(read('PCI_2013.xlsx'));
  expect(book.sheets.map(({ name }) => name)).toEqual(table.sheets.map(({ name }) => name));
  for (const [index, sheet] of table.sheets.entries()) {
    const ours = await cellsOf(sheet);
    const theirs = (book.sheets[index]?.rows ?? []).flatMap((row, r) =>
      row.flatMap((value, c) => (value === null || value === '' ? [] : [[r, c, value] as const])),
    );
    expect(ours.size).toBe(theirs.length);
    const read = theirs.map(([r, c, value]) => {
      const cell = ours.get(sheetjs.utils.encode_cell({ r, c }));
      return typeof value === 'number' ? Number(cell?.text) : storedText(cell);
    });
    // Line ends become a line feed, as XML says.
    const expected = theirs.map(([, , value]) =>
      typeof value === 'number' ? value : String(value).replaceAll('\r\n', '\n'),
    );
    expect(read).toEqual(expected);
  }
});

/** SheetJS is the reader of `.xls` too, so that it agrees says little: xlrd is another program. */
describe('Plan_2003.xls, as xlrd reads it', () => {
  const values = parse<Record<string, string>>(Buffer.from(read('plan-2003-xlrd.csv')), { columns: true });

  test('sixty numbers and all 136 error cells', async () => {
    const sheets = new Map<string | null, Map<string, Cell>>();
    for (const sheet of (await open('Plan_2003.xls')).sheets) sheets.set(sheet.name, await cellsOf(sheet));
    const ours = values.map(({ sheet = '', cell = '' }) => {
      const { kind, text } = sheets.get(sheet)?.get(cell) ?? {};
      return [sheet, cell, kind, kind === 'number' ? Number(text) : text];
    });
    const theirs = values.map(({ sheet, cell, kind, value }) => {
      return [sheet, cell, kind, kind === 'number' ? Number(value) : value];
    });
    expect(ours).toEqual(theirs);
    expect(
      Object.entries(Object.groupBy(values, ({ kind = '' }) => kind)).map(([k, v]) => [k, v?.length]),
    ).toEqual([
      ['number', 60],
      ['error', 136],
    ]);
  });

  test('the 106 texts of the hazards, as they are stored and as they are meant', async () => {
    const sheets = new Map<string | null, Map<string, Cell>>();
    for (const sheet of (await open('Plan_2003.xls')).sheets) sheets.set(sheet.name, await cellsOf(sheet));
    const cellOf = ({ sheet, row, column }: (typeof tcvn3Pairs)[number]) =>
      sheets.get(sheet)?.get(sheetjs.utils.encode_cell({ r: row - 1, c: column - 1 }));
    expect(tcvn3Pairs.map((pair) => storedText(cellOf(pair)))).toEqual(tcvn3Pairs.map(({ raw }) => raw));
    expect(tcvn3Pairs.map((pair) => cellOf(pair)?.text)).toEqual(tcvn3Pairs.map(({ expected }) => expected));
    expect(tcvn3Pairs).toHaveLength(106);
  });
});

test('Plan_2003.xls has 136 error cells, each read as one', async () => {
  const counts = new Map<string, number>();
  for (const sheet of (await open('Plan_2003.xls')).sheets) {
    for (const { kind, text } of (await cellsOf(sheet)).values()) {
      if (kind === 'error') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(136);
  expect([...counts.keys()].sort()).toEqual(['#REF!', '#VALUE!']);
});

test.each(['Provinces.csv', 'sapnhap_province_2025-07-17.csv'])(
  '%s, field for field as csv-parse reads it',
  async (name) => {
    const table = await open(name);
    const ours = await cellsOf(table.sheets[0] as Sheet);
    const theirs = parse(read(name), { bom: true, relax_column_count: true }) as string[][];
    let seen = 0;
    for (const [r, record] of theirs.entries()) {
      for (const [c, value] of record.entries()) {
        expect(storedText(ours.get(sheetjs.utils.encode_cell({ r, c }))) ?? '').toBe(value);
        if (value !== '') seen += 1;
      }
    }
    expect(ours.size).toBe(seen);
  },
);

test('each of them ends in a verdict', async () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.md') && !name.includes('xlrd'));
  expect(files).toHaveLength(4);
  for (const name of files) {
    const { verdict, counts } = await reportOf(read(name));
    expect([name, verdict]).toEqual([name, 'returned']);
    expect(counts.rowsRead).toBe(counts.rowsUsed + counts.rowsSkipped);
  }
});
