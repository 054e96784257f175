import { describe, expect, test } from '@jest/globals';
import { judgeCells } from '../../../tools/hazards/cell-cases.ts';
import { cellReadings } from '../../../tools/hazards/cell-readings.ts';
import { containers } from '../../../tools/hazards/hazard-files.ts';
import { sourceRows } from '../../../tools/hazards/hazard-source.ts';
import type { Judged } from '../../../tools/hazards/score.ts';

const source = sourceRows('cell_value_cases');

test('every row of the source has a reading', () => {
  const read = new Set(cellReadings.map(({ line }) => String(line)));
  expect(source).toHaveLength(72);
  expect(source.filter(({ line }) => !read.has(line))).toEqual([]);
});

describe.each(containers)('cells, each through a whole file: %s', (container) => {
  let judged: Judged[] | undefined;
  const kinds = [...new Set(source.map((row) => row.kind as string))];

  test.each(kinds)('%s', async (kind) => {
    judged ??= await judgeCells(container);
    const own = judged.filter((entry) => entry.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });
});
