import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre';
import { placed } from '../../../shared/aggregation/basis.ts';
import { coverageDocument, punctualityOf } from '../../../shared/aggregation/punctuality.ts';
import { emptyRound } from '../../../shared/aggregation/round.ts';
import { type Catalog, catalog } from '../../../shared/catalog/catalog.ts';
import { isOpen } from '../../../shared/catalog/deadline.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { templateOf } from '../../../shared/normalisation/output/template.ts';
import { readCalendar } from '../../../shared/query/read-calendar.ts';
import { Refusal } from '../../../shared/refusal.ts';

const at = '2026-09-24T05:00:00.000Z';
const calendar = (from: string, to: string, form: string | null = null, given: Catalog = catalog) =>
  readCalendar({ from, to, form, at }, given);
const refusal = (from: string, to: string, form: string | null = null) => {
  try {
    calendar(from, to, form);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return undefined;
};

test('a year of quarters: windows, due days, and where today stands', () => {
  const { items, regime } = calendar('2026-Q1', '2026-Q4');
  expect(regime?.code).toBe('government');
  expect(
    items.map(({ period, due, state, workingDaysLeft }) => [period, due, state, workingDaysLeft]),
  ).toEqual([
    ['2026-Q1', '2026-03-25', 'past-due', 0],
    ['2026-Q2', '2026-06-25', 'past-due', 0],
    // Thursday, the 24th: the Friday is left.
    ['2026-Q3', '2026-09-25', 'open', 1],
    // From the 25th of September to the 25th of December there are 66 days from Monday to Friday, none of them off.
    ['2026-Q4', '2026-12-25', 'open', 66],
  ]);
  expect(items[2]).toMatchObject({
    names: { vi: 'quý III/2026', en: 'quarter III 2026' },
    isCumulative: false,
    parts: [],
    administrative: { from: '2026-06-15', to: '2026-09-14' },
    statistical: { from: '2026-07-01', to: '2026-09-30' },
    window: 'administrative',
    opens: '2026-06-14T17:00:00.000Z',
    deadline: '2026-09-25T17:00:00.000Z',
    moved: null,
    isSure: true,
  });
});

test('a due day on a weekend says why it moved, and half a year says of which quarters it is', () => {
  expect(calendar('2022-H1', '2022-H1').items[0]).toMatchObject({
    period: '2022-H1',
    isCumulative: true,
    parts: ['2022-Q1', '2022-Q2'],
    due: '2022-06-27',
    moved: {
      from: '2022-06-25',
      why: { vi: expect.stringContaining('khoản 5 Điều 148'), en: expect.any(String) },
    },
  });
});

test('a form is told in the periods in which it is asked for, by its own regime', () => {
  expect(calendar('2026-Q1', '2026-Q4', 'qd766').items.map(({ period }) => period)).toEqual([
    '2026-Q3',
    '2026-Q4',
  ]);
  expect(calendar('2020', '2021', 'qd766')).toMatchObject({ items: [], regime: null });
  const ministry: Form = { ...(catalog.forms.get('qd766') as Form), due: 'ministry' };
  const other = { ...catalog, forms: new Map([['qd766', ministry]]), everyForm: [ministry] };
  const { items, regime } = calendar('2026-Q4', '2026-Q4', 'qd766', other);
  // 6 December 2026 is a Sunday.
  expect([regime?.code, items[0]?.due]).toEqual(['ministry', '2026-12-07']);
});

test('what nobody owes has no due day', () => {
  const free: Form = { ...(catalog.forms.get('qd766') as Form), owed: false };
  const other = { ...catalog, forms: new Map([['qd766', free]]), everyForm: [free] };
  expect(calendar('2026-Q3', '2026-Q3', 'qd766', other).items[0]).toMatchObject({
    due: null,
    deadline: null,
    state: 'open',
    workingDaysLeft: null,
  });
});

test('what is no range of periods is refused', () => {
  expect(refusal('2026-Q1', '2026-Q4', 'khong-co')).toBe('form-unknown');
  for (const [from, to] of [
    ['2026-Q4', '2026-Q1'],
    ['2026-Q1', '2026-H1'],
    ['2026-Q1', '2026-Q9'],
    ['2020-M01', '2025-M01'],
  ] as const) {
    expect([from, to, refusal(from, to)]).toEqual([from, to, 'parameter-malformed']);
  }
  expect(calendar('2020-M01', '2024-M12').items).toHaveLength(60);
});

describe('locks, late flags, coverage, the calendar and the template give one answer', () => {
  const qd766 = catalog.forms.get('qd766') as Form;
  const ranges = [
    ['2022-M01', '2026-M12', 'month'],
    ['2022-Q1', '2027-Q4', 'quarter'],
    ['2022-H1', '2027-H2', 'half'],
    ['2022-9M', '2027-9M', 'nine-months'],
    ['2022', '2027', 'year'],
  ] as const;
  test.each(ranges)('%s to %s', (from, to, periodKind) => {
    const form: Form = { ...qd766, periodKind, from };
    const other = { ...catalog, forms: new Map([['qd766', form]]), everyForm: [form] };
    const items = calendar(from, to, 'qd766', other).items;
    expect(items.length).toBeGreaterThan(5);
    for (const { period: code, due, deadline, moved, opens } of items) {
      const period = periodOf(code) as Period;
      const end = Date.parse(deadline as string);
      const [before, then] = [new Date(end - 1).toISOString(), new Date(end).toISOString()];
      const asked = { form, period };
      expect([code, punctualityOf(asked, before, null), punctualityOf(asked, then, null)]).toEqual([
        code,
        'on-time',
        'late',
      ]);
      const round = placed(emptyRound(other, form, period), 'as-reported');
      expect(coverageDocument(round, before)).toMatchObject({ due, deadline, dueMoved: moved });
      expect(coverageDocument(round, before).counts.missing).toBe(0);
      expect(coverageDocument(round, then).counts.notDue).toBe(0);
      const eve = new Date(Date.parse(opens) - 1).toISOString();
      expect([code, isOpen(form, period, eve), isOpen(form, period, opens)]).toEqual([code, false, true]);
    }
  });

  test('the template names the day, and why it is another', async () => {
    const form: Form = { ...qd766, periodKind: 'month', from: '2026-M01' };
    const unit = catalog.units.get('province:82@2025') as Unit;
    const period = periodOf('2026-M04') as Period;
    const { sheets } = await readXlsx(templateOf({ form, unit, period, last: null, tasks: null, catalog }));
    const texts = JSON.stringify(sheets[1]?.rows);
    expect(texts).toContain(
      'Hạn nộp: 28/04/2026. Các ngày từ 25/4/2026 đến 27/4/2026 là ngày nghỉ (25/4/2026: thứ Bảy;',
    );
    expect(texts).toContain(
      'Due on 2026-04-28. The days from 2026-04-25 to 2026-04-27 are no working days (2026-04-25: a Saturday;',
    );
  });
});
