import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { engineVersion } from '../../../shared/catalog/engine.ts';
import { type Context, contextFrom } from '../../../shared/normalisation/context.ts';
import type { Report } from '../../../shared/normalisation/report.ts';
import {
  type FileExample,
  type ReadingRule,
  readingRules,
} from '../../../shared/normalisation/rules/reading-rules.ts';
import type { RuleState } from '../../../shared/normalisation/rules/rule.ts';
import { readingStates } from '../../../shared/normalisation/rules/rule-states.ts';
import { rules } from '../../../shared/normalisation/rules/rules.ts';
import { check, csvText } from './form-files.ts';

async function reportOn(example: FileExample, states: Context['rules'] = {}): Promise<Report> {
  const { rows, tasks = null, day = null, ...request } = example;
  const context: Context = {
    schema: 'context/2',
    catalog: catalog.version,
    engine: engineVersion,
    ...request,
    rules: states,
    last: null,
    previous: null,
    day,
    tasks: tasks && [...tasks],
  };
  return (await check(csvText(rows.map((row) => [...row])), { request, context })).report;
}

const groupOf = ({ groups }: Report, { code }: ReadingRule) => groups.find((group) => group.code === code);

describe.each(readingRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('passes its passing example and fails its failing one, with its sentence', async () => {
    expect(groupOf(await reportOn(rule.passing), rule)).toBeUndefined();
    const found = groupOf(await reportOn(rule.failing), rule);
    expect(found).toMatchObject({ message: rule.sentence });
    expect(found?.severity).toBe(rule.state === 'blocking' ? 'error' : 'warning');
  });

  const others = (['blocking', 'warning', 'shadow', 'draft', 'retired'] as const).filter(
    (state) => state !== rule.state,
  );
  if (rule.fixed) {
    test.each(others)('cannot be %s', async (state) => {
      const context = {
        schema: 'context/1',
        catalog: '1',
        engine: engineVersion,
        ...asked,
        rules: { [code]: state },
      };
      expect(() => contextFrom({ ...context, last: null, previous: null })).toThrow(code);
      expect(() =>
        contextFrom({ ...context, rules: { [code]: 'blocking' }, last: null, previous: null }),
      ).not.toThrow();
    });
    return;
  }

  test.each([
    ['blocking', 'error', 0],
    ['warning', 'warning', 0],
    ['shadow', undefined, 1],
    ['draft', undefined, 0],
    ['retired', undefined, 0],
  ] as [RuleState, string | undefined, number][])('as %s', async (state, severity, shaded) => {
    const report = await reportOn(rule.failing, { [code]: state });
    expect(groupOf(report, rule)?.severity).toBe(severity);
    expect(report.findings.some((finding) => finding.code === code)).toBe(severity !== undefined);
    expect(report.shadow[code] ?? 0).toBe(shaded);
    const { rowsRead, tasks } = report.counts;
    expect(rowsRead + tasks.rowsRead).toBe(rule.failing.rows.length);
  });
});

const asked = { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' };

test('a rule holds in its periods only', () => {
  const dated = { code: 'a', state: 'blocking', periods: { from: '2026-Q3', to: '2026-Q4' } } as const;
  const inPeriod = (period: string) => readingStates({ a: 'warning' }, period, [dated]).get('a');
  expect(['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'].map(inPeriod)).toEqual([
    'retired',
    'warning',
    'warning',
    'retired',
  ]);
});

test('no code is that of two rules', () => {
  const codes = [...rules, ...readingRules].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
