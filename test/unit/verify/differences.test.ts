import { expect, test } from '@jest/globals';
import { differencesOf } from '../../../cli/verify/differences.ts';

test('differences of documents are named by unit and indicator, whatever the order of their lists', () => {
  const units = (...values: [string, string][]) => ({
    units: values.map(([unit, value]) => ({ unit, value })),
  });
  const old = units(['province:52@2025', '20'], ['province:01@2008', '30']);
  expect(differencesOf(old, units(['province:01@2008', '30'], ['province:52@2025', '20']))).toEqual([]);
  expect(differencesOf(old, units(['province:52@2025', '21'], ['province:01@2008', '30']))).toEqual([
    { at: 'units[province:52@2025].value', old: '20', new: '21' },
  ]);
  expect(differencesOf(old, units(['province:52@2025', '20']))).toMatchObject([
    { at: 'units[province:01@2008]', new: null },
  ]);
});

test('a value that is another, one more, one fewer, and a list without names, place by place', () => {
  expect(differencesOf({ a: null }, { a: '0' })).toEqual([{ at: 'a', old: null, new: '0' }]);
  expect(differencesOf({ a: 0 }, { a: '0' })).toEqual([{ at: 'a', old: '0', new: '0' }]);
  expect(differencesOf({ a: { b: true } }, { a: {} })).toEqual([{ at: 'a.b', old: 'true', new: null }]);
  expect(differencesOf(['x', 'y'], ['x', 'z', 'w'])).toEqual([
    { at: '[1]', old: 'y', new: 'z' },
    { at: '[2]', old: null, new: 'w' },
  ]);
  expect(differencesOf([], {})).toEqual([]);
  expect(differencesOf(null, { schema: 'tasks/1' })).toEqual([
    { at: '', old: null, new: '{"schema":"tasks/1"}' },
  ]);
});

test('two entries of one name are compared by their places, so that none hides the other', () => {
  const twice = (...values: string[]) => values.map((value) => ({ unit: 'province:01@2008', value }));
  expect(differencesOf(twice('1', '2'), twice('1', '3'))).toEqual([{ at: '[1].value', old: '2', new: '3' }]);
});
