import { describe, expect, test } from '@jest/globals';
import { rowOf } from '../../../shared/normalisation/records/byte-record.ts';
import type { Row } from '../../../shared/normalisation/table.ts';
import { SheetRecords, sheetElements } from '../../../shared/normalisation/xlsx/sheet-records.ts';
import { XmlBytes } from '../../../shared/normalisation/xlsx/xml-bytes.ts';

const shared = {
  strings: ['không', 'một', 'hai'],
  runs: new Map(),
  setApart: new Set<number>(),
  formats: ['General', '0.00%'],
  legacyFonts: [false, false],
};

function read(xml: string, pieceLength: number): Row[] {
  const rows: Row[] = [];
  const scanner = new XmlBytes(new SheetRecords(shared, (record) => rows.push(rowOf(record))), sheetElements);
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += pieceLength) scanner.push(bytes.subarray(at, at + pieceLength));
  scanner.end();
  return rows;
}

const texts = (rows: readonly Row[]) =>
  rows.map(({ number, cells }) => [
    number,
    ...cells.map(({ column, kind, text }) => `${column} ${kind} ${text}`),
  ]);

/** Plain cells and each way in which a cell is not plain, side by side. */
const sheet = `\uFEFF<?xml version="1.0"?><!-- <c r="A1"> --><worksheet><sheetData>
<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1" t="s"><v>2</v></c><c t="s" r='C1'><v>1</v></c><c r="D1" ><v> 4 </v></c></row>
<row r="3" spans="1:3"><c><v>5.50</v></c><c r="C3" t="n"><v>-1E-7</v></c><c r="D3" t="str"><f>A1&amp;"&gt;"</f><v>a&amp;b_x000A_</v></c></row>
<row><c r="A4" t="inlineStr"><is><r><t>Tử </t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>số ổ𝄞</t></r></is></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#DIV/0!</v></c><c r="D4"/><c r="E4"><v></v></c><c r="F4"><v><![CDATA[7]]></v></c></row>
<row r="5"/></sheetData></worksheet>`;

describe('a worksheet as bytes', () => {
  test('cut at every length, it reads the same', () => {
    const whole = read(sheet, 1_000_000);
    expect(texts(whole)).toEqual([
      [1, '0 number 1', '1 text hai', '2 text một', '3 number 4'],
      [3, '0 number 5.50', '2 number -1E-7', '3 text a&b\n'],
      [4, '0 text Tử số ổ𝄞', '1 boolean TRUE', '2 error #DIV/0!', '5 number 7'],
      [5],
    ]);
    const length = new TextEncoder().encode(sheet).length;
    for (let pieceLength = 1; pieceLength < length; pieceLength += 1) {
      expect(read(sheet, pieceLength)).toEqual(whole);
    }
  });

  test('prefixed, it reads the same', () => {
    const prefixed = sheet.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('<!-- <x:c', '<!-- <c');
    expect(read(prefixed, 7)).toEqual(read(sheet, 1_000_000));
  });

  test.each([
    [
      '<worksheet><sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      'sheet-damaged',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
      'sheet-damaged',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>3</v></c></row></sheetData></worksheet>',
      'sheet-damaged',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1.5</v></c></row></sheetData></worksheet>',
      'sheet-damaged',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="XFE1"><v>3</v></c></row></sheetData></worksheet>',
      'too-many-columns',
    ],
    ['<worksheet><sheetData><row r="1"><c r="A1"><v>3</v></d></row></sheetData></worksheet>', 'xml-damaged'],
    ['<worksheet><sheetData><row r="1"><c r="A1"><v>3</v></c></row></sheetData>', 'xml-damaged'],
  ])('%s', (xml, code) => {
    expect(() => read(xml, 1_000)).toThrow(code);
    expect(() => read(xml, 3)).toThrow(code);
  });
});
