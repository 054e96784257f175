import { readdirSync, readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { unitByCode } from '../../../shared/catalog/unit.ts';
import { check, csvText, findingsOf, heading } from '../normalisation/form-files.ts';
import { publishedRows } from './published-data.ts';

/** The nine files of published history: against the published figures, by other libraries and by the engine. */

const folder = new URL('../../../local/samples/history/', import.meta.url);
type Entry = { form: string; period: string; unit: string; file: string; units: number };
const entries: Entry[] = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')).files;
const bytesOf = ({ file }: Entry) => readFileSync(new URL(encodeURIComponent(file), folder));

/** The column of each indicator in test/data. */
const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dti922-published': {
    '922.total': 'total',
    '922.3': 'infrastructure',
    '922.7': 'government',
    '922.8': 'economy',
    '922.9': 'society',
  },
  'dti2024-published': {
    '405.total': 'total',
    '405.infrastructure': 'infrastructure',
    '405.government': 'government',
    '405.economy': 'economy',
    '405.society': 'society',
  },
  'qd766-published': {
    '766.total': 'total',
    '766.group-openness': 'openness',
    '766.group-settlement': 'settlement',
    '766.group-online': 'online',
    '766.group-satisfaction': 'satisfaction',
    '766.group-digitisation': 'digitisation',
  },
  'population-published': {
    population: 'population',
    'urban-population': 'urban',
    'grdp-per-head': 'grdpPerHead',
  },
};
const sources: Readonly<Record<string, string>> = {
  'dti922-published': 'dti/published.csv',
  'dti2024-published': 'dti/published.csv',
  'qd766-published': 'years.csv',
  'population-published': 'population/published.csv',
};

/** Every published figure of a file's year: `code indicator` → number. */
function published({ form, period }: Entry): Map<string, number> {
  const rows = publishedRows(sources[form] as string).filter((row) => row.year === period);
  return new Map(
    rows.flatMap((row) =>
      Object.entries(columns[form] ?? {}).map(([indicator, column]): [string, number] => [
        `${row.province ?? row.unit} ${indicator}`,
        Number(row[column]),
      ]),
    ),
  );
}

type Grid = string[][];

/** A file by a library that did not write it; .xls by the only one that reads it, which wrote it too. */
async function gridOf(entry: Entry): Promise<Grid> {
  const bytes = bytesOf(entry);
  if (/\.[ct]sv$/.test(entry.file)) return gridOfText(bytes);
  if (entry.file.endsWith('.xls')) {
    const sheet = Object.values(XLSX.read(bytes, { type: 'buffer' }).Sheets)[0] as XLSX.WorkSheet;
    return XLSX.utils
      .sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' })
      .map((row) => row.map(String));
  }
  if (!/2022/.test(entry.file) || entry.form === 'dti922-published') {
    const { sheets } = await readXlsx(bytes);
    return (sheets[0]?.rows ?? []).map((row) => row.map((value) => (value === null ? '' : String(value))));
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const grid: Grid = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const values = row.values as unknown[];
    grid.push(Array.from({ length: values.length - 1 }, (_, at) => String(values[at + 1] ?? '')));
  });
  return grid;
}

function gridOfText(bytes: Buffer): Grid {
  const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(label, { fatal: true }).decode(bytes);
  const [first = ','] = [';', '\t', ','].filter((mark) => text.includes(mark));
  return parse(text, { delimiter: first, relax_column_count: true });
}

/** `name indicator` → number, from a grid in either layout. */
function figuresIn(grid: Grid, form: string): Map<string, number> {
  const names = new Map(
    Object.keys(columns[form] ?? {}).map((id) => [catalog.indicators.get(id)?.names.vi as string, id]),
  );
  const header = grid.findIndex((row) => row.filter((cell) => names.has(cell)).length > 1);
  const long = grid.findIndex((row) => row.includes('Giá trị'));
  const at = header >= 0 && long < 0 ? header : long;
  const heading = grid[at] as string[];
  const unit = heading.findIndex((cell) =>
    /^(?:Đơn vị|Địa phương|Tỉnh, thành phố|T.*ỉnh\/[Tt]hành phố)$/.test(cell),
  );
  const found = new Map<string, number>();
  for (const row of grid.slice(at + 1)) {
    if (!row[unit]) continue;
    if (long >= 0) {
      const [code, value] = [row[heading.indexOf('Mã chỉ tiêu')], row[heading.indexOf('Giá trị')]];
      found.set(`${row[unit]} ${code}`, numberOf(value as string));
      continue;
    }
    for (const [column, cell] of heading.entries()) {
      const id = names.get(cell);
      if (id) found.set(`${row[unit]} ${id}`, numberOf(row[column] as string));
    }
  }
  return found;
}

/** `8.435,7` and `8435.7`: a comma is a decimal mark wherever there is one. */
function numberOf(text: string): number {
  if (text.includes(',')) return Number(text.replaceAll('.', '').replace(',', '.'));
  return Number(
    /^\d{1,3}(?:\.\d{3})+$/.test(text) && !text.startsWith('0') ? text.replaceAll('.', '') : text,
  );
}

test('there are nine, each named once, and nothing else in the folder', () => {
  const names = readdirSync(folder).filter((name) => name !== 'manifest.json');
  expect(entries.map(({ file }) => file).sort()).toEqual(names.map((name) => name.normalize()).sort());
  expect(new Set(entries.map(({ form, period }) => `${form} ${period}`)).size).toBe(9);
  expect(entries.map(({ units }) => units)).toEqual([63, 63, 63, 34, 34, 34, 63, 63, 63]);
});

describe.each(entries)('$file', (entry) => {
  const { form, period, unit, units } = entry;
  const rows = publishedRows(sources[form] as string).filter((row) => row.year === period);
  const codes = new Map(rows.map((row) => [row.name as string, row.province ?? row.unit]));
  const expected = published(entry);

  test('carries every published figure under the name that was published', async () => {
    const read = [...figuresIn(await gridOf(entry), form)].map(([key, value]): [string, number] => {
      const name = [...codes.keys()].find((each) => key.startsWith(`${each} `)) ?? '';
      return [`${codes.get(name)}${key.slice(name.length)}`, value];
    });
    expect(new Map(read)).toEqual(expected);
    expect(expected.size).toBe(units * Object.keys(columns[form] ?? {}).length);
  });

  test('is read by the engine to the last figure, each province on the map of which it was published', async () => {
    const { report } = await check(new Uint8Array(bytesOf(entry)), { request: { unit, form, period } });
    expect(report.counts.errors).toBe(0);
    const day = form === 'qd766-published' ? '2025-07-01' : `${period}-12-31`;
    const idOf = (code: string) => unitByCode(catalog, 'province', code, day)?.id;
    const read = report.observations.map(({ area, indicator, value }): [string, number] => [
      `${area} ${indicator}`,
      Number(value),
    ]);
    const placed = [...expected].map(([key, value]): [string, number] => [
      `${idOf(key.slice(0, 2))}${key.slice(2)}`,
      value,
    ]);
    expect(new Map(read)).toEqual(new Map(placed));
    expect(report.observations).toHaveLength(expected.size);
    // What a person is asked to explain: a title that does not say all, and a rank, which is computed here.
    const asked = ['title-without-unit', 'title-without-period', 'column-unknown@A3'];
    expect(findingsOf(report).filter((code) => !asked.includes(code))).toEqual([]);
  });
});

test('figures that name no province are returned: whose they are cannot be told', async () => {
  const rows = [
    ['BỘ THÔNG TIN VÀ TRUYỀN THÔNG'],
    ['BẢNG XẾP HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM 2022'],
    heading,
    ...Object.keys(columns['dti922-published'] ?? {}).map((id, at) => {
      const name = catalog.indicators.get(id)?.names.vi as string;
      return [String(at + 1), id, name, '0..1', '', '', '0.5', ''];
    }),
  ];
  const request = { unit: 'ministry:BTTTT', form: 'dti922-published', period: '2022' };
  const { report } = await check(csvText(rows), { request });
  expect([report.verdict, report.layout, findingsOf(report)]).toEqual([
    'returned',
    'form',
    ['units-not-named@A3'],
  ]);
});
