import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { summableIn } from '../../../shared/aggregation/area-sums.ts';
import { wholeFigures } from '../../../shared/aggregation/whole-figures.ts';
import { packed, summedOf, unpackedOf } from '../../../shared/aws/pack.ts';
import { summedPage } from '../../../shared/aws/sum-page.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { type Page, pagesOf } from '../../../shared/observations/page.ts';
import { figure } from '../aggregation/rounds.ts';

/** Columns that are added up while they are read come to what they come to when they are parsed. */

const form = catalog.forms.get('cds') as Form;
const summable = summableIn(form, catalog);
const ratios = form.indicators.flatMap(({ indicator }) =>
  catalog.indicators.get(indicator)?.kind === 'ratio' ? [indicator] : [],
);
const others = form.indicators.map(({ indicator }) => indicator).filter((id) => !ratios.includes(id));

const number = fc.oneof(
  fc.nat(1_000_000).map(String),
  fc.constantFrom('0', '999999999999999', '123456789012345678', '-3', '2.5', '0.125'),
);
const written = fc.record({
  a: fc.option(number, { freq: 12 }),
  b: fc.option(number, { freq: 12 }),
  approximate: fc.constantFrom(false, false, false, false, true),
  note: fc.constantFrom(null, null, 'Số liệu "ước", chưa đủ', ',"columns":[', 'back\\slash'),
  status: fc.constantFrom('reported', 'reported', 'reported', 'no-denominator', 'not-applicable'),
});
const observed = fc
  .array(fc.array(written, { minLength: ratios.length, maxLength: ratios.length }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((areas) =>
    areas.flatMap((row, area) =>
      [...ratios, ...others].map((indicator, at) => {
        const { a, b, approximate, note, status } = row[at % ratios.length] as (typeof row)[number];
        const parts = ratios.includes(indicator)
          ? { value: null, numerator: a, denominator: b }
          : { value: a, numerator: null, denominator: null };
        return {
          ...figure(indicator, '0'),
          ...parts,
          approximate,
          note,
          status: status as 'reported',
          unit: 'province:01@2008',
          area: `commune:${10_000 + area}`,
          period: '2026-Q3',
          at: { sheet: null, cell: 'A1' },
        };
      }),
    ),
  );

test('whatever was written, the whole of a unit is the same', () => {
  fc.assert(
    fc.property(observed, (observations) => {
      const packs = pagesOf(observations, form).map(packed);
      const parsed = wholeFigures(unpackedOf(packs), form, catalog);
      expect(wholeFigures(summedOf(packs, summable), form, catalog)).toEqual(parsed);
    }),
    { numRuns: 200 },
  );
});

describe('a page', () => {
  const column = {
    areas: null,
    value: null,
    numerator: [1, 2, 30],
    denominator: [4, 5, 60],
    status: 'reported' as const,
    approximate: [],
    note: null,
  };
  const page = (columns: Partial<Page['columns'][number]>, name = 'A~1'): Page => ({
    schema: 'page/2',
    name,
    group: 'A',
    area: ['commune:1', 'commune:2', 'commune:3'],
    notes: ['một "ghi chú"'],
    columns: [
      { indicator: 'x', ...column, ...columns },
      { indicator: 'y', ...column },
    ],
  });
  const read = (given: Page) =>
    summedPage(
      Buffer.from(JSON.stringify(given)),
      new Map([
        ['x', 'ratio'],
        ['y', 'ratio'],
      ]),
    );
  // By hand: 1 + 2 + 30 and 4 + 5 + 60.
  const sums = { way: 'ratio', rows: 3, counted: 3, numerator: 33, denominator: 69 };

  test('of plain ratios is added up, with or without notes', () => {
    expect(read(page({}))?.columns).toEqual([
      { indicator: 'x', ...sums },
      { indicator: 'y', ...sums },
    ]);
    expect(read(page({ note: [-1, 0, -1] }))?.columns[0]).toEqual({ indicator: 'x', ...sums });
  });

  test('counts the rows that have both parts, whatever their words', () => {
    const status = ['reported', 'missing', 'reported'] as Page['columns'][number]['status'];
    const given = page({ numerator: [1, null, 30], denominator: [4, null, 60], status });
    const found = { indicator: 'x', way: 'ratio', rows: 3, counted: 2, numerator: 31, denominator: 64 };
    expect(read(given)?.columns[0]).toEqual(found);
  });

  test.each([
    ['one part is not there', { numerator: [1, null, 30] }],
    ['the parts are there of different areas', { numerator: [1, null, 30], denominator: [4, 5, null] }],
    ['nothing is there', { numerator: [null, null, null], denominator: [null, null, null] }],
    ['an area does not have the thing', { status: 'not-applicable' as const }],
    ['not all areas have a row', { areas: [0, 2], numerator: [1, 30], denominator: [4, 60] }],
    ['a number is a text', { denominator: [4, '5.5', 60] }],
    ['a number is negative', { numerator: [1, -2, 30] }],
    ['a number has more than nine digits', { numerator: [1_000_000_000, 2, 30] }],
    ['there is an approximation', { approximate: [1] }],
    ['a result was written too', { value: ['0.5', null, null] }],
    ['there are no figures', { numerator: [], denominator: [] }],
  ])('whose column is not plain (%s) has that column whole, and the next added up', (_, columns) => {
    const given = page(columns);
    expect(read(given)?.columns).toEqual([given.columns[0], { indicator: 'y', ...sums }]);
  });

  test('of values that are added has their sums by their decimals', () => {
    const given = page({ value: ['12', null, '0.25'], numerator: null, denominator: null });
    const found = summedPage(Buffer.from(JSON.stringify(given)), new Map([['x', 'sum']]));
    const byDecimals = [12, 0, 25, 0, 0, 0, 0, 0, 0, 0];
    expect(found?.columns[0]).toEqual({ indicator: 'x', way: 'sum', rows: 3, counted: 2, byDecimals });
  });

  test.each([['-1'], ['1234567890'], ['text']])('whose value is %s has that column whole', (value) => {
    const given = page({ value: [value, '1', '2'], numerator: null, denominator: null });
    const found = summedPage(Buffer.from(JSON.stringify(given)), new Map([['x', 'sum']]));
    expect(found?.columns).toEqual(given.columns);
  });

  test('of an indicator that is not only added has its column whole', () => {
    const given = page({});
    const found = summedPage(Buffer.from(JSON.stringify(given)), new Map([['y', 'ratio']]));
    expect(found?.columns).toEqual([given.columns[0], { indicator: 'y', ...sums }]);
  });

  test('of the unit as a whole, or of another shape, is left to be parsed', () => {
    expect(read(page({}, 'A'))).toBeUndefined();
    expect(summedPage(Buffer.from('{"schema":"page/1","group":"A"}'), summable)).toBeUndefined();
  });

  test('that is cut off is a fault, never a smaller sum', () => {
    const bytes = Buffer.from(JSON.stringify(page({})));
    for (let length = 0; length < bytes.length; length += 1) {
      const read = () => [...summedOf([zstdCompressSync(bytes.subarray(0, length))], summable)];
      expect(read).toThrow();
    }
  });
});
