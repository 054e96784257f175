import { expect, test } from '@jest/globals';
import { states } from '../../../../shared/submissions/moves.ts';
import { awaitsSignature, isOnItsWay, isOverdue } from '../../../../web/pages/report/slot-stage.ts';

test('a report is on its way from its arrival to its signature', () => {
  expect(states.filter(isOnItsWay)).toEqual(['received', 'checked', 'questioned']);
  expect(states.filter(awaitsSignature)).toEqual(['checked', 'questioned']);
  expect([isOnItsWay(undefined), awaitsSignature(undefined)]).toEqual([false, false]);
});

test('a due day is over at midnight in Viet Nam, seven hours before that of UTC', () => {
  const midnight = Date.parse('2026-09-25T17:00:00Z');
  expect([isOverdue('2026-09-25', midnight - 1), isOverdue('2026-09-25', midnight)]).toEqual([false, true]);
  expect(isOverdue(null, midnight)).toBe(false);
});
