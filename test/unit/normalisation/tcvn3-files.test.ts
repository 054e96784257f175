import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { writeXlsx } from 'hucre';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import type { Cell, Table } from '../../../shared/normalisation/table.ts';
import { csvText } from './form-files.ts';
import { tcvn3Pairs } from './tcvn3-pairs.ts';
import { writeWorkbook } from './workbook-writer.ts';

const open = (bytes: Uint8Array) => openTable(bytesInMemory(bytes), inflateWeb);

/** Every cell by `sheet!row,column`, all from 1. */
async function cellsOf(table: Table): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  for (const sheet of table.sheets) {
    for await (const rows of sheet.rows()) {
      for (const row of rows) {
        for (const cell of row.cells) cells.set(`${sheet.name ?? ''}!${row.number},${cell.column + 1}`, cell);
      }
    }
  }
  return cells;
}

describe('the 106 cells of TCVN3 and their look-alikes, in whole files', () => {
  test('there are 106', () => {
    expect(tcvn3Pairs).toHaveLength(106);
    expect(tcvn3Pairs.filter(({ font }) => font.startsWith('.Vn'))).toHaveLength(86);
  });

  test('in the real .xls that they stand in', async () => {
    const cells = await cellsOf(await open(new Uint8Array(readFileSync('test/data/real/Plan_2003.xls'))));
    for (const { sheet, row, column, raw, expected } of tcvn3Pairs) {
      const cell = cells.get(`${sheet}!${row},${column}`);
      expect([raw, cell?.text]).toEqual([raw, expected]);
      expect(cell?.was).toEqual(expected === raw ? undefined : { code: 'tcvn3', text: raw });
    }
  });

  test('in an .xlsx that names their fonts', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('a');
    for (const [index, { raw, font }] of tcvn3Pairs.entries()) {
      sheet.getCell(index + 1, 1).value = raw;
      sheet.getCell(index + 1, 1).font = { name: font };
    }
    const cells = await cellsOf(await open(new Uint8Array(await book.xlsx.writeBuffer())));
    for (const [index, { expected }] of tcvn3Pairs.entries()) {
      expect(cells.get(`a!${index + 1},1`)?.text).toBe(expected);
    }
  });

  test('in an .xlsx without fonts', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: tcvn3Pairs.map(({ raw }) => [raw]) }] });
    const cells = await cellsOf(await open(new Uint8Array(bytes)));
    for (const [index, { expected }] of tcvn3Pairs.entries()) {
      expect(cells.get(`a!${index + 1},1`)?.text).toBe(expected);
    }
  });

  test('as UTF-8 text, as Excel saves such a workbook', async () => {
    const bytes = new TextEncoder().encode(csvText(tcvn3Pairs.map(({ raw }) => [raw, '1'])));
    const table = await open(bytes);
    expect(table.encoding).toBe('utf-8');
    const cells = await cellsOf(table);
    for (const [index, { raw, expected }] of tcvn3Pairs.entries()) {
      expect(cells.get(`!${index + 1},1`)?.text).toBe(expected);
      expect(cells.get(`!${index + 1},1`)?.was?.text).toBe(expected === raw ? undefined : raw);
    }
  });

  test('as a text of TCVN3 bytes, where the encoding is that of the whole file', async () => {
    const bytes = new Uint8Array(Buffer.from(csvText(tcvn3Pairs.map(({ raw }) => [raw, '1'])), 'latin1'));
    const table = await open(bytes);
    expect(table.encoding).toBe('tcvn3');
    const cells = await cellsOf(table);
    for (const [index, { decoded }] of tcvn3Pairs.entries()) {
      expect(cells.get(`!${index + 1},1`)?.text).toBe(decoded);
      expect(cells.get(`!${index + 1},1`)?.was).toBeUndefined();
    }
  });
});

describe('rich text, each run in its own font', () => {
  const styles =
    '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const run = (text: string, font?: string) =>
    `<r>${font ? `<rPr><rFont val="${font}"/></rPr>` : ''}<t>${text}</t></r>`;
  const read = async (style: number, si: string) => {
    const xml = `<sheetData><row r="1"><c r="A1" s="${style}" t="s"><v>0</v></c></row></sheetData>`;
    const cells = await cellsOf(
      await open(writeWorkbook({ sheets: [{ name: 'a', xml }], styles, sharedStrings: `<si>${si}</si>` })),
    );
    return cells.get('a!1,1');
  };

  test.each([
    ['a run in .VnTime', 0, run('Tỉnh ') + run('Hµ Nam', '.VnTime'), 'Tỉnh Hà Nam'],
    ['a run in Arial in a cell in .VnTime', 1, run('Hµ Nam') + run(', Cà Mau', 'Arial'), 'Hà Nam, Cà Mau'],
    ['all runs in Arial in a cell in .VnTime', 1, run('Bé', 'Arial') + run(' em', 'Arial'), 'Bé em'],
    ['the cell’s own font', 1, '<t>Bé</t>', 'Bộ'],
    ['the same in another font', 0, '<t>Bé</t>', 'Bé'],
  ])('%s', async (_, style, si, expected) => {
    expect((await read(style, si))?.text).toBe(expected);
  });

  test('what is stored stays beside it', async () => {
    expect((await read(0, run('Tỉnh ') + run('Hµ Nam', '.VnTime')))?.was).toEqual({
      code: 'tcvn3',
      text: 'Tỉnh Hµ Nam',
    });
  });

  test('an inline text with a run in .VnTime', async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is>${run('Bé', '.VnTime')}</is></c></row></sheetData>`;
    const cells = await cellsOf(await open(writeWorkbook({ sheets: [{ name: 'a', xml }], styles })));
    expect(cells.get('a!1,1')?.text).toBe('Bộ');
  });
});
