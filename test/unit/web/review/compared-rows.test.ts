import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../shared/normalisation/report.ts';
import type { ComparedFigure } from '../../../../shared/query/compared-figures.ts';
import { comparedRows, nextRow } from '../../../../web/pages/review/compared-rows.ts';
import { findingWith } from '../finding.ts';

const cell = (name: string): ComparedFigure['cells'][number] => ({
  role: 'value',
  at: { sheet: 'Biểu', cell: name },
  raw: '1',
  format: null,
});
const item = (indicator: string, some: Partial<ComparedFigure> = {}): ComparedFigure => ({
  indicator,
  names: { vi: indicator, en: indicator },
  unit: '%',
  group: 'A',
  area: null,
  figure: null,
  cells: [],
  before: null,
  difference: null,
  change: 'same',
  ...some,
});
const foundIn = (items: ComparedFigure[], findings: Finding[]) =>
  comparedRows(items, findings).map(({ key, findings: own }) => [key, own.length]);

describe('what was found stands at its row', () => {
  test('by the cell, also where two rows are of one indicator', () => {
    const rows = [
      item('a', { area: 'u1', cells: [cell('D7')] }),
      item('a', { area: 'u2', cells: [cell('D8')] }),
    ];
    expect(foundIn(rows, [findingWith({ at: { sheet: 'Biểu', cell: 'D8' }, about: 'a' })])).toEqual([
      ['a~u1', 0],
      ['a~u2', 1],
    ]);
  });

  test('by the indicator, where nothing was read at a cell', () => {
    expect(
      foundIn([item('a'), item('b')], [findingWith({ at: { sheet: 'Biểu', cell: 'D9' }, about: 'b' })]),
    ).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  test('by the indicator, at a cell that its figure was not taken from', () => {
    const rows = [item('a', { cells: [cell('D7'), cell('E7')] }), item('b', { cells: [cell('D8')] })];
    expect(foundIn(rows, [findingWith({ at: { sheet: 'Biểu', cell: 'F7' }, about: 'a' })])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  test('of another sheet it is not at the row', () => {
    const rows = [item('a', { cells: [cell('D7')] })];
    expect(foundIn(rows, [findingWith({ at: { sheet: 'Khác', cell: 'D7' } })])).toEqual([['a', 0]]);
  });
});

describe('the way through the rows that want a look', () => {
  const rows = comparedRows(
    [
      item('a'),
      item('b', { change: 'changed' }),
      item('c', { change: 'none' }),
      item('d'),
      item('e', { change: 'gone' }),
    ],
    [findingWith({ about: 'd' })],
  );

  test.each<[string | null, 1 | -1, string | undefined]>([
    [null, 1, 'b'],
    [null, -1, 'e'],
    ['a', 1, 'b'],
    ['b', 1, 'd'],
    ['d', 1, 'e'],
    ['e', 1, undefined],
    ['e', -1, 'd'],
    ['c', -1, 'b'],
    ['b', -1, undefined],
  ])('from %s by %d comes to %s', (from, step, to) => {
    expect(nextRow(rows, from, step)?.key).toBe(to);
  });
});
