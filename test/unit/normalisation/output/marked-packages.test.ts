import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { markedFileName } from '../../../../shared/normalisation/output/marked-file.ts';
import { type WorkbookParts, workbookFiles } from '../workbook-writer.ts';
import { writeZip, type ZipFile } from '../zip-writer.ts';
import { finding, mark, partsOf, textOf } from './marking.ts';

/** Packages as other programs write them, and as nobody should. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function types(overrides = '', workbook = `${spreadsheet}.sheet.main+xml`): ZipFile {
  const content = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbook}"/>${overrides}</Types>`;
  return { name: '[Content_Types].xml', content };
}

/** A workbook whose parts a test replaces by name. */
function packed(parts: WorkbookParts, replaced: ZipFile[] = [types()]): Uint8Array {
  const names = new Set(replaced.map(({ name }) => name));
  return writeZip([...workbookFiles(parts).filter(({ name }) => !names.has(name)), ...replaced]);
}

const sheet = (xml: string): WorkbookParts => ({ sheets: [{ name: 'Biểu', xml }] });
const at = (cell: string, more = {}) => finding('Biểu', cell, 'error', more);

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook.getWorksheet('Biểu') as ExcelJS.Worksheet;
}

describe('a cell that is not there is put in its place', () => {
  test.each([
    ['no rows', '<sheetData/>', ['B2'], 'B2'],
    ['an empty row', '<sheetData><row r="2"/></sheetData>', ['B2'], 'B2'],
    [
      'before, between and behind',
      '<sheetData><row r="2"><c r="C2"><v>1</v></c></row></sheetData>',
      ['A1', 'B2', 'D2', 'A9'],
      'A1 B2 C2 D2 A9',
    ],
    [
      'cells without names',
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>',
      ['B1', 'C1'],
      'B1 C1',
    ],
    [
      'rows without numbers',
      '<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>',
      ['A2', 'B1', 'A4'],
      'B1 A2 A4',
    ],
  ])('%s', async (_what, xml, cells) => {
    const out = await mark(
      packed(sheet(xml)),
      cells.map((cell) => at(cell)),
    );
    const after = XLSX.read(out, { cellStyles: true, sheetStubs: true }).Sheets.Biểu;
    const colours = cells.map((cell) => after?.[cell]?.s?.fgColor?.rgb);
    expect(colours).toEqual(cells.map(() => 'FFC7CE'));
    const names = [...textOf(out, 'xl/worksheets/sheet0.xml').matchAll(/<c r="([A-Z]+)(\d+)"/g)];
    const order = names.map(([, column = '', row]) => Number(row) * 100 + column.charCodeAt(0));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('with the style of its row or column, and nothing said of how far the row reaches', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts><fonts count="1"><font><sz val="9"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"><alignment horizontal="right"/></xf></cellXfs>';
    const xml =
      '<dimension ref="A1:A2"/><cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="1" spans="1:1"><c r="A1"><v>1</v></c></row><row r="2" s="1" customFormat="1"><c r="A2"><v>2</v></c></row></sheetData>';
    const out = await mark(packed({ ...sheet(xml), styles }), [at('B1'), at('D2')]);
    const after = await loaded(out);
    for (const cell of ['B1', 'D2']) {
      expect(after.getCell(cell)).toMatchObject({ numFmt: '0.000', alignment: { horizontal: 'right' } });
      expect(after.getCell(cell).font).toEqual({ size: 9, name: 'Arial' });
    }
    const part = textOf(out, 'xl/worksheets/sheet0.xml');
    expect(part).toContain('<dimension ref="A1:D2"/>');
    expect(part).not.toContain('spans');
  });
});

describe('how parts are written', () => {
  test('with a prefix', async () => {
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:extLst/></x:worksheet>`;
    const styles: ZipFile = {
      name: 'xl/styles.xml',
      content: `<x:styleSheet xmlns:x="${main}"><x:cellXfs count="1"><x:xf numFmtId="2"/></x:cellXfs></x:styleSheet>`,
    };
    const out = await mark(packed({ sheets: [{ name: 'Biểu', xml }], styles: '' }, [types(), styles]), [
      at('A1'),
      at('B1'),
    ]);
    const read = XLSX.read(out).Sheets.Biểu;
    expect([read?.A1?.v, read?.A1?.c?.length, read?.B1?.c?.length]).toEqual([7, 1, 1]);
    const formats = textOf(out, 'xl/styles.xml').match(/<x:xf [^>]*numFmtId="2"[^>]*>/g);
    expect(formats).toEqual([
      '<x:xf numFmtId="2"/>',
      expect.stringMatching(/fillId="\d+" applyFill="1"\/>$/),
    ]);
    const part = textOf(out, 'xl/worksheets/sheet0.xml');
    expect(part).toMatch(/<x:pageMargins [^>]*\/><x:legacyDrawing [^>]*\/><x:extLst\/>/);
    expect(part.replaceAll('x:', '')).toMatch(/<c r="B1" s="\d+"\/>/);
    expect(part).not.toMatch(/<c /);
  });

  test('in UTF-16, with a declaration that says so', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c></row></sheetData></worksheet>`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const out = await mark(
      packed(sheet('<sheetData/>'), [types(), { name: 'xl/worksheets/sheet0.xml', content: utf16 }]),
      [at('A1')],
    );
    expect((await loaded(out)).getCell('A1').value).toBe('Đơn vị');
  });

  test('with comments and CDATA that hold tags', async () => {
    const xml =
      '<!-- <sheetData><row r="1"> --><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="A1">]]></t></is></c></row></sheetData>';
    const out = await mark(packed(sheet(xml)), [at('A1')]);
    expect((await readXlsx(out)).sheets[0]?.rows[0]).toEqual(['<c r="A1">']);
  });

  test('text that looks like a formula stays text', async () => {
    const got = '=HYPERLINK("http://x","y")';
    const out = await mark(packed(sheet('<sheetData/>')), [at('A1', { got, expected: '+1', code: '@x' })]);
    const list = XLSX.read(out, { cellFormula: true }).Sheets['Kết quả kiểm tra'] ?? {};
    const cells = Object.entries(list).filter(([key]) => !key.startsWith('!'));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    expect(cells.map(([, cell]) => cell.v).join('\n')).toContain(`: ${got}\n`);
    expect(textOf(out, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test('characters that XML forbids, halves of letters and `_x0041_` are not read as anything else', async () => {
    const got = 'a\u0001b\ud800c_x0041_d';
    const out = await mark(packed(sheet('<sheetData/>')), [at('A1', { got })]);
    const list = XLSX.read(out).Sheets['Kết quả kiểm tra'] ?? {};
    const values = Object.values(list).map((cell) => cell.v);
    expect(values.join('\n')).toContain('a\u0001b\ufffdc_x0041_d');
  });
});

describe('comments that were there', () => {
  const comments = `<comments xmlns="${main}"><authors><author>Lan</author><author>tc={00000000-0000-0000-0000-000000000000}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Đã đối chiếu</t></r></text></comment><comment ref="C1" authorId="1"><text><t>[Threaded comment] hỏi</t></text></comment></commentList></comments>`;
  // Not well formed, as Excel writes it.
  const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s1030" type="#_x0000_t202"><v:textbox><br></v:textbox><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`;
  const files: ZipFile[] = [
    types(
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments7.xml" ContentType="${spreadsheet}.comments+xml"/>`,
    ),
    { name: 'xl/comments7.xml', content: comments },
    { name: 'xl/drawings/vmlDrawing7.vml', content: vml },
    {
      name: 'xl/worksheets/_rels/sheet0.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${office}/comments" Target="../comments7.xml"/><Relationship Id="rId4" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing7.vml"/></Relationships>`,
    },
  ];
  const bytes = packed(
    sheet(
      `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><legacyDrawing xmlns:r="${office}" r:id="rId4"/>`,
    ),
    files,
  );

  test('are kept: ours follows in the same cell, a thread is left alone', async () => {
    const out = await mark(bytes, [at('A1'), at('B1'), at('C1')]);
    const read = XLSX.read(out).Sheets.Biểu;
    const text = (cell: string) => read?.[cell]?.c?.map(({ t }: { t: string }) => t).join() ?? '';
    expect(text('A1')).toMatch(/^Đã đối chiếu\s+Điểm Cầu: LỖI[\s\S]*Cell A1 is not right\./);
    expect(text('B1')).toContain('Cell B1 is not right.');
    expect(text('C1')).toBe('[Threaded comment] hỏi');
    const drawing = textOf(out, 'xl/drawings/vmlDrawing7.vml');
    expect(drawing.startsWith(vml.slice(0, -6))).toBe(true);
    expect([...drawing.matchAll(/id="(_x0000_s\d+)"/g)].map(([, id]) => id)).toEqual([
      '_x0000_s1030',
      '_x0000_s1031',
    ]);
    expect([...partsOf(out).keys()].filter((name) => /comments|vml/.test(name))).toHaveLength(2);
  });

  test('of ours are replaced when the file comes again: one list, one comment a cell, none where all is well', async () => {
    const once = await mark(bytes, [at('A1'), at('B1'), at('D4')]);
    const twice = await mark(once, [at('B1', { message: { vi: 'Khác.', en: 'Another.' } }), at('E5')]);
    expect(XLSX.read(twice).Sheets.Biểu?.A1?.c?.[0]?.t.trim()).toBe('Đã đối chiếu');
    const read = XLSX.read(twice);
    expect(read.SheetNames).toEqual(['Biểu', 'Kết quả kiểm tra']);
    const cells = read.Sheets.Biểu;
    expect(cells?.B1?.c?.[0]?.t).toContain('Another.');
    expect(cells?.B1?.c?.[0]?.t).not.toContain('Cell B1');
    expect(cells?.D4?.c).toBeUndefined();
    expect(cells?.E5?.c).toHaveLength(1);
    const rows = [
      ...textOf(twice, 'xl/drawings/vmlDrawing7.vml').matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g),
    ];
    expect(rows.map(([, row, column]) => `${row},${column}`).sort()).toEqual(['0,0', '0,1', '4,4']);
  });
});

describe('a marked workbook that another program has saved comes again', () => {
  // LibreOffice 24.2 escapes apostrophes, forgets who wrote a comment, and keeps all else of ours.
  async function resaved(cells: string[]): Promise<Uint8Array> {
    const out = await mark(
      packed(sheet('<sheetData/>')),
      cells.map((cell) => at(cell)),
    );
    const files = [...partsOf(out)].map(([name, { content }]) => {
      const text = content.toString();
      if (name === 'xl/workbook.xml') {
        const quoted = text.replace(/(<definedName[^>]*>)'(.*)'!/, '$1&apos;$2&apos;!');
        return { name, content: quoted.replace(' hidden="1"', ' function="false" hidden="false"') };
      }
      return { name, content: text.replace('<author>Điểm Cầu</author>', '<author> </author>') };
    });
    return writeZip(files);
  }

  test('the list and our comments are known again', async () => {
    const twice = XLSX.read(await mark(await resaved(['A1', 'B1']), [at('B1', { code: 'negative' })]));
    expect(twice.SheetNames).toEqual(['Biểu', 'Kết quả kiểm tra']);
    expect([twice.Sheets.Biểu?.A1?.c, twice.Sheets.Biểu?.B1?.c?.length]).toEqual([undefined, 1]);
    expect(twice.Sheets.Biểu?.B1?.c?.[0]?.t).toMatch(/^Điểm Cầu: LỖI \/ ERROR \(negative\)/);
  });

  test('a name that points nowhere any more is replaced, not repeated', async () => {
    const files = [...partsOf(await resaved(['A1']))].map(([name, { content }]) => ({
      name,
      content: content.toString().replace(/&apos;.*&apos;!\$A\$1/, '#REF!'),
    }));
    const out = await mark(writeZip(files), [at('A1')]);
    expect(textOf(out, 'xl/workbook.xml').match(/DIEM_CAU_KET_QUA/g)).toHaveLength(1);
    expect(XLSX.read(out).SheetNames).toHaveLength(3);
  });
});

describe('what is not handed on', () => {
  const workbook = (more = '') =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s0" Type="${office}/worksheet" Target="worksheets/sheet0.xml"/><Relationship Id="x" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/>${more}</Relationships>`;
  const macros = packed(
    sheet('<sheetData><row r="1"><c r="A1"><f>SUM(1,2)</f><v>3</v></c></row></sheetData>'),
    [
      types(
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/customUI/customUI14.xml" ContentType="application/xml"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
      {
        name: '_rels/.rels',
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="u" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" Target="customUI/customUI14.xml"/><Relationship Id="g" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: workbook(
          '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
        ),
      },
      { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open' },
      { name: 'xl/_rels/vbaProject.bin.rels', content: '<Relationships/>' },
      { name: 'xl/vbaProjectSignature.bin', content: 'x' },
      { name: 'customUI/customUI14.xml', content: '<customUI/>' },
      { name: '_xmlsignatures/origin.sigs', content: '' },
      { name: '_xmlsignatures/sig1.xml', content: '<Signature/>' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
      { name: 'xl/calcChain.xml', content: `<calcChain xmlns="${main}"><c r="A1" i="1"/></calcChain>` },
    ],
  );

  test('macros, their menus and signatures go, and the list says so; links and the chain of formulas stay', async () => {
    const out = await mark(macros, [at('A1')]);
    const names = [...partsOf(out).keys()];
    expect(names.filter((name) => /vba|custom|signature/i.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['xl/externalLinks/externalLink1.xml', 'xl/calcChain.xml']));
    const declared = textOf(out, '[Content_Types].xml') + textOf(out, '_rels/.rels');
    expect(declared + textOf(out, 'xl/_rels/workbook.xml.rels')).not.toMatch(/macro|vba|custom|signature/i);
    expect(declared).toContain(`PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"`);
    const list = JSON.stringify(XLSX.read(out).Sheets['Kết quả kiểm tra']);
    for (const words of ['Macro trong tệp gốc đã được bỏ', 'Chữ ký số', 'liên kết đến tệp khác']) {
      expect(list).toContain(words);
    }
    expect(XLSX.read(out, { cellFormula: true }).Sheets.Biểu?.A1).toMatchObject({ f: 'SUM(1,2)', v: 3 });
  });

  test.each([
    [
      'sheets of Excel 4.0 macros',
      'macro Excel 4.0',
      packed(sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'), [
        types(),
        {
          name: 'xl/workbook.xml',
          content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Biểu" sheetId="1" r:id="s0"/><sheet name="M" sheetId="2" r:id="m"/></sheets></workbook>`,
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content: workbook(
            '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>',
          ),
        },
        { name: 'xl/macrosheets/sheet1.xml', content: '<macrosheet/>' },
      ]),
    ],
    [
      'the Strict form',
      'Strict Open XML',
      packed(
        {
          sheets: [
            {
              name: 'Biểu',
              xml: '<?xml version="1.0"?><worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
            },
          ],
        },
        [
          types(),
          {
            name: 'xl/workbook.xml',
            content:
              '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="Biểu" sheetId="1" r:id="s0"/></sheets></workbook>',
          },
        ],
      ),
    ],
  ])('%s: a new workbook, which says so on its first sheet', async (_what, words, bytes) => {
    const out = await mark(bytes, [at('A1')]);
    const read = XLSX.read(out);
    expect(read.SheetNames.slice(0, 2)).toEqual(['Kết quả kiểm tra', 'Biểu']);
    const first = JSON.stringify(read.Sheets['Kết quả kiểm tra']);
    for (const said of [words, 'ĐÂY LÀ TỆP MỚI', 'Biểu 766.xlsx', 'a1'.repeat(32)])
      expect(first).toContain(said);
    expect(read.Sheets.Biểu?.A1).toMatchObject({ v: 1 });
    expect(read.Sheets.Biểu?.A1?.c).toHaveLength(1);
    expect([...partsOf(out).keys()].filter((name) => /macrosheet/.test(name))).toEqual([]);
  });
});

test('a sheet of the same name is the province’s own and stays', async () => {
  const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const out = await mark(packed({ sheets: [{ name: 'Kết quả kiểm tra', xml }] }), [
    finding('Kết quả kiểm tra', 'A1'),
  ]);
  const read = XLSX.read(out);
  expect(read.SheetNames).toEqual(['Kết quả kiểm tra', 'Kết quả kiểm tra (2)']);
  expect(read.Sheets['Kết quả kiểm tra']?.A1?.v).toBe(1);
});

test('the list links to the cells, quotes in the names of sheets and all', async () => {
  const name = "Biểu 'A'";
  const out = await mark(packed({ sheets: [{ name: 'Biểu &apos;A&apos;', xml: '<sheetData/>' }] }), [
    finding(name, 'D7'),
  ]);
  const list = XLSX.read(out).Sheets['Kết quả kiểm tra'] ?? {};
  const links = Object.values(list).flatMap((cell) => (cell.l ? [cell.l.location ?? cell.l.Target] : []));
  expect(links.map((link) => link.replace(/^#/, ''))).toEqual(["'Biểu ''A'''!D7"]);
});

test.each([
  ['Biểu 766.xls', 'Biểu 766 (đã kiểm tra).xlsx'],
  ['Báo cáo quý III.2026.csv', 'Báo cáo quý III.2026 (đã kiểm tra).xlsx'],
  ['khong-duoi', 'khong-duoi (đã kiểm tra).xlsx'],
])('%s is handed back as %s', (name, marked) => {
  expect(markedFileName(name)).toBe(marked);
});
