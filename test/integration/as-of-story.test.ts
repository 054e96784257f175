import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import type { Change } from '../../shared/query/read-history.ts';
import type { ObservationsView } from '../../shared/query/read-lineage.ts';
import { cdsFile } from './cds-file.ts';
import { People } from './people.ts';
import { startService } from './service.ts';

/**
 * A slot that is signed, signed anew, taken back and extended, each at an instant of its own: asked as of the
 * millisecond before, and as of the instant itself, in which it had happened.
 */

const unit = 'province:52@2025';
const slot = { unit, form: 'cds', period: '2026-Q3' };
const indicator = '749-02';
const until = '2026-10-30';
const analyst = ['analyst', null] as const;

let stack: Stack;
let people: People;
/** When it happened, ISO 8601, UTC. */
const at = { first: '', second: '', withdrawn: '', extended: '' };

async function later(): Promise<void> {
  await stack.clock.moveTo(new Date(Date.parse(stack.clock.now()) + 60_000).toISOString());
}

beforeAll(async () => {
  stack = await startService();
  people = new People(stack);
  let last = '';
  for (const numerator of ['200', '300']) {
    const file = cdsFile(
      { name: 'Tỉnh Gia Lai', quarter: 'III/2026' },
      { [indicator]: [numerator, '1000', ''] },
    );
    const { id } = await people.submit(unit, slot, file);
    expect((await people.sign(unit, id, 'Số liệu chính thức thay số ước.')).status).toBe(200);
    last = id;
    await later();
  }
  const why = 'Lấy nhầm số liệu của tháng trước.';
  const path = `POST /v1/submissions/${last}/withdraw`;
  expect((await people.call(['approver', unit], path, { why })).status).toBe(200);
  await later();
  const extension = `POST /v1/slots/${unit}/${slot.form}/${slot.period}/extension`;
  const granted = await people.call<{ at: string }>(['secretariat', null], extension, { until, why });
  expect(granted.status).toBe(201);
  await later();
  const history = `GET /v1/history?${new URLSearchParams({ ...slot, indicator })}`;
  const { body } = await people.call<{ items: Change[] }>(analyst, history);
  const [first, second] = body.items;
  at.first = first?.at ?? '';
  at.second = second?.at ?? '';
  at.withdrawn = second?.withdrawn?.at ?? '';
  at.extended = granted.body.at;
}, 120_000);
afterAll(() => stack.stop());

/** What is told of the unit as of an instant: its figure, in the round and by itself, its version and its extension. */
async function toldAt(instant: string) {
  const asOf = `asOf=${instant}`;
  const get = <T>(path: string) => people.call<T>(analyst, `GET ${path}&${asOf}`);
  const [rollup, coverage, own] = await Promise.all([
    get<IndicatorRollup>(`/v1/rollups/${slot.period}?form=${slot.form}&indicator=${indicator}`),
    get<CoverageDocument>(`/v1/periods/${slot.period}/coverage?form=${slot.form}`),
    people.call<ObservationsView>(
      ['reporter', unit],
      `GET /v1/observations?${new URLSearchParams(slot)}&${asOf}`,
    ),
  ]);
  const covered = coverage.body.units.find((each) => each.unit === unit);
  const figure = own.status === 200 ? own.body.items.find((each) => each.indicator === indicator) : undefined;
  return {
    value: rollup.body.units.find((each) => each.unit === unit)?.value ?? null,
    numerator: figure?.numerator ?? null,
    version: covered?.version,
    extendedTo: covered?.extendedTo,
  };
}

const msBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
const nothing = { value: null, numerator: null, version: null, extendedTo: null };
const first = { value: '20', numerator: '200', version: 1, extendedTo: null };
const second = { value: '30', numerator: '300', version: 2, extendedTo: null };

test.each([
  ['first', nothing, first],
  ['second', first, second],
  ['withdrawn', second, nothing],
  ['extended', nothing, { ...nothing, extendedTo: until }],
] as const)('%s: not a millisecond before it, and at its instant', async (event, before, after) => {
  expect(await toldAt(msBefore(at[event]))).toEqual(before);
  expect(await toldAt(at[event])).toEqual(after);
});

test('what does not go back refuses the question, and answers nothing of today', async () => {
  const asked = `asOf=${at.second}`;
  const { form, period } = slot;
  for (const path of [
    `/v1/series?form=${form}&indicator=${indicator}`,
    `/v1/scorecards/qd766/${period}/ranking?basis=current`,
    `/v1/units/${unit}/figures?form=${form}&period=${period}`,
    `/v1/progress?form=${form}&period=${period}&indicator=${indicator}`,
    `/v1/history?${new URLSearchParams({ ...slot, indicator })}`,
  ]) {
    expect([path, (await people.call(analyst, `GET ${path}`)).status]).toEqual([path, 200]);
    const refused = await people.call(analyst, `GET ${path}&${asked}`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'parameter-malformed' } });
  }
});

test('on today’s map the centre alone goes back, since a unit of today is made of others’ rounds', async () => {
  const path = `GET /v1/observations?${new URLSearchParams(slot)}&basis=current&asOf=${at.second}`;
  expect(await people.call(analyst, path)).toMatchObject({ status: 200 });
  expect(await people.call(['reporter', unit], path)).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  });
});
