import { expect, test } from '@jest/globals';
import type { TableBlock } from '../../../shared/briefing/content.ts';
import { drawnSize } from '../../../shared/briefing/render/docx/chart-size.ts';
import { fittedWidths } from '../../../shared/briefing/render/docx/column-widths.ts';
import { fitTable, standsUpright } from '../../../shared/briefing/render/docx/fit-table.ts';
import { textWidth } from '../../../shared/briefing/render/docx/text.ts';

/** What goes where on a page, in millimetres. */

test('a text’s width is about what Times New Roman makes of it', () => {
  // A digit is half an em in Times: ten digits of 12 points are 60 points, 21.17 mm.
  expect(textWidth('0123456789', 12)).toBeCloseTo(21.17, 1);
  // Marks of Vietnamese letters take no width.
  expect(textWidth('ế', 12)).toBe(textWidth('e', 12));
});

test.each([
  [[1, 1], [10, 10], 100, [50, 50]],
  [[1, 3], [10, 10], 100, [25, 75]],
  [[1, 9], [40, 10], 100, [40, 60]],
  [[1, 1, 8], [30, 30, 20], 100, [30, 30, 40]],
])('columns that ask for %j and need %j share %i', (asked, least, width, expected) => {
  expect(fittedWidths(asked, least, width)).toEqual(expected);
});

function table(columns: number, text: string): TableBlock {
  const heads = Array.from({ length: columns }, (_, at) => ({
    head: at === 0 ? 'Đơn vị' : 'Số',
    align: at === 0 ? ('start' as const) : ('end' as const),
    width: 1,
  }));
  return { kind: 'table', id: 't', caption: 'c', columns: heads, rows: [heads.map(() => ({ text }))] };
}

test('a table stands, lies or is split by what it needs', () => {
  // A column of 8 digits takes at least 4 em: at 10 points 14.1 mm and the room beside it.
  expect(standsUpright(table(5, '12345678'), 'read')).toBe(true);
  expect(standsUpright(table(14, '12345678'), 'read')).toBe(false);
  expect(fitTable(table(14, '12345678'), 'landscape', 'read')).toHaveLength(1);
  const split = fitTable(table(41, '12345678'), 'landscape', 'read');
  expect(split.length).toBeGreaterThan(1);
  // Of 40 figures, none is twice and none is missing; parts differ by less than the number of parts.
  const figures = split.map(({ block }) => block.columns.length - 1);
  expect(figures.reduce((sum, each) => sum + each, 0)).toBe(40);
  expect(Math.max(...figures) - Math.min(...figures)).toBeLessThan(split.length);
});

test('a chart grows with its bars, and no further than its page', () => {
  const chart = (count: number) => ({
    kind: 'chart' as const,
    id: 'c',
    caption: 'c',
    shape: 'bars' as const,
    unit: '%',
    categories: Array.from({ length: count }, (_, at) => `Tỉnh ${at}`),
    series: [{ name: 's', values: Array.from({ length: count }, () => '1') }],
  });
  const heights = [8, 34, 63, 400].map((count) => drawnSize(chart(count), 'portrait').height);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(Math.max(...heights)).toBeLessThanOrEqual(257 - 30);
  expect(drawnSize(chart(34), 'landscape').height).toBeLessThanOrEqual(170 - 30);
});
