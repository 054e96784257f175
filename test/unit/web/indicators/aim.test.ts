import { describe, expect, test } from '@jest/globals';
import type { Target } from '../../../../shared/catalog/schema.ts';
import { aimedAt, targetAt } from '../../../../web/pages/indicators/aim.ts';

const target = (year: number, value: string): Target => ({
  year,
  aim: { is: '>=', value },
  text: `≥ ${value}`,
  source: '',
});
// QĐ 749/QĐ-TTg sets its aims for 2025 and for 2030.
const targets = [target(2025, '80'), target(2030, '100')];

describe('the target of a period', () => {
  test('is the nearest that is not over, not the first that is written', () => {
    expect(targetAt(targets, '2024')).toBe(targets[0]);
    expect(targetAt(targets, '2025-Q4')).toBe(targets[0]);
    expect(targetAt(targets, '2026-Q1')).toBe(targets[1]);
    expect(targetAt(targets, '2031')).toBeNull();
    expect(aimedAt(targets, '2026-Q3')?.value).toBe('100');
  });

  test('of several groups at once is told as several, and not drawn', () => {
    const both = [
      { ...target(2025, '80'), among: 'tỉnh' },
      { ...target(2025, '60'), among: 'xã' },
    ];
    expect(targetAt(both, '2025')).toBe('several');
    expect(aimedAt(both, '2025')).toBeNull();
  });
});
