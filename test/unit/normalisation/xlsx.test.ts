import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { writeXlsx } from 'hucre';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import type { InflateRaw } from '../../../shared/normalisation/report.ts';
import { cellName } from '../../../shared/normalisation/table.ts';
import { check, figures, findingsOf, formRows, indicatorRows, reportOf, rowsOf } from './form-files.ts';
import { workbookFiles, writeWorkbook } from './workbook-writer.ts';
import { writeZip } from './zip-writer.ts';

/** The first sheet's cells by name: text, kind, format. */
async function cellsOf(bytes: Uint8Array, inflateRaw: InflateRaw = inflateWeb, pieceLength = 65_536) {
  const rows = await rowsOf(await openTable(bytesInMemory(bytes, pieceLength), inflateRaw));
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.cells.map(({ column, text, kind, format, formula }) => [
        cellName(column, row.number),
        `${kind} ${text}${format === 'General' ? '' : ` as ${format}`}${formula ? ' by formula' : ''}`,
      ]),
    ),
  );
}

const odd = [
  '',
  ' hai  dấu ',
  'a & <b> "c"',
  'dòng 1\ndòng 2',
  'dạng NFD',
  'Đồng Tháp'.normalize('NFD'),
  '0123',
  '=1+1',
];
const grid: (string | number | boolean | null)[][] = [
  odd,
  [1, -2.5, 405424, 1e-7, 0.1 + 0.2, 9.468455, 0, null],
  [true, false, null, 'cuối'],
  [],
  [null, null, '__proto__', 'constructor'],
];
const expected = {
  ...Object.fromEntries(
    odd.flatMap((text, at) => (text === '' ? [] : [[cellName(at, 1), `text ${text.normalize('NFC')}`]])),
  ),
  A2: 'number 1',
  B2: 'number -2.5',
  C2: 'number 405424',
  D2: expect.stringMatching(/^number (1e-7|1E-7|0\.0000001)$/),
  E2: 'number 0.30000000000000004',
  F2: 'number 9.468455',
  G2: 'number 0',
  A3: 'boolean TRUE',
  B3: 'boolean FALSE',
  D3: 'text cuối',
  C5: 'text __proto__',
  D5: 'text constructor',
};

async function byExceljs(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('Biểu').addRows(grid);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function bySheetjs(options: sheetjs.WritingOptions): Uint8Array {
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(grid), 'Biểu');
  return new Uint8Array(sheetjs.write(book, { type: 'array', bookType: 'xlsx', ...options }));
}

const inflateByZlib: InflateRaw = (compressed) => Readable.from(compressed).pipe(createInflateRaw());

describe('workbooks of independent writers read back to the same cells', () => {
  test.each([
    ['hucre', () => writeXlsx({ sheets: [{ name: 'Biểu', rows: grid }] })],
    ['exceljs', byExceljs],
    ['SheetJS, shared strings', async () => bySheetjs({ bookSST: true, compression: true })],
    ['SheetJS, inline texts', async () => bySheetjs({ bookSST: false, compression: false })],
  ])('%s', async (_, write) => {
    const bytes = new Uint8Array(await write());
    const cells = await cellsOf(bytes);
    expect(cells).toMatchObject(expected);
    expect(Object.keys(cells).sort()).toEqual(Object.keys(expected).sort());
    expect(await cellsOf(bytes, inflateByZlib, 1_000)).toEqual(cells);
  });

  test('number formats, dates, errors and formulas of exceljs', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Biểu');
    sheet.getCell('B2').value = 0.8847;
    sheet.getCell('B2').numFmt = '0.00%';
    sheet.getCell('C2').value = 1_086;
    sheet.getCell('C2').numFmt = '#,##0';
    sheet.getCell('D2').value = new Date(Date.UTC(2026, 8, 10));
    sheet.getCell('D2').numFmt = 'dd/mm/yyyy';
    sheet.getCell('E2').value = { error: '#DIV/0!' };
    sheet.getCell('F2').value = { formula: '1/3', result: 1 / 3 };
    sheet.getCell('G2').value = { formula: 'A1&"x"', result: 'chữ' };
    sheet.getCell('H2').value = { richText: [{ text: 'Tử ' }, { text: 'số', font: { bold: true } }] };
    expect(await cellsOf(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual({
      B2: 'number 0.8847 as 0.00%',
      C2: 'number 1086 as #,##0',
      D2: 'number 46275 as dd/mm/yyyy',
      E2: 'error #DIV/0!',
      F2: `number ${1 / 3} by formula`,
      G2: 'text chữ by formula',
      H2: 'text Tử số',
    });
  });
});

describe('odd but legal XML', () => {
  const one = (xml: string, more: Partial<Parameters<typeof writeWorkbook>[0]> = {}) =>
    cellsOf(writeWorkbook({ sheets: [{ name: 'a', xml }], ...more }));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

  test('prefixed elements', async () => {
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await one(xml)).toEqual({ B2: 'number 1', C2: 'text a' });
  });

  test('elements of other namespaces are not cells', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><extLst><ext><y:row xmlns:y="u"><y:c><y:v>9</y:v></y:c></y:row></ext></extLst>';
    expect(await one(xml)).toEqual({ A1: 'number 1' });
  });

  test('rows and cells without their names', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="C4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>';
    expect(await one(xml)).toEqual({
      A1: 'number 1',
      C1: 'number 3',
      C4: 'number 4',
      D4: 'number 5',
      A5: 'number 6',
    });
  });

  test('entities, CDATA, comments, escapes, line ends, `>` in an attribute', async () => {
    const xml = `<!-- <c> --><sheetData><row r="1" z="a>b" y='"'><c r="A1" t="inlineStr"><is><t>&lt;&#272;&#x1EAE;&amp;amp;</t></is></c><c r="B1" t="str"><f>A1&amp;"&gt;"</f><v><![CDATA[<v>]]></v></c><c r="C1" t="inlineStr"><is><t>a_x000A_b_x005F_x0041_</t></is></c><c r="D1" t="inlineStr"><is><t>a\r\nb</t></is></c></row></sheetData>`;
    expect(await one(xml)).toEqual({
      A1: 'text <ĐẮ&amp;',
      B1: 'text <v> by formula',
      C1: 'text a\nb_x0041_',
      D1: 'text a\nb',
    });
  });

  test('shared rich text is joined without its phonetic guide', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>';
    const sharedStrings =
      '<si><t/></si><si><r><t xml:space="preserve">Tử </t></r><rPh sb="0" eb="1"><t>PH</t></rPh><r><rPr><b/></rPr><t>số</t></r><phoneticPr fontId="1"/></si>';
    expect(await one(xml, { sharedStrings })).toEqual({ A1: 'text Tử số' });
  });

  test("formats come from the cells' styles alone", async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs><dxfs><dxf><numFmt numFmtId="10" formatCode="x"/></dxf></dxfs>';
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c></row></sheetData>';
    expect(await one(xml, { styles })).toEqual({
      A1: 'number 1',
      B1: 'number 1 as 0.0" %"',
      C1: 'number 1 as 0.00%',
    });
  });

  test('UTF-16, and pieces cut anywhere', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ổ𝄞</t></is></c></row></sheetData></worksheet>`;
    const inUtf16 = new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    const files = workbookFiles({ sheets: [{ name: 'a', xml }], deflate: true });
    const utf16 = files.map((file) =>
      file.name.endsWith('sheet0.xml') ? { ...file, content: inUtf16 } : file,
    );
    for (const pieceLength of [1, 2, 3, 7, 64]) {
      expect(await cellsOf(writeZip(files), inflateWeb, pieceLength)).toEqual({ A1: 'text ổ𝄞' });
      expect(await cellsOf(writeZip(utf16), inflateWeb, pieceLength)).toEqual({ A1: 'text ổ𝄞' });
    }
  });
});

const text = (cell: string, content: string) =>
  `<c r="${cell}" t="inlineStr"><is><t>${content.replaceAll('&', '&amp;')}</t></is></c>`;
const sheetXml = (rows: readonly string[][], cellXml: Record<string, string> = {}) =>
  `<sheetData>${rows
    .map((row, y) => {
      const cells = row.map((content, x) => {
        const name = cellName(x, y + 1);
        return cellXml[name] ?? (content === '' ? '' : text(name, content));
      });
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('')}</sheetData>`;

describe('a form in a workbook', () => {
  test('the visible sheet with the form is read; a cover is listed, a hidden sheet of figures is named', async () => {
    const bytes = writeWorkbook({
      sheets: [
        { name: 'Hướng dẫn', xml: sheetXml([['Cách điền biểu']]) },
        {
          name: 'Cũ',
          state: 'hidden',
          xml: sheetXml(formRows({ title: [['Đơn vị báo cáo: Tỉnh An Giang']] })),
        },
        { name: 'Biểu 766', xml: sheetXml(formRows()) },
      ],
    });
    const { report, sources } = await check(bytes);
    expect(findingsOf(report)).toEqual(['sheet-hidden']);
    expect(report.findings[0]).toMatchObject({ severity: 'warning', got: 'Cũ' });
    expect(report.repairs).toEqual([
      {
        code: 'sheet-without-figures',
        at: { sheet: 'Hướng dẫn', cell: 'A1' },
        from: 'Hướng dẫn',
        to: '',
      },
    ]);
    expect(report.observations[0]?.at).toEqual({ sheet: 'Biểu 766', cell: 'E5' });
    expect(sources[0]?.cells[0]).toEqual({
      role: 'numerator',
      at: { sheet: 'Biểu 766', cell: 'E5' },
      raw: '1',
      format: 'General',
    });
  });

  test('a form in a hidden sheet only is not read but named', async () => {
    const bytes = writeWorkbook({ sheets: [{ name: 'Ẩn', state: 'veryHidden', xml: sheetXml(formRows()) }] });
    const report = await reportOf(bytes);
    expect(findingsOf(report)).toEqual(['header-in-hidden-sheet']);
    expect(report.findings[0]?.got).toBe('Ẩn');
  });

  test('what a merge hides is not read', async () => {
    const rows = formRows({ rows: indicatorRows(figures('766.TDGQ', '1', '2', '50', 'ghi chú bị che')) });
    const xml = `${sheetXml(rows)}<mergeCells><mergeCell ref="G9:H9"/><mergeCell ref="A1:H1"/></mergeCells>`;
    const report = await reportOf(writeWorkbook({ sheets: [{ name: 'a', xml }] }));
    expect(findingsOf(report)).toEqual([]);
    expect(report.observations.find(({ at }) => at.cell === 'E9')?.note).toBeNull();
  });

  const styles =
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs>';
  test.each([
    ['percent by format', { G9: '<c r="G9" s="1"><v>0.5</v></c>' }, []],
    ['percent by format, another', { G9: '<c r="G9" s="1"><v>0.51</v></c>' }, ['result-differs@G9']],
    ['a number turned into a date', { E9: '<c r="E9" s="2"><v>46275</v></c>' }, ['number-is-date@E9']],
    ['an error', { F9: '<c r="F9" t="e"><v>#REF!</v></c>' }, ['cell-error@F9']],
    [
      '0 of 0 by formula',
      {
        E9: '<c r="E9"><v>0</v></c>',
        F9: '<c r="F9"><v>0</v></c>',
        G9: '<c r="G9" t="e"><f>E9/F9</f><v>#DIV/0!</v></c>',
      },
      [],
    ],
    ['a truth value', { E9: '<c r="E9" t="b"><v>1</v></c>' }, ['number-unreadable@E9']],
    ['a number beyond exactness', { F9: '<c r="F9"><v>9007199254740993</v></c>' }, ['number-too-large@F9']],
    ['a count as a percentage', { E9: '<c r="E9" s="1"><v>1</v></c>' }, ['count-as-percent@E9']],
    ['a grouped format', { F9: '<c r="F9" s="3"><v>2</v></c>' }, []],
    ['a lost zero', { E9: '<c r="E9"><v>1.29</v></c>', G9: '' }, ['count-not-whole@E9']],
    ['a result in words', { G9: '<c r="G9" t="inlineStr"><is><t>Đạt</t></is></c>' }, ['result-unread@G9']],
  ])('%s', async (_, cellXml, found) => {
    const xml = sheetXml(formRows(), cellXml as Record<string, string>);
    const report = await reportOf(writeWorkbook({ sheets: [{ name: 'a', xml }], styles }));
    expect(findingsOf(report)).toEqual(found);
  });

  test('the residue of a formula is dropped and listed', async () => {
    const xml = sheetXml(formRows(), { G10: '<c r="G10"><f>8+0.84</f><v>8.8399999999999999</v></c>' });
    const report = await reportOf(writeWorkbook({ sheets: [{ name: 'a', xml }] }));
    expect(report.observations.find(({ at }) => at.cell === 'G10')?.value).toBe('8.84');
    expect(report.repairs).toEqual([
      { code: 'binary-residue', at: { sheet: 'a', cell: 'G10' }, from: '8.8399999999999999', to: '8.84' },
    ]);
  });
});
