import { describe, expect, test } from '@jest/globals';
import { periodsNow } from '../../../../web/format/periods-now.ts';

describe('the periods of which a reporter thinks', () => {
  test.each([
    ['quarter', '2026-09-22', ['2026-Q2', '2026-Q3']],
    ['quarter', '2026-01-05', ['2025-Q4', '2026-Q1']],
    ['month', '2026-10-01', ['2026-M09', '2026-M10']],
    ['month', '2026-01-31', ['2025-M12', '2026-M01']],
    ['half', '2026-07-01', ['2026-H1', '2026-H2']],
    ['nine-months', '2026-10-01', ['2025-9M', '2026-9M']],
    ['year', '2026-12-31', ['2025', '2026']],
  ] as const)('%s on %s', (kind, day, expected) => {
    expect(periodsNow(kind, day)).toEqual(expected);
  });
});
