import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import dynalite from 'dynalite';
import { aggregatePeriod, type RollupStore } from '../../shared/aggregation/aggregate-period.ts';
import { rollupTable } from '../../shared/aws/rollup-table.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { pagesOf } from '../../shared/observations/page.ts';
import { readProgress } from '../../shared/query/read-progress.ts';
import { readRanking } from '../../shared/query/read-ranking.ts';
import { readCoverage, readScorecard } from '../../shared/query/read-rollup.ts';
import { readSeries } from '../../shared/query/read-series.ts';
import { readUnitFigures } from '../../shared/query/read-unit-figures.ts';
import { emptySlot, type SlotKey } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { figure, form, catalog as trial } from '../unit/aggregation/rounds.ts';

/** Which of two aggregations outlives the other, in the table itself. */

const [haNoi, hue, sonLa] = ['province:01@2008', 'province:46@2008', 'province:14@2008'] as const;
const period = '2024';
const name = { form: form.code, period };
const server = dynalite({ createTableMs: 0 });
let client: DynamoDBClient;
let tables = 0;
let submissions: SubmissionStore;
let rollups: RollupStore;

/** The catalogue of the trial, of another version and in which only these units report. */
function catalogNamed(version: string, reporters?: string[]): Catalog {
  const asked = reporters ? { ...form, reporters } : form;
  return { ...trial, version, forms: new Map([[form.code, asked]]), everyForm: [asked] };
}

beforeAll(async () => {
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'trial', secretAccessKey: 'trial' };
  client = new DynamoDBClient({ region: 'local', endpoint, credentials });
});
afterAll(() => {
  client.destroy();
  return new Promise((closed) => void server.close(closed));
});
beforeEach(async () => {
  tables += 1;
  const TableName = `rounds-${tables}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
  const table = new Table(client, TableName);
  submissions = submissionTable(table);
  rollups = rollupTable(table);
});

/** One more version of a unit's report stands, with nothing in it but one score. */
async function sign(unit: string, revision = 1, value = '0.5'): Promise<void> {
  const key: SlotKey = { unit, ...name };
  const submission = unit.replace(/\D/g, '').padEnd(31, '0') + revision;
  const { indicator: _, ...told } = figure('index', value);
  const observation = {
    ...told,
    indicator: 'index',
    unit,
    area: unit,
    period,
    at: { sheet: null, cell: 'A1' },
  };
  const pages = await submissions.putPages(submission, pagesOf([observation], form));
  const at = '2025-01-10T02:00:00.000Z';
  const facts = { receivedAt: at, signedAt: at, signedBy: 'x', explanations: {}, sha256: '' };
  const standing = {
    version: revision,
    submission,
    pages,
    ...facts,
    why: null,
    nil: false,
    onBehalfOf: null,
  };
  await submissions.moveSlot({ ...emptySlot(key), revision, standing });
}

const aggregate = (catalog: Catalog, publication: number, slots = submissions) =>
  aggregatePeriod(name, { catalog, publication, submissions: slots, rollups });

/** The round and a point that stand: under which catalogue, of how many units, who reported. */
async function standing() {
  const [round] = await rollups.rounds([name]);
  const of = { subject: { ...name, indicator: 'index' }, kind: 'year' } as const;
  const [point] = await rollups.points(of, { from: period, to: period });
  const reported = round?.standing.filter((each) => each !== null).length;
  expect(point?.catalog).toBe(round?.catalog);
  expect(point?.['as-reported'].units).toEqual(round?.units);
  return { catalog: round?.catalog, units: round?.units.length, reported };
}

/** Slots that are read, and before their pages are, something else happens. */
const thenFirst = (other: () => Promise<unknown>): SubmissionStore => ({
  ...submissions,
  async pagesToSum(wanted, summable) {
    await other();
    return submissions.pagesToSum(wanted, summable);
  },
});

test('a publication under which fewer units are expected takes the place of what saw more changes', async () => {
  for (const unit of [haNoi, hue, sonLa]) await sign(unit);
  expect(await aggregate(catalogNamed('2026.1'), 0)).toBe('written');
  // The map of 2024 had 63 units.
  expect(await standing()).toEqual({ catalog: '2026.1', units: 63, reported: 3 });

  const fewer = catalogNamed('2099.1', [haNoi]);
  expect(await aggregate(fewer, 1)).toBe('written');
  expect(await standing()).toEqual({ catalog: '2099.1', units: 1, reported: 1 });
});

test('an aggregation that began under the catalogue before does not overwrite, however much it saw', async () => {
  for (const unit of [haNoi, hue, sonLa]) await sign(unit);
  const publishedMeanwhile = () => aggregate(catalogNamed('2099.1', [haNoi, hue]), 1);
  const slow = aggregate(catalogNamed('2026.1'), 0, thenFirst(publishedMeanwhile));
  expect(await slow).toBe('older-than-what-stands');
  expect(await standing()).toEqual({ catalog: '2099.1', units: 2, reported: 2 });
});

test('nor where both saw the same changes', async () => {
  await sign(haNoi);
  const publishedMeanwhile = () => aggregate(catalogNamed('2099.1'), 1);
  const slow = aggregate(catalogNamed('2026.1'), 0, thenFirst(publishedMeanwhile));
  expect(await slow).toBe('older-than-what-stands');
  expect(await standing()).toEqual({ catalog: '2099.1', units: 63, reported: 1 });
});

test('under one catalogue, the reading that saw more outlives the slower one', async () => {
  const catalog = catalogNamed('2099.1');
  await sign(haNoi);
  const signedMeanwhile = async () => {
    await sign(hue);
    expect(await aggregate(catalog, 1)).toBe('written');
  };
  expect(await aggregate(catalog, 1, thenFirst(signedMeanwhile))).toBe('older-than-what-stands');
  expect(await standing()).toEqual({ catalog: '2099.1', units: 63, reported: 2 });
  // Asked again, the same is written again.
  expect(await aggregate(catalog, 1)).toBe('written');
});

const asked = '2026-11-01T00:00:00.000Z';

test('a reader of a newer catalogue is told under which the totals were computed', async () => {
  await sign(haNoi);
  await aggregate(catalogNamed('2026.1'), 0);
  const raised = trial.everyScorecard.map((each) => ({ ...each, version: 2 }));
  const scorecards = new Map(raised.map((each) => [each.code, each]));
  const catalog = { ...catalogNamed('2099.1'), scorecards, everyScorecard: raised };
  const told = (scorecard: string) =>
    readRanking({ scorecard, period, basis: 'as-reported', at: asked }, { catalog, rollups });
  expect(await told('mean')).toMatchObject({ catalog: '2026.1', version: 1 });
  const all = { units: null, from: null, to: null, basis: 'as-reported', by: 'period', at: asked } as const;
  const series = await readSeries({ ...all, subject: { scorecard: 'mean' } }, { catalog, rollups });
  expect(series).toMatchObject({ catalog: '2099.1', items: [{ catalog: '2026.1', version: 1 }] });

  await aggregate(catalog, 1);
  expect(await told('mean')).toMatchObject({ catalog: '2099.1', version: 2 });
});

describe('where no round is kept', () => {
  const of = { ...name, basis: 'as-reported', asOf: null, at: '2025-02-01T00:00:00.000Z' } as const;

  test('who may read what was signed is told what stands; the public, that nobody has reported', async () => {
    for (const unit of [haNoi, hue]) await sign(unit);
    const catalog = catalogNamed('2026.1');
    for (const [counted, parts] of [
      [2, { catalog, rollups, submissions }],
      [0, { catalog, rollups }],
    ] as const) {
      expect((await readCoverage(of, parts)).counted).toBe(counted);
      const card = { ...of, scorecard: 'mean' };
      expect((await readScorecard(card, parts)).units).toHaveLength(counted);
      expect((await readRanking(card, parts)).units).toHaveLength(counted);
      const { reported } = await readUnitFigures({ ...of, unit: haNoi }, parts);
      expect(reported).toBe(counted > 0);
      const progress = await readProgress({ ...of, indicator: 'index' }, parts);
      expect(progress.units).toHaveLength(counted);
    }
  });

  test('one that is kept is not gathered again', async () => {
    await sign(haNoi);
    const catalog = catalogNamed('2026.1');
    await aggregate(catalog, 0);
    const slots = () => Promise.reject(new Error('the slots were read'));
    const parts = { catalog, rollups, submissions: { ...submissions, slots } };
    expect((await readScorecard({ ...of, scorecard: 'mean' }, parts)).units).toHaveLength(1);
  });
});

test('the catalogue that another deployment brings takes the place of the one before', async () => {
  for (const unit of [haNoi, hue]) await sign(unit);
  expect(await aggregate(catalogNamed('2026.1'), 0)).toBe('written');
  expect(await aggregate(catalogNamed('2026.2', [haNoi]), 0)).toBe('written');
  expect(await standing()).toEqual({ catalog: '2026.2', units: 1, reported: 1 });
});
