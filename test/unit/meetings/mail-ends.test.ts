import { expect, test } from '@jest/globals';
import { mailEnds } from '../../../shared/meetings/mail-ends.ts';

test.each([
  // A Thursday, a day before the cut-off; and the day of the cut-off itself.
  ['opening', '2026-10-08T08:00:00', '2026-10-14T17:00:00', '2026-10-08T20:00:00'],
  ['reminder-1', '2026-10-14T08:00:00', '2026-10-14T17:00:00', '2026-10-14T17:00:00'],
  ['reminder-2', '2026-10-14T19:59:00', '2026-10-14T21:00:00', '2026-10-14T20:00:00'],
  ['cut-off', '2026-10-14T17:00:00', '2026-10-14T17:00:00', '2026-10-14T20:00:00'],
] as const)('%s at %s with the cut-off at %s is tried until %s', (step, at, cutOff, until) => {
  expect(mailEnds({ step, at }, cutOff)).toBe(until);
});

test.each([
  ['freeze', '2026-10-14T17:15:00'],
  ['provisional', '2026-10-14T17:02:00'],
  // Quiet: other systems are told, and mail waits for the morning by itself.
  ['cut-off', '2026-10-14T21:00:00'],
  ['cut-off', '2026-10-17T17:00:00'],
] as const)('%s at %s may be tried as long as any', (step, at) => {
  expect(mailEnds({ step, at }, '2026-10-14T17:00:00')).toBeNull();
});
