import { expect, test } from '@jest/globals';
import { isPublished, silenceOf } from '../../../shared/aggregation/round.ts';

test.each([
  ['what provinces owe', {}, 'province', 'not-submitted'],
  ['what ministries owe', {}, 'ministry', 'not-submitted'],
  ['what a ministry publishes', { owed: false as const }, 'ministry', 'not-published'],
  ['what nobody owes and provinces report themselves', { owed: false as const }, 'province', 'not-submitted'],
] as const)('%s', (_, owed, unitKind, silence) => {
  const form = { ...owed, unitKind };
  expect([silenceOf(form), isPublished(form)]).toEqual([silence, silence === 'not-published']);
});

test('what no form asks for was not published by anybody', () => {
  expect(silenceOf(undefined)).toBe('not-submitted');
});
