import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { engineVersion } from '../../../shared/catalog/engine.ts';
import { type Period, periodOf, periodsBefore } from '../../../shared/catalog/period.ts';
import { newAmong } from '../../../shared/normalisation/changes.ts';
import {
  type Context,
  ContextError,
  contextDigest,
  readContext,
} from '../../../shared/normalisation/context.ts';
import { findingsCsv } from '../../../shared/normalisation/findings-csv.ts';
import type { Report } from '../../../shared/normalisation/report.ts';
import type { Rule } from '../../../shared/normalisation/rules/rule.ts';
import { rules } from '../../../shared/normalisation/rules/rules.ts';
import { rulesThatRun } from '../../../shared/normalisation/rules/run-rules.ts';
import { check, csvText, emptyContext, figures, findingsOf, formRows, indicatorRows } from './form-files.ts';

const comparing = ['cumulative-suspected', 'figure-gone', 'figure-repeated', 'jump', 'report-repeated'];

async function reportIn(context: Context | null, changed: Record<string, string[]> = {}): Promise<Report> {
  const content = csvText(formRows({ rows: indicatorRows(changed) }));
  return (await check(content, { context })).report;
}

/** What stood in the quarter before: of ratios both parts, of scores the value. */
function lastOf(stood: Record<string, [string, string] | string>): Context {
  const last = Object.entries(stood).map(([indicator, figure]) => ({
    indicator,
    value: typeof figure === 'string' ? figure : null,
    numerator: typeof figure === 'string' ? null : figure[0],
    denominator: typeof figure === 'string' ? null : figure[1],
    status: 'reported' as const,
  }));
  return { ...emptyContext, last: { period: '2026-Q2', submission: 'c'.repeat(32), figures: last } };
}

describe('the digest', () => {
  // RFC 8785: keys in order, nothing between tokens, letters as they are. Written by hand.
  const canonical =
    `{"catalog":"${catalog.version}","day":"2026-09-20","engine":"${engineVersion}","form":"qd766",` +
    '"last":{"figures":[{"denominator":"405424","indicator":"766.TDGQ","numerator":"358660","status":"reported","value":null}],' +
    '"period":"2026-Q2","submission":"0123456789abcdef0123456789abcdef"},"period":"2026-Q3",' +
    '"previous":{"findings":[{"about":null,"cell":"E5","code":"negative","got":"-3 \\"ư\\"","sheet":"Biểu 1"}],' +
    '"submission":"fedcba9876543210fedcba9876543210","whole":true},' +
    '"rules":{"jump":"shadow"},"schema":"context/2","tasks":[{"assignedOn":null,"deadline":"2026-12-31","id":"ubqg-11/3",' +
    '"open":true,"role":"lead","text":"Kết nối"}],"unit":"province:82@2025"}';
  const digest = createHash('sha256').update(canonical, 'utf8').digest('hex');

  test('is that of the canonical form, however the document is written', async () => {
    const turned = Object.fromEntries(Object.entries(JSON.parse(canonical)).toReversed());
    const context = readContext(JSON.stringify(turned, null, 2));
    expect(await contextDigest(context)).toBe(digest);
    const report = await reportIn(context);
    expect(report.context).toBe(digest);
    expect(await reportIn(context)).toEqual(report);
  });

  test('is null without a context, and the report says which rules did not run', async () => {
    const report = await reportIn(null);
    expect([report.context, report.notRun, report.changes]).toEqual([null, comparing, null]);
  });

  test('a context in which nothing stood before lacks it too; a rule that is off is not named', async () => {
    expect((await reportIn(emptyContext)).notRun).toEqual(comparing);
    const off: Context = { ...emptyContext, rules: { jump: 'draft', 'figure-repeated': 'retired' } };
    expect((await reportIn(off)).notRun).toEqual(['cumulative-suspected', 'figure-gone', 'report-repeated']);
    expect((await reportIn(lastOf({}))).notRun).toEqual([]);
  });
});

test('a context of the first shape is read: it knew nothing of tasks', async () => {
  const { day: _day, tasks: _tasks, ...first } = { ...emptyContext, schema: 'context/1' };
  const context = readContext(JSON.stringify(first));
  expect(context).toEqual({ ...emptyContext, day: null, tasks: null });
  const unknown = JSON.stringify({ ...first, tasks: [] });
  expect(() => readContext(unknown)).toThrow(ContextError);
});

describe('a context that cannot be used is refused', () => {
  const text = (changed: object) => JSON.stringify({ ...emptyContext, ...changed });
  test.each([
    ['not JSON', '{', 'not JSON'],
    ['another schema', text({ schema: 'context/3' }), 'schema'],
    ['a part too many', text({ more: 1 }), 'more'],
    ['a part too few', text({ last: undefined }), 'last'],
    ['a state that does not exist', text({ rules: { jump: 'loud' } }), 'rules.jump'],
    ['a rule that does not exist', text({ rules: { jumps: 'shadow' } }), 'rule jumps'],
    [
      'a part that is no number',
      JSON.stringify(lastOf({ '766.TDGQ': ['1e9', '2'] })),
      'last.figures.0.numerator',
    ],
    ['a name of the language', '{"__proto__":{"schema":"context/1"}}', 'schema'],
    ['a text', '"context/1"', 'its root'],
  ])('%s', (_, content, named) => {
    expect(() => readContext(content)).toThrow(ContextError);
    expect(() => readContext(content)).toThrow(named);
  });

  test.each([
    ['unit', { unit: 'province:79@2025' }],
    ['form', { form: 'qd749' }],
    ['period', { period: '2026-Q4' }],
    ['catalog', { catalog: '2025.9' }],
    ['engine', { engine: '0' }],
  ])('one for another %s', async (part, other) => {
    await expect(reportIn({ ...emptyContext, ...other })).rejects.toThrow(ContextError);
    await expect(reportIn({ ...emptyContext, ...other })).rejects.toThrow(part);
  });
});

describe('a rule’s state', () => {
  const wrong = figures('766.PUBLISH_ON_TIME', '3', '2', '');
  const inState = (state: Context['rules'][string]) =>
    reportIn({ ...emptyContext, rules: { 'numerator-over-denominator': state } }, wrong);

  test.each([
    ['blocking', 'returned', ['numerator-over-denominator@E5'], {}],
    ['warning', 'passed-with-warnings', ['numerator-over-denominator@E5'], {}],
    ['shadow', 'passed', [], { 'numerator-over-denominator': 1 }],
    ['draft', 'passed', [], {}],
    ['retired', 'passed', [], {}],
  ] as const)('%s: %s', async (state, verdict, found, shadow) => {
    const report = await inState(state);
    expect(report.verdict).toBe(verdict);
    expect(findingsOf(report)).toEqual(found);
    expect(report.shadow).toEqual(shadow);
  });

  test('a rule holds from its first period to its last, both included', () => {
    const [first] = rules;
    const dated = { ...(first as Rule), periods: { from: '2025-Q3', to: '2026-Q2' } };
    const runsIn = (code: string) => {
      const period = periodOf(code) as Period;
      return rulesThatRun(new Map(), { period, last: null }, [dated]).length === 1;
    };
    const codes = ['2025-Q2', '2025-Q3', '2026-Q1', '2026-Q2', '2026-Q3'];
    expect(codes.map(runsIn)).toEqual([false, true, true, true, false]);
  });
});

describe('against what stood last', () => {
  const now = {
    ...figures('766.TDGQ', '358660', '405424', ''),
    ...figures('766.DOSSIER_SYNC', '90', '1000', ''),
  };

  test('a figure that jumps is found, with how far and from where', async () => {
    const context = lastOf({ '766.TDGQ': ['35866', '40542'], '766.DOSSIER_SYNC': ['900', '1000'] });
    const report = await reportIn(context, now);
    const jumps = report.findings.filter(({ code }) => code === 'jump');
    // 405,424 − 40,542; and 9 % after 90 %.
    expect(
      jumps.map(({ about, at, got, expected, difference, hint }) => {
        return [about, at?.cell, got, expected, difference, hint?.vi];
      }),
    ).toEqual(
      expect.arrayContaining([
        [
          '766.TDGQ',
          expect.stringMatching(/^F\d+$/),
          '405424',
          null,
          '364882',
          'Quý II/2026 là 40.542, nay là 405.424.',
        ],
        [
          '766.DOSSIER_SYNC',
          expect.stringMatching(/^E\d+$/),
          '90 / 1000',
          null,
          '-81',
          'Quý II/2026 là 900/1.000, nay là 90/1.000.',
        ],
      ]),
    );
    expect(jumps).toHaveLength(2);
    expect(jumps[0]?.hint?.vi).toContain('Quý II/2026');
    expect(report.verdict).toBe('passed-with-warnings');
  });

  test('the hint tells the figure as it was read: its dots may be those of thousands', async () => {
    const context = lastOf({ '766.TDGQ': ['35866', '40542'] });
    const report = await reportIn(context, figures('766.TDGQ', '358.660', '405.424', ''));
    const [jump] = report.findings.filter(({ code }) => code === 'jump');
    expect([jump?.got, jump?.hint?.vi, jump?.hint?.en]).toEqual([
      '405.424',
      'Quý II/2026 là 40.542, nay là 405.424.',
      'In quarter II 2026 it was 40,542, now it is 405,424.',
    ]);
  });

  test('a text that stood for what is a number now is not compared', async () => {
    const report = await reportIn(lastOf({ '766.ONLINE': 'chưa có' }));
    expect(report.findings).toEqual([]);
  });

  test('one figure that is the same is found; all that are the same cause it', async () => {
    const some = await reportIn(lastOf({ '766.TDGQ': ['358660', '405424'] }), now);
    expect(some.findings.map(({ code, cause }) => [code, cause])).toEqual([['figure-repeated', null]]);
    const [repeated] = some.findings;
    expect([repeated?.expected, repeated?.hint]).toEqual([
      null,
      {
        vi: 'Quý II/2026 cũng là 358.660/405.424.',
        en: 'In quarter II 2026 it was 358,660/405,424 too.',
      },
    ]);
    const half: [string, string] = ['1', '2'];
    const stood = indicatorRows().map(([, id = '', , , a]): [string, [string, string] | string] => [
      id,
      a === '' ? '5' : half,
    ]);
    const all = lastOf({
      ...Object.fromEntries(stood),
      '766.TDGQ': ['358660', '405424'],
      '766.DOSSIER_SYNC': ['90', '1000'],
    });
    const report = await reportIn(all, now);
    expect(report.findings.map(({ code, cause }) => [code, cause])).toEqual([
      ['report-repeated', null],
      ['figure-repeated', 'report-repeated'],
      ['figure-repeated', 'report-repeated'],
    ]);
    expect(report.groups.map(({ code, count, cause }) => [code, count, cause])).toEqual([
      ['report-repeated', 1, null],
      ['figure-repeated', 2, 'report-repeated'],
    ]);
    expect([report.findings[0]?.got, report.findings[0]?.expected, report.findings[0]?.hint?.vi]).toEqual([
      null,
      null,
      'Cả 21 số liệu trùng với quý II/2026.',
    ]);
  });

  test('three quarters sent as one are counted in the shadow, and nothing is shown', async () => {
    const stood: Record<string, [string, string]> = {
      '766.TDGQ': ['120000', '135000'],
      '766.DOSSIER_SYNC': ['30', '330'],
      '766.PUBLISH_ON_TIME': ['1', '1'],
    };
    const report = await reportIn(lastOf(stood), now);
    expect(report.shadow).toMatchObject({ 'cumulative-suspected': 1 });
    expect(report.findings.filter(({ code }) => code !== 'jump')).toEqual([]);
  });
});

describe('against the attempt before', () => {
  const found = (code: string, about: string | null, cell: string, got: string | null) => ({
    code,
    sheet: null,
    about,
    cell,
    got,
  });
  const previous = (...findings: ReturnType<typeof found>[]): Context => ({
    ...emptyContext,
    previous: { submission: 'd'.repeat(32), findings, whole: true },
  });
  const wrong = figures('766.PUBLISH_ON_TIME', '3', '2', '');

  test('tells what was mended, what is new, and what is still there where its row has moved', async () => {
    const context = previous(
      found('numerator-over-denominator', '766.PUBLISH_ON_TIME', 'E17', '3'),
      found('negative', '766.TDGQ', 'E9', '-1'),
    );
    const report = await reportIn(context, { ...wrong, ...figures('766.DOSSIER_SYNC', '1,5', '2', '') });
    expect(report.changes).toMatchObject({ previous: 'd'.repeat(32), same: 1, whole: true });
    expect(report.changes?.mended).toEqual([found('negative', '766.TDGQ', 'E9', '-1')]);
    expect(report.changes?.new.map(({ code, about }) => [code, about])).toEqual([
      ['count-not-whole', '766.DOSSIER_SYNC'],
    ]);
  });

  test('says of each finding whether it is new, in the list and in the CSV', async () => {
    const context = previous(found('numerator-over-denominator', '766.PUBLISH_ON_TIME', 'E17', '3'));
    const report = await reportIn(context, { ...wrong, ...figures('766.DOSSIER_SYNC', '1,5', '2', '') });
    expect([...newAmong(report)].map(({ code, got }) => [code, got])).toEqual([['count-not-whole', '1,5']]);
    const lines = findingsCsv(report).trim().split('\r\n').slice(1);
    expect(lines.map((line) => [line.split(',')[1], line.split(',').at(-1)])).toEqual([
      ['numerator-over-denominator', 'vẫn còn / still there'],
      ['count-not-whole', 'mới / new'],
    ]);
  });

  test('a figure that cannot be read is the same one when its row moves', async () => {
    const context = previous(found('number-unreadable', '766.TDGQ', 'E17', 'abc'));
    const { changes } = await reportIn(context, figures('766.TDGQ', 'abc', '2', ''));
    expect(changes).toMatchObject({ mended: [], new: [], same: 1 });
  });

  test.each(['%PDF-1.7\n', 'a;b\n1;2\n', ''])(
    '%j: nothing was read, so nothing is mended',
    async (content) => {
      const context = previous(found('negative', '766.TDGQ', 'E9', '-1'));
      const { report } = await check(content, { context });
      expect(report).toMatchObject({ verdict: 'returned', changes: null });
    },
  );

  test('another wrong figure in the same place is new', async () => {
    const context = previous(found('numerator-over-denominator', '766.PUBLISH_ON_TIME', 'E5', '4'));
    const { changes } = await reportIn(context, wrong);
    expect([changes?.mended.length, changes?.new.length, changes?.same]).toEqual([1, 1, 0]);
  });

  test('found twice before and once now: mended once', async () => {
    const twice = found('numerator-over-denominator', '766.PUBLISH_ON_TIME', 'E5', '3');
    const { changes } = await reportIn(previous(twice, twice), wrong);
    expect([changes?.mended.length, changes?.new.length, changes?.same]).toEqual([1, 0, 1]);
  });

  test('an incomplete list before is said', async () => {
    const context: Context = {
      ...emptyContext,
      previous: { submission: 'd'.repeat(32), findings: [], whole: false },
    };
    expect((await reportIn(context)).changes).toEqual({
      previous: 'd'.repeat(32),
      mended: [],
      new: [],
      same: 0,
      whole: false,
    });
  });
});

test('the quarters before one cross the year', () => {
  expect(periodsBefore('2026-Q2', 4)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
  expect(periodsBefore('2023', 2)).toEqual(['2022', '2021']);
});
