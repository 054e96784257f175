import { expect, test } from '@jest/globals';
import excel from 'exceljs';
import type { Briefing, ChartBlock } from '../../../shared/briefing/content.ts';
import { axisRange } from '../../../shared/briefing/render/docx/axis-range.ts';
import { docxOf } from '../../../shared/briefing/render/docx.ts';
import { constructedBriefing } from './constructed-briefing.ts';
import { all, type Node, partsOf, xmlOf } from './docx-parts.ts';

/** Charts are drawings that an office can edit, whose figures are those of the briefing and no others. */

const chart: ChartBlock = {
  kind: 'chart',
  id: 'try',
  caption: 'Tỷ lệ theo vùng',
  shape: 'bars',
  unit: '%',
  categories: ['Bắc', 'Trung', 'Nam', 'Cả nước'],
  series: [
    { name: 'Quý II', values: ['1234.5', null, '0', '-7.25'] },
    { name: '=1+1', values: ['88', '12', null, '3'] },
  ],
};

async function written(block: ChartBlock, language: Briefing['language'] = 'vi') {
  const briefing = constructedBriefing(language, { units: 2, indicators: 1 });
  const only = { ...briefing, sections: [{ id: 'pillars', heading: 'I', blocks: [block] }] };
  const parts = await partsOf(await docxOf(only));
  return { parts, space: xmlOf(parts, 'word/charts/chart1.xml'), text: xmlOf(parts, 'word/document.xml') };
}

const cached = (series: Node, kind: string) =>
  all(all(series, kind)[0] as Node, 'c:pt').map((point) => [point.attributes.idx, point.text]);

test('the figures stand in the drawing, a missing one is a gap', async () => {
  const { space } = await written(chart);
  const series = all(space, 'c:ser');
  expect(series.map((each) => cached(each, 'c:tx'))).toEqual([[['0', 'Quý II']], [['0', '=1+1']]]);
  expect(series.map((each) => cached(each, 'c:val'))).toEqual([
    [
      ['0', '1234.5'],
      ['2', '0'],
      ['3', '-7.25'],
    ],
    [
      ['0', '88'],
      ['1', '12'],
      ['3', '3'],
    ],
  ]);
  expect(all(space, 'c:dispBlanksAs')[0]?.attributes.val).toBe('gap');
  expect(all(space, 'c:barDir')[0]?.attributes.val).toBe('bar');
});

test('the workbook inside has the same figures, and text that looks like a formula is text', async () => {
  const { parts } = await written(chart);
  const workbook = new excel.Workbook();
  const bytes = parts.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx') as Uint8Array;
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][];
  const cells = rows.slice(1).map((row) => [1, 2, 3].map((column) => row[column] ?? null));
  expect(cells).toEqual([
    [null, 'Quý II', '=1+1'],
    ['Bắc', 1234.5, 88],
    ['Trung', null, 12],
    ['Nam', 0, null],
    ['Cả nước', -7.25, 3],
  ]);
});

test.each([
  ['vi', '1.234,5', '-7,25', 'vi-VN'],
  ['en', '1,234.5', '-7.25', 'en-US'],
] as const)(
  'what stands at a bar is written as in %s, whatever the reader’s office is set to',
  async (language, ...rest) => {
    const [large, small, tag] = rest;
    const { space } = await written(chart, language);
    const labels = all(all(space, 'c:ser')[0] as Node, 'c:dLbl').map((label) => [
      all(label, 'c:idx')[0]?.attributes.val,
      all(label, 'a:t')
        .map(({ text }) => text)
        .join(''),
    ]);
    expect(labels.filter(([, text]) => text !== '')).toEqual([
      ['0', large],
      ['2', '0'],
      ['3', small],
    ]);
    expect(all(space, 'c:lang')[0]?.attributes.val).toBe(tag);
    // Marks of the axis have no point or comma in any language.
    expect(all(all(space, 'c:valAx')[0] as Node, 'c:numFmt')[0]?.attributes.formatCode).toBe('0');
    expect(all(all(space, 'c:valAx')[0] as Node, 'a:t').map(({ text }) => text)).toEqual(['%']);
  },
);

test('the first category is on top, and names stay clear of bars below zero', async () => {
  const { space } = await written(chart);
  const axis = all(space, 'c:catAx')[0] as Node;
  expect(all(axis, 'c:orientation')[0]?.attributes.val).toBe('maxMin');
  expect(all(axis, 'c:tickLblPos')[0]?.attributes.val).toBe('low');
  expect(all(axis, 'c:tickLblSkip')[0]?.attributes.val).toBe('1');
});

test('series differ in lightness, so that they are told apart without colours', async () => {
  const { space } = await written(chart);
  const colours = all(space, 'c:ser').map((each) => all(each, 'a:srgbClr')[0]?.attributes.val as string);
  const lightness = colours.map((hex) => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(Math.abs((lightness[0] ?? 0) - (lightness[1] ?? 0))).toBeGreaterThan(80);
});

test('who cannot see it hears it, gaps as gaps', async () => {
  const { text } = await written(chart);
  const { attributes } = all(text, 'wp:docPr')[0] as Node;
  expect(attributes.title).toBe('Hình 1. Tỷ lệ theo vùng');
  expect(attributes.descr).toBe(
    'Hình 1. Tỷ lệ theo vùng Quý II (%): Bắc: 1.234,5; Trung: không có số liệu; Nam: 0; Cả nước: -7,25. =1+1 (%): Bắc: 88; Trung: 12; Nam: không có số liệu; Cả nước: 3.',
  );
});

test('a chart of nothing is a caption that says so', async () => {
  const briefing = constructedBriefing('vi', { units: 2, indicators: 1 });
  const empty = { ...chart, categories: [], series: [] };
  const sections = [{ id: 'pillars', heading: 'I', blocks: [empty, chart] }];
  const parts = await partsOf(await docxOf({ ...briefing, sections }));
  expect([...parts.keys()].filter((name) => name.startsWith('word/charts/chart'))).toHaveLength(1);
  const text = xmlOf(parts, 'word/document.xml').text;
  expect(text).toContain('Hình 1. Tỷ lệ theo vùng: không có số liệu');
  expect(text).toContain('Hình 2. Tỷ lệ theo vùng. Chỗ trống là không có số liệu.');
});

test('values without a category are not drawn', async () => {
  const { space } = await written({
    ...chart,
    categories: ['Bắc'],
    series: [{ name: 'a', values: ['1', '2', '3'] }],
  });
  expect(all(space, 'c:ser').map((each) => cached(each, 'c:val'))).toEqual([[['0', '1']]]);
});

test.each([
  [['97.57'], { minimum: 0, maximum: 100, interval: 20 }],
  [['0.4'], { minimum: 0, maximum: 1, interval: 1 }],
  [['12.5', '-11.5'], { minimum: -15, maximum: 15, interval: 5 }],
  [['405424'], { minimum: 0, maximum: 500_000, interval: 100_000 }],
  [['-3'], { minimum: -3, maximum: 0, interval: 1 }],
  [[], { minimum: 0, maximum: 1, interval: 1 }],
])('an axis for %j has whole marks and holds zero', (figures, range) => {
  expect(axisRange(figures)).toEqual(range);
});
