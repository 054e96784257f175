import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { Lineage, ObservationsView } from '../../shared/query/read-lineage.ts';
import type { Series } from '../../shared/query/read-series.ts';
import type { FindingsView, SubmissionView } from '../../shared/query/read-submission.ts';
import type { Receipt } from '../../shared/submissions/receipt.ts';
import { cdsFile } from './cds-file.ts';
import { People } from './people.ts';
import { startService } from './service.ts';

/**
 * What an empty cell of a table may mean, from the file or the call to the API's answer: not due, not submitted, nothing
 * to report, not applicable, missing and why, zero. The quarter is due on Friday 2026-09-25; it is the 22nd.
 */

const slot = { form: 'cds', period: '2026-Q3' };
const nobody = 'province:14@2008';
const extended = 'province:01@2008';
const empty = 'province:82@2025';
const full = 'province:52@2025';
const analyst = ['analyst', null] as const;
const secretariat = ['secretariat', null] as const;
const reporter = ['reporter', empty] as const;
const approver = ['approver', empty] as const;
const why = 'Trong quý không phát sinh nội dung phải báo cáo.';
const reason = 'Có số liệu phát sinh sau khi rà soát.';
const query = (unit: string) => `unit=${unit}&form=cds&period=2026-Q3`;

let stack: Stack;
let people: People;
let nil: string;
beforeAll(async () => {
  stack = await startService();
  people = new People(stack);
}, 60_000);
afterAll(() => stack.stop());

type Opened = { id: string; unit: string; sha256: string; statement: string; code?: string };
const openNil = (over: object = {}, key = 'nil-1', who: Parameters<People['call']>[0] = reporter) =>
  people.call<Opened>(who, 'POST /v1/submissions/nil', { unit: '82', ...slot, why, ...over }, key);
const view = async (id: string) =>
  (await people.call<SubmissionView>(reporter, `GET /v1/submissions/${id}`)).body;

async function coverage() {
  const { body } = await people.call<CoverageDocument>(analyst, 'GET /v1/periods/2026-Q3/coverage?form=cds');
  const of = (unit: string) => body.units.find((each) => each.unit === unit);
  return { counts: body.counts, of };
}

describe('a nil return', () => {
  test('needs a reason, and a unit, form and period that may be reported on', async () => {
    expect(await openNil({ why: '' })).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
    expect(await openNil({ why: 'không có' })).toMatchObject({
      status: 422,
      body: { code: 'reason-missing' },
    });
    expect(await openNil({ why: undefined })).toMatchObject({
      status: 400,
      body: { code: 'body-malformed' },
    });
    expect(await openNil({ why: 'x'.repeat(2001) })).toMatchObject({ body: { code: 'body-malformed' } });
    expect(await openNil({ period: '2027-Q1' })).toMatchObject({ body: { code: 'period-not-open' } });
    expect(await openNil({ unit: '14' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await openNil({}, 'nil-1', approver)).toMatchObject({ status: 403 });
  });

  test('is a statement of the service, whose digest is signed; asked for again, it is the same', async () => {
    const { status, body } = await openNil();
    expect(status).toBe(201);
    nil = body.id;
    // RFC 8785 by hand: members in the order of their names, no blanks.
    const statement =
      '{"form":"cds","period":"2026-Q3","schema":"nil-return/1","statement":{' +
      '"en":"The unit certifies that it has nothing to report for the period.",' +
      '"vi":"Đơn vị xác nhận không phát sinh nội dung phải báo cáo trong kỳ."},' +
      `"unit":"province:82@2025","why":"${why}"}`;
    expect(body).toMatchObject({ unit: empty, ...slot, statement });
    expect(body.sha256).toBe(createHash('sha256').update(statement).digest('hex'));
    expect(await openNil()).toEqual({ status: 200, body });
    expect(await openNil({ why: reason })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  test('is checked at once, has no file and no findings, and is marked in the list', async () => {
    const { body: listed } = await people.call<{ items: SubmissionView[] }>(
      reporter,
      `GET /v1/submissions?${query(empty)}`,
    );
    expect(listed.items).toMatchObject([
      { id: nil, state: 'checked', verdict: 'passed', file: null, nil: { why }, warnings: [] },
    ]);
    expect(listed.items[0]?.history).toMatchObject([{ move: 'open', why }]);
    const findings = await people.call<FindingsView>(reporter, `GET /v1/submissions/${nil}/findings`);
    expect(findings).toMatchObject({ status: 200, body: { verdict: 'passed', findings: [], repairs: [] } });
    const workbook = await people.call(reporter, `GET /v1/submissions/${nil}/workbook`);
    expect(workbook).toMatchObject({ status: 404, body: { code: 'no-workbook' } });
    const ticket = await people.call(reporter, `POST /v1/submissions/${nil}/ticket`);
    expect(ticket).toMatchObject({ status: 409, body: { code: 'already-received' } });
  });

  test('is asked about, answered and signed like any other', async () => {
    const path = `POST /v1/submissions/${nil}`;
    await people.call(analyst, `${path}/return`, { question: 'Thật sự không phát sinh?' });
    expect(await people.sign(empty, nil)).toMatchObject({ body: { code: 'question-open' } });
    await people.call(reporter, `${path}/answers`, { answer: 'Đúng như vậy.', to: 1 });
    const other = { sha256: 'd'.repeat(64), replaces: 0 };
    expect(await people.call(approver, `${path}/sign`, other)).toMatchObject({
      body: { code: 'digest-differs' },
    });
    const { body: receipt } = await people.sign<Receipt>(empty, nil);
    const { sha256 } = await view(nil);
    expect(receipt).toMatchObject({ version: 1, nil: true, sha256, why: null, pages: [] });
    expect(await people.call(approver, `GET /v1/submissions/${nil}/receipt`)).toEqual({
      status: 200,
      body: receipt,
    });
  });

  test('stands: every reader says that there is nothing to report, and none says zero', async () => {
    const figures = await people.call<ObservationsView>(reporter, `GET /v1/observations?${query(empty)}`);
    expect(figures.body).toMatchObject({ version: 1, nil: true, items: [] });
    const lineage = (indicator: string) =>
      people.call<Lineage>(reporter, `GET /v1/lineage?${query(empty)}&indicator=${indicator}`);
    const { sha256, nil: stated } = await view(nil);
    expect((await lineage('749-02')).body).toMatchObject({
      figure: null,
      file: null,
      cells: [],
      nil: { ...stated, sha256 },
    });
    expect(await lineage('766.TDGQ')).toMatchObject({ status: 404 });
    expect((await coverage()).of(empty)).toMatchObject({ state: 'on-time', nil: true, version: 1 });
    expect((await coverage()).counts).toMatchObject({ onTime: 1, nil: 1, missing: 0, notDue: 33 });
  });

  test('is not taken a second time while it stands', async () => {
    expect(await openNil({}, 'nil-2')).toMatchObject({ status: 409, body: { code: 'unchanged-file' } });
  });

  test('is replaced by a file and replaces one, each time for a reason', async () => {
    const file = cdsFile({ name: 'Tỉnh Đồng Tháp', quarter: 'III/2026' });
    const { id } = await people.submit(empty, { unit: empty, ...slot }, file);
    expect(await people.sign(empty, id)).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
    expect(await people.sign(empty, id, reason)).toMatchObject({
      body: { version: 2, nil: false, why: reason },
    });
    expect((await coverage()).of(empty)).not.toHaveProperty('nil');
    const again = await openNil({}, 'nil-3');
    expect(again.status).toBe(201);
    expect(await people.sign(empty, again.body.id, 'Số liệu vừa ký là của kỳ trước.')).toMatchObject({
      body: { version: 3, nil: true },
    });
    expect((await view(nil)).history.at(-1)).toMatchObject({
      move: 'supersede',
      why: `version 2: ${reason}`,
    });
  });

  test('is withdrawn like any other, and may then come again', async () => {
    const { items } = (
      await people.call<{ items: SubmissionView[] }>(reporter, `GET /v1/submissions?${query(empty)}`)
    ).body;
    const standing = items.find(({ state }) => state === 'signed') as SubmissionView;
    await people.call(approver, `POST /v1/submissions/${standing.id}/withdraw`, { why: 'Nhầm kỳ.' });
    await stack.idle();
    expect((await coverage()).of(empty)).toMatchObject({ state: 'not-due', version: null });
    const again = await openNil({}, 'nil-4');
    expect(again.status).toBe(201);
    expect(await people.sign(empty, again.body.id)).toMatchObject({ body: { version: 4, nil: true } });
  });
});

test('six empty cells are six different answers', async () => {
  const marked = {
    '749-02': ['không áp dụng', '', ''],
    '749-04': ['', '', ''],
    '942-01': ['chưa có', '', ''],
    '942-03': ['chưa thống kê', '', ''],
    '411-03': ['0', '0', ''],
    '411-04': ['0', '100', '0'],
    '1354-T-2': ['', '', '0'],
  } as const;
  const file = cdsFile({ name: 'Tỉnh Gia Lai', quarter: 'III/2026' }, marked);
  const { id } = await people.submit(full, { unit: full, ...slot }, file);
  await people.sign(full, id);
  const due = await coverage();
  const grant = { until: '2026-09-30', why: 'Bão số 9.' };
  const slotPath = `/v1/slots/${extended}/cds/2026-Q3`;
  expect((await people.call(secretariat, `POST ${slotPath}/extension`, grant)).status).toBe(201);
  await stack.clock.moveTo('2026-09-28T03:00:00.000Z');
  await stack.idle();
  const overdue = await coverage();
  const figures = await people.call<ObservationsView>(analyst, `GET /v1/observations?${query(full)}`);
  const told = async (unit: string, indicator: string) => {
    const path = `GET /v1/rollups/2026-Q3?form=cds&indicator=${indicator}`;
    const units = (await people.call<IndicatorRollup>(analyst, path)).body.units;
    const of = units.find((each) => each.unit === unit);
    return of && [of.value, of.reason, of.status];
  };
  const said = (indicator: string) => {
    const figure = figures.body.items.find((each) => each.indicator === indicator);
    return figure && [figure.value ?? figure.numerator, figure.status];
  };

  const answers = {
    notDue: due.of(nobody)?.state,
    notSubmitted: overdue.of(nobody)?.state,
    nil: await told(empty, '411-04'),
    notApplicable: await told(full, '749-02'),
    missing: await told(full, '749-04'),
    notYet: said('942-01'),
    notCollected: said('942-03'),
    noDenominator: await told(full, '411-03'),
    zero: await told(full, '411-04'),
    zeroCount: said('1354-T-2'),
  };
  expect(answers).toEqual({
    notDue: 'not-due',
    notSubmitted: 'missing',
    nil: [null, 'nil', 'missing'],
    notApplicable: [null, 'not-applicable', 'not-applicable'],
    missing: [null, 'missing', 'missing'],
    notYet: [null, 'not-yet'],
    notCollected: [null, 'not-collected'],
    noDenominator: [null, 'no-denominator', 'no-denominator'],
    zero: ['0', null, 'reported'],
    zeroCount: ['0', 'reported'],
  });
  const distinct = new Set(Object.values(answers).map((answer) => JSON.stringify(answer)));
  expect(distinct.size).toBe(Object.keys(answers).length);
  // Each by its own deadline: what was granted more time is not missing yet.
  expect(overdue.of(extended)).toMatchObject({ state: 'not-due', extendedTo: '2026-09-30' });
  expect(overdue.counts).toMatchObject({ onTime: 2, late: 0, missing: 31, notDue: 1, nil: 1 });
}, 60_000);

test('and so they are on today’s map, in series and in scorecards', async () => {
  const indicators = {
    nil: '411-04',
    'not-applicable': '749-02',
    missing: '749-04',
    'no-denominator': '411-03',
  };
  for (const [reason, indicator] of Object.entries(indicators)) {
    const unit = reason === 'nil' ? empty : full;
    const rollup = await people.call<IndicatorRollup>(
      analyst,
      `GET /v1/rollups/2026-Q3?form=cds&indicator=${indicator}&basis=current`,
    );
    expect(rollup.body.units.find((each) => each.unit === unit)).toMatchObject({ value: null, reason });
    const series = await people.call<Series>(
      analyst,
      `GET /v1/series?form=cds&indicator=${indicator}&from=2026-Q3&to=2026-Q3`,
    );
    const inSeries = (of: string) => series.body.items[0]?.units.find((each) => each.unit === of);
    expect(inSeries(unit)).toMatchObject({ value: null, reason, rank: null });
    expect(inSeries(nobody)).toMatchObject({ value: null, reason: 'not-submitted', rank: null });
  }
  const slot766 = { ...slot, form: 'qd766' };
  const { body } = await openNil(slot766, 'nil-766');
  expect((await people.sign(empty, body.id)).status).toBe(200);
  await stack.idle();
  for (const basis of ['as-reported', 'current']) {
    const scorecard = await people.call<ScorecardRollup>(
      analyst,
      `GET /v1/scorecards/qd766/2026-Q3?basis=${basis}`,
    );
    const none = { unit: empty, rank: null, total: null, totalReason: 'nil' };
    // The 100 points of QĐ 766/QĐ-TTg.
    expect(scorecard.body).toMatchObject({
      max: '100',
      units: [none],
      coverage: { counted: 1, expected: 34 },
    });
    const ranking = await people.call<{ units: object[] }>(
      analyst,
      `GET /v1/scorecards/qd766/2026-Q3/ranking?basis=${basis}`,
    );
    expect(ranking.body.units).toMatchObject([none]);
  }
}, 60_000);
