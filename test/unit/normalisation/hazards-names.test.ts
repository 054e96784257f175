import { describe, expect, test } from '@jest/globals';
import { containers } from '../../../tools/hazards/hazard-files.ts';
import { sourceRows } from '../../../tools/hazards/hazard-source.ts';
import { judgeNames, judgeRowNames } from '../../../tools/hazards/name-cases.ts';
import { type Judged, judge, tallyOf } from '../../../tools/hazards/score.ts';

const source = sourceRows('province_name_variants');

describe.each(containers)('names of units, each in a whole file: %s', (container) => {
  let judged: Judged[] | undefined;
  // All rows in the two containers that are sent most, every tenth in the others: the first test of each reads them all.
  const every = container === 'xlsx' || container === 'csv' ? 1 : 10;

  test.each([...new Set(source.map((row) => row.expected_action as string))])(
    '%s',
    async (action) => {
      judged ??= await judgeNames(container, every);
      const own = judged.filter(({ kind }) => kind.startsWith(`${action}, in `));
      expect(own.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
    },
    240_000,
  );

  test('all were read', async () => {
    judged ??= await judgeNames(container, every);
    const lines = new Set(judged.map(({ name }) => name.split(' ')[1]));
    expect(lines.size).toBe(Math.ceil(source.length / every));
  });
});

test('names of units in the rows of a cross-table, every fifth', async () => {
  const judged = await judgeRowNames('csv', 5);
  expect(judged.length).toBeGreaterThan(source.length / 5);
  expect(judged.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
});

test('a wrong guess costs ten questions', () => {
  const outcomes = [
    judge('5', '5'),
    judge('5', 'ask x'),
    judge('5', '6'),
    judge('ask x', '5'),
    judge('a or b', 'b'),
  ];
  expect(outcomes).toEqual(['right', 'asked', 'wrong', 'wrong', 'right']);
  const one = { list: 'l', kind: 'k', name: '', container: 'csv', expected: '', got: '' };
  expect(tallyOf(outcomes.map((outcome) => ({ ...one, outcome })))).toEqual([
    { kind: 'l: k', right: 2, asked: 1, wrong: 2, penalty: 21 },
  ]);
});
