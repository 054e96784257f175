import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { formAsking } from '../../../../web/app/form-asking.ts';

describe('the form that asks for a period', () => {
  const versions = catalog.everyForm.filter(({ code }) => ['qd766', 'qd766-published'].includes(code));

  test.each([
    // Provinces report by quarter from III/2026; what the ministry published is by year, 2022 to 2024.
    ['2026-Q3', 'quarter'],
    ['2024', 'year'],
    // Before the first quarter, after the last year, of a kind that nobody asks for, and no period at all.
    ['2026-Q2', undefined],
    ['2025', undefined],
    ['2026-M09', undefined],
    ['2026-Q5', undefined],
  ])('%s: by %s', (period, kind) => {
    expect(formAsking(versions, period)?.periodKind).toBe(kind);
  });
});
