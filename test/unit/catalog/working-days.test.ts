import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import * as v from 'valibot';
import file from '../../../shared/catalog/data/holidays.json' with { type: 'json' };
import { dayAfter } from '../../../shared/catalog/period.ts';
import { HolidaysFile } from '../../../shared/catalog/schema.ts';
import { shown, workingDays, workingDaysBy } from '../../../shared/catalog/working-days.ts';

const { kindOf, isWorkingDay, workingDayOnOrAfter, addWorkingDays, workingDaysAfter } = workingDays;

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day < `${year + 1}`; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/**
 * The days off of each year that are no weekend, and the Saturdays that were worked, as the press told them when they
 * were announced: written here from the notices, not from the data.
 */
const announced: Record<number, { off: string[]; worked: string[] }> = {
  2021: {
    off: ['01-01', '02-10', '02-11', '02-12', '02-15', '02-16', '04-21', '04-30', '05-03', '09-02', '09-03'],
    worked: [],
  },
  2022: {
    off: ['01-03', '01-31', '02-01', '02-02', '02-03', '02-04', '04-11', '05-02', '05-03', '09-01', '09-02'],
    worked: [],
  },
  2023: {
    off: ['01-02', '01-20', '01-23', '01-24', '01-25', '01-26', '05-01', '05-02', '05-03', '09-01', '09-04'],
    worked: [],
  },
  2024: {
    off: [
      '01-01',
      '02-08',
      '02-09',
      '02-12',
      '02-13',
      '02-14',
      '04-18',
      '04-29',
      '04-30',
      '05-01',
      '09-02',
      '09-03',
    ],
    worked: ['05-04'],
  },
  2025: {
    off: [
      '01-01',
      '01-27',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-07',
      '04-30',
      '05-01',
      '05-02',
      '09-01',
      '09-02',
    ],
    worked: ['04-26'],
  },
  2026: {
    off: [
      ...['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01'],
      ...['08-31', '09-01', '09-02'],
    ],
    worked: ['01-10', '08-22'],
  },
};

describe('the days off that were announced', () => {
  test.each(Object.entries(announced))('%s', (year, { off, worked }) => {
    const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const days = daysOf(Number(year));
    expect(days.filter((day) => !isWeekend(day) && !isWorkingDay(day))).toEqual(
      off.map((day) => `${year}-${day}`),
    );
    expect(days.filter((day) => isWeekend(day) && isWorkingDay(day))).toEqual(
      worked.map((day) => `${year}-${day}`),
    );
    // Eleven days of Art. 112(1), however many of them fall on a weekend, and what was exchanged.
    expect(off.length).toBe(11 + worked.length);
  });

  test.each([
    ['2023-04-29', 'Giỗ Tổ Hùng Vương'],
    ['2023-05-02', 'nghỉ bù Giỗ Tổ Hùng Vương'],
    ['2023-05-03', 'nghỉ bù Ngày Chiến thắng'],
    ['2024-04-29', 'nghỉ hoán đổi, làm bù ngày 04/5/2024'],
    ['2026-02-18', 'Tết Nguyên đán'],
    ['2026-04-25', 'thứ Bảy'],
    ['2026-09-27', 'Chủ nhật'],
  ])('%s is off: %s', (day, why) => {
    expect(kindOf(day)).toMatchObject({ isWorking: false, off: { vi: why } });
  });
});

describe('an independent calendar agrees', () => {
  const known = new Holidays('VN');
  const publicDays = (year: number): string[] => [
    ...new Set(
      known
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .flatMap(({ date, start, end }) => {
          const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
          return Array.from({ length }, (_, days) => dayAfter(date.slice(0, 10), days));
        }),
    ),
  ];

  /**
   * That calendar has Tết as one day before the lunar year and four of it, one day of the National Day, and knows
   * neither compensation nor what the Government exchanged. Everything else must be the same.
   */
  test.each([2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030])('%i', (year) => {
    const theirs = publicDays(year);
    expect(theirs).toHaveLength(10);
    const tet = file.lunar.find((each) => each.year === year)?.tet ?? '';
    expect(theirs).toContain(tet);
    // In some years the five days began two days before the lunar year: then its fourth day was none of them.
    const fourth = dayAfter(tet, 3);
    const isNone = (day: string) =>
      day === fourth && kindOf(dayAfter(tet, -2)).off?.vi === 'Tết Nguyên đán' && isWorkingDay(day);
    expect(theirs.filter((day) => isWorkingDay(day) && !isNone(day))).toEqual([]);
    const ours = daysOf(year).filter((day) => {
      const why = kindOf(day).off?.vi ?? 'thứ';
      return !/^(?:thứ|Chủ|nghỉ)/.test(why) && !theirs.includes(day);
    });
    // Of ours, they lack the second day of the National Day, and the day with which Tết begins two days ahead.
    const beside = ours.filter((day) => /-09-0[13]$/.test(day));
    expect(beside).toHaveLength(1);
    expect(ours.filter((day) => !beside.includes(day) && day !== dayAfter(tet, -2))).toEqual([]);
  });
});

describe('counting', () => {
  test('the next working day behind weekends and holidays', () => {
    expect(workingDayOnOrAfter('2026-09-25')).toBe('2026-09-25');
    expect(workingDayOnOrAfter('2026-09-26')).toBe('2026-09-28');
    // Saturday, Hùng Kings' Day on a Sunday, the Monday in lieu of it.
    expect(workingDayOnOrAfter('2026-04-25')).toBe('2026-04-28');
    expect(workingDayOnOrAfter('2023-01-20')).toBe('2023-01-27');
    expect(workingDayOnOrAfter('2025-01-25')).toBe('2025-02-03');
    // A Saturday that is worked.
    expect(workingDayOnOrAfter('2024-05-04')).toBe('2024-05-04');
  });

  test('so many working days on and back, and between', () => {
    expect(addWorkingDays('2026-09-24', 2)).toBe('2026-09-28');
    expect(addWorkingDays('2026-09-28', -2)).toBe('2026-09-24');
    expect(addWorkingDays('2026-09-26', 0)).toBe('2026-09-26');
    expect(workingDaysAfter('2026-09-24', '2026-09-28')).toBe(2);
    expect(workingDaysAfter('2026-09-28', '2026-09-28')).toBe(0);
    expect(workingDaysAfter('2026-09-29', '2026-09-28')).toBe(0);
    // Tết 2026: the 13th is a Friday, the 23rd the Monday behind it.
    expect(workingDaysAfter('2026-02-13', '2026-02-23')).toBe(1);
  });

  test('a day is written as officials write it', () => {
    expect([shown('2026-09-25'), shown('2026-02-05'), shown('2026-12-01')]).toEqual([
      '25/9/2026',
      '05/02/2026',
      '01/12/2026',
    ]);
  });
});

describe('what is not known is never said to be sure', () => {
  test('a year that was not announced has the days of the law alone', () => {
    expect(kindOf('2027-02-05')).toMatchObject({ isWorking: false, isSure: false });
    expect(kindOf('2027-04-16')).toMatchObject({ isWorking: false, isSure: false });
    expect(kindOf('2027-03-25')).toEqual({ isWorking: true, off: null, isSure: false });
    expect(kindOf('2026-03-25')).toEqual({ isWorking: true, off: null, isSure: true });
  });

  test('a year for which no moon is held has no Tết, and says that it is not sure', () => {
    expect(kindOf('2044-09-02')).toMatchObject({ isWorking: false, isSure: false });
    // 30 January 2044 is a Saturday and the first day of the lunar year; the Monday would be off.
    expect(kindOf('2044-02-01')).toEqual({ isWorking: true, off: null, isSure: false });
  });

  test('a day in doubt in a year that was announced', () => {
    expect(kindOf('2026-11-24')).toMatchObject({ isWorking: true, isSure: false });
    expect(kindOf('2026-11-25')).toMatchObject({ isWorking: true, isSure: true });
  });

  test('a file that breaks its shape is refused, and years without a working day do not hang', () => {
    expect(
      v.safeParse(HolidaysFile, { ...file, lunar: [{ year: 2026, tet: 'Feb', hungKings: '' }] }).success,
    ).toBe(false);
    const swaps = daysOf(2026).map((off) => ({ off, worked: '2030-01-05' }));
    const [last] = file.announced.slice(-1) as [(typeof file.announced)[number]];
    const never = workingDaysBy({ ...file, announced: [{ ...last, swaps }] } as never);
    expect(() => never.workingDayOnOrAfter('2026-03-02')).toThrow(/no working day/);
  });
});
