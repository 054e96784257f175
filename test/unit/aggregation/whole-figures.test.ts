import { describe, expect, test } from '@jest/globals';
import { areasInside, wholeFigures } from '../../../shared/aggregation/whole-figures.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import type { Observation } from '../../../shared/observations/observation.ts';
import { pagesOf } from '../../../shared/observations/page.ts';

const form = catalog.forms.get('qd766') as Form;
const onTime = '766.TDGQ';

const observation = (numerator: string | null, denominator: string | null, area?: string): Observation => ({
  unit: 'province:01@2008',
  period: '2026-Q3',
  indicator: onTime,
  value: null,
  numerator,
  denominator,
  status: numerator === null ? 'missing' : 'reported',
  approximate: false,
  note: null,
  at: { sheet: null, cell: 'A1' },
  ...(area !== undefined && { area }),
});
const areas = [observation('1', '2', 'commune:1'), observation('90', '98', 'commune:2')];
const told = (observations: Observation[], owing?: number) =>
  wholeFigures(pagesOf(observations, form), form, catalog, owing);

describe('the figures of a unit as a whole', () => {
  test('come from its areas where it reported none, with how many of them', () => {
    expect(told(areas, 5)).toMatchObject([
      {
        numerator: '91',
        denominator: '100',
        value: null,
        fromAreas: { counted: 2, expected: 5, reason: null },
      },
    ]);
    expect(told(areas)[0]?.fromAreas).toMatchObject({ expected: 2 });
    expect(told([observation(null, null), ...areas])[0]).toMatchObject({
      numerator: '91',
      status: 'reported',
    });
  });

  test('stand where they were reported, and the difference from the areas is told', () => {
    const [figure] = told([observation('92', '100'), ...areas], 2);
    expect(figure).toMatchObject({
      numerator: '92',
      areasDiffer: { numerator: '91', denominator: '100', value: '91', counted: 2, expected: 2 },
    });
    expect(figure).not.toHaveProperty('fromAreas');
  });

  test('say nothing of a difference where there is none', () => {
    expect(told([observation('91', '100'), ...areas])[0]).not.toHaveProperty('areasDiffer');
    expect(told([observation('92', '100')])[0]).not.toHaveProperty('areasDiffer');
  });

  test('an indicator of which areas report nothing has no figure and says why', () => {
    expect(told([observation(null, null, 'commune:1')])).toMatchObject([
      { numerator: null, status: 'missing', fromAreas: { counted: 0, expected: 1, reason: 'missing' } },
    ]);
    expect(told([])).toEqual([]);
  });
});

// Bình Định had 155 wards in June 2025; Gia Lai has 135 communes since.
describe('how many areas owe a figure', () => {
  const unit = (id: string) => catalog.units.get(id) as Unit;
  const inside = (id: string, quarter: string) => areasInside(unit(id), form, periodOf(quarter) as Period);

  test('are wards of a quarter before July 2025, and communes from then on', async () => {
    expect(await inside('province:52@2008', '2025-Q2')).toBe(155);
    expect(await inside('province:52@2025', '2025-Q3')).toBe(135);
    expect(await inside('ministry:BKHCN', '2025-Q3')).toBe(0);
  });
});
