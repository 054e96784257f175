import { describe, expect, test } from '@jest/globals';
import { barLayout } from '../../../../web/charts/bar-layout.ts';
import { distributionLayout } from '../../../../web/charts/distribution-layout.ts';
import { lineFigures } from '../../../../web/charts/line-figures.ts';
import { type LineSeries, lineBox, lineLayout } from '../../../../web/charts/line-layout.ts';
import { lastMonthOf, mergerMonth } from '../../../../web/charts/period-place.ts';
import { fittingLabels, spreadLabels } from '../../../../web/charts/spread-labels.ts';
import { textWidth, wrapText } from '../../../../web/charts/text-width.ts';
import { pixelNumber, valueAxis } from '../../../../web/charts/value-axis.ts';

describe('labels', () => {
  test('are moved apart as little as can be, and keep their order', () => {
    expect(spreadLabels([10, 12, 50], 20, 0, 100)).toEqual([10, 30, 50]);
    expect(spreadLabels([50, 12, 10], 20, 0, 100)).toEqual([50, 30, 10]);
  });

  test('at the end go back into their room, and push those before them', () => {
    expect(spreadLabels([95, 98], 20, 0, 100)).toEqual([80, 100]);
  });

  test('of an axis: the last is always written, and none meets another', () => {
    expect(fittingLabels([0, 30, 60, 90], [40, 40, 40, 40])).toEqual([false, true, false, true]);
    expect(fittingLabels([0, 100], [40, 40])).toEqual([true, true]);
  });

  test('are broken between words, never within', () => {
    const lines = wrapText('Chỉ số phục vụ người dân và doanh nghiệp', 120);
    expect(lines.join(' ')).toBe('Chỉ số phục vụ người dân và doanh nghiệp');
    expect(lines.every((line) => textWidth(line) <= 120)).toBe(true);
    expect(wrapText('Dịch-vụ-trực-tuyến', 10)).toEqual(['Dịch-vụ-trực-tuyến']);
  });
});

describe('periods', () => {
  // docs and domain: the 63 provinces became 34 on 2025-07-01; the map of a period is that of its last day.
  test.each([
    ['2025-Q2', '63'],
    ['2025-Q3', '34'],
    ['2025-H1', '63'],
    ['2025-9M', '34'],
    ['2025-M06', '63'],
    ['2025-M07', '34'],
    ['2024', '63'],
    ['2025', '34'],
  ])('%s is on the map of %s', (period, map) => {
    expect((lastMonthOf(period) ?? 0) >= mergerMonth ? '34' : '63').toBe(map);
  });

  test('stand at their last month; what is none has no place', () => {
    expect(lastMonthOf('2026-Q3')).toBe(2026 * 12 + 9);
    expect(lastMonthOf('2024')).toBe(2024 * 12 + 12);
    expect(lastMonthOf('Q3')).toBeNull();
  });
});

describe('an axis of values', () => {
  test('begins at zero where lengths are compared, and writes plain decimals', () => {
    const axis = valueAxis([55.23, 68.8], [0, 100], { fromZero: true });
    expect(axis.at(0)).toBe(0);
    expect(axis.ticks.map(({ text }) => text)).toEqual(['0', '10', '20', '30', '40', '50', '60', '70']);
    expect(valueAxis([0.1, 0.3], [0, 100]).ticks.map(({ text }) => text)).toEqual([
      '0.10',
      '0.15',
      '0.20',
      '0.25',
      '0.30',
    ]);
  });

  test('takes what is missing for nothing, not for zero', () => {
    expect(pixelNumber(null)).toBeNull();
    expect(pixelNumber('')).toBeNull();
    expect(pixelNumber('0')).toBe(0);
  });
});

const box = { left: 0, right: 300, top: 0, bottom: 100 };
const series = (values: readonly (string | null)[]): LineSeries => ({
  key: 'a',
  name: 'a',
  points: values.map((value) => ({ value, text: value ?? 'chưa nộp' })),
});
const period = (code: string, map?: number) => ({ code, label: code, ...(map === undefined ? {} : { map }) });
const stretches = (periods: ReturnType<typeof period>[], values: readonly (string | null)[]) =>
  lineLayout({ periods, series: [series(values)] }, box).series[0]?.stretches.map((each) =>
    each.map(({ at }) => at),
  );

describe('a line', () => {
  test('has a gap where a figure is missing', () => {
    const periods = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((code) => period(code));
    expect(stretches(periods, ['1', null, '3', '4'])).toEqual([[0], [2, 3]]);
    expect(stretches(periods, ['1', '0', '3', '4'])).toEqual([[0, 1, 2, 3]]);
  });

  test('has a gap where a period is not there at all', () => {
    expect(stretches([period('2024'), period('2025'), period('2027')], ['1', '2', '3'])).toEqual([
      [0, 1],
      [2],
    ]);
  });

  test('is dashed to a point of few units and from it, and whole elsewhere', () => {
    const periods = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((code) => period(code));
    const given = series(['1', '2', '3', '4']);
    const few = { ...given, points: given.points.map((each, at) => each && { ...each, isThin: at === 3 }) };
    const [placed] = lineLayout({ periods, series: [few] }, box).series;
    expect(placed?.stretches.map((each) => each.map(({ at }) => at))).toEqual([[0, 1, 2], [3]]);
    expect(placed?.thin.map(([from, to]) => [from.at, to.at])).toEqual([[2, 3]]);
    const middle = {
      ...given,
      points: given.points.map((each, at) => each && { ...each, isThin: at === 1 }),
    };
    const [broken] = lineLayout({ periods, series: [middle] }, box).series;
    expect(broken?.stretches.map((each) => each.map(({ at }) => at))).toEqual([[0], [1], [2, 3]]);
    expect(broken?.thin.map(([from, to]) => [from.at, to.at])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(lineLayout({ periods, series: [given] }, box).series[0]?.thin).toEqual([]);
  });

  test('has no dashed piece across a gap', () => {
    const periods = ['2026-Q1', '2026-Q2', '2026-Q3'].map((code) => period(code));
    const given = series(['1', null, '3']);
    const few = { ...given, points: given.points.map((each, at) => each && { ...each, isThin: at === 2 }) };
    expect(lineLayout({ periods, series: [few] }, box).series[0]?.thin).toEqual([]);
  });

  test('is broken where the map changes, and marks the merger between the two periods', () => {
    const periods = [
      period('2025-Q1', 63),
      period('2025-Q2', 63),
      period('2025-Q3', 34),
      period('2025-Q4', 34),
    ];
    expect(stretches(periods, ['1', '2', '3', '4'])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(lineLayout({ periods, series: [] }, box).mergerX).toBe(150);
  });

  test('on one map is whole; before the merger, or after it, there is none to mark', () => {
    const periods = [period('2025-Q2'), period('2025-Q3')];
    expect(stretches(periods, ['1', '2'])).toEqual([[0, 1]]);
    expect(
      lineLayout({ periods: [period('2026-Q2'), period('2026-Q3')], series: [] }, box).mergerX,
    ).toBeNull();
    expect(lineLayout({ periods: [period('2023'), period('2024')], series: [] }, box).mergerX).toBeNull();
  });
});

test('the words of both axes have their room', () => {
  const periods = [period('2022'), period('2023'), period('2024')].map((each) => ({
    ...each,
    label: 'năm 2022',
  }));
  const given = { periods, series: [series(['99474.4', '100309.2', '101343.8'])] };
  const { left, right } = lineBox(given, { top: 0, bottom: 100, end: 18, width: 328 }, (tick) => tick);
  expect(left).toBeGreaterThan(textWidth('101500', 13));
  expect(right + textWidth('năm 2022', 13) / 2).toBeLessThanOrEqual(328);
});

describe('the figures of a line', () => {
  const placed = (heights: readonly (number | null)[], text = '1,0') => ({
    series: series([]),
    points: heights.map((y, at) => ({ at, x: at * 100, y, value: { value: y === null ? null : '1', text } })),
    stretches: [],
    thin: [],
    last: undefined,
  });
  const wide = { left: 0, right: 200, top: 0, bottom: 300 };
  const sides = (heights: readonly (number | null)[]) =>
    lineFigures([placed(heights)], [0, 100, 200], wide).map(({ at, y, anchor }) => [
      at,
      y < (heights[at] ?? 0) ? 'above' : 'below',
      anchor,
    ]);

  test('stand where the line does not run', () => {
    // Upwards is less: 200, 100, 50 rises.
    expect(sides([200, 100, 50])).toEqual([
      [0, 'below', 'start'],
      [1, 'below', 'start'],
      [2, 'above', 'end'],
    ]);
    expect(sides([50, 100, 200])).toEqual([
      [0, 'above', 'start'],
      [1, 'above', 'start'],
      [2, 'below', 'end'],
    ]);
    expect(sides([200, 50, 200])[1]).toEqual([1, 'above', 'middle']);
    expect(sides([50, 200, 50])[1]).toEqual([1, 'below', 'middle']);
  });

  test('keep off the words of the axis below', () => {
    expect(sides([290, 100, 50])[0]).toEqual([0, 'above', 'start']);
  });

  test('are not written where there is none, where they would meet, or beside another line', () => {
    expect(sides([200, null, 50]).map(([at]) => at)).toEqual([0, 2]);
    const long = placed([200, 100, 50], '101.343,9 nghìn người');
    expect(lineFigures([long], [0, 100, 200], wide)).toEqual([]);
    expect(lineFigures([long], [0, 300, 600], wide)).toHaveLength(3);
    expect(lineFigures([placed([1, 2, 3]), placed([1, 2, 3])], [0, 100, 200], wide)).toEqual([]);
  });
});

describe('bars', () => {
  const row = (name: string, value: string | null) => ({ key: name, name, value, text: value ?? 'chưa nộp' });

  test('are as long as their values, from zero', () => {
    const { bars, zeroX } = barLayout({ rows: [row('a', '50'), row('b', '100'), row('c', '0')] }, 600);
    const [half, whole, zero] = bars;
    expect(half?.x).toBe(zeroX);
    expect(whole?.width).toBeCloseTo(2 * (half?.width ?? 0));
    expect(zero?.width).toBe(0);
  });

  test('without a figure are a stump of one length, not of none', () => {
    const { bars } = barLayout({ rows: [row('a', null), row('b', '0')] }, 600);
    expect(bars.map(({ width }) => width > 0)).toEqual([true, false]);
  });

  test('below zero go the other way', () => {
    const { bars, zeroX } = barLayout({ rows: [row('a', '-5'), row('b', '5')] }, 600);
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(zeroX);
    expect(bars[0]?.textAnchor).toBe('end');
  });

  test('have names above them where there is no room beside, and everything stays within 328', () => {
    const rows = [row('Thành phố Hồ Chí Minh', '68.8'), row('Tỉnh Bà Rịa - Vũng Tàu', '55.23')];
    const layout = barLayout(
      { rows, target: { value: '100', text: 'Mục tiêu: 100' }, nation: { value: '60', text: 'Cả nước: 60' } },
      328,
    );
    for (const bar of layout.bars) {
      expect(bar.nameX).toBe(0);
      expect([bar.textX, bar.textAnchor]).toEqual([328, 'end']);
      // No line goes through a figure.
      expect(328 - textWidth(bar.row.text)).toBeGreaterThan(
        Math.max(layout.target?.x ?? 0, layout.nation?.x ?? 0),
      );
    }
    for (const mark of [layout.target, layout.nation]) {
      const [from, to] =
        mark?.anchor === 'end'
          ? [mark.textX - textWidth(mark.text), mark.textX]
          : [mark?.textX ?? -1, (mark?.textX ?? 0) + textWidth(mark?.text ?? '')];
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(328);
    }
    expect(layout.target?.textY).not.toBe(layout.nation?.textY);
  });
});

describe('dots', () => {
  const unit = (key: string, value: string | null) => ({ key, name: key, value, text: value ?? 'chưa nộp' });
  const room = { left: 0, right: 300, most: 150 };

  test('of equal figures rise above each other and never meet', () => {
    const units = [...Array(34).keys()].map((at) => unit(String(at), at < 20 ? '50' : String(40 + at)));
    const { dots, radius, rise } = distributionLayout(units, [], room);
    expect(dots).toHaveLength(34);
    expect(rise).toBeLessThanOrEqual(150);
    for (const [at, a] of dots.entries()) {
      for (const b of dots.slice(at + 1)) {
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(radius * 2);
      }
    }
  });

  test('are not drawn for who has no figure: they are named apart', () => {
    const { dots, missing } = distributionLayout([unit('a', '1'), unit('b', null), unit('c', '0')], [], room);
    expect(dots.map(({ unit: { key } }) => key)).toEqual(['c', 'a']);
    expect(missing.map(({ key }) => key)).toEqual(['b']);
  });
});
