import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../shared/catalog/period.ts';
import { regionsOn } from '../../shared/catalog/regions.ts';
import type { Change } from '../../shared/query/read-history.ts';
import type { ObservationsView } from '../../shared/query/read-lineage.ts';
import type { Series } from '../../shared/query/read-series.ts';
import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { Receipt } from '../../shared/submissions/receipt.ts';
import type { SuccessionView } from '../../shared/submissions/succession.ts';
import { cdsFile } from './cds-file.ts';
import { People } from './people.ts';
import { startService } from './service.ts';

/**
 * Seven codes that meant one unit until 2025-06-30 and mean another since: by code and by name, through ticket, verdict,
 * rights, lists and figures. Pairs as in QĐ 124/2004/QĐ-TTg and QĐ 19/2025/QĐ-TTg.
 */
const pairs = [
  ['15', 'Tỉnh Yên Bái', 'Tỉnh Lào Cai'],
  ['24', 'Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh'],
  ['44', 'Tỉnh Quảng Bình', 'Tỉnh Quảng Trị'],
  ['52', 'Tỉnh Bình Định', 'Tỉnh Gia Lai'],
  ['80', 'Tỉnh Long An', 'Tỉnh Tây Ninh'],
  ['82', 'Tỉnh Tiền Giang', 'Tỉnh Đồng Tháp'],
  ['91', 'Tỉnh Kiên Giang', 'Tỉnh An Giang'],
] as const;

/** The code that the other part of each merger bore; it has given the new unit its name. */
const otherPart: Readonly<Record<string, string>> = {
  '15': '10',
  '24': '27',
  '44': '45',
  '52': '64',
  '80': '72',
  '82': '87',
  '91': '89',
};

/** The region of each: NQ 81/2023/QH15 for the 63 provinces, NQ 306/NQ-CP of 05/10/2025 for the 34. */
const regions: Readonly<Record<string, readonly [before: string, after: string]>> = {
  '15': ['Trung du và miền núi phía Bắc', 'Trung du và miền núi phía Bắc'],
  '24': ['Trung du và miền núi phía Bắc', 'Đồng bằng sông Hồng'],
  '44': ['Bắc Trung Bộ và duyên hải miền Trung', 'Bắc Trung Bộ'],
  '52': ['Bắc Trung Bộ và duyên hải miền Trung', 'Duyên hải Nam Trung Bộ và Tây Nguyên'],
  '80': ['Đồng bằng sông Cửu Long', 'Đông Nam Bộ'],
  '82': ['Đồng bằng sông Cửu Long', 'Đồng bằng sông Cửu Long'],
  '91': ['Đồng bằng sông Cửu Long', 'Đồng bằng sông Cửu Long'],
};

const form = 'cds';
const before = '2025-Q2';
const after = '2025-Q3';
const centre = ['secretariat', null] as const;
const analyst = ['analyst', null] as const;
const why = 'Bổ sung số liệu trước sáp nhập theo công văn của tỉnh.';
const told = { [before]: 'II/2025', [after]: 'III/2025' } as const;
const fileOf = (name: string, period: typeof before | typeof after, numerator: string) =>
  cdsFile({ name, quarter: told[period] }, { '749-02': [numerator, '1000', ''] });

let stack: Stack;
let people: People;
beforeAll(async () => {
  stack = await startService();
  people = new People(stack);
}, 60_000);
afterAll(() => stack.stop());

describe.each(pairs)('code %s: %s, then %s', (code, oldName, newName) => {
  const old = `province:${code}@2008`;
  const successor = `province:${code}@2025`;
  const partner = `province:${otherPart[code]}@2008`;
  const slot = (period: string, unit: string = code) => ({ unit, form, period });
  const announced = (period: string, unit: string = code) => ({
    ...slot(period, unit),
    fileName: 'a.csv',
    contentType: 'text/csv',
    bytes: 9,
    sha256: 'c'.repeat(64),
  });
  const query = (period: string) => `unit=${code}&form=${form}&period=${period}`;
  const open = (unit: string, body: object) =>
    people
      .call(['reporter', unit], 'POST /v1/submissions', body)
      .then(({ status, body: { code: word } }) => (word ? `${status} ${word}` : status));

  test('a file of the second quarter is the old unit’s, one of the third the new one’s', async () => {
    for (const [unit, period, name, numerator] of [
      [old, before, oldName, '200'],
      [successor, after, newName, '300'],
    ] as const) {
      const submission = await people.submit(unit, slot(period), fileOf(name, period, numerator));
      expect([submission.unit, submission.verdict]).toEqual([unit, 'passed']);
      const { status, body } = await people.sign<Receipt>(unit, submission.id);
      expect([status, body.unit, body.version, body.onBehalfOf]).toEqual([200, unit, 1, null]);
    }
  });

  test('a file that names the wrong one of the two is returned', async () => {
    for (const [unit, period, name] of [
      [old, before, newName],
      [successor, after, oldName],
    ] as const) {
      const submission = await people.submit(unit, slot(period), fileOf(name, period, '1'));
      expect([name, submission.unit, submission.verdict]).toEqual([name, unit, 'returned']);
    }
  });

  test('neither’s token writes for the other, by code or by id', async () => {
    expect(await open(old, announced(after))).toBe('403 not-allowed');
    expect(await open(old, announced(after, successor))).toBe('403 not-allowed');
    expect(await open(old, announced(after, old))).toBe('422 unit-unknown');
    expect(await open(successor, announced(before))).toBe('403 not-allowed');
    expect(await open(successor, announced(before, old))).toBe('403 not-allowed');
    expect(await open(successor, announced(before, successor))).toBe('422 unit-unknown');
  });

  test('neither sees the other’s, and each is listed for its own period', async () => {
    for (const [period, own, other] of [
      [before, old, successor],
      [after, successor, old],
    ] as const) {
      const list = `GET /v1/submissions?${query(period)}`;
      const { body } = await people.call<{ items: SubmissionView[] }>(['reporter', own], list);
      expect(new Set(body.items.map(({ unit }) => unit))).toEqual(new Set([own]));
      expect(body.items).toHaveLength(2);
      expect(await people.call(['reporter', other], list)).toMatchObject({ status: 404 });
      const figures = `GET /v1/observations?${query(period)}`;
      expect(await people.call(['approver', other], figures)).toMatchObject({ status: 404 });
      const read = await people.call<ObservationsView>(['approver', own], figures);
      expect(read.body.items.find(({ indicator }) => indicator === '749-02')).toMatchObject({
        numerator: period === before ? '200' : '300',
      });
    }
  });

  test('with the recorded right the successor corrects the old unit’s quarter, and is named for it', async () => {
    const path = `/v1/units/${old}/succession`;
    const decision = { allowed: true, why, forms: [form], periods: [before] };
    const decided = await people.call<SuccessionView>(centre, `PUT ${path}`, decision);
    expect(decided).toMatchObject({ status: 200, body: { unit: old, allowed: true } });
    expect(await people.call(centre, `PUT ${path}`, decision)).toEqual(decided);
    // The right is for that form and quarter, and for no other.
    expect(await open(successor, announced('2025-Q1'))).toBe('403 not-allowed');

    const revised = await people.submit(successor, slot(before), fileOf(oldName, before, '250'));
    const onBehalfOf = { unit: old, by: successor, decision: 1 };
    expect(revised).toMatchObject({ unit: old, verdict: 'passed', onBehalfOf });
    expect(await people.sign(successor, revised.id)).toMatchObject({ body: { code: 'reason-missing' } });
    const { body: receipt } = await people.sign<Receipt>(successor, revised.id, why);
    expect(receipt).toMatchObject({ unit: old, version: 2, why, onBehalfOf });
    const { body: seen } = await people.call<SubmissionView>(analyst, `GET /v1/submissions/${revised.id}`);
    expect(seen.history.filter(({ by }) => by !== null)).toMatchObject([
      { move: 'open', onBehalfOf },
      { move: 'sign', why, onBehalfOf },
    ]);
    const history = `GET /v1/history?${query(before)}&indicator=749-02`;
    const changes = await people.call<{ items: Change[] }>(['reporter', successor], history);
    expect(changes.body.items).toMatchObject([
      {
        version: 1,
        by: `approver of ${old}`,
        old: null,
        new: { numerator: '200' },
        why: null,
        onBehalfOf: null,
      },
      {
        version: 2,
        by: `approver of ${successor}`,
        old: { numerator: '200' },
        new: { numerator: '250' },
        why,
        onBehalfOf,
      },
    ]);
    // It gives the old unit's people nothing.
    expect(await open(old, announced(after))).toBe('403 not-allowed');
  });

  test('every move that is made by the right says so: a nil return, an answer, evidence, a withdrawal', async () => {
    const by = ['reporter', successor] as const;
    const { status, body: nil } = await people.call<{ id: string; unit: string }>(
      by,
      'POST /v1/submissions/nil',
      { ...slot(before), why },
    );
    expect([status, nil.unit]).toEqual([201, old]);
    const path = `POST /v1/submissions/${nil.id}`;
    await people.call(analyst, `${path}/return`, { question: 'Vì sao không phát sinh?' });
    expect((await people.call(by, `${path}/answers`, { answer: 'Đã rà soát.', to: 1 })).status).toBe(201);
    expect((await people.call(by, `${path}/attachments`, { dispatch: '12/BC-UBND' })).status).toBe(201);
    expect((await people.call(by, `${path}/withdraw`, { why: 'Lập nhầm.' })).status).toBe(200);
    const { body: seen } = await people.call<SubmissionView>(analyst, `GET /v1/submissions/${nil.id}`);
    const onBehalfOf = { unit: old, by: successor, decision: 1 };
    expect(seen).toMatchObject({ state: 'withdrawn', nil: { why }, onBehalfOf });
    expect(seen.history.map(({ move, onBehalfOf: whose = null }) => [move, whose])).toEqual([
      ['open', onBehalfOf],
      ['return', null],
      ['answer', onBehalfOf],
      ['attach', onBehalfOf],
      ['withdraw', onBehalfOf],
    ]);
  });

  test('once the right is taken back, what was signed under it stays and nothing more is', async () => {
    const path = `/v1/units/${old}/succession`;
    const ended = await people.call<SuccessionView>(centre, `PUT ${path}`, {
      allowed: false,
      why: 'Đã xong.',
    });
    expect(ended.body).toMatchObject({ allowed: false, decisions: [{ allowed: true }, { allowed: false }] });
    expect(await open(successor, announced(before))).toBe('403 not-allowed');
    const { body } = await people.call<ObservationsView>(analyst, `GET /v1/observations?${query(before)}`);
    expect(body).toMatchObject({ unit: old, version: 2 });
    const record = await people.call<SuccessionView>(['approver', successor], `GET ${path}`);
    expect(record.body.decisions.map(({ by }) => by)).toEqual([
      'secretariat of the centre',
      'secretariat of the centre',
    ]);
  });

  test('figures stand under the name of their period; on today’s map the old one is a part of the new', async () => {
    const rollup = async (period: string, basis: string) => {
      const path = `GET /v1/rollups/${period}?form=${form}&indicator=749-02&basis=${basis}`;
      return (await people.call<IndicatorRollup>(analyst, path)).body.units.filter(
        (unit) => unit.code === code,
      );
    };
    const own = { numerator: '250', denominator: '1000', value: '25' };
    expect(await rollup(before, 'as-reported')).toMatchObject([{ unit: old, name: oldName, ...own }]);
    expect(await rollup(after, 'as-reported')).toMatchObject([
      { unit: successor, name: newName, value: '30' },
    ]);
    expect(await rollup(after, 'current')).toMatchObject([{ unit: successor, name: newName, value: '30' }]);
    // The other predecessor has reported nothing: no value, and who is missing.
    const [merged] = await rollup(before, 'current');
    expect(merged).toMatchObject({ unit: successor, name: newName, value: null, reason: 'parts-missing' });
    expect(merged?.predecessors?.find(({ unit }) => unit === old)).toMatchObject({ name: oldName, ...own });
  });

  test('a series over both quarters tells them apart on the maps as they were, and as one unit on today’s', async () => {
    const series = async (basis: string) => {
      const path = `GET /v1/series?form=${form}&indicator=749-02&unit=${old},${successor}&basis=${basis}`;
      const { body } = await people.call<Series>(analyst, `${path}&from=${before}&to=${after}`);
      // The other part of the merger ends with it too.
      expect(body.merged).toMatchObject([{ unit: successor, code, name: newName, on: '2025-07-01' }]);
      expect(body.merged[0]?.from.map(({ unit }) => unit).sort()).toEqual([old, partner].sort());
      return body.items.map(({ period, units }) => [
        period,
        ...units.map(({ unit, name, value, reason }) => [unit, name, value, reason]),
      ]);
    };
    const third = [after, [successor, newName, '30', null]];
    expect(await series('as-reported')).toEqual([[before, [old, oldName, '25', null]], third]);
    expect(await series('current')).toEqual([[before, [successor, newName, null, 'parts-missing']], third]);
    const { id } = await people.submit(
      partner,
      { unit: partner, form, period: before },
      fileOf(newName, before, '150'),
    );
    expect((await people.sign(partner, id)).status).toBe(200);
    expect(await series('as-reported')).toEqual([[before, [old, oldName, '25', null]], third]);
    // By hand: (250 + 150) / (1000 + 1000).
    expect(await series('current')).toEqual([[before, [successor, newName, '20', null]], third]);
  });

  test('each counts in the region of its own map', async () => {
    for (const [unit, period, region] of [
      [old, before, regions[code]?.[0]],
      [successor, after, regions[code]?.[1]],
    ] as const) {
      const day = (periodOf(period) as Period).administrative.to;
      const drawn = regionsOn(catalog, day).filter(({ members }) => members.includes(unit));
      expect(drawn.map(({ names }) => names.vi)).toEqual([region]);
      const path = `GET /v1/rollups/${period}?form=${form}&indicator=749-02`;
      const { body } = await people.call<IndicatorRollup>(analyst, path);
      const told = body.regions.find(({ names }) => names.vi === region);
      expect(told?.coverage.expected).toBe(drawn[0]?.members.length);
      expect(told?.counted).toBeGreaterThan(0);
      expect(told?.coverage.missing.map((each) => each.unit)).not.toContain(unit);
    }
  });

  test('coverage counts each in its own quarter', async () => {
    for (const [period, unit, name] of [
      [before, old, oldName],
      [after, successor, newName],
    ] as const) {
      const path = `GET /v1/periods/${period}/coverage?form=${form}`;
      const { units } = (await people.call<CoverageDocument>(analyst, path)).body;
      expect(units.filter((each) => each.code === code)).toMatchObject([{ unit, name, state: 'late' }]);
    }
  });
});

test('a ministry that was merged likewise: what it published is its successor’s to correct by the same right alone', async () => {
  // Bộ Thông tin và Truyền thông went into Bộ Khoa học và Công nghệ on 2025-03-01 (NQ 176/2025/QH15).
  const old = 'ministry:BTTTT';
  const successor = 'ministry:BKHCN';
  const file = {
    form: 'dti922-published',
    period: '2022',
    fileName: 'dti-2022.csv',
    contentType: 'text/csv',
    bytes: 9,
    sha256: 'c'.repeat(64),
  };
  const open = (unit: string, by: string) =>
    people.call<{ unit?: string; code?: string }>(['reporter', by], 'POST /v1/submissions', {
      ...file,
      unit,
    });
  expect(await open(old, successor)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect(await open(successor, successor)).toMatchObject({ status: 422, body: { code: 'unit-unknown' } });
  await people.call(centre, `PUT /v1/units/${old}/succession`, { allowed: true, why });
  expect(await open(old, successor)).toMatchObject({ status: 201, body: { unit: old } });
  // A third ministry has no part in it.
  expect(await open(old, 'ministry:BTC')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test('a right is decided on a dissolved unit, on known forms and periods, by the secretariat', async () => {
  const decide = (unit: string, body: object, who: Parameters<People['call']>[0] = centre) =>
    people
      .call(who, `PUT /v1/units/${unit}/succession`, { allowed: true, why, ...body })
      .then(({ status, body: { code } }) => `${status} ${code}`);
  const old = 'province:64@2008';
  expect(await decide('province:52@2025', {})).toBe('422 unit-not-dissolved');
  expect(await decide('province:99@2025', {})).toBe('422 unit-unknown');
  expect(await decide(old, { forms: ['khong-co'] })).toBe('422 form-unknown');
  expect(await decide(old, { periods: ['2025-Q5'] })).toBe('422 period-unknown');
  expect(await decide(old, { forms: [] })).toBe('400 body-malformed');
  expect(await decide(old, { forms: ['cds', 'cds'] })).toBe('400 body-malformed');
  expect(await decide(old, { why: '' })).toBe('400 body-malformed');
  expect(await decide(old, {}, analyst)).toBe('403 not-allowed');
  expect(await decide(old, {}, ['approver', 'province:52@2025'])).toBe('403 not-allowed');
  expect(await decide(old, {}, ['approver', 'province:82@2025'])).toBe('404 not-found');
  const { body } = await people.call<SuccessionView>(analyst, `GET /v1/units/${old}/succession`);
  expect(body).toEqual({
    unit: old,
    allowed: false,
    forms: null,
    periods: null,
    successors: ['province:52@2025'],
    decisions: [],
  });
});
