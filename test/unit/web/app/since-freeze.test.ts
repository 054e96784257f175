import { expect, test } from '@jest/globals';
import { sinceFreeze } from '../../../../web/app/since-freeze.ts';

/** Which reports stand otherwise than they were frozen. */

const round = { form: 'qd766', period: '2026-Q4' };
const frozenOf = (versions: Record<string, number | null>) =>
  ({
    units: Object.entries(versions).map(([unit, version]) => ({ unit, reports: [{ ...round, version }] })),
  }) as unknown as Parameters<typeof sinceFreeze>[0];
const liveOf = (versions: Record<string, number | null>, of = round) =>
  ({
    ...of,
    units: Object.entries(versions).map(([unit, version]) => ({ unit, version })),
  }) as unknown as Parameters<typeof sinceFreeze>[1][number];

test('what was signed first and what was corrected after the freeze, and nothing that stands as it did', () => {
  const frozen = frozenOf({ a: 1, b: 1, c: null, d: null });
  expect(sinceFreeze(frozen, [liveOf({ a: 1, b: 2, c: 1, d: null })])).toEqual([
    { unit: 'b', ...round, word: 'revised' },
    { unit: 'c', ...round, word: 'reported' },
  ]);
});

test('another round is not held against it', () => {
  const other = { form: 'qd766', period: '2026-Q3' };
  expect(sinceFreeze(frozenOf({ a: 1 }), [liveOf({ a: 1 })])).toEqual([]);
  expect(sinceFreeze(frozenOf({ a: 1 }), [liveOf({ a: 1 }, other)])).toEqual([
    { unit: 'a', ...other, word: 'reported' },
  ]);
});
