import { expect, test } from '@jest/globals';
import { absentIn } from '../../../shared/aggregation/absent.ts';

const of = (state: 'missing' | 'not-due' | 'late' | 'on-time', extendedTo: string | null = null) => ({
  state,
  extendedTo,
});

test('who has more time is absent like the others, and told among them', () => {
  const units = [
    of('missing'),
    of('missing', '2026-10-05'),
    of('not-due', '2027-01-05'),
    of('late', '2026-10-05'),
    of('on-time'),
  ];
  expect(absentIn([{ due: '2026-12-25', units }])).toEqual({ absent: 3, extended: 2 });
});

test('what nobody owes by a day is not absent; rounds are added up', () => {
  const units = [of('missing'), of('not-due')];
  expect(absentIn([{ due: null, units }])).toEqual({ absent: 0, extended: 0 });
  expect(
    absentIn([
      { due: '2026-12-25', units },
      { due: '2026-12-31', units },
    ]),
  ).toEqual({ absent: 4, extended: 0 });
});
