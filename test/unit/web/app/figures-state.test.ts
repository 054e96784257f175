import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import {
  type FreezingMeeting,
  figuresState,
  freezesPassed,
  isBeingFrozen,
} from '../../../../web/app/figures-state.ts';

const forms = catalog.everyForm.filter(({ code }) => ['qd766', 'qd766-published'].includes(code));
const asksOf = (form: string, period: string) => [{ form, period }];
const meeting = (number: number, freezeAt: string, more: Partial<FreezingMeeting> = {}): FreezingMeeting => ({
  id: `ubqg-${number}`,
  number,
  state: 'planned',
  asks: asksOf('qd766', '2026-Q3'),
  freezeAt,
  ...more,
});
const eleven = meeting(11, '2026-10-14T17:15:00');
const twelve = meeting(12, '2026-11-11T17:15:00');
/** The freeze of the eleventh, 17:15 in Viet Nam, and of the twelfth. */
const [ofEleven, ofTwelve] = [Date.parse('2026-10-14T10:15:00Z'), Date.parse('2026-11-11T10:15:00Z')];

/** What is told of III/2026: the state, and which meeting. */
const told = (
  meetings: readonly FreezingMeeting[],
  snapshots: Readonly<Record<string, boolean>>,
  now: number,
  asked = { forms, period: '2026-Q3' },
) => {
  const hasSnapshot = new Map(Object.entries(snapshots));
  const state = figuresState(asked, { meetings, hasSnapshot, now });
  return state && [state.state, ...('meeting' in state ? [state.meeting?.id ?? null] : [])];
};

describe('figures are', () => {
  test('provisional while their meeting collects, until the very second of its freeze', () => {
    expect(told([eleven], {}, ofEleven - 1000)).toEqual(['provisional', 'ubqg-11']);
    // From then on the meeting has to be asked.
    expect(told([eleven], {}, ofEleven)).toBeNull();
  });

  test('frozen for the meeting whose snapshot holds them, also where it was long ago', () => {
    expect(told([eleven], { 'ubqg-11': true }, ofEleven)).toEqual(['frozen', 'ubqg-11']);
    const other = meeting(13, '2027-01-12T17:15:00', { asks: asksOf('qd766', '2026-Q4') });
    expect(told([other, eleven], { 'ubqg-11': true }, Date.parse('2028-01-01T00:00:00Z'))).toEqual([
      'frozen',
      'ubqg-11',
    ]);
  });

  test('being frozen for an hour after the freeze, while there is no snapshot', () => {
    const none = { 'ubqg-11': false };
    expect(told([eleven], none, ofEleven)).toEqual(['freezing', 'ubqg-11']);
    expect(told([eleven, twelve], none, ofEleven + 3_599_999)).toEqual(['freezing', 'ubqg-11']);
    expect(told([eleven, twelve], none, ofEleven + 3_600_000)).toEqual(['provisional', 'ubqg-12']);
  });

  test('still provisional where the freeze has come and no snapshot was made, and of no meeting that is past', () => {
    expect(told([eleven], { 'ubqg-11': false }, ofTwelve)).toEqual(['provisional', null]);
    // 10 July has passed without a snapshot; it is 1 September, and the next freeze is on 14 October.
    const [eight, nine] = [meeting(8, '2026-07-10T17:15:00'), meeting(9, '2026-10-14T17:15:00')];
    const september = Date.parse('2026-09-01T02:00:00Z');
    expect(told([eight, nine], { 'ubqg-8': false }, september)).toEqual(['provisional', 'ubqg-9']);
    expect(told([nine, eight], { 'ubqg-8': false }, september)).toEqual(['provisional', 'ubqg-9']);
  });

  test('frozen for the newest of the meetings that asked for them', () => {
    const both = { 'ubqg-11': true, 'ubqg-12': true };
    expect(told([eleven, twelve], both, ofTwelve)).toEqual(['frozen', 'ubqg-12']);
    expect(told([twelve, eleven], both, ofTwelve)).toEqual(['frozen', 'ubqg-12']);
    // What the twelfth will freeze, and what it has not frozen in time, is frozen for the eleventh.
    expect(told([eleven, twelve], both, ofTwelve - 1000)).toEqual(['frozen', 'ubqg-11']);
    expect(told([eleven, twelve], { ...both, 'ubqg-12': false }, ofTwelve)).toEqual(['frozen', 'ubqg-11']);
    // Nothing is guessed of one that could not be asked.
    expect(told([eleven, twelve], { 'ubqg-11': true }, ofTwelve)).toBeNull();
  });

  test.each([
    ['that was cancelled', meeting(11, '2026-10-14T17:15:00', { state: 'cancelled' })],
    [
      'that was held before this service',
      meeting(4, '2026-10-14T17:15:00', { state: 'held', asks: [], freezeAt: null }),
    ],
    [
      'that asks for another period',
      meeting(11, '2026-10-14T17:15:00', { asks: asksOf('qd766', '2026-Q4') }),
    ],
    ['that asks for another form', meeting(11, '2026-10-14T17:15:00', { asks: asksOf('cds', '2026-Q3') })],
  ])('not frozen for a meeting %s, whatever it has', (_, other) => {
    expect(freezesPassed([other], { forms, period: '2026-Q3' }, ofTwelve)).toEqual([]);
    expect(told([other], { [other.id]: true }, ofTwelve)).toEqual(['provisional', null]);
  });

  test('published where a ministry brought them in, and no meeting is asked', () => {
    const year = meeting(11, '2026-10-14T17:15:00', { asks: asksOf('qd766-published', '2024') });
    expect(told([year], { 'ubqg-11': true }, ofTwelve, { forms, period: '2024' })).toEqual(['published']);
    expect(freezesPassed([year], { forms, period: '2024' }, ofTwelve)).toEqual([]);
  });

  test('not published where provinces report what they owe by no day', () => {
    const tasks = catalog.everyForm.filter(({ code }) => code === 'nhiem-vu');
    expect(told([eleven], {}, ofEleven, { forms: tasks, period: '2026-Q3' })).toEqual(['provisional', null]);
  });

  test.each(['2025', '2026-Q2', 'nonsense'])(
    'nothing that can be told of %s, which no form asks for',
    (period) => {
      expect(told([eleven], { 'ubqg-11': true }, ofTwelve, { forms, period })).toBeNull();
    },
  );
});

test('of the meetings of which a snapshot is asked the last freeze is first, and none is ahead', () => {
  const idsAt = (now: number) =>
    freezesPassed([eleven, twelve], { forms, period: '2026-Q3' }, now).map(({ id }) => id);
  expect(idsAt(ofTwelve)).toEqual(['ubqg-12', 'ubqg-11']);
  expect(idsAt(ofTwelve - 1)).toEqual(['ubqg-11']);
  expect(idsAt(ofEleven - 1)).toEqual([]);
});

test('a snapshot is waited for from the freeze on, an hour long, until it is known to be there', () => {
  const awaited = (now: number, known: [string, boolean][] = []) =>
    isBeingFrozen(eleven, new Map(known), now);
  expect(
    [ofEleven - 1, ofEleven, ofEleven + 3_599_999, ofEleven + 3_600_000].map((at) => awaited(at)),
  ).toEqual([false, true, true, false]);
  expect(awaited(ofEleven, [['ubqg-11', false]])).toBe(true);
  expect(awaited(ofEleven, [['ubqg-11', true]])).toBe(false);
  expect(isBeingFrozen({ ...eleven, freezeAt: null }, new Map(), ofEleven)).toBe(false);
});
