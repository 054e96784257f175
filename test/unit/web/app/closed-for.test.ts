import { expect, test } from '@jest/globals';
import { closedFor } from '../../../../web/app/closed-for.ts';

/** For which meeting a report comes too late: by its cut-off, and by its freeze behind it. */

const asks = [{ form: 'qd766', period: '2026-Q4' }];
const slot = { form: 'qd766', period: '2026-Q4' };
const twelve = {
  number: 12,
  state: 'planned' as const,
  asks,
  cutOff: '2026-12-28T14:02:00',
  freezeAt: '2026-12-28T14:17:00',
};
const thirteen = { ...twelve, number: 13, cutOff: '2027-01-20T17:00:00', freezeAt: '2027-01-20T17:15:00' };
const at = (local: string) => Date.parse(`${local}+07:00`);

test.each([
  ['in the second of the cut-off', '2026-12-28T14:02:00', null],
  ['behind the cut-off', '2026-12-28T14:02:01', { number: 12, cutOff: twelve.cutOff, frozenAt: null }],
  ['at the freeze', '2026-12-28T14:17:00', { number: 12, cutOff: twelve.cutOff, frozenAt: twelve.freezeAt }],
  [
    'between two meetings',
    '2027-01-05T09:00:00',
    { number: 12, cutOff: twelve.cutOff, frozenAt: twelve.freezeAt },
  ],
  [
    'behind both',
    '2027-01-21T09:00:00',
    { number: 13, cutOff: thirteen.cutOff, frozenAt: thirteen.freezeAt },
  ],
])('%s', (_when, local, expected) => {
  expect(closedFor([thirteen, twelve], slot, at(local))).toEqual(expected);
});

test.each([
  ['a meeting that was cancelled', { ...twelve, state: 'cancelled' as const, freezeAt: null }],
  ['a meeting held before', { ...twelve, state: 'held' as const, cutOff: null, freezeAt: null }],
  ['a meeting that asks for another period', { ...twelve, asks: [{ form: 'qd766', period: '2026-Q3' }] }],
  ['a meeting that asks for another form', { ...twelve, asks: [{ form: 'dti922', period: '2026-Q4' }] }],
])('%s closes nothing', (_what, meeting) => {
  expect(closedFor([meeting], slot, at('2027-01-21T09:00:00'))).toBeNull();
});
