import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { ApiClient, type Person, type SubmissionAnswer } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import type { CarriedView } from '../../shared/query/read-carried.ts';
import type { Change } from '../../shared/query/read-history.ts';
import type { Lineage, ObservationsView } from '../../shared/query/read-lineage.ts';
import type { Series } from '../../shared/query/read-series.ts';
import type { UnitFigures } from '../../shared/query/read-unit-figures.ts';
import { publishedRows } from '../unit/samples/published-data.ts';
import { startService } from './service.ts';

/**
 * Series over a change of the map, a unit's detail, the history of a figure and the world as it stood, over HTTP: the
 * population of the 63 provinces as it was published (test/data/population), and a figure that is corrected later.
 */

let stack: Stack;
let api: ApiClient;
let analyst: Person;

const form = 'population-published';
const ministry = 'ministry:BKHDT';
const files = [
  ['2022', 'Dan so, GRDP binh quan 2022.xls', 'application/vnd.ms-excel'],
  ['2023', 'Niên giám thống kê 2023 - dân số và GRDP.csv', 'text/csv'],
] as const;
/** Before anything was signed, after the first files were, after the correction was. */
const at = { before: '', first: '', second: '' };

const bytesOf = (file: string) =>
  readFileSync(new URL(`../../local/samples/history/${encodeURIComponent(file)}`, import.meta.url));

async function submit(period: string, file: string, contentType: string, body: Uint8Array, why = '') {
  const reporter = await api.signIn({ unit: ministry, roles: ['reporter'], subject: 'bkhdt-reporter' });
  const approver = await api.signIn({ unit: ministry, roles: ['approver'], subject: 'bkhdt-approver' });
  const opened = { unit: ministry, form, period, fileName: file, contentType, body };
  const ticket = await api.open(reporter, `${period}-${body.length}-${why.length}`, opened);
  await api.put(ticket, body);
  await stack.idle();
  const submission = await api.submission(approver, ticket.id);
  const explanations = Object.fromEntries(
    submission.warnings.map((code) => [code, 'Đúng như nguồn công bố.']),
  );
  await api.sign(approver, submission, explanations, why);
  await stack.idle();
  return submission;
}

/** Business time goes on by so many minutes. @returns the instant after */
async function later(minutes: number): Promise<string> {
  const next = new Date(Date.parse(stack.clock.now()) + minutes * 60_000).toISOString();
  await stack.clock.moveTo(next);
  return next;
}

const get = <T>(path: string) => api.get<T>(path, analyst);
/** The code of the problem that a path is refused with. */
async function refusal(path: string): Promise<unknown> {
  const token = await stack.mintToken({ subject: 'analyst', roles: ['analyst'] });
  const answer = await fetch(stack.url + path, { headers: { authorization: `Bearer ${token}` } });
  const { status, code } = (await answer.json()) as { status: number; code: string };
  return [status, code];
}

let corrected: SubmissionAnswer;

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  analyst = await api.signIn({ subject: 'analyst', roles: ['analyst'] });
  at.before = await later(1);
  await later(1);
  for (const [period, file, contentType] of files) await submit(period, file, contentType, bytesOf(file));
  at.first = await later(1);
  await later(1);
  // Hà Nội's figure of 2023 is corrected: 8587.1 thousand people become 8600.5.
  const [, file, contentType] = files[1];
  const text = bytesOf(file).toString('utf8');
  const mended = text.replace('8.587,1', '8.600,5').replace('8587,1', '8600,5').replace('8587.1', '8600.5');
  expect(mended).not.toBe(text);
  corrected = await submit('2023', file, contentType, Buffer.from(mended), 'Số liệu chính thức thay số ước.');
  at.second = await later(1);
}, 120_000);
afterAll(() => stack.stop());

const haNoi = 'province:01@2008';
const [binhDinh, oldGiaLai, giaLai] = ['province:52@2008', 'province:64@2008', 'province:52@2025'];
const slot = `form=${form}&period=2023`;

describe('a series over the years', () => {
  const series = (query: string) => get<Series>(`/v1/series?form=${form}&indicator=population&${query}`);

  test('as reported, each point has the map of its period', async () => {
    const { items, merged } = await series('unit=province:52@2008,province:64@2008');
    expect(
      items.map(({ period, map, coverage, units }) => [period, map, coverage.counted, units.length]),
    ).toEqual([
      ['2022', { day: '2022-12-31', units: 63 }, 63, 2],
      ['2023', { day: '2023-12-31', units: 63 }, 63, 2],
    ]);
    // No unit was formed between the two years.
    expect(merged).toEqual([]);
  });

  test('on today’s map a merged unit has the sum of its predecessors', async () => {
    const { items } = await series(`unit=${giaLai}&basis=current`);
    const published = publishedRows('population/published.csv').filter(({ successor }) => successor === '52');
    const sumOf = (year: string) =>
      published
        .filter((row) => row.year === year)
        .reduce((total, row) => total.plus(row.population as string), new Big(0))
        .toString();
    expect(published).toHaveLength(6);
    expect(items.map(({ map, units }) => [map, units.map(({ value }) => value)])).toEqual(
      ['2022', '2023'].map((year) => [{ day: null, units: 34 }, [sumOf(year)]]),
    );
  });

  test('the nation is the same on both maps', async () => {
    const [before, now] = await Promise.all([series('basis=as-reported'), series('basis=current')]);
    expect(now.items.map(({ national }) => national)).toEqual(before.items.map(({ national }) => national));
  });

  test('from and to bound it, and what is no period, unit, indicator or kind is refused', async () => {
    expect((await series('from=2023&to=2023')).items.map(({ period }) => period)).toEqual(['2023']);
    const path = `/v1/series?form=${form}&indicator=population`;
    expect(await refusal(`${path}&from=2023&to=2023-Q4`)).toEqual([400, 'parameter-malformed']);
    expect(await refusal(`${path}&from=năm`)).toEqual([400, 'parameter-malformed']);
    expect(await refusal(`${path}&from=x1`)).toEqual([422, 'period-unknown']);
    expect(await refusal(`${path}&unit=52`)).toEqual([422, 'unit-unknown']);
    expect(await refusal(`/v1/series?form=${form}&indicator=766.TDGQ`)).toEqual([404, 'not-found']);
    expect(await refusal(`/v1/series?form=${form}`)).toEqual([400, 'parameter-malformed']);
    expect(await refusal(`${path}&scorecard=dti922`)).toEqual([400, 'parameter-malformed']);
  });

  test('what was published is read without a token, what was only reported is not', async () => {
    const status = async (query: string) => (await fetch(`${stack.url}/v1/public/series?${query}`)).status;
    expect(await status(`form=${form}&indicator=population`)).toBe(200);
    expect(await status('scorecard=dti922')).toBe(200);
    expect(await status('form=cds&indicator=2023-01')).toBe(404);
  });
});

describe('a unit’s figures', () => {
  test('stand beside the nation’s and those of the year before', async () => {
    const path = `/v1/units/${giaLai}/figures?${slot}&basis=current`;
    const { items, reported, name } = await get<UnitFigures>(path);
    expect([name, reported]).toEqual(['Tỉnh Gia Lai', true]);
    const population = items.find(({ indicator }) => indicator === 'population');
    expect(population?.predecessors?.map(({ unit }) => unit)).toEqual([binhDinh, oldGiaLai]);
    expect(population?.previous?.period).toBe('2022');
    expect(population?.national.counted).toBe(63);
  });

  test('of a unit that is not on the map are refused', async () => {
    expect(await refusal(`/v1/units/${giaLai}/figures?${slot}`)).toEqual([422, 'unit-unknown']);
    expect(await refusal(`/v1/units/${binhDinh}/figures?${slot}&basis=current`)).toEqual([
      422,
      'unit-unknown',
    ]);
  });
});

describe('figures about a unit for which another publishes', () => {
  test('are observations of that unit, down to the cell', async () => {
    const path = `unit=${haNoi}&${slot}`;
    const observed = await get<ObservationsView>(`/v1/observations?${path}`);
    expect([observed.unit, observed.area]).toEqual([ministry, haNoi]);
    expect(observed.items.find(({ indicator }) => indicator === 'population')?.value).toBe('8600.5');
    const { cells, file } = await get<Lineage>(`/v1/lineage?${path}&indicator=population`);
    expect(file?.name).toBe(files[1][1]);
    expect(cells.length).toBeGreaterThan(0);
  });

  test('are seen by its own people, and by nobody of another', async () => {
    const path = `/v1/observations?unit=${haNoi}&${slot}`;
    const own = await api.signIn({ unit: haNoi, roles: ['reporter'], subject: 'ha-noi' });
    const other = await api.signIn({ unit: 'province:04@2008', roles: ['reporter'], subject: 'cao-bang' });
    expect((await api.get<ObservationsView>(path, own)).items.length).toBeGreaterThan(0);
    await expect(api.get(path, other)).rejects.toThrow(/404/);
  });

  test('are carried to today’s unit', async () => {
    const carried = await get<CarriedView>(`/v1/observations?unit=52&${slot}&basis=current`);
    expect([carried.unit, carried.complete]).toEqual([giaLai, true]);
    expect(carried.items[0]?.predecessors).toHaveLength(2);
  });
});

describe('the history of a figure', () => {
  test('says who told what, when, and why it was changed', async () => {
    const path = `/v1/history?unit=${haNoi}&${slot}&indicator=population`;
    const { items } = await get<{ items: Change[] }>(path);
    expect(items).toMatchObject([
      { version: 1, by: 'bkhdt-approver', old: null, changed: true, why: null, standing: false },
      {
        version: 2,
        submission: corrected.id,
        old: { value: '8587.1' },
        new: { value: '8600.5' },
        changed: true,
        why: 'Số liệu chính thức thay số ước.',
        standing: true,
      },
    ]);
    expect(items.map(({ at: signed }) => signed < at.first)).toEqual([true, false]);
  });

  test('of a figure that was told again as it was says so', async () => {
    const path = `/v1/history?unit=province:04@2008&${slot}&indicator=population`;
    const { items } = await get<{ items: Change[] }>(path);
    expect(items.map(({ changed }) => changed)).toEqual([true, false]);
  });

  test('is nobody else’s, and of nothing else', async () => {
    expect(await refusal(`/v1/history?unit=${haNoi}&${slot}&indicator=766.TDGQ`)).toEqual([404, 'not-found']);
    expect(await refusal(`/v1/history?unit=${haNoi}&form=${form}&period=2024&indicator=population`)).toEqual([
      404,
      'not-found',
    ]);
  });
});

describe('a province reads what a ministry published about it', () => {
  const query = (unit: string) => `unit=${unit}&${slot}&indicator=population`;
  const readBy = async <T>(unit: string, path: string) =>
    api.get<T>(path, await api.signIn({ unit, roles: ['reporter'], subject: `reporter of ${unit}` }));

  test('as a figure with its cell and file, and not how the ministry came to sign it', async () => {
    const full = await get<Lineage>(`/v1/lineage?${query(haNoi)}`);
    expect(full).toMatchObject({
      submission: corrected.id,
      attachments: [],
      confirmed: { by: 'bkhdt-approver', why: 'Số liệu chính thức thay số ước.' },
    });
    const own = await readBy<Lineage>(haNoi, `/v1/lineage?${query(haNoi)}`);
    const { submission: _, attachments: __, nil: ___, confirmed, ...rest } = full;
    expect(own).toEqual({ ...rest, confirmed: { at: confirmed.at } });
    expect(own.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(own.cells).not.toEqual([]);
    const { items } = await readBy<{ items: Change[] }>(haNoi, `/v1/history?${query(haNoi)}`);
    const keys = ['at', 'changed', 'new', 'nil', 'old', 'standing', 'version', 'withdrawn'];
    expect(items.map((item) => Object.keys(item).sort())).toEqual([keys, keys]);
  });

  test('of the unit that it succeeded by a recorded right alone, and of its periods', async () => {
    const decide = async (periods: string[]) => {
      const { token } = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
      const why = 'Tra cứu số liệu trước sáp nhập.';
      const body = JSON.stringify({ allowed: true, why, periods });
      const headers = { authorization: `Bearer ${token}` };
      const path = `${stack.url}/v1/units/${binhDinh}/succession`;
      expect((await fetch(path, { method: 'PUT', headers, body })).status).toBe(200);
    };
    const status = () =>
      readBy<ObservationsView>(giaLai, `/v1/observations?unit=${binhDinh}&${slot}`).then(
        () => 200,
        () => 404,
      );
    expect(await status()).toBe(404);
    await decide(['2022']);
    expect(await status()).toBe(404);
    await decide(['2023']);
    expect(await status()).toBe(200);
  });
});

describe('the world as it stood', () => {
  const population = (query: string) =>
    get<IndicatorRollup>(`/v1/rollups/2023?form=${form}&indicator=population${query}`);
  const haNoiIn = ({ units }: IndicatorRollup) => units.find(({ unit }) => unit === haNoi)?.value ?? null;

  test('figures are those that stood at the instant', async () => {
    const values = await Promise.all(
      ['', `&asOf=${at.second}`, `&asOf=${at.first}`, `&asOf=${at.before}`].map(async (query) =>
        haNoiIn(await population(query)),
      ),
    );
    expect(values).toEqual(['8600.5', '8600.5', '8587.1', null]);
    expect(await population(`&asOf=${at.first}`)).toMatchObject({ asOf: at.first });
    expect(await population(`&asOf=${at.first}`)).not.toHaveProperty('provisional');
  });

  test('an instant may be written with an offset', async () => {
    const local = `${new Date(Date.parse(at.first) + 7 * 3_600_000).toISOString().slice(0, 23)}%2B07:00`;
    expect(haNoiIn(await population(`&asOf=${local}`))).toBe('8587.1');
  });

  test('coverage, observations and lineage go back as well', async () => {
    const path = `form=${form}&asOf=`;
    const counted = async (instant: string) =>
      (await get<CoverageDocument>(`/v1/periods/2023/coverage?${path}${instant}`)).counted;
    expect([await counted(at.before), await counted(at.first)]).toEqual([0, 63]);
    const figure = `unit=${haNoi}&${slot}&asOf=`;
    const { version } = await get<ObservationsView>(`/v1/observations?${figure}${at.first}`);
    expect(version).toBe(1);
    expect(await refusal(`/v1/observations?${figure}${at.before}`)).toEqual([404, 'not-found']);
    const lineage = await get<Lineage>(`/v1/lineage?${figure}${at.first}&indicator=population`);
    expect(lineage.figure?.value).toBe('8587.1');
  });

  test('the future, and what is no instant, are refused', async () => {
    const path = `/v1/rollups/2023?form=${form}&indicator=population&asOf=`;
    expect(await refusal(`${path}2030-01-01T00:00:00Z`)).toEqual([422, 'as-of-in-future']);
    for (const instant of ['2026-02-30T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00', 'now']) {
      expect([instant, await refusal(path + instant)]).toEqual([instant, [400, 'parameter-malformed']]);
    }
  });

  test('is not for the public, who may not read what stood behind it', async () => {
    const answer = await fetch(`${stack.url}/v1/public/scorecards/dti922/2023?asOf=${at.first}`);
    expect(answer.status).toBe(400);
  });
});
