import { describe, expect, test } from '@jest/globals';
import { type Placed, withdrawalOf } from '../../../shared/submissions/placed.ts';
import {
  emptySlot,
  isTooLarge,
  type Slot,
  type SlotKey,
  standingVersion,
  withExtension,
  withSigned,
  withWithdrawn,
} from '../../../shared/submissions/slot.ts';
import { extendedTo, firstReceivedAt, slotAt, standingAt } from '../../../shared/submissions/slot-at.ts';
import { type Slot1, type Slot2, slotFrom } from '../../../shared/submissions/stored-slot.ts';
import { type Fact, submissionOf } from '../../../shared/submissions/submission.ts';

const key: SlotKey = { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' };
/** Whatever a version said from the first day on. */
const confirmed = (submission: string, signedAt: string) => ({
  submission,
  sha256: 'a'.repeat(64),
  receivedAt: '2026-09-20T00:00:00.000Z',
  signedAt,
  signedBy: 'approver-82',
  explanations: {},
  pages: ['TDGQ'],
});
const plain = { why: null, nil: false, onBehalfOf: null };
const signed = (submission: string, signedAt: string) => ({ ...confirmed(submission, signedAt), ...plain });
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
    catalog: '2026.2',
    engine: '1',
  });
  const none = { now: null, ever: [], withdrawn: [] };
  const state = (facts: Fact[], standing: Placed = none) => submissionOf('one', facts, standing)?.state;
  expect(state([])).toBeUndefined();
  expect(state([opened])).toBe('opened');
  expect(state([received, opened])).toBe('received');
  expect(state([verdict('passed'), received, opened])).toBe('checked');
  expect(state([verdict('returned'), received, opened])).toBe('returned');
  expect(state([opened, received, verdict('passed')], { ...none, now: 'one' })).toBe('signed');
  expect(state([opened, received, verdict('passed')], { ...none, now: 'two', ever: ['one'] })).toBe(
    'superseded',
  );
});

describe('a withdrawn version', () => {
  const withdrawal = { at: '2026-09-24T00:00:00.000Z', by: 'approver-82', why: 'sai số liệu' };
  const empty = withWithdrawn(key, twice, 'two', withdrawal);
  const again = withSigned(key, empty, {
    ...signed('three', '2026-09-26T00:00:00.000Z'),
    receivedAt: '2026-09-25T20:00:00.000Z',
  });

  test('leaves nothing standing, not the version before it, and stays in the history', () => {
    expect(empty.standing).toBeNull();
    expect(standingVersion(empty)).toBe(0);
    expect(empty.history).toEqual([once.standing, { ...twice.standing, withdrawn: withdrawal }]);
    expect(withdrawalOf(empty, 'two')).toEqual(withdrawal);
    expect(withdrawalOf(empty, 'one')).toBeUndefined();
  });

  test('does not give its number to the next one', () => {
    expect(again.standing.version).toBe(3);
    expect(again.revision).toBe(4);
  });

  test.each([
    ['2026-09-23T00:00:00.000Z', 'two'],
    ['2026-09-23T23:59:59.999Z', 'two'],
    ['2026-09-24T00:00:00.000Z', undefined],
    ['2026-09-25T23:59:59.999Z', undefined],
    ['2026-09-26T00:00:00.000Z', 'three'],
  ])('at %s %s stands', (instant, submission) => {
    expect(standingAt(again, instant)?.submission).toBe(submission);
    expect(standingAt(again, instant) ?? {}).not.toHaveProperty('withdrawn');
  });

  test('punctuality begins anew after it, and not before it', () => {
    expect(firstReceivedAt(twice)).toBe('2026-09-20T00:00:00.000Z');
    expect(firstReceivedAt(empty)).toBeNull();
    expect(firstReceivedAt(again)).toBe('2026-09-25T20:00:00.000Z');
    expect(firstReceivedAt(again, '2026-09-23T12:00:00.000Z')).toBe('2026-09-20T00:00:00.000Z');
  });

  test('a submission that never stood is withdrawn without touching what stands', () => {
    const other = withWithdrawn(key, twice, 'four', withdrawal);
    expect(other.standing).toEqual(twice.standing);
    expect(withdrawalOf(other, 'four')).toEqual(withdrawal);
    expect(other.revision).toBe(3);
  });
});

test('an extension counts from when it was granted, and the latest day counts', () => {
  const grant = (until: string, at: string) => ({ until, why: 'bão', by: 'secretariat', at });
  const first = withExtension(key, undefined, grant('2026-09-28', '2026-09-24T00:00:00.000Z'));
  const second = withExtension(key, first, grant('2026-09-30', '2026-09-27T00:00:00.000Z'));
  expect(first.standing).toBeNull();
  expect(extendedTo(undefined)).toBeNull();
  expect(extendedTo(second)).toBe('2026-09-30');
  expect(extendedTo(second, '2026-09-26T00:00:00.000Z')).toBe('2026-09-28');
  expect(extendedTo(second, '2026-09-23T00:00:00.000Z')).toBeNull();
});

describe('a slot as it was kept before', () => {
  // Written by hand after the shapes that were in use; the first one's item had the version as its condition.
  const first: Slot1 = {
    schema: 'slot/1',
    key,
    standing: { version: 2, ...confirmed('two', '2026-09-23T00:00:00.000Z') },
    history: [{ version: 1, ...confirmed('one', '2026-09-21T00:00:00.000Z') }],
  };
  const second: Slot2 = {
    ...first,
    schema: 'slot/2',
    revision: 2,
    withdrawnUnsigned: [],
    extensions: [],
  };

  test.each([first, second])('still reads, and goes on counting: $schema', (stored) => {
    const slot = slotFrom(JSON.parse(JSON.stringify(stored)) as Slot1 | Slot2);
    expect(slot).toEqual(twice);
    expect(slotFrom(slot)).toBe(slot);
    expect(withSigned(key, slot, signed('three', '2026-09-24T00:00:00.000Z'))).toMatchObject({
      schema: 'slot/3',
      revision: 3,
      standing: { version: 3 },
    });
  });

  test('keeps its withdrawals and extensions', () => {
    const withdrawn = { at: '2026-09-24T00:00:00.000Z', by: 'approver-82', why: 'sai' };
    const history = [{ version: 1, ...confirmed('one', '2026-09-21T00:00:00.000Z'), withdrawn }];
    const extensions = [
      { until: '2026-09-30', why: 'bão', by: 'secretariat', at: '2026-09-25T00:00:00.000Z' },
    ];
    const slot = slotFrom({ ...second, standing: null, history, extensions, revision: 3 });
    expect(slot).toMatchObject({ standing: null, history: [{ ...plain, withdrawn }], extensions });
    expect(extendedTo(slot)).toBe('2026-09-30');
  });

  test('of a shape that is none of ours is a fault', () => {
    expect(() => slotFrom({ ...first, schema: 'slot/9' } as never)).toThrow(/unknown schema/);
  });
});

describe('a slot as it was at an instant', () => {
  const day = (number: number) => `2026-09-${number}T00:00:00.000Z`;
  const onBehalfOf = { unit: key.unit, by: 'province:52@2025', decision: 1 };
  const why = 'Rà soát lại mẫu số.';
  // A file on the 11th, a nil return in its place on the 13th, taken back on the 15th, a successor's on the 19th.
  const first = withSigned(key, undefined, signed('one', day(11)));
  const other = withWithdrawn(key, first, 'other', { at: day(12), by: 'r', why: 'nhầm' });
  const nil = withSigned(key, other, { ...signed('nil', day(13)), why, nil: true });
  const extended = withExtension(key, nil, { until: '2026-09-30', why: 'bão', by: 's', at: day(14) });
  const empty = withWithdrawn(key, extended, 'nil', { at: day(15), by: 'a', why: 'có phát sinh' });
  const now = withSigned(key, empty, { ...signed('last', day(19)), onBehalfOf });

  test.each([
    [day(10), { ...first, revision: 0, standing: null }],
    [day(11), first],
    [day(12), other],
    [day(13), nil],
    [day(14), extended],
    [day(15), empty],
    [day(19), now],
  ])('%s', (instant, slot) => {
    expect(slotAt(now, instant)).toEqual(slot);
  });

  test('says of the version that stood then whether it was a nil return, why, and on whose behalf', () => {
    expect(standingAt(now, day(14))).toMatchObject({ nil: true, why, onBehalfOf: null });
    expect(standingAt(now, day(16))).toBeUndefined();
    expect(standingAt(now, day(20))).toMatchObject({ nil: false, why: null, onBehalfOf });
  });
});

test('a slot is too large by count or by bytes, in UTF-8, long before an item of 400 KB', () => {
  const withReasons = (count: number, why: string) =>
    Array.from({ length: count }, (_, index) => index).reduce<Slot>(
      (slot, index) => withWithdrawn(key, slot, `submission-${index}`, { at: 'x', by: 'y', why }),
      emptySlot(key),
    );
  expect(isTooLarge(withReasons(100, 'ngắn'))).toBe(false);
  expect(isTooLarge(withReasons(101, 'ngắn'))).toBe(true);
  // By hand: "ế" takes three bytes in UTF-8, so 90 reasons of 1,400 of them take 378,000.
  expect(isTooLarge(withReasons(90, 'ế'.repeat(1_400)))).toBe(true);
});
