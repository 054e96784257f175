import { describe, expect, test } from '@jest/globals';
import type { CoverageDocument } from '../../../../shared/aggregation/punctuality.ts';
import type { ScorecardRollup } from '../../../../shared/aggregation/score-round.ts';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import type { Form } from '../../../../shared/catalog/schema.ts';
import { changedCount, changedSince } from '../../../../web/app/changed-since.ts';
import { seesUnit } from '../../../../web/app/sees-unit.ts';
import { gapsOf, notCarriedIn } from '../../../../web/pages/quality/gaps.ts';
import {
  isConspicuous,
  lastPeriodsOf,
  overPeriods,
  sinceService,
} from '../../../../web/pages/quality/punctuality.ts';
import { fitting, isOverdue, type ShownTask } from '../../../../web/pages/tasks/shown-task.ts';
import { tasksCsv } from '../../../../web/pages/tasks/tasks-csv.ts';

const task = (id: string, more: Partial<ShownTask> = {}): ShownTask => ({
  id,
  meeting: 'ubqg-11',
  number: 1,
  text: 'Công khai thủ tục',
  lead: 'province:82@2025',
  leadName: 'Tỉnh Đồng Tháp',
  with: ['ministry:VPCP'],
  withNames: ['Văn phòng Chính phủ'],
  passedFrom: null,
  leadDivided: false,
  deliverable: 'Báo cáo',
  measure: '100%',
  deadline: '2026-11-30',
  constructed: true,
  state: 'continuing',
  report: null,
  closedAt: null,
  ...more,
});

describe('tasks', () => {
  test('a unit sees its own beside the frozen ones, the centre everybody’s, and nobody without a role', () => {
    const [own, other] = ['province:82@2025', 'province:52@2025'];
    expect(seesUnit({ unit: own, roles: ['reporter'] }, own)).toBe(true);
    expect(seesUnit({ unit: own, roles: ['reporter'] }, other)).toBe(false);
    expect(seesUnit({ unit: null, roles: ['member'] }, other)).toBe(true);
    // A new approver's roles are withheld until the second factor is set up.
    expect(seesUnit({ unit: own, roles: [] }, own)).toBe(false);
    expect(seesUnit(null, own)).toBe(false);
  });

  test('the last day is still in time; what is done is never overdue', () => {
    expect(isOverdue(task('a'), '2026-11-30')).toBe(false);
    expect(isOverdue(task('a'), '2026-12-01')).toBe(true);
    expect(isOverdue(task('a', { state: 'done' }), '2026-12-01')).toBe(false);
    expect(isOverdue(task('a', { state: 'closed' }), '2026-12-01')).toBe(false);
  });

  test('of a unit: those that it leads, led before a merger, or works with', () => {
    const tasks = [
      task('leads'),
      task('passed', { lead: 'province:52@2025', passedFrom: 'province:82@2025', with: [] }),
      task('other', { lead: 'province:52@2025', with: [] }),
    ];
    const ids = (filter: Partial<Parameters<typeof fitting>[1]>) =>
      fitting(tasks, { unit: null, state: 'all', overdue: false, ...filter }, '2026-12-01').map(
        ({ id }) => id,
      );
    expect(ids({ unit: 'province:82@2025' })).toEqual(['leads', 'passed']);
    expect(ids({ unit: 'ministry:VPCP' })).toEqual(['leads']);
    expect(ids({ state: 'done' })).toEqual([]);
    expect(ids({ overdue: true })).toEqual(['leads', 'passed', 'other']);
  });

  test('as a file: a mark for spreadsheets, no formula, a row each', () => {
    const csv = tasksCsv([task('ubqg-11/1', { text: '=HYPERLINK("x"), rồi báo cáo' })], '2026-12-01', 'vi');
    const [head = '', row = '', rest] = csv.split('\r\n');
    expect(head.startsWith('\uFEFFMã nhiệm vụ,Nội dung nhiệm vụ,Đơn vị chủ trì,')).toBe(true);
    expect(row).toBe(
      'ubqg-11/1,"\'=HYPERLINK(""x""), rồi báo cáo",Tỉnh Đồng Tháp,Văn phòng Chính phủ,Báo cáo,100%,2026-11-30,Tiếp tục,Có,,,',
    );
    expect(rest).toBe('');
  });
});

describe('punctuality over periods', () => {
  const form = (code: string) => catalog.forms.get(code) as Form;

  test.each([
    ['qd766', ['2026-Q3'], ['2026-Q3']],
    ['qd766', ['2027-Q3'], ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3']],
    ['cds', ['2026-Q3'], ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']],
    ['dti922', ['2026-Q3'], ['2022', '2023']],
    ['qd766', [], []],
  ])('%s up to %j', (code, upTo, periods) => {
    expect(lastPeriodsOf(form(code), upTo)).toEqual(periods);
  });

  const held = (period: string, counted: number, notDue = 0) =>
    ({ form: 'cds', period, counted, counts: { notDue } }) as CoverageDocument;
  const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

  test.each([
    ['nobody reported and no meeting asks for', [0, 0, 0, 0], [], []],
    ['one reported in', [0, 1, 0, 0], [], ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['a meeting asks for', [0, 0, 0, 0], [{ form: 'cds', period: '2026-Q3' }], ['2026-Q3']],
    ['a meeting asks for by another form', [0, 0, 0, 0], [{ form: 'qd766', period: '2026-Q3' }], []],
  ])('of quarters that %s', (_, counted, asks, expected) => {
    const documents = quarters.map((period, at) => held(period, counted[at] ?? 0));
    expect(sinceService(documents, asks).map(({ period }) => period)).toEqual(expected);
  });

  test('a quarter that is not due yet is told', () => {
    const documents = [held('2026-Q2', 0), held('2026-Q3', 0, 34)];
    expect(sinceService(documents, []).map(({ period }) => period)).toEqual(['2026-Q3']);
  });

  const unit = (code: string, state: string, more = {}) => ({
    unit: `province:${code}`,
    code,
    name: code,
    state,
    version: 1,
    extendedTo: null,
    due: null,
    ...more,
  });
  const document = (units: object[]) => ({ units }) as unknown as CoverageDocument;

  test('a unit that did not live in a period was asked for nothing', () => {
    const rows = overPeriods([
      document([unit('82', 'on-time')]),
      document([unit('01', 'late'), unit('82', 'missing')]),
    ]);
    expect(rows.map(({ named, reports }) => [named.code, ...reports.map((each) => each?.state)])).toEqual([
      ['01', undefined, 'late'],
      ['82', 'on-time', 'missing'],
    ]);
  });

  test.each([
    ['on-time', {}, false],
    ['not-due', { version: null }, false],
    ['late', {}, true],
    ['missing', { version: null }, true],
    ['on-time', { revised: true, version: 2 }, true],
  ])('%s %j wants a look: %s', (state, more, wanted) => {
    const [row] = overPeriods([document([unit('82', state, more)])]);
    expect(row && isConspicuous(row)).toBe(wanted);
  });
});

describe('figures that are not there', () => {
  const named = (code: string) => ({ unit: `province:${code}`, code, name: code });
  const figure = (value: string | null, reason: string | null = null) => ({ value, reason });
  const rollup = {
    units: [
      {
        ...named('01'),
        total: '10',
        rank: 1,
        indicators: { a: figure('0'), b: figure(null, 'not-additive') },
      },
      { ...named('02'), total: '9', rank: 2, indicators: { a: figure(null, 'no-denominator') } },
      {
        ...named('03'),
        total: '8',
        rank: 3,
        indicators: { a: { ...figure('5'), areasDiffer: {} }, b: figure('1') },
      },
    ],
    coverage: { expected: 4, counted: 3, missing: [named('04')] },
  } as unknown as ScorecardRollup;
  const codes = (units: { code: string }[]) => units.map(({ code }) => code);

  const asked = (...ids: string[]) => ({
    unitKind: 'province' as const,
    indicators: ids.map((indicator) => ({ indicator })),
  });

  test('zero is a figure, and so is 0/0, without a result; nothing told and not submitted are two other things', () => {
    const [a, b] = gapsOf(rollup, asked('a', 'b'));
    expect([a?.counted, a?.expected]).toEqual([3, 4]);
    expect([b?.counted, b?.expected]).toEqual([1, 4]);
    expect(a?.without.map(({ reason, units }) => [reason, codes(units)])).toEqual([
      ['no-denominator', ['02']],
      ['not-submitted', ['04']],
    ]);
    expect(codes(a?.areasDiffer ?? [])).toEqual(['03']);
    expect(b?.without.map(({ reason, units }) => [reason, codes(units)])).toEqual([
      ['not-additive', ['01']],
      ['missing', ['02']],
      ['not-submitted', ['04']],
    ]);
  });

  test('to whom an indicator does not apply is not expected to tell of it', () => {
    const units = [{ ...named('01'), indicators: { a: figure(null, 'not-applicable') } }];
    const [a] = gapsOf({ ...rollup, units } as unknown as ScorecardRollup, asked('a'));
    expect([a?.counted, a?.expected]).toEqual([0, 3]);
  });

  test('of what is published for the units, nobody is said not to have submitted it', () => {
    const [a] = gapsOf(rollup, { ...asked('a'), owed: false, unitKind: 'ministry' });
    expect(a?.without.map(({ reason }) => reason)).toEqual(['no-denominator', 'not-published']);
  });

  test('what a merger does not carry is told apart from what is missing', () => {
    expect(notCarriedIn(gapsOf(rollup, asked('a', 'b')))).toMatchObject([
      { indicator: 'b', without: [{ reason: 'not-additive', units: [{ code: '01' }] }] },
    ]);
  });

  test('what changed since the freeze: another total, another rank, a unit more', () => {
    const frozen = {
      units: [
        { ...named('01'), total: '10', rank: 1 },
        { ...named('02'), total: '9', rank: 2 },
        { ...named('05'), total: '1', rank: 3 },
      ],
    } as unknown as ScorecardRollup;
    expect(
      changedSince(frozen, rollup).map(({ named: { code }, frozen: was, now }) => [
        code,
        was?.total,
        now?.total,
      ]),
    ).toEqual([
      ['03', undefined, '8'],
      ['05', '1', undefined],
    ]);
    expect(changedSince(frozen, frozen)).toEqual([]);
  });

  test('how many changed is counted on one map alone', () => {
    const units = [
      { ...named('01'), total: '10', rank: 1 },
      { ...named('02'), total: '9', rank: 3 },
    ];
    const frozenOf = (...missing: string[]) =>
      ({ units, coverage: { missing: missing.map(named) } }) as unknown as ScorecardRollup;
    // 02 has another rank, 03 has reported since, and of 04 there was and is nothing.
    expect(changedCount(frozenOf('03', '04'), rollup)).toBe(2);
    expect(changedCount(rollup, rollup)).toBe(0);
    expect(changedCount(frozenOf('03'), rollup)).toBeNull();
    expect(changedCount(frozenOf('03', '04', '05'), rollup)).toBeNull();
  });
});
