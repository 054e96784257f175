import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvScanner } from '../../../shared/normalisation/csv/csv-scanner.ts';
import type { Row } from '../../../shared/normalisation/table.ts';
import { check, csvText, figures, findingsOf, formRows, indicatorRows, reportOf } from './form-files.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function scan(text: string, delimiter: string): Row[] {
  const scanner = new CsvScanner(delimiter);
  return [...scanner.push(encode(text)), ...scanner.end()];
}

/** Rows with their blank fields back in their places. */
function fieldsOf(rows: readonly Row[]): string[][] {
  return rows.map((row) =>
    Array.from(
      { length: row.width ?? 0 },
      (_, at) => row.cells.find((cell) => cell.column === at)?.text ?? '',
    ),
  );
}

/** Every cut of the same bytes into two pieces must read the same. */
function scanInPieces(bytes: Uint8Array, length: number): Row[] {
  const scanner = new CsvScanner(',');
  const rows: Row[] = [];
  for (let at = 0; at < bytes.length; at += length)
    rows.push(...scanner.push(bytes.subarray(at, at + length)));
  return [...rows, ...scanner.end()];
}

describe('well-formed text, against csv-parse in its strict mode', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'ổ', '"', ',', ';', '\t', '\n', '\r\n', ' ', '1', '𝄞'),
  });
  test.each([',', ';', '\t'])('any fields round %j', (delimiter) => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, lineEnd, open) => {
          const whole = csvText(rows, delimiter, lineEnd);
          const text = open ? whole.slice(0, -lineEnd.length) : whole;
          const options = { delimiter, relax_column_count: true, skip_empty_lines: false } as const;
          const read = scan(text, delimiter);
          expect(fieldsOf(read)).toEqual(parse(text, { ...options, record_delimiter: lineEnd }));
          expect(read.flatMap((row) => row.faults)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('cut anywhere, it reads the same', () => {
    const bytes = encode('a,"b ""x"" ổ\r\n2",\r\n"",𝄞\r\r\nx"y,"z"w\n');
    const whole = scanInPieces(bytes, bytes.length);
    for (let length = 1; length < bytes.length; length += 1)
      expect(scanInPieces(bytes, length)).toEqual(whole);
  });

  test('a whole report cut at every length gives the same report', async () => {
    const bytes = encode(csvText(formRows().slice(0, 8)));
    const whole = JSON.stringify(await check(bytes));
    for (let pieceLength = 1; pieceLength < 40; pieceLength += 1) {
      expect(JSON.stringify(await check(bytes, { pieceLength }))).toBe(whole);
    }
  });
});

describe('csv-spectrum', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'));
  const names = readdirSync(join(folder, 'csvs')).map((name) => name.replace('.csv', ''));
  const damaged = 'location_coordinates';
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, 'csvs', `${name}.csv`)));

  test('has twelve cases, one of which is damaged', () => {
    expect(names).toHaveLength(12);
    expect(names).toContain(damaged);
  });

  test.each(names.filter((name) => name !== damaged))('%s, cut at every length', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as object[];
    const bytes = bytesOf(name);
    for (let length = 1; length <= bytes.length; length += 1) {
      const read = scanInPieces(bytes, length);
      expect(read.flatMap((row) => row.faults)).toEqual([]);
      const [names = [], ...rows] = fieldsOf(read);
      expect(rows.map((row) => Object.fromEntries(names.map((each, at) => [each, row[at]])))).toEqual(
        expected,
      );
    }
  });

  test('the damaged one: its quotes are found fault with, its fields stay where they are', () => {
    const rows = scanInPieces(bytesOf(damaged), 7);
    expect(rows[1]?.faults.map(({ code, column }) => `${code}@${column}`)).toEqual(['csv-stray-quote@1']);
    expect(fieldsOf(rows)[1]).toEqual([
      '2095257564',
      `37\uFFFD36'37.8"N 121\uFFFD2'17.9"W`,
      'Modesto',
      'Stanislaus',
    ]);
  });
});

describe('malformed rows are found where they are and move no value', () => {
  test.each([
    ['a,b"c,d\n', [['a', 'b"c', 'd']], ['csv-stray-quote@1']],
    ['a,"b"c,d\n', [['a', 'bc', 'd']], ['csv-text-after-quote@1']],
    ['a,"b" ,d\n', [['a', 'b ', 'd']], ['csv-text-after-quote@1']],
    ['a,"b,c\nd', [['a', 'b,c\nd']], ['csv-unterminated-quote@1']],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ['csv-cr-only@1'],
    ],
    ['a,b\n\nc', [['a', 'b'], [''], ['c']], []],
    ['', [], []],
    ['a', [['a']], []],
    ['a,', [['a', '']], []],
    ['""', [['']], []],
  ])('%j', (text, fields, faults) => {
    const rows = scan(text, ',');
    expect(fieldsOf(rows)).toEqual(fields);
    expect(rows.flatMap((row) => row.faults.map(({ code, column }) => `${code}@${column}`))).toEqual(faults);
  });

  test('their rows are not used, the others are', async () => {
    const lines = csvText(
      formRows({ rows: indicatorRows(figures('766.TDGQ', '1', '2', '50', 'x')) }),
    ).replace(',50,x\r\n', ',50,màn 24"\r\n');
    const report = await reportOf(lines);
    expect(findingsOf(report)).toEqual(['csv-stray-quote@H9', 'indicator-missing']);
    expect(report.counts).toMatchObject({ rowsUsed: 20, rowsSkipped: 5 });
  });

  test('a decimal comma outside quotes makes a row ragged, not another figure', async () => {
    const lines = csvText(formRows()).replace(
      '766.TDGQ,Tỷ lệ hồ sơ TTHC giải quyết đúng hạn,%,1,2,50,',
      (row) => row.replace(',50,', ',50,0,'),
    );
    const report = await reportOf(lines);
    expect(findingsOf(report)).toEqual(['csv-ragged@I9', 'indicator-missing']);
    expect(report.findings[0]).toMatchObject({ got: '9', expected: '8' });
  });

  test('line ends of CR alone are told once, also when the heading is the first line', async () => {
    const lines = csvText(formRows(), ',', '\r');
    expect(findingsOf(await reportOf(lines))).toEqual(['csv-cr-only@A1']);
    const untitled = await reportOf(csvText(formRows({ title: [] }), ',', '\r'));
    expect(findingsOf(untitled)).toContain('csv-cr-only@H1');
  });

  test('a quote that hides the heading is told', async () => {
    expect(findingsOf(await reportOf(`"Đơn vị\r\n${csvText(formRows())}`))).toEqual([
      'csv-text-after-quote@A1',
      'header-not-found',
      'csv-stray-quote@B1',
    ]);
  });

  test('a row that is too short is ragged', async () => {
    const rows = indicatorRows({ '766.TDGQ': ['5', '766.TDGQ', '', '%', '1', '2'] });
    expect(findingsOf(await reportOf(csvText(formRows({ rows }))))).toEqual([
      'csv-ragged@F9',
      'indicator-missing',
    ]);
  });
});

describe('delimiters and encodings', () => {
  const text = (delimiter = ';') =>
    csvText(formRows({ rows: indicatorRows(figures('766.TDGQ', '1', '3', '33,3')) }), delimiter);
  const utf16 = (content: string, bigEndian = false) => {
    const bytes = Buffer.from(content, 'utf16le');
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };

  test.each([
    ['comma', encode(text(',')), 'utf-8'],
    ['semicolon', encode(text(';')), 'utf-8'],
    ['tab', encode(text('\t')), 'utf-8'],
    ['byte order mark', encode(`\uFEFF${text()}`), 'utf-8-bom'],
    ['decomposed', encode(text().normalize('NFD')), 'utf-8'],
    ['UTF-16 LE', utf16(`\uFEFF${text()}`), 'utf-16le'],
    ['UTF-16 BE', utf16(`\uFEFF${text()}`, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(text('\t')), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(text('\t'), true), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const report = await reportOf(bytes);
    expect(findingsOf(report)).toEqual([]);
    expect(report.file).toMatchObject({ container: 'csv', encoding });
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ numerator: '1', denominator: '3', at: { sheet: null, cell: 'E9' } });
    expect(JSON.stringify(await check(bytes, { pieceLength: 7 }))).toBe(JSON.stringify(await check(bytes)));
  });

  test('sep=; is taken at its word and listed', async () => {
    const report = await reportOf(`sep=;\r\n${text()}`);
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs[0]).toMatchObject({ code: 'sep-line', at: { cell: 'A1' }, from: 'sep=;' });
    expect(report.counts).toMatchObject({ rowsRead: 26, rowsUsed: 21, rowsSkipped: 5 });
  });

  test.each([
    ['windows-1258', Uint8Array.from([...encode('STT;Ch'), 0xec, ...encode(' tieu;Ket qu'), 0xe3])],
    ['a letter cut in two', encode('Đồng Tháp ổ').slice(0, -1)],
    ['a lone surrogate', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ['half a UTF-16 letter', Uint8Array.from([0xff, 0xfe, 0x41])],
    [
      'invalid beyond the first 64 KiB',
      Uint8Array.from([...encode(csvText(formRows()) + ',,,,,,,\n'.repeat(10_000)), 0xff]),
    ],
  ])('%s is refused, not guessed', async (_, bytes) => {
    const report = await reportOf(bytes);
    expect(report.findings.map(({ code }) => code)).toContain('encoding-unknown');
    expect(report.observations).toEqual([]);
  });

  test('the raw text of every figure is kept beside the report', async () => {
    const rows = indicatorRows(figures('766.TDGQ', ' 358.660', 'null', ''));
    const { sources } = await check(
      csvText(
        formRows({
          rows: rows.map((row) => row.with(5, row[1] === '766.TDGQ' ? '405.424' : (row[5] as string))),
        }),
      ),
    );
    expect(sources.find(({ indicator }) => indicator === '766.TDGQ')?.cells).toEqual([
      { role: 'numerator', at: { sheet: null, cell: 'E9' }, raw: ' 358.660', format: null },
      { role: 'denominator', at: { sheet: null, cell: 'F9' }, raw: '405.424', format: null },
    ]);
  });
});
