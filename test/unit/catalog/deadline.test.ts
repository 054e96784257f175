import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { builtInFiles, catalog, loadCatalog } from '../../../shared/catalog/catalog.ts';
import { deadline, dueOf, isOpen, regimeOf, workingDaysLeft } from '../../../shared/catalog/deadline.ts';
import {
  dayAfter,
  localDayOf,
  type Period,
  periodOf,
  periodsBetween,
} from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { workingDays } from '../../../shared/catalog/working-days.ts';

const zone = 'Asia/Ho_Chi_Minh';
const period = (code: string) => periodOf(code) as Period;
const form = (due?: string): Form => ({ ...(catalog.forms.get('qd766') as Form), due });

/** Every period of every kind from 2022 to 2027. */
const periods = [
  ...['M01:M12', 'Q1:Q4', 'H1:H2', '9M:9M'].flatMap((range) => {
    const [first, last] = range.split(':');
    return periodsBetween(`2022-${first}`, `2027-${last}`, 100) ?? [];
  }),
  ...(periodsBetween('2022', '2027', 100) ?? []),
];

describe('due days', () => {
  test('the periods are those of six years', () => {
    expect(periods).toHaveLength(6 * (12 + 4 + 2 + 1 + 1));
  });

  // NĐ 09/2019/NĐ-CP, Art. 13(1): the 25th of the last month; weekdays of these days by a paper calendar.
  test.each([
    ['2026-Q3', '2026-09-25', null],
    ['2026-Q1', '2026-03-25', null],
    ['2026', '2026-12-25', null],
    ['2025-9M', '2025-09-25', null],
    ['2022-Q3', '2022-09-26', '2022-09-25'],
    ['2022-Q2', '2022-06-27', '2022-06-25'],
    ['2022-H1', '2022-06-27', '2022-06-25'],
    ['2023-H1', '2023-06-26', '2023-06-25'],
    ['2022', '2022-12-26', '2022-12-25'],
    ['2022-H2', '2022-12-26', '2022-12-25'],
    // Tết 2023: off from Friday 20 to Thursday 26 January. Tết 2025: from Saturday 25 January to Sunday 2 February.
    ['2023-M01', '2023-01-27', '2023-01-25'],
    ['2025-M01', '2025-02-03', '2025-01-25'],
    // A Saturday, Hùng Kings' Day on a Sunday, and the Monday in lieu of it.
    ['2026-M04', '2026-04-28', '2026-04-25'],
  ])('%s is due on %s', (code, day, from) => {
    const due = dueOf(form(), period(code));
    expect(due).toMatchObject({ day, isSure: true });
    expect(due.moved?.from ?? null).toBe(from);
  });

  // TT 02/2023/TT-BTTTT: the 6th of a quarter's last month, 6 June, 25 November; to the office two days later.
  test.each([
    ['ministry', '2024-Q1', '2024-03-06', null],
    ['ministry', '2023-Q3', '2023-09-06', null],
    ['ministry', '2024-H1', '2024-06-06', null],
    ['ministry', '2024', '2024-11-25', null],
    ['ministry', '2023', '2023-11-27', '2023-11-25'],
    ['ministry', '2024-M05', '2024-05-15', null],
    ['ministry-office', '2024-Q4', '2024-12-09', '2024-12-08'],
    ['ministry-office', '2024', '2024-11-27', null],
    ['ministry-office', '2024-H1', '2024-06-10', '2024-06-08'],
    ['ministry-office', '2024-M05', '2024-05-16', null],
  ])('%s: %s is due on %s', (regime, code, day, from) => {
    const due = dueOf(form(regime), period(code));
    expect([due.day, due.moved?.from ?? null]).toEqual([day, from]);
  });

  test('the rule by which a day moved is told in both languages', () => {
    expect(dueOf(form(), period('2026-M04')).moved?.why).toEqual({
      vi: 'Các ngày từ 25/4/2026 đến 27/4/2026 là ngày nghỉ (25/4/2026: thứ Bảy; 26/4/2026: Giỗ Tổ Hùng Vương; 27/4/2026: nghỉ bù Giỗ Tổ Hùng Vương) nên thời hạn kết thúc khi hết ngày làm việc tiếp theo, 28/4/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).',
      en: "The days from 2026-04-25 to 2026-04-27 are no working days (2026-04-25: a Saturday; 2026-04-26: Hùng Kings' Commemoration Day; 2026-04-27: in lieu of Hùng Kings' Commemoration Day), so the term ends with the next working day, 2026-04-28 (Civil Code 2015, Art. 148(5)).",
    });
    expect(dueOf(form(), period('2022-Q3')).moved?.why).toEqual({
      vi: 'Ngày 25/9/2022 là ngày nghỉ (Chủ nhật) nên thời hạn kết thúc khi hết ngày làm việc tiếp theo, 26/9/2022 (khoản 5 Điều 148 Bộ luật Dân sự 2015).',
      en: '2022-09-25 is no working day (a Sunday), so the term ends with the next working day, 2022-09-26 (Civil Code 2015, Art. 148(5)).',
    });
  });

  test('days off in a row that have one reason are named together', () => {
    // Tết 2025: the Government had off from Monday 27 to Friday 31 January, between two weekends.
    const { vi, en } = dueOf(form(), period('2025-M01')).moved?.why ?? { vi: '', en: '' };
    expect(vi).toContain(
      '(25/01/2025: thứ Bảy; 26/01/2025: Chủ nhật; 27/01/2025 – 31/01/2025: Tết Nguyên đán; 01/02/2025: thứ Bảy; 02/02/2025: Chủ nhật)',
    );
    expect(en).toContain('2025-01-27 – 2025-01-31: Lunar New Year;');
  });

  test('an extension moves it forward only, and ends on a working day too', () => {
    const third = period('2026-Q3');
    expect(dueOf(form(), third, '2026-09-28').day).toBe('2026-09-28');
    expect(dueOf(form(), third, '2026-09-01').day).toBe('2026-09-25');
    expect(dueOf(form(), third, '2026-10-03')).toMatchObject({
      day: '2026-10-05',
      moved: { from: '2026-10-03' },
    });
    expect(deadline(form(), third, '2026-09-28')).toBe('2026-09-28T17:00:00.000Z');
  });

  test('a year whose holidays are not announced is not sure', () => {
    expect(dueOf(form(), period('2027-Q1'))).toMatchObject({ day: '2027-03-25', isSure: false });
    // 25 December 2027 is a Saturday.
    expect(dueOf(form(), period('2027-Q4'))).toMatchObject({ day: '2027-12-27', isSure: false });
  });

  /** NĐ 09/2019/NĐ-CP, Art. 8(5): at least one working day between cut-off and deadline. */
  test('between cut-off and due day lies a working day, for every period', () => {
    for (const code of periods) {
      const cutOff = period(code).administrative.to;
      const { day } = dueOf(form(), period(code));
      expect([code, workingDays.workingDaysAfter(cutOff, dayAfter(day, -1)) >= 1]).toEqual([code, true]);
      expect([code, workingDays.isWorkingDay(day)]).toEqual([code, true]);
    }
  });

  test("the ministry's own day for a quarter comes before that cut-off: its figures are estimates", () => {
    for (const code of periods.filter((each) => each.includes('-Q'))) {
      expect(dueOf(form('ministry'), period(code)).day < period(code).administrative.to).toBe(true);
    }
  });

  test('the working days that are left', () => {
    const due = dueOf(form(), period('2026-M04'));
    // Friday 24 April in the morning: only the 28th is left. At the end of the 28th: none.
    expect(workingDaysLeft(due, '2026-04-24T01:00:00.000Z')).toBe(1);
    expect(workingDaysLeft(due, '2026-04-28T16:59:59.999Z')).toBe(0);
    expect(workingDaysLeft(due, '2026-05-28T00:00:00.000Z')).toBe(0);
  });

  test('a form is open from the first local day of its window', () => {
    const third = period('2026-Q3');
    expect(isOpen(form(), third, '2026-06-14T16:59:59.999Z')).toBe(false);
    expect(isOpen(form(), third, '2026-06-14T17:00:00.000Z')).toBe(true);
    expect(isOpen({ ...form(), window: 'statistical' }, third, '2026-06-14T17:00:00.000Z')).toBe(false);
  });
});

describe('an independent library of time zones agrees', () => {
  test('the deadline is the midnight behind the due day, for every period', () => {
    for (const code of periods) {
      const { day } = dueOf(form(), period(code));
      const midnight = DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day');
      expect([code, deadline(form(), period(code))]).toEqual([code, midnight.toUTC().toISO()]);
    }
  });

  test('an instant beside midnight, year end and Tết falls on the same local day', () => {
    const nights = [
      ...periods.map((code) => deadline(form(), period(code))),
      '2025-12-31T17:00:00.000Z',
      '2026-02-16T17:00:00.000Z',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...nights),
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
        (night, away) => {
          const instant = new Date(Date.parse(night) + away).toISOString();
          expect(localDayOf(instant)).toBe(DateTime.fromISO(instant, { zone }).toISODate());
        },
      ),
    );
  });

  test('a report is on time exactly when its local day is not behind the due day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periods), fc.integer({ min: -200_000, max: 200_000 }), (code, away) => {
        const end = deadline(form(), period(code));
        const received = new Date(Date.parse(end) + away).toISOString();
        const day = DateTime.fromISO(received, { zone }).toISODate() as string;
        expect(received < end).toBe(day <= dueOf(form(), period(code)).day);
      }),
    );
  });

  test('the host may be anywhere', () => {
    const program = fileURLToPath(new URL('deadlines-of-host.ts', import.meta.url));
    const told = (TZ: string) =>
      execFileSync(process.execPath, [program, ...periods], { env: { ...process.env, TZ } }).toString();
    const here = told('Asia/Ho_Chi_Minh');
    expect(here.trim().split('\n')).toHaveLength(periods.length);
    expect(here.split('\n')[periods.indexOf('2026-Q3')]).toBe(
      '2026-Q3 2026-09-25 2026-09-25T17:00:00.000Z 2026-09-25',
    );
    for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'])
      expect(told(TZ)).toBe(here);
  });
});

describe('a catalogue is refused', () => {
  const withForm = (change: object) => {
    const files = structuredClone(builtInFiles);
    const forms = files.forms as { forms: object[] };
    forms.forms[0] = { ...forms.forms[0], ...change };
    return () => loadCatalog(files);
  };
  test('when a form names a regime that does not exist, or that names no day for such periods', () => {
    expect(regimeOf(form())).toBe('government');
    expect(withForm({ due: 'ministry' })).not.toThrow();
    expect(withForm({ due: 'nobody' })).toThrow(/nobody names no due day/);
    const nineMonths = { periodKind: 'nine-months', from: '2026-9M', due: 'ministry' };
    expect(withForm(nineMonths)).toThrow(/ministry names no due day for 2026-9M/);
    expect(withForm({ ...nineMonths, due: 'government' })).not.toThrow();
  });

  test("when a form's first period is of another kind", () => {
    expect(withForm({ from: '2026-H1' })).toThrow(/2026-H1 is no quarter/);
    expect(withForm({ to: '2026' })).toThrow(/2026 is no quarter/);
  });
});
