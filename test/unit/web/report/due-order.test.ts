import { expect, test } from '@jest/globals';
import { byDueDay, type DueReport } from '../../../../web/pages/report/due-order.ts';

const ordered = (reports: Record<string, DueReport>) =>
  byDueDay(Object.keys(reports), (name) => reports[name] as DueReport);

test('what is signed stands below what is due today', () => {
  expect(
    ordered({
      q3: { due: '2026-09-25', state: 'signed' },
      q4: { due: '2026-12-25', state: undefined },
    }),
  ).toEqual(['q4', 'q3']);
});

test('what is to be done stands by its due day, without one last; what waits for somebody is not done', () => {
  expect(
    ordered({
      none: { due: null, state: undefined },
      extended: { due: '2027-01-05', state: 'returned' },
      asked: { due: '2026-12-25', state: 'signed-questioned' },
      unsigned: { due: '2026-09-25', state: 'checked' },
      done: { due: '2026-06-25', state: 'signed' },
    }),
  ).toEqual(['unsigned', 'asked', 'extended', 'none', 'done']);
});
