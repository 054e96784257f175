import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import { expectedUnits, mapDay } from '../../../shared/catalog/reporters.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { findUnit } from '../../../shared/submissions/open-submission.ts';

const form = (code: string) => catalog.forms.get(code) as Form;
const period = (code: string) => periodOf(code) as Period;
const reporting = (of: Form, code: string) => expectedUnits(catalog, of, period(code)).map(({ id }) => id);

describe('who reports a form', () => {
  test.each([
    ['2025-Q2', 63],
    ['2025-Q3', 34],
  ])('every unit of its kind on the last day of the window: in %s %i provinces', (code, count) => {
    expect(reporting(form('cds'), code)).toHaveLength(count);
  });

  test('or the unit that it names alone', () => {
    expect(reporting(form('dti922-published'), '2022')).toEqual(['ministry:BTTTT']);
    expect(reporting(form('dti2024-published'), '2024')).toEqual(['ministry:BKHCN']);
  });

  test('in whose place its successor stands, from the merger on', () => {
    const still = { ...form('dti922-published'), to: null };
    expect(reporting(still, '2024')).toEqual(['ministry:BTTTT']);
    expect(reporting(still, '2025')).toEqual(['ministry:BKHCN']);
  });

  test('every province and every ministry, where both report it, on each map', () => {
    const tasks = form('nhiem-vu');
    expect(tasks).toMatchObject({ indicators: [], owed: false, periodKind: 'quarter' });
    const counted = (code: string) => {
      const ids = reporting(tasks, code);
      return ['province:', 'ministry:'].map((kind) => ids.filter((id) => id.startsWith(kind)).length);
    };
    // 63 provinces and 22 ministries and agencies of their rank until the mergers of 2025; 34 and 17 after them.
    expect(['2022-Q2', '2025-Q3'].map(counted)).toEqual([
      [63, 22],
      [34, 17],
    ]);
    expect(findUnit(catalog, tasks, period('2026-Q3'), 'BCA')?.id).toBe('ministry:BCA');
    expect(findUnit(catalog, tasks, period('2026-Q3'), '82')?.id).toBe('province:82@2025');
  });

  test('another unit of the kind is none of its units, by id or by code', () => {
    const [published, year] = [form('dti922-published'), period('2022')];
    expect(findUnit(catalog, published, year, 'BTTTT')?.id).toBe('ministry:BTTTT');
    for (const name of ['BYT', 'ministry:BYT', 'ministry:BKHCN', 'province:48@2008', '48']) {
      expect(findUnit(catalog, published, year, name)).toBeUndefined();
    }
  });
});

// Đồng Tháp is H20 on the portal; its code was 87 until June 2025 and is 82 since.
test('the portal’s code means the unit that bears it in the period', () => {
  const named = (code: string, name: string) => findUnit(catalog, form('cds'), period(code), name)?.id;
  expect([named('2025-Q1', 'H20'), named('2025-Q1', '87')]).toEqual(['province:87@2008', 'province:87@2008']);
  expect([named('2025-Q3', 'H20'), named('2025-Q3', '82')]).toEqual(['province:82@2025', 'province:82@2025']);
  // H15 is Đắk Lắk; another system's code is never read as the portal's.
  expect(named('2025-Q3', 'H15')).toBe('province:66@2025');
  for (const name of ['h20', 'H99', 'P56', 'VN-45', '000.00.00.H20']) {
    expect(named('2025-Q3', name)).toBeUndefined();
  }
});

test('figures are on the map of their window’s last day, or of the later day on which they were published', () => {
  expect(mapDay(form('dti922-published'), period('2022'))).toBe('2022-12-31');
  expect(mapDay(form('qd766-published'), period('2022'))).toBe('2025-07-01');
});
