import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { inForceAt, reconcile, requireBalanced, slotsOf } from '../../../shared/tasks/reconcile.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { report, statement, task } from './task-cases.ts';

/**
 * What became of tasks: `assigned = done + continuing`. The second session of the Committee assigned 27, of which the
 * third found 15 done and 12 to be continued (test/data/sessions/README.md).
 */

const on = { catalog, day: '2022-08-05' };
const many = (count: number, more: Partial<Task> = {}) =>
  Array.from({ length: count }, (_, index) => task(index + 1, more));
const counts = ({ carried, assigned, done, continuing, notReported }: ReturnType<typeof reconcile>) => ({
  carried,
  assigned,
  done,
  continuing,
  notReported,
});

describe('27 = 15 + 12', () => {
  const assigned = many(27);
  const reports = assigned.map(({ id, number }) => report(id, number <= 15 ? 'done' : 'continuing'));
  const third = reconcile(inForceAt('thu-3', ['thu-2', 'thu-1'], assigned), [statement(reports)], on);

  test('at the third', () => {
    expect(counts(third)).toEqual({ carried: 0, assigned: 27, done: 15, continuing: 12, notReported: 0 });
    expect(third.previous).toBe('thu-2');
    expect(third.tasks.filter(({ state }) => state === 'continuing').map(({ cause }) => cause)).toEqual(
      Array(12).fill('Chưa đủ kinh phí'),
    );
  });

  test('the fourth begins with the 12, before what the third assigned', () => {
    const marked = assigned.map((each) =>
      each.number <= 15 ? { ...each, closed: { meeting: 'thu-3' } } : each,
    );
    const fresh = [task(2, { meeting: 'thu-3' }), task(1, { meeting: 'thu-3' })];
    const fourth = reconcile(
      inForceAt('thu-4', ['thu-3', 'thu-2', 'thu-1'], [...fresh, ...marked.toReversed()]),
      [],
      on,
    );
    expect(counts(fourth)).toEqual({ carried: 12, assigned: 2, done: 0, continuing: 14, notReported: 14 });
    expect(fourth.tasks.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `thu-2/${index + 16}`),
      'thu-3/1',
      'thu-3/2',
    ]);
    expect(fourth.tasks.map(({ carried }) => carried)).toEqual([...Array(12).fill(true), false, false]);
  });

  test('is the same whether the marks of this freeze were written already, all or some', () => {
    const some = assigned.map((each) =>
      each.number <= 7 ? { ...each, closed: { meeting: 'thu-3' } } : each,
    );
    const all = assigned.map((each) =>
      each.number <= 15 ? { ...each, closed: { meeting: 'thu-3' } } : each,
    );
    for (const tasks of [some, all, all.toReversed()]) {
      const again = reconcile(inForceAt('thu-3', ['thu-2', 'thu-1'], tasks), [statement(reports)], on);
      expect(again).toEqual(third);
    }
  });

  test('what a meeting itself assigns, and what another body assigned, is not its own', () => {
    const others = [task(1, { meeting: 'thu-3' }), task(1, { meeting: 'khac-1' })];
    expect(inForceAt('thu-3', ['thu-2'], others).tasks).toEqual([]);
  });

  test('what a later meeting closed was open at an earlier one', () => {
    const later = [task(1, { closed: { meeting: 'thu-4' } })];
    expect(inForceAt('thu-3', ['thu-2'], later).tasks).toHaveLength(1);
    expect(inForceAt('thu-5', ['thu-4', 'thu-3', 'thu-2'], later).tasks).toHaveLength(0);
  });
});

describe('who is believed', () => {
  const force = inForceAt('thu-3', ['thu-2'], [task(1)]);
  const one = (...statements: Parameters<typeof reconcile>[1]) => reconcile(force, statements, on).tasks[0];

  test('nobody reported: it continues, and is told so', () => {
    expect(one()).toMatchObject({
      state: 'continuing',
      reported: false,
      cause: null,
      told: null,
      leadName: 'Bộ Công an',
    });
  });

  test('two forms speak: the one that stands first', () => {
    const first = statement([report('thu-2/1', 'continuing', 'A1')], { form: 'mau-a' });
    const second = statement([report('thu-2/1', 'done', 'A2')], { form: 'nhiem-vu' });
    expect(one(first, second)).toMatchObject({ state: 'continuing', told: { form: 'mau-a' } });
    expect(one(second, first)).toMatchObject({ state: 'done', told: { form: 'nhiem-vu' } });
    expect(one(statement([]), second)).toMatchObject({ state: 'done' });
  });

  test('another unit’s word about it does not count', () => {
    const other = statement([report('thu-2/1', 'done')], { unit: 'ministry:BQP' });
    expect(one(other)).toMatchObject({ state: 'continuing', reported: false });
  });

  test('where it was told: version and cell', () => {
    const told = statement([report('thu-2/1', 'done', 'C12')], { version: 3 });
    expect(one(told)).toMatchObject({
      doneOn: '2022-07-20',
      told: { unit: 'ministry:BCA', version: 3, at: { sheet: 'Nhiệm vụ', cell: 'C12' } },
    });
  });

  test('slots: the asks in their order, then the form of tasks for the quarters in which they end', () => {
    const asks = [
      { form: 'mau-b', period: '2022-H1' },
      { form: 'mau-a', period: '2022-Q2' },
      { form: 'mau-c', period: '2022' },
    ];
    const slots = slotsOf(asks, force, on);
    expect(slots.map(({ unit, form, period }) => `${unit} ${form} ${period}`)).toEqual([
      'ministry:BCA mau-b 2022-H1',
      'ministry:BCA mau-a 2022-Q2',
      'ministry:BCA mau-c 2022',
      'ministry:BCA nhiem-vu 2022-Q4',
      'ministry:BCA nhiem-vu 2022-Q2',
    ]);
    const named = slotsOf([{ form: 'nhiem-vu', period: '2022-Q2' }, ...asks.slice(1, 2)], force, on);
    expect(named.map(({ form }) => form)).toEqual(['nhiem-vu', 'mau-a']);
  });

  test('of one form the newest period, whatever the order in which it was asked for', () => {
    // The form of tasks begins with 2022.
    const asks = ['2021-Q4', '2022', '2022-Q3', '2022-Q1'].map((period) => ({ form: 'mau-a', period }));
    asks.splice(1, 0, { form: 'mau-b', period: '2022-Q4' });
    const slots = slotsOf(asks, force, on);
    expect(slots.map(({ form, period }) => `${form} ${period}`)).toEqual([
      'mau-a 2022',
      'mau-a 2022-Q3',
      'mau-a 2022-Q1',
      'mau-a 2021-Q4',
      'mau-b 2022-Q4',
      'nhiem-vu 2022-Q4',
      'nhiem-vu 2022-Q3',
      'nhiem-vu 2022-Q1',
    ]);
    const said = slots.map((slot) =>
      statement([report('thu-2/1', slot.period === '2022-Q3' ? 'done' : 'continuing')], slot),
    );
    const ofForm = (...periods: string[]) =>
      said.filter(({ form, period }) => form === 'mau-a' && periods.includes(period));
    expect(one(...ofForm('2022-Q1', '2022-Q3'))).toMatchObject({
      state: 'done',
      told: { period: '2022-Q3' },
    });
  });
});

describe('a lead that was merged', () => {
  // Units of the catalogue: BTTTT ended on 28 February 2025, and BKHCN took its place.
  const led = [task(1, { lead: 'ministry:BTTTT', with: ['ministry:BLDTBXH'] })];
  const force = inForceAt('thu-3', ['thu-2'], led);
  const after = { catalog, day: '2025-03-01' };

  test('its successor leads from the day after its last, and is told', () => {
    expect(reconcile(force, [], { catalog, day: '2025-02-28' }).tasks[0]).toMatchObject({
      lead: 'ministry:BTTTT',
      passedFrom: null,
    });
    expect(reconcile(force, [], after).tasks[0]).toMatchObject({
      lead: 'ministry:BKHCN',
      leadName: 'Bộ Khoa học và Công nghệ',
      passedFrom: 'ministry:BTTTT',
      leadDivided: false,
      withNames: ['Bộ Nội vụ'],
    });
  });

  test('what it said itself counts until its successor speaks', () => {
    const own = statement([report('thu-2/1', 'continuing')], { unit: 'ministry:BTTTT' });
    const heir = statement([report('thu-2/1', 'done')], { unit: 'ministry:BKHCN' });
    expect(slotsOf([{ form: 'a', period: '2025-Q1' }], force, after).map(({ unit }) => unit)).toEqual([
      'ministry:BKHCN',
      'ministry:BTTTT',
      'ministry:BKHCN',
      'ministry:BTTTT',
    ]);
    expect(reconcile(force, [own], after).tasks[0]).toMatchObject({ told: { unit: 'ministry:BTTTT' } });
    expect(reconcile(force, [heir, own], after).tasks[0]).toMatchObject({ state: 'done' });
    // On whatever form it speaks: the unit whose place it took is heard only where it says nothing at all.
    const last = { ...heir, form: 'nhiem-vu' };
    expect(reconcile(force, [own, last], after).tasks[0]).toMatchObject({
      state: 'done',
      told: { unit: 'ministry:BKHCN', form: 'nhiem-vu' },
    });
    const silent = statement([report('thu-2/9', 'done')], { unit: 'ministry:BKHCN' });
    expect(reconcile(force, [silent, own], after).tasks[0]).toMatchObject({
      told: { unit: 'ministry:BTTTT' },
    });
  });

  test('one that had not begun on the day leads all the same', () => {
    const young = inForceAt('thu-3', ['thu-2'], [task(1, { lead: 'ministry:BNNMT' })]);
    const [told] = reconcile(young, [], { catalog, day: '2025-02-28' }).tasks;
    expect(told).toMatchObject({ lead: 'ministry:BNNMT', passedFrom: null, leadDivided: false });
  });

  test('one that was divided is not guessed', () => {
    const bttt = catalog.units.get('ministry:BTTTT');
    if (!bttt) throw new Error('no BTTTT');
    const units = new Map(catalog.units).set(bttt.id, {
      ...bttt,
      successors: ['ministry:BKHCN', 'ministry:BCA'],
    });
    const divided = { catalog: { ...catalog, units }, day: '2025-03-01' };
    expect(reconcile(force, [], divided).tasks[0]).toMatchObject({
      lead: 'ministry:BTTTT',
      passedFrom: null,
      leadDivided: true,
    });
  });
});

test('what does not add up is refused', () => {
  const whole = reconcile(inForceAt('thu-3', ['thu-2'], many(3)), [], on);
  expect(requireBalanced(whole)).toBe(whole);
  const [first] = whole.tasks;
  if (!first) throw new Error('no task');
  for (const wrong of [
    { ...whole, assigned: 4 },
    { ...whole, carried: 1, assigned: 2 },
    { ...whole, done: 1, continuing: 2 },
    { ...whole, notReported: 2 },
    { ...whole, tasks: whole.tasks.slice(1) },
    { ...whole, tasks: [first, first, first] },
  ]) {
    expect(() => requireBalanced(wrong)).toThrow('thu-3');
  }
});
