import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { ApiClient, type Person } from '../../local/job/api-client.ts';
import { historyReports, readHistory } from '../../local/job/history.ts';
import { submitAll } from '../../local/job/submit-all.ts';
import { until } from '../../local/job/until.ts';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { Context } from '../../shared/normalisation/context.ts';
import type { UnitFigures } from '../../shared/query/read-unit-figures.ts';
import { publishedRows } from '../unit/samples/published-data.ts';
import { startService, tableContent } from './service.ts';

/**
 * What ministries published of 2022 to 2024 goes in by signed URL, and comes out on both maps. Expected values are
 * computed here from the published figures (test/data) with big.js and the list of successors, and from what was
 * published of the merged units.
 */

type Row = Record<string, string>;
type Basis = 'as-reported' | 'current';
const files = readHistory();
const years = ['2022', '2023', '2024'];
const dti = publishedRows('dti/published.csv');
const population = publishedRows('population/published.csv');
const portal = publishedRows('years.csv');

let stack: Stack;
let api: ApiClient;
let analyst: Person;

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  await submitAll(api, historyReports(files), () => {});
  analyst = await api.signIn({ subject: 'analyst', roles: ['analyst'] });
  for (const { form, period, units } of files) {
    await until(`${form} ${period} aggregated`, async () => {
      const { counted } = await coverage(form, period);
      return counted === units ? counted : undefined;
    });
  }
}, 180_000);
afterAll(() => stack.stop());

const coverage = (form: string, period: string) =>
  api.get<CoverageDocument>(`/v1/public/periods/${period}/coverage?form=${form}`);
const scorecard = (code: string, period: string, basis: Basis) =>
  api.get<ScorecardRollup>(`/v1/public/scorecards/${code}/${period}?basis=${basis}`);
const indicator = (period: string, id: string, basis: Basis) =>
  api.get<IndicatorRollup>(
    `/v1/rollups/${period}?form=population-published&indicator=${id}&basis=${basis}`,
    analyst,
  );

const of = (rows: readonly Row[], year: string) => rows.filter((row) => row.year === year);
const sum = (values: readonly (Big | string)[]) =>
  values.reduce((total: Big, value) => total.plus(value), new Big(0));
/** Half to even. */
const round = (value: Big, places: number) => value.round(places, 2).toString();

/** The rows of the provinces that make each of the 34 units, by its code. */
function bySuccessor(rows: readonly Row[]): Map<string, Row[]> {
  const merged = new Map<string, Row[]>();
  for (const row of rows) {
    const code = row.successor as string;
    merged.set(code, [...(merged.get(code) ?? []), row]);
  }
  return merged;
}

/** Competition ranks, counted. */
const rankIn = (all: readonly string[], value: string) =>
  1 + all.filter((other) => new Big(other).gt(value)).length;

/** `code rank total` of each unit. */
const standings = (units: ScorecardRollup['units']) =>
  units.map(({ code, rank, total }) => `${code} ${rank} ${total}`).sort();

describe.each([
  ['dti922', '2022'],
  ['dti922', '2023'],
  ['dti2024', '2024'],
] as const)('the DTI of %s %s', (code, year) => {
  const rows = of(dti, year);

  test('on the map of the year: 63 provinces, with the totals and ranks that were published', async () => {
    const { units, coverage } = await scorecard(code, year, 'as-reported');
    expect(coverage).toMatchObject({ expected: 63, counted: 63 });
    expect(standings(units)).toEqual(rows.map((row) => `${row.province} ${row.rank} ${row.total}`).sort());
  });

  test('on today’s map: of each of the 34 units the plain mean of its predecessors, ranked anew', async () => {
    const means = [...bySuccessor(rows)].map(([successor, parts]) => {
      const total = sum(parts.map((row) => row.total as string)).div(parts.length);
      return { successor, total: round(total, 4) };
    });
    const totals = means.map(({ total }) => total);
    const { units, basis, coverage } = await scorecard(code, year, 'current');
    expect({ basis, counted: coverage.counted, expected: coverage.expected }).toEqual({
      basis: 'current',
      counted: 34,
      expected: 34,
    });
    expect(standings(units)).toEqual(
      means.map(({ successor, total }) => `${successor} ${rankIn(totals, total)} ${total}`).sort(),
    );
  });

  test('and so are the main indices that are held', async () => {
    const { units } = await scorecard(code, year, 'current');
    const id = code === 'dti2024' ? '405.society' : '922.9';
    const held = units.map((unit) => [unit.code, unit.indicators[id]?.value]).sort();
    const means = [...bySuccessor(rows)].map(([successor, parts]) => [
      successor,
      round(sum(parts.map((row) => row.society as string)).div(parts.length), 4),
    ]);
    expect(held).toEqual(means.sort());
  });
});

test('a rank that is shared says by how many: an index of 2022 and everybody who had the same', async () => {
  const rows = of(dti, '2022');
  const values = rows.map((row) => row.society as string);
  const shared = rows.find(
    ({ society }) => values.filter((value) => new Big(value).eq(society as string)).length > 1,
  ) as Row;
  const { items } = await api.get<UnitFigures>(
    `/v1/units/${shared.province}/figures?form=dti922-published&period=2022&basis=as-reported`,
    analyst,
  );
  const { rank, ranked, alike } = items.find(
    ({ indicator }) => indicator === '922.9',
  ) as UnitFigures['items'][number];
  expect([rank, ranked, alike]).toEqual([
    rankIn(values, shared.society as string),
    63,
    values.filter((value) => new Big(value).eq(shared.society as string)).length,
  ]);
});

test('the 34 units of 2024 as they were published: the first five, Gia Lai and the last', async () => {
  const { units } = await scorecard('dti2024', '2024', 'current');
  const named = (rank: number) => units.filter((unit) => unit.rank === rank);
  const said = [1, 2, 3, 4, 5, 31, 34].map((rank) =>
    named(rank).map(({ name, total }) => `${rank} ${name} ${total}`),
  );
  expect(said.slice(0, 5).concat(said.slice(6))).toEqual([
    ['1 Thành phố Hà Nội 0.8241'],
    ['2 Thành phố Huế 0.7951'],
    ['3 Thành phố Hải Phòng 0.7857'],
    ['4 Thành phố Hồ Chí Minh 0.7769'],
    ['5 Tỉnh Thanh Hóa 0.7742'],
    ['34 Tỉnh Cao Bằng 0.5128'],
  ]);
  expect(named(31).map(({ unit }) => unit)).toEqual(['province:52@2025']);
});

test.each(years)(
  'QĐ 766 of %s: the 34 units of today on either basis, as the portal has them',
  async (year) => {
    const rows = of(portal, year);
    const totals = rows.map((row) => row.total as string);
    const expected = rows.map((row) => `${row.unit} ${rankIn(totals, row.total as string)} ${row.total}`);
    for (const basis of ['as-reported', 'current'] as const) {
      const { units, groups, version } = await scorecard('qd766', year, basis);
      expect(standings(units)).toEqual(expected.sort());
      expect([version, groups.map(({ max }) => max)]).toEqual([1, ['18', '20', '22', '18', '22']]);
      const khanhHoa = units.find((unit) => unit.code === '56');
      const row = rows.find((each) => each.unit === '56');
      expect(khanhHoa?.groups).toEqual({
        CKMB: row?.openness,
        TDGQ: row?.settlement,
        DVTT: row?.online,
        MDHL: row?.satisfaction,
        MDSH: row?.digitisation,
      });
    }
  },
);

describe.each(years)('population and GRDP per head of %s', (year) => {
  const rows = of(population, year);
  const merged = bySuccessor(rows);
  /** GRDP in thousand million VND: thousand people times million VND. */
  const product = (parts: readonly Row[]) =>
    sum(parts.map((row) => new Big(row.population as string).times(row.grdpPerHead as string)));
  const people = (parts: readonly Row[]) => sum(parts.map((row) => row.population as string));

  test.each([
    ['population', 'population'],
    ['urban-population', 'urban'],
  ])(
    '%s: the nation is the same on both bases, each of the 34 units the sum of its predecessors',
    async (id, column) => {
      const reported = await indicator(year, id, 'as-reported');
      const current = await indicator(year, id, 'current');
      const nation = sum(rows.map((row) => row[column] as string)).toString();
      expect([reported.national.value, current.national.value]).toEqual([nation, nation]);
      expect(reported.units.map(({ code, value }) => [code, value])).toEqual(
        rows.map((row) => [row.province, new Big(row[column] as string).toString()]).sort(),
      );
      expect(current.units.map(({ code, value }) => [code, value])).toEqual(
        [...merged]
          .map(([code, parts]) => [code, sum(parts.map((row) => row[column] as string)).toString()])
          .sort(),
      );
      const total = sum(current.units.map(({ value }) => value as string)).toString();
      expect([total, current.units.length]).toEqual([nation, 34]);
    },
  );

  test('GRDP per head of a merged unit is its product by its people, and never a mean', async () => {
    const { units, national } = await indicator(year, 'grdp-per-head', 'current');
    const held = new Map(units.map(({ code, value }) => [code, value]));
    const expected = [...merged].map(([code, parts]): [string, string] => [
      code,
      parts.length === 1
        ? new Big(parts[0]?.grdpPerHead as string).toString()
        : round(product(parts).div(people(parts)), 2),
    ]);
    expect([...held].sort()).toEqual(expected.sort());
    expect(national.value).toBe(round(product(rows).div(people(rows)), 2));
    const means = [...merged].map(([code, parts]): [string, string] => [
      code,
      round(sum(parts.map((row) => row.grdpPerHead as string)).div(parts.length), 2),
    ]);
    const ofSeveral = means.filter(([code]) => (merged.get(code)?.length ?? 0) > 1);
    const asMean = ofSeveral.filter(([code, value]) => held.get(code) === value).map(([code]) => code);
    // Of two provinces with nearly as much per head (Tiền Giang and Đồng Tháp in 2023) both come to the same.
    expect([ofSeveral.length, asMean]).toEqual([23, year === '2023' ? ['82'] : []]);
  });
});

test('a year is held against the one before it, province by province', async () => {
  const reporter = await api.signIn({ unit: 'ministry:VPCP', roles: ['reporter'], subject: 'reporter-VPCP' });
  const { last } = await api.get<Context>('/v1/contexts/VPCP/qd766-published/2023', reporter);
  const held = last?.figures.map(({ area, indicator, value }) => `${area} ${indicator} ${value}`);
  expect([last?.period, held?.length]).toEqual(['2022', 34 * 6]);
  const khanhHoa = of(portal, '2022').find((row) => row.unit === '56');
  expect(held).toContain(`province:56@2025 766.total ${khanhHoa?.total}`);
  const first = await api.get<Context>('/v1/contexts/VPCP/qd766-published/2022', reporter);
  expect(first.last).toBeNull();
});

test('nobody owes by a day what was published before this service: nothing is late', async () => {
  const found = await coverage('dti922-published', '2022');
  expect(found.counts).toMatchObject({ late: 0, missing: 0 });
});

test('brought in again, nothing changes', async () => {
  await stack.idle();
  const before = await tableContent(stack);
  await submitAll(api, historyReports(files), () => {});
  await stack.idle();
  expect(await tableContent(stack)).toBe(before);
}, 60_000);

test('a ministry that does not publish a form opens no slot of it', async () => {
  const { units: _units, ...published } = files[0] as (typeof files)[number];
  const file = { ...published, unit: 'ministry:BYT' };
  const reporter = await api.signIn({ unit: file.unit, roles: ['reporter'], subject: 'reporter-BYT' });
  await expect(api.open(reporter, 'not-theirs-to-publish', file)).rejects.toMatchObject({
    status: 422,
    code: 'unit-unknown',
  });
});
