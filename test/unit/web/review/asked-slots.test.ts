import { expect, test } from '@jest/globals';
import { periodShown, periodsShown } from '../../../../web/pages/review/asked-slots.ts';

test.each([
  ['month', '2026-M10', '2026-M09'],
  ['quarter', '2026-Q4', '2026-Q3'],
  ['half', '2026-H2', '2026-H1'],
  ['nine-months', '2026-9M', '2025-9M'],
  ['year', '2026', '2025'],
] as const)(
  'a form of a %s is shown in the one in which today lies, and those before it',
  (periodKind, now, before) => {
    const shown = periodShown({ code: 'a', periodKind }, [{ form: 'b', period: '2026-Q3' }], '2026-10-14');
    expect(shown).toBe(now);
    expect(periodsShown(shown, shown).slice(0, 2)).toEqual([now, before]);
  },
);

test('what the coming meeting asks for comes first', () => {
  const form = { code: 'a', periodKind: 'half' } as const;
  expect(periodShown(form, [{ form: 'a', period: '2026-H1' }], '2026-10-14')).toBe('2026-H1');
});
