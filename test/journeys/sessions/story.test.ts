import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiClient, type Person } from '../../../local/job/api-client.ts';
import { type Submitted, submitAll } from '../../../local/job/submit-all.ts';
import type { Stack } from '../../../local/stack.ts';
import type { IndicatorRollup } from '../../../shared/aggregation/roll-up.ts';
import type { Snapshot } from '../../../shared/briefing/snapshot.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { unitsOn } from '../../../shared/catalog/unit.ts';
import type { TasksDocument } from '../../../shared/tasks/task.ts';
import { startService } from '../../integration/service.ts';
import { published, rowsOfFirstHalf, rowsOfFirstQuarter, rowsOfTheNation } from './constructed.ts';
import { reportOf } from './files.ts';
import { publishForms } from './publish-forms.ts';
import { saidOf, tasksFor } from './tasks.ts';

/**
 * The second and the third session of the National Committee, 27 April and 8 August 2022, told again by moving the
 * clock: what was published of them must come out. What was not published (forms, inputs of units, texts of tasks) is
 * constructed (see the files beside this one).
 */

const lastDay = '2022-03-14';
const provinces = unitsOn(catalog, 'province', lastDay);
const ministries = unitsOn(catalog, 'ministry', lastDay);

let stack: Stack;
let api: ApiClient;
let secretariat: Person;
const snapshots = new Map<string, Snapshot>();
/** The list of the fourth session before anybody reported for it. */
let opening: TasksDocument;

beforeAll(async () => {
  stack = await startService({ now: '2022-03-16T02:00:00.000Z' });
  api = new ApiClient(stack.url);
  secretariat = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
  await publishForms(stack, api, secretariat);
  await secondSession();
  await thirdSession();
  await fourthSession();
}, 400_000);
afterAll(() => stack.stop());

async function secondSession(): Promise<void> {
  await plan(2, '2022-04-27', ['phien2-tinh', 'phien2-bo'], '2022-Q1');
  await send([
    ...provinces.map((unit, at) =>
      reportOf(
        unit,
        { form: 'phien2-tinh', period: '2022-Q1' },
        rowsOfFirstQuarter(unit, at, provinces.length),
      ),
    ),
    ...ministries.map((unit, at) =>
      reportOf(
        unit,
        { form: 'phien2-bo', period: '2022-Q1' },
        rowsOfFirstQuarter(unit, at, ministries.length),
      ),
    ),
  ]);
  await freeze('ubqg-02', '2022-04-27T05:00:00.000Z');
  await api.post('/v1/meetings/ubqg-02/tasks', secretariat, { tasks: tasksFor({ provinces, ministries }) });
}

async function thirdSession(): Promise<void> {
  await plan(3, '2022-08-08', ['phien3-tinh', 'phien3-bo', 'phien3-quoc-gia'], '2022-H1');
  await stack.clock.moveTo('2022-06-20T02:00:00.000Z');
  const { tasks } = await tasksOf('ubqg-03');
  const saidBy = (unit: string) => tasks.filter(({ lead }) => lead === unit).map(saidOf);
  await send([
    ...provinces.map((unit, at) =>
      reportOf(
        unit,
        { form: 'phien3-tinh', period: '2022-H1' },
        rowsOfFirstHalf(unit, at, provinces.length),
        saidBy(unit.id),
      ),
    ),
    ...ministries.map((unit, at) =>
      reportOf(
        unit,
        { form: 'phien3-bo', period: '2022-H1' },
        rowsOfFirstHalf(unit, at, ministries.length),
        saidBy(unit.id),
      ),
    ),
    ...ministries
      .filter(({ code }) => code === 'BTTTT')
      .map((unit) => reportOf(unit, { form: 'phien3-quoc-gia', period: '2022-H1' }, rowsOfTheNation())),
  ]);
  await freeze('ubqg-03', '2022-08-08T05:00:00.000Z');
}

/** The third assigns one task more; nobody reports before the fourth, four and a half months later. */
async function fourthSession(): Promise<void> {
  const [task] = tasksFor({ provinces, ministries });
  await api.post('/v1/meetings/ubqg-03/tasks', secretariat, {
    tasks: [{ ...task, text: 'Nhiệm vụ dựng cho kiểm thử, giao tại phiên thứ ba', deadline: '2022-11-30' }],
  });
  await plan(4, '2022-12-25', ['phien4-tinh'], '2022');
  opening = await tasksOf('ubqg-04');
  await freeze('ubqg-04', '2022-12-25T05:00:00.000Z');
}

/** A meeting of the story: its figures are fixed at five on the afternoon before. */
async function plan(number: number, date: string, forms: string[], period: string): Promise<void> {
  const dayBefore = `${date.slice(0, 8)}${String(Number(date.slice(8)) - 1).padStart(2, '0')}`;
  await api.post('/v1/meetings', secretariat, {
    body: 'UBQG',
    number,
    date,
    theme: { vi: `Phiên họp lần thứ ${number} (dựng lại)`, en: `Session ${number}, told again` },
    asks: forms.map((form) => ({ form, period })),
    moments: { cutOff: `${dayBefore}T17:00:00` },
    constructed: true,
  });
}

async function send(reports: readonly Promise<Submitted>[]): Promise<void> {
  await submitAll(
    api,
    (await Promise.all(reports)).map((report) => [report]),
    () => {},
  );
  await stack.idle();
}

async function freeze(id: string, until: string): Promise<void> {
  await stack.clock.moveTo(until);
  await stack.idle();
  snapshots.set(id, await api.get<Snapshot>(`/v1/meetings/${id}/snapshot`, secretariat));
}

function tasksOf(id: string): Promise<TasksDocument> {
  return api.get<TasksDocument>(`/v1/meetings/${id}/tasks`, secretariat);
}

function document<T>(meeting: string, kind: string, code: string): T {
  const found = snapshots
    .get(meeting)
    ?.contents.find(({ name }) => name.kind === kind && name.code === code && name.basis === undefined);
  if (!found) throw new Error(`${meeting}: no ${kind} ${code}`);
  return found.document as T;
}

const nation = (meeting: string, form: string, indicator: string) =>
  document<IndicatorRollup>(meeting, 'indicator', `${form}/${indicator}`).national;

describe('the second session', () => {
  test.each([
    ['phien2-tinh', 63],
    ['phien2-bo', 22],
  ])('%s: %i of as many on the map of 2022 reported, all on time', (form, units) => {
    expect(document('ubqg-02', 'coverage', form)).toMatchObject({
      expected: units,
      counted: units,
      counts: { onTime: units, late: 0, missing: 0 },
    });
  });

  test.each([
    ['provinces', 'phien2-tinh'],
    ['ministries', 'phien2-bo'],
  ] as const)('boards and five-year plans of %s', (who, form) => {
    const shares = { 'S2-BOARD': published.second.boards[who], 'S2-PLAN': published.second.plans[who] };
    for (const [indicator, [have, of]] of Object.entries(shares)) {
      expect(nation('ubqg-02', form, indicator)).toMatchObject({
        numerator: String(have),
        denominator: String(of),
      });
    }
  });

  test.each([
    ['411-03', published.second.smartphone],
    ['411-06', published.second.fibre],
    ['S2-COMMUNES', published.second.communesOnDedicatedNetwork],
    ['S2-INVOICES', published.second.electronicInvoices],
    ['S2-FIRMS', published.second.digitalFirms],
  ])('%s of the nation is %s', (indicator, value) => {
    expect(nation('ubqg-02', 'phien2-tinh', indicator).value).toBe(value);
  });
});

describe('the third session', () => {
  test.each([
    ['phien3-tinh', '411-03', published.third.smartphone],
    ['phien3-tinh', '411-06', published.third.fibre],
    ['phien3-tinh', 'S3-SERVICES', published.third.servicesWithDossiers],
    ['phien3-tinh', 'S3-DOSSIERS', published.third.dossiersOnline],
    ['phien3-quoc-gia', 'H1-2022-01', published.third.firmsWithElectronicInvoices],
    ['phien3-quoc-gia', 'H1-2022-02', published.third.ecommerceShare],
    ['phien3-quoc-gia', 'H1-2022-03', published.third.paymentAccounts],
    ['phien3-quoc-gia', 'H1-2022-08', published.third.fixedBroadband],
    ['phien3-quoc-gia', 'H1-2022-09', published.third.mobileBroadband],
  ])('%s: %s of the nation is %s', (form, indicator, value) => {
    expect(nation('ubqg-03', form, indicator).value).toBe(value);
  });

  test('its list opens with the 27 tasks of the second: 15 are done, 12 go on, each with its cause', () => {
    const frozen = document<TasksDocument>('ubqg-03', 'tasks', 'ubqg-03');
    expect(frozen).toMatchObject({ carried: 0, assigned: 27, done: 15, continuing: 12, notReported: 0 });
    const going = frozen.tasks.filter(({ state }) => state === 'continuing');
    expect(going.map(({ cause }) => cause)).not.toContain(null);
    expect(frozen.carried + frozen.assigned).toBe(frozen.done + frozen.continuing);
  });

  test('its snapshot names that of the second', async () => {
    const second = await api.get<{ snapshot: { hash: string } }>('/v1/meetings/ubqg-02', secretariat);
    expect(snapshots.get('ubqg-03')?.manifest.previous).toBe(second.snapshot.hash);
  });
});

describe('the fourth session', () => {
  const twelve = [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27];

  test('a quarter later the 12 open the list, before what the third session assigned', () => {
    expect(opening).toMatchObject({ carried: 12, assigned: 1 });
    expect(opening.tasks.map(({ id }) => id)).toEqual([
      ...twelve.map((number) => `ubqg-02/${number}`),
      'ubqg-03/1',
    ]);
  });

  test('what nobody reported on goes on, and is told so', () => {
    expect(document('ubqg-04', 'tasks', 'ubqg-04')).toMatchObject({
      carried: 12,
      assigned: 1,
      done: 0,
      continuing: 13,
      notReported: 13,
    });
  });
});

test('the briefing of the third session tells its tasks and the causes', async () => {
  const answer = await fetch(`${stack.url}/v1/meetings/ubqg-03/briefing.html`, {
    headers: { authorization: `Bearer ${secretariat.token}` },
  });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  const causes = page.match(/Nguyên nhân dựng cho kiểm thử của nhiệm vụ số \d+/g) ?? [];
  expect(new Set(causes).size).toBe(12);
  expect(page).toContain('70,91');
});

test('every unit of the story is of the map of 2022', () => {
  const units = snapshots.get('ubqg-02')?.manifest.inputs.map(({ unit }) => unit) ?? [];
  expect(new Set(units)).toEqual(new Set([...provinces, ...ministries].map(({ id }) => id)));
  expect(units).toHaveLength(85);
});
