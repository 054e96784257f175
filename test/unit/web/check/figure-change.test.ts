import { describe, expect, test } from '@jest/globals';
import { changeOf } from '../../../../web/engine/figure-change.ts';
import { shareOf } from '../../../../web/format/share.ts';

const figure = (
  value: string | null,
  numerator: string | null = null,
  denominator: string | null = null,
) => ({
  value,
  numerator,
  denominator,
  status: 'reported' as const,
});
const last = (...parts: Parameters<typeof figure>) => ({ indicator: 'A', ...figure(...parts) });

describe('the share of a ratio', () => {
  test.each([
    ['43', '47', '91.49'],
    ['0', '79', '0'],
    ['1', '3', '33.33'],
  ])('%s of %s is %s percent', (numerator, denominator, share) => {
    expect(shareOf(numerator, denominator)).toBe(share);
  });

  test('of nothing there is none, and of half a ratio neither', () => {
    expect(shareOf('0', '0')).toBeNull();
    expect(shareOf('1', null)).toBeNull();
  });
});

describe('a figure beside the one that stood last', () => {
  test.each([
    ['more', '112.5', '100', '12.5', '12.5'],
    ['less', '96.5', '100', '-3.5', '-3.5'],
    ['of nothing before there is no percent', '5', '0', '5', null],
    ['of less than nothing neither', '5', '-2', '7', null],
  ])('%s', (_, now, before, difference, percent) => {
    expect(changeOf(figure(now), last(before))).toMatchObject({ isChanged: true, difference, percent });
  });

  test('a ratio differs by percentage points, also where only its parts changed', () => {
    expect(changeOf(figure(null, '2', '4'), last(null, '1', '2'))).toMatchObject({
      isChanged: true,
      shareBefore: '50',
      difference: '0',
      percent: null,
    });
  });

  test('the same number written otherwise is the same; another state of nothing is not', () => {
    expect(changeOf(figure('5.0'), last('5')).isChanged).toBe(false);
    const missing = { ...figure(null), status: 'missing' as const };
    const notYet = { ...last(null), status: 'not-yet' as const };
    expect(changeOf(missing, notYet)).toMatchObject({ isChanged: true, difference: null });
  });

  test('texts and days are compared, not subtracted', () => {
    expect(changeOf(figure('2026-09-24'), last('2026-09-23'))).toMatchObject({
      isChanged: true,
      difference: null,
      percent: null,
    });
  });
});
