import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Call, Stack } from '../../local/stack.ts';
import type { Round } from '../../shared/aggregation/round.ts';
import { seriesPointsOf } from '../../shared/aggregation/series-point.ts';
import { storedRound } from '../../shared/aggregation/stored-round.ts';
import { rollupTable } from '../../shared/aws/rollup-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { catalog as builtIn, type Catalog } from '../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../shared/catalog/period.ts';
import { expectedUnits } from '../../shared/catalog/reporters.ts';
import type { Form, Indicator } from '../../shared/catalog/schema.ts';
import type { Figure } from '../../shared/observations/page.ts';
import { readRanking } from '../../shared/query/read-ranking.ts';
import { readCoverage, readIndicator, readScorecard } from '../../shared/query/read-rollup.ts';
import { readSeries } from '../../shared/query/read-series.ts';
import { readUnitFigures } from '../../shared/query/read-unit-figures.ts';
import { counts, groups } from '../data/qd766/figures.ts';
import { startService } from './service.ts';

/**
 * What each question of a dashboard costs: calls of DynamoDB, and read units by the documented formula ("DynamoDB
 * item sizes and formats", "Capacity unit consumption": half a unit for each 4 KB or part of it, of an item, or of
 * all the items of a query together, when the read may be a moment old).
 */

let stack: Stack;
let client: DynamoDBClient;
const made: Call[] = [];
/** The read units of every call that was made with `client`. */
const spent: number[] = [];

type Item = Record<string, AttributeValue>;
const bytes = (text: string) => Buffer.byteLength(text);
function sizeOf(item: Item): number {
  return Object.entries(item).reduce((total, [name, value]) => {
    if (value.S !== undefined) return total + bytes(name) + bytes(value.S);
    if (value.B !== undefined) return total + bytes(name) + value.B.length;
    if (value.N !== undefined) return total + bytes(name) + Math.ceil(value.N.length / 2) + 1;
    throw new Error(`an attribute of another type: ${name}`);
  }, 0);
}
const unitsFor = (size: number) => Math.max(1, Math.ceil(size / 4096)) / 2;

type Output = { Item?: Item; Items?: Item[]; Responses?: Record<string, Item[]> };
function readUnits({ Item: one, Items: queried, Responses: batch }: Output): number {
  if (queried) return unitsFor(queried.reduce((total, item) => total + sizeOf(item), 0));
  if (batch)
    return Object.values(batch)
      .flat()
      .reduce((total, item) => total + unitsFor(sizeOf(item)), 0);
  return unitsFor(one ? sizeOf(one) : 0);
}

beforeAll(async () => {
  stack = await startService({ onCall: (call) => void made.push(call) });
  const { region, endpoints } = stack.aws;
  client = new DynamoDBClient({ region, credentials: stack.aws, endpoint: endpoints.dynamodb });
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next(args);
        if (/Get|Query/.test(commandName)) spent.push(readUnits(answer.output as Output));
        return answer;
      },
    { step: 'initialize' },
  );
}, 60_000);
afterAll(() => {
  client.destroy();
  return stack.stop();
});

const store = () => {
  const name = stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string;
  return rollupTable(new Table(client, name));
};

const seen = { publication: 0, progress: 1 };
async function keep(round: Round): Promise<void> {
  const rollups = store();
  await rollups.putRound(storedRound(round), seen);
  await Promise.all(seriesPointsOf(round).map(({ point, ...at }) => rollups.putPoint(at, point, seen)));
}

/** What a question costs: how many calls, and how many read units. */
async function costOf(ask: () => Promise<unknown>): Promise<{ calls: number; units: number }> {
  spent.length = 0;
  await ask();
  return { calls: spent.length, units: spent.reduce((total, units) => total + units, 0) };
}

const qd766 = builtIn.forms.get('qd766') as Form;
const quarters = Array.from(
  { length: 20 },
  (_, step) => `${2026 + Math.floor((step + 2) / 4)}-Q${((step + 2) % 4) + 1}`,
);
const last = quarters.at(-1) as string;
const at = '2031-07-01T02:00:00.000Z';
const bare = { approximate: false, note: null };

/** The published counts of the 34 units (test/data/qd766). */
function publishedFigures(code: string): Figure[] {
  const given = counts
    .filter(({ unit }) => unit === code)
    .map(({ indicator, a, b }): Figure => {
      const isGiven = a !== '' && b !== '';
      return {
        ...bare,
        indicator: indicator as string,
        value: null,
        numerator: isGiven ? (a as string) : null,
        denominator: isGiven ? (b as string) : null,
        status: !isGiven ? 'missing' : b === '0' ? 'no-denominator' : 'reported',
      };
    });
  const ofUnit = groups.find(({ unit }) => unit === code);
  const scores = ['ONLINE', 'TTTT'].map(
    (name): Figure => ({
      ...bare,
      indicator: `766.${name}`,
      value: ofUnit?.[name] as string,
      numerator: null,
      denominator: null,
      status: 'reported',
    }),
  );
  return [...given, ...scores];
}

function roundOf(catalog: Catalog, form: Form, code: string, figuresOf: (code: string) => Figure[]): Round {
  const period = periodOf(code) as Period;
  const entries = expectedUnits(catalog, form, period).map((unit) => ({
    unit,
    standing: { version: 1, state: 'on-time' as const },
    figures: figuresOf(unit.code),
    extendedTo: null,
  }));
  return { form, period, entries, catalog };
}

/** A form of a hundred indicators: the published ones over and over, each with other digits, made by a fixed rule. */
function hundred(): { catalog: Catalog; form: Form; figuresOf: (code: string) => Figure[] } {
  const ids = Array.from({ length: 100 }, (_, at) => `S.${at}`);
  const real = builtIn.indicators.get('766.TDGQ') as Indicator;
  const form = { ...qd766, indicators: ids.map((indicator) => ({ indicator, group: 'TDGQ' })) };
  const scorecard = {
    ...(builtIn.scorecards.get('qd766') as NonNullable<ReturnType<typeof builtIn.scorecards.get>>),
    groups: [
      {
        rule: 'sum-of-rounded' as const,
        code: 'ALL',
        names: form.names,
        max: '100',
        metrics: ids.map((indicator) => ({
          rule: 'target-capped' as const,
          indicator,
          max: '1',
          target: '100',
        })),
      },
    ],
  };
  const catalog: Catalog = {
    ...builtIn,
    indicators: new Map(ids.map((id) => [id, { ...real, id }])),
    forms: new Map([[form.code, form]]),
    everyForm: [form],
    scorecards: new Map([[scorecard.code, scorecard]]),
    everyScorecard: [scorecard],
  };
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return 500 + (state % 1000);
  };
  const figuresOf = (code: string) => {
    const ratios = publishedFigures(code).filter(({ denominator }) => denominator !== null);
    return ids.map((indicator, at): Figure => {
      const figure = ratios[at % ratios.length] as Figure;
      const denominator = (BigInt(figure.denominator as string) * BigInt(next())) / 1000n;
      const share = BigInt(figure.numerator as string);
      const whole = BigInt(figure.denominator as string);
      const numerator = whole === 0n ? 0n : (denominator * share * BigInt(next())) / whole / 1500n;
      return { ...figure, indicator, numerator: String(numerator), denominator: String(denominator) };
    });
  };
  return { catalog, form, figuresOf };
}

describe.each([
  [
    '34 units, 21 indicators as they were published',
    () => ({ catalog: builtIn, form: qd766, figuresOf: publishedFigures }),
    '766.TDGQ',
  ],
  ['34 units, 100 indicators', hundred, 'S.7'],
] as const)('%s', (_name, made, indicator) => {
  const { catalog, form, figuresOf } = made();
  const parts = () => ({ catalog, rollups: store() });
  const of = { form: form.code, period: last, basis: 'as-reported', asOf: null, at } as const;

  beforeAll(async () => {
    for (const quarter of quarters) await keep(roundOf(catalog, form, quarter, figuresOf));
  }, 60_000);

  test.each<[string, number, () => Promise<unknown>]>([
    ['a ranking', 1, () => readRanking({ scorecard: 'qd766', period: last, basis: 'current', at }, parts())],
    ['a scorecard with all its indicators', 2, () => readScorecard({ ...of, scorecard: 'qd766' }, parts())],
    [
      'a series of all units over twenty quarters',
      1,
      () => readSeries({ ...series, subject: { form: form.code, indicator } }, parts()),
    ],
    [
      'a series of a scorecard’s totals over twenty quarters',
      1,
      () => readSeries({ ...series, subject: { scorecard: 'qd766' } }, parts()),
    ],
    ['a province’s detail with the quarter before', 5, () => readUnitFigures({ ...of, unit: '82' }, parts())],
    ['an indicator on the map', 2, () => readIndicator({ ...of, indicator }, parts())],
    ['who has reported', 2, () => readCoverage(of, parts())],
  ])('%s: one call, at most %d read units', async (_question, most, ask) => {
    const { calls, units } = await costOf(ask);
    expect(calls).toBe(1);
    expect(units).toBeLessThanOrEqual(most);
    expect(units).toBeGreaterThan(0);
  });

  const series = {
    units: null,
    from: quarters[0] as string,
    to: last,
    basis: 'as-reported',
    by: 'period',
    at,
  } as const;

  test('the series has its twenty points with 34 units each', async () => {
    const { items } = await readSeries({ ...series, subject: { scorecard: 'qd766' } }, parts());
    expect(items.map(({ period, units }) => [period, units.length])).toEqual(
      quarters.map((quarter) => [quarter, 34]),
    );
  });
});

describe('over HTTP', () => {
  beforeAll(async () => {
    for (const quarter of quarters) await keep(roundOf(builtIn, qd766, quarter, publishedFigures));
  }, 60_000);

  test.each([
    '/v1/public/scorecards/qd766/2031-Q2/ranking',
    '/v1/public/scorecards/qd766/2031-Q2',
    '/v1/public/scorecards/qd766/2031-Q2?basis=current',
    '/v1/public/series?scorecard=qd766',
    '/v1/public/periods/2031-Q2/coverage?form=qd766',
    '/v1/rollups/2031-Q2?form=qd766&indicator=766.TDGQ',
    '/v1/public/rollups/2031-Q2?form=qd766&indicator=766.TDGQ&basis=current',
    '/v1/public/series?form=qd766&indicator=766.TDGQ&unit=province:82@2025',
    '/v1/series?form=qd766&indicator=766.TDGQ&unit=province:82@2025,province:52@2025&from=2027-Q1&to=2028-Q4',
    '/v1/units/82/figures?form=qd766&period=2031-Q2&basis=current',
  ])('%s is one call of DynamoDB once the catalogue is known', async (path) => {
    const token = await stack.mintToken({ subject: 'analyst', roles: ['analyst'] });
    const ask = () => fetch(stack.url + path, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    made.length = 0;
    expect((await ask()).status).toBe(200);
    expect(made.map(({ action }) => action)).toHaveLength(1);
  });

  // Who answers anybody may get single items only: a call for each period, side by side.
  test.each([
    ['units/82/figures?form=qd766&period=2031-Q2&basis=current', 2],
    ['progress?form=qd766&period=2031-Q2&indicator=766.TDGQ', 5],
  ])('public %s is what is answered with a token, in %d reads of one item each', async (path, periods) => {
    const token = await stack.mintToken({ subject: 'analyst', roles: ['analyst'] });
    const withToken = await fetch(`${stack.url}/v1/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await fetch(`${stack.url}/v1/public/${path}`);
    made.length = 0;
    const open = await fetch(`${stack.url}/v1/public/${path}`);
    expect(made.map(({ action }) => action)).toEqual(Array(periods).fill('dynamodb:GetItem'));
    expect([open.status, await open.json()]).toEqual([200, await withToken.json()]);
  });

  test('figures that were only reported, and are in no public scorecard, are not public', async () => {
    const status = async (path: string) => (await fetch(`${stack.url}/v1/public/${path}`)).status;
    expect([
      await status('rollups/2026-Q3?form=cds&indicator=749-02'),
      await status('progress?form=cds&period=2026-Q3&indicator=749-02'),
      await status('units/82/figures?form=cds&period=2026-Q3'),
      await status('series?form=cds&indicator=749-02'),
    ]).toEqual([404, 404, 404, 404]);
  });
});
