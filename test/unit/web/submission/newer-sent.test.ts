import { describe, expect, test } from '@jest/globals';
import type { State } from '../../../../shared/submissions/moves.ts';
import { newerSent, waitingIn } from '../../../../web/pages/submission/newer-sent.ts';
import { toRead } from '../../../../web/pages/submission/to-read.ts';
import { lossOf } from '../../../../web/pages/submission/withdrawal-loss.ts';

const sent = (id: string, state: State) => ({ id, state });

describe('a newer file is told on the page of an older one', () => {
  const older = sent('a', 'checked');
  const newerThan = (of: typeof older, ...items: (typeof older)[]) => newerSent(of, items)?.id ?? null;

  test.each(['received', 'checked', 'questioned', 'signed', 'signed-questioned'] as const)(
    'while the newer one is %s',
    (state) => expect(newerThan(older, sent('b', state), older)).toBe('b'),
  );

  test.each(['opened', 'returned', 'withdrawn', 'superseded'] as const)(
    'but not where the newer one is %s',
    (state) => expect(newerThan(older, sent('b', state), older)).toBeNull(),
  );

  test('the one that waits behind it is none, nor is one told to who waits for nothing', () => {
    expect(newerThan(older, older, sent('z', 'checked'))).toBeNull();
    const returned = sent('a', 'returned');
    expect(newerThan(returned, sent('b', 'checked'), returned)).toBeNull();
    expect(newerThan(older, sent('b', 'checked'))).toBeNull();
  });

  test('before another one is sent, all that wait are told', () => {
    const items = [sent('d', 'returned'), sent('c', 'checked'), sent('b', 'questioned'), sent('a', 'signed')];
    expect(waitingIn(items).map(({ id }) => id)).toEqual(['c', 'b']);
  });
});

test('what is withdrawn unsigned needs a new one only where nothing stands', () => {
  expect(lossOf({ state: 'checked', standingVersion: 0 })).toBe('unsigned');
  expect(lossOf({ state: 'checked', standingVersion: 1 })).toBe('beside');
  expect(lossOf({ state: 'signed', standingVersion: 1 })).toBe('standing');
});

test('the approver is led to what is to be read, by its name', () => {
  const file = { name: 'a.xlsx', bytes: 1, sha256: '' };
  const figures = { indicators: [{ indicator: 'i', group: 'g' }] };
  expect(toRead({ file }, figures)).toEqual({ to: '#figures-title', text: 'toSign' });
  expect(toRead({ file }, { indicators: [] })).toEqual({ to: '#figures-title', text: 'toSignTasks' });
  expect(toRead({ file: null }, figures)).toEqual({ to: '#facts-title', text: 'toSignNil' });
});
