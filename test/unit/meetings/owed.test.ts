import { expect, test } from '@jest/globals';
import {
  type Asked,
  type Owing,
  owedFor,
  type SeenSlot,
  type SeenTask,
} from '../../../shared/meetings/owed.ts';
import { withExtension, withWithdrawn } from '../../../shared/submissions/slot.ts';
import type { Submission } from '../../../shared/submissions/submission.ts';
import { asked, inState, keyOf, signedSlot, unitOf } from './meeting-eleven.ts';

const anGiang = unitOf('province:91@2025');
/** 22 September 2026, eight in the morning in Viet Nam: the form is due on Friday the 25th. */
const tuesday = '2026-09-22T01:00:00.000Z';

const seen = (slot: SeenSlot['slot'], submission?: Submission): SeenSlot => ({
  unit: anGiang,
  slot,
  submission,
});
const of = (slot: SeenSlot, at = tuesday): Owing[] =>
  owedFor({ asked: [{ ...asked, slots: [slot] }], tasks: [] }, at);
const states = (slot: SeenSlot) => of(slot).flatMap(({ reports }) => reports.map(({ state }) => state));

test('names who owes, in the order of codes, with the day and how it lies to today', () => {
  const owing = owedFor({ asked: [asked], tasks: [] }, tuesday);
  expect(owing.map(({ name }) => name)).toEqual(['Tỉnh An Giang', 'Thành phố Cần Thơ', 'Tỉnh Cà Mau']);
  expect(owing[0]?.reports).toMatchObject([
    { form: 'qd766', period: '2026-Q3', state: 'missing', due: '2026-09-25', daysLeft: 3, late: false },
  ]);
});

test.each([
  ['nothing', undefined, ['missing']],
  ['a ticket without its file', 'opened', ['missing']],
  ['a file that is being read', 'received', ['reading']],
  ['a file that was returned', 'returned', ['returned']],
  ['a verdict that waits for its signature', 'checked', ['unsigned']],
  ['a question', 'questioned', ['questioned']],
  ['what was withdrawn', 'withdrawn', ['missing']],
] as const)('where nothing stands and there is %s, %s: %j', (_what, state, expected) => {
  expect(states(seen(undefined, state && inState(state)))).toEqual(expected);
});

test('what stands owes nothing, nil returns neither, unless a question is open', () => {
  const slot = signedSlot(anGiang.id, '2026-09-20T00:00:00.000Z');
  expect(states(seen(slot, inState('signed')))).toEqual([]);
  expect(states(seen(slot, inState('signed-questioned')))).toEqual(['questioned']);
  const nil = signedSlot(anGiang.id, '2026-09-20T00:00:00.000Z', true);
  expect(states(seen(nil, inState('signed')))).toEqual([]);
});

test('what was withdrawn is owed again', () => {
  const slot = signedSlot(anGiang.id, '2026-09-20T00:00:00.000Z');
  const withdrawal = { at: '2026-09-21T00:00:00.000Z', by: 'approver', why: 'sai số liệu' };
  const after = withWithdrawn(keyOf(anGiang.id), slot, `of-${anGiang.id}`, withdrawal);
  expect(states(seen(after))).toEqual(['missing']);
});

test.each([
  ['2026-09-24T16:59:59.999Z', 1, false],
  ['2026-09-24T17:00:00.000Z', 0, false],
  ['2026-09-25T16:59:59.999Z', 0, false],
  ['2026-09-25T17:00:00.000Z', -1, true],
])('at %s %i days are left, by local days', (at, daysLeft, late) => {
  expect(of(seen(undefined), at)[0]?.reports[0]).toMatchObject({ daysLeft, late });
});

test('an extension moves the day, and one to a Saturday ends with the Monday', () => {
  const until = (day: string) =>
    withExtension(keyOf(anGiang.id), undefined, { until: day, why: 'bão', by: 'thu.ky', at: tuesday });
  expect(of(seen(until('2026-09-30')))[0]?.reports[0]).toMatchObject({ due: '2026-09-30', daysLeft: 8 });
  expect(of(seen(until('2026-10-03')))[0]?.reports[0]).toMatchObject({ due: '2026-10-05', daysLeft: 13 });
});

test('nobody owes what nobody owes by a day, nor a period that has not begun', () => {
  const published: Asked = { ...asked, form: { ...asked.form, owed: false } };
  expect(owedFor({ asked: [published], tasks: [] }, tuesday)).toEqual([]);
  // The administrative third quarter begins on 15 June: NĐ 09/2019/NĐ-CP, Art. 12.
  expect(of(seen(undefined), '2026-06-14T16:59:59.999Z')).toEqual([]);
  expect(of(seen(undefined), '2026-06-14T17:00:00.000Z')).toHaveLength(1);
});

test('tasks of which no standing report speaks are owed by who leads them', () => {
  const task = {
    id: 'ubqg-10/1',
    meeting: 'ubqg-10',
    number: 1,
    text: 'Nhiệm vụ thử',
    deadline: '2026-09-21',
  };
  const lead = unitOf('ministry:BCA');
  const tasks: SeenTask[] = [
    { task: { ...task, reported: false }, lead },
    { task: { ...task, id: 'ubqg-10/2', number: 2, reported: true }, lead },
  ];
  const owing = owedFor({ asked: [], tasks }, tuesday);
  expect(owing).toMatchObject([{ name: 'Bộ Công an', reports: [] }]);
  expect(owing[0]?.tasks).toEqual([
    {
      id: 'ubqg-10/1',
      meeting: 'ubqg-10',
      number: 1,
      text: 'Nhiệm vụ thử',
      due: '2026-09-21',
      daysLeft: -1,
      late: true,
    },
  ]);
});
