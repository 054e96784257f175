import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Period } from '../../../shared/catalog/period.ts';
import {
  everyPeriodBetween,
  instantOf,
  isWithin,
  localDayOf,
  partsOf,
  periodOf,
  periodsBefore,
  periodsBetween,
} from '../../../shared/catalog/period.ts';

import { periodsAsked } from '../../../shared/catalog/periods-asked.ts';
import type { Form } from '../../../shared/catalog/schema.ts';

const period = (code: string) => periodOf(code) as Period;

describe('periods', () => {
  // NĐ 09/2019/NĐ-CP, Art. 12; TT 04/2022/TT-BTTTT.
  test.each([
    ['2026-Q1', '2025-12-15', '2026-03-14', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-03-15', '2026-06-14', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-06-15', '2026-09-14', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-09-15', '2026-12-14', '2026-10-01', '2026-12-31'],
    ['2023', '2022-12-15', '2023-12-14', '2023-01-01', '2023-12-31'],
    ['2022-H1', '2021-12-15', '2022-06-14', '2022-01-01', '2022-06-30'],
    ['2022-H2', '2022-06-15', '2022-12-14', '2022-07-01', '2022-12-31'],
    ['2025-9M', '2024-12-15', '2025-09-14', '2025-01-01', '2025-09-30'],
    ['2026-M01', '2025-12-15', '2026-01-14', '2026-01-01', '2026-01-31'],
    ['2026-M07', '2026-06-15', '2026-07-14', '2026-07-01', '2026-07-31'],
    ['2026-M12', '2026-11-15', '2026-12-14', '2026-12-01', '2026-12-31'],
    // February has 29 days in 2024, 28 in 2026.
    ['2024-M02', '2024-01-15', '2024-02-14', '2024-02-01', '2024-02-29'],
    ['2026-M02', '2026-01-15', '2026-02-14', '2026-02-01', '2026-02-28'],
  ])('%s', (code, from, to, statisticalFrom, statisticalTo) => {
    expect(periodOf(code)).toMatchObject({
      code,
      administrative: { from, to },
      statistical: { from: statisticalFrom, to: statisticalTo },
    });
  });

  test.each([
    ['2026-M07', 'tháng 7/2026', 'July 2026'],
    ['2026-Q3', 'quý III/2026', 'quarter III 2026'],
    ['2022-H1', '6 tháng đầu năm 2022', 'first half of 2022'],
    ['2022-H2', '6 tháng cuối năm 2022', 'second half of 2022'],
    ['2025-9M', '9 tháng đầu năm 2025', 'first nine months of 2025'],
    ['2023', 'năm 2023', 'year 2023'],
  ])('%s is called %s', (code, vi, en) => {
    expect(period(code).names).toEqual({ vi, en });
  });

  test.each([
    ...['2026-Q5', '2026-Q0', '2026-', '26-Q1', '2026-q1', ' 2026-Q1', '2026-M13', '2026-M7', '2026-07'],
    ...['2026-H3', '2026-H0', '2026-6M', '2026-M9', '2026H1', '1999', '2026-Q1 '],
  ])('%j is no period', (code) => {
    expect(periodOf(code)).toBeUndefined();
  });
});

describe('what is cumulative is never a quarter', () => {
  test.each([
    ['2026-H1', true, ['2026-Q1', '2026-Q2']],
    ['2026-H2', false, ['2026-Q3', '2026-Q4']],
    ['2026-9M', true, ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['2026', true, ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['2026-Q2', false, []],
    ['2026-M06', false, []],
  ])('%s: cumulative %s, of %j', (code, isCumulative, parts) => {
    expect(period(code).isCumulative).toBe(isCumulative);
    expect(partsOf(period(code))).toEqual(parts);
    expect(parts.includes(code)).toBe(false);
  });

  test.each([
    ['2026-Q1', ['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4']],
    ['2026-H1', ['2025-H2', '2025-H1', '2024-H2', '2024-H1', '2023-H2']],
    ['2026-9M', ['2025-9M', '2024-9M', '2023-9M', '2022-9M', '2021-9M']],
    ['2026', ['2025', '2024', '2023', '2022', '2021']],
    ['2026-M02', ['2026-M01', '2025-M12', '2025-M11', '2025-M10', '2025-M09']],
    ['2026-X', []],
  ])('before %s stand those of its kind', (code, before) => {
    expect(periodsBefore(code, 5)).toEqual(before);
  });

  test('from one to another of a kind, within a bound', () => {
    expect(periodsBetween('2025-Q4', '2026-Q2', 12)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
    expect(periodsBetween('2025-M12', '2026-M01', 12)).toEqual(['2025-M12', '2026-M01']);
    expect(periodsBetween('2024', '2024', 12)).toEqual(['2024']);
    expect(periodsBetween('2025-Q1', '2026-Q2', 5)).toBeUndefined();
    expect(periodsBetween('2026-Q2', '2026-Q1', 12)).toBeUndefined();
    expect(periodsBetween('2026-Q1', '2026-H1', 12)).toBeUndefined();
    expect(periodsBetween('2026-Q1', '2026-Q9', 12)).toBeUndefined();
  });

  test('all from one to another, as many as a century has', () => {
    const months = everyPeriodBetween('2000-M01', '2099-M12');
    expect([months.length, months[0], months.at(-1)]).toEqual([1_200, '2000-M01', '2099-M12']);
    expect(everyPeriodBetween('2026-Q2', '2026-Q1')).toEqual([]);
    expect(everyPeriodBetween('2026-Q1', '2026-H1')).toEqual([]);
  });

  test('periods of different kinds are ordered by their last days', () => {
    const since = { from: '2026-Q3', to: null };
    for (const code of ['2026-Q3', '2026-9M', '2026-M09', '2026-H2', '2026', '2027-H1']) {
      expect([code, isWithin(since, code)]).toEqual([code, true]);
    }
    for (const code of ['2026-Q2', '2026-H1', '2026-M08', '2025']) {
      expect([code, isWithin(since, code)]).toEqual([code, false]);
    }
    expect(isWithin({ from: '2022', to: '2023' }, '2024')).toBe(false);
    expect(() => isWithin(since, '2026-Q7')).toThrow(/2026-Q7/);
  });
});

test('local days and times are those of Viet Nam', () => {
  expect(localDayOf('2026-09-25T16:59:59.999Z')).toBe('2026-09-25');
  expect(localDayOf('2026-09-25T17:00:00.000Z')).toBe('2026-09-26');
  expect(instantOf('2026-10-14T17:00:00')).toBe('2026-10-14T10:00:00.000Z');
});

describe('the periods for which a form was asked by a day', () => {
  const form = { ...(catalog.forms.get('qd766') as Form), from: '2026-Q3', to: null };
  test.each<[Partial<Form>, string, string[]]>([
    [{}, '2026-06-14', []],
    [{}, '2026-06-15', ['2026-Q3']],
    // The first quarter begins on 15 December of the year before.
    [{}, '2026-12-15', ['2026-Q3', '2026-Q4', '2027-Q1']],
    [{ to: '2026-Q3' }, '2027-12-31', ['2026-Q3']],
    [{ periodKind: 'half', from: '2025-H2' }, '2026-06-15', ['2025-H2', '2026-H1', '2026-H2']],
    [{ periodKind: 'month', from: '2026-M11' }, '2026-12-15', ['2026-M11', '2026-M12', '2027-M01']],
    [{ periodKind: 'nine-months', from: '2025-9M' }, '2026-12-14', ['2025-9M', '2026-9M']],
    [{ periodKind: 'year', from: '2022', window: 'statistical' }, '2024-12-31', ['2022', '2023', '2024']],
  ])('%j on %s', (change, day, expected) => {
    expect(periodsAsked({ ...form, ...change }, day)).toEqual(expected);
  });
});
