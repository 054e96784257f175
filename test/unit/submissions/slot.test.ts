import { expect, test } from '@jest/globals';
import { type Slot, type SlotKey, standingAt, withSigned } from '../../../shared/submissions/slot.ts';
import { type Fact, submissionOf } from '../../../shared/submissions/submission.ts';

const key: SlotKey = { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' };
const signed = (submission: string, signedAt: string) => ({
  submission,
  sha256: 'a'.repeat(64),
  receivedAt: '2026-09-20T00:00:00.000Z',
  signedAt,
  signedBy: 'approver-82',
  explanations: {},
  pages: ['TDGQ'],
});
const once = withSigned(key, undefined, signed('one', '2026-09-21T00:00:00.000Z'));
const twice = withSigned(key, once, signed('two', '2026-09-23T00:00:00.000Z'));

test('signing moves the pointer and keeps what stood', () => {
  expect(once.standing).toMatchObject({ version: 1, submission: 'one' });
  expect(twice.standing).toMatchObject({ version: 2, submission: 'two' });
  expect(twice.history).toEqual([once.standing]);
});

test.each([
  ['2026-09-20T23:59:59.999Z', undefined],
  ['2026-09-21T00:00:00.000Z', 'one'],
  ['2026-09-22T23:59:59.999Z', 'one'],
  ['2026-09-23T00:00:00.000Z', 'two'],
])('at %s %s stands', (instant, submission) => {
  expect(standingAt(twice as Slot, instant)?.submission).toBe(submission);
});

test('the state is derived from facts and slot, whatever order the facts come in', () => {
  const opened: Fact = {
    fact: 'opened',
    ...key,
    fileName: 'a.xlsx',
    bytes: 1,
    sha256: 'a'.repeat(64),
    contentType: 'text/csv',
    by: 'reporter-82',
    at: '2026-09-20T00:00:00.000Z',
  };
  const received: Fact = { fact: 'received', bytes: 1, versionId: null, at: '2026-09-20T00:00:01.000Z' };
  const verdict = (word: 'passed' | 'returned'): Fact => ({
    fact: 'verdict',
    verdict: word,
    counts: { observations: 21, errors: 0, warnings: 0, repairs: 0 },
    warnings: [],
    pages: [],
    catalog: '2026.1',
    engine: '1',
  });
  const none = { now: null, ever: [] };
  const state = (facts: Fact[], standing: { now: string | null; ever: string[] } = none) =>
    submissionOf('one', facts, standing)?.state;
  expect(state([])).toBeUndefined();
  expect(state([opened])).toBe('opened');
  expect(state([received, opened])).toBe('received');
  expect(state([verdict('passed'), received, opened])).toBe('checked');
  expect(state([verdict('returned'), received, opened])).toBe('returned');
  expect(state([opened, received, verdict('passed')], { now: 'one', ever: [] })).toBe('signed');
  expect(state([opened, received, verdict('passed')], { now: 'two', ever: ['one'] })).toBe('superseded');
});
