import * as v from 'valibot';
import holidaysFile from './data/holidays.json' with { type: 'json' };
import { dayAfter } from './period.ts';
import { HolidaysFile } from './schema.ts';

type Names = { vi: string; en: string };
export type Holidays = v.InferOutput<typeof HolidaysFile>;

/** What a local day is: worked or off, and why it is off. */
export type DayKind = {
  isWorking: boolean;
  /** Why nobody works, or nothing on a working day. */
  off: Names | null;
  /**
   * False: the holidays of the year are not announced in the data held, or the day itself is in doubt. What is said is
   * then what the law alone gives.
   */
  isSure: boolean;
};

export type WorkingDays = ReturnType<typeof workingDaysBy>;

/** The most days in a row that are looked at for a working one: Tết with its weekends has nine. */
const longestRest = 31;

/**
 * Working days in Viet Nam, from the law and from what the Government decided for each year.
 * Labour Code 45/2019/QH14, Art. 112(1): 1 January; five days of Tết; the tenth of the third lunar month; 30 April;
 * 1 May; 2 September and the day before it or behind it. Art. 111(3): "Nếu ngày nghỉ hằng tuần trùng với ngày nghỉ lễ,
 * tết quy định tại khoản 1 Điều 112 của Bộ luật này thì người lao động được nghỉ bù ngày nghỉ hằng tuần vào ngày làm
 * việc kế tiếp." Weekends are Saturday and Sunday; the Government may have a Saturday worked for another day that is off.
 */
export function workingDaysBy(holidays: Holidays) {
  const years = new Map<number, Year>();
  const kindOf = (day: string): DayKind => {
    const number = Number(day.slice(0, 4));
    const year = years.get(number) ?? yearOf(holidays, number);
    years.set(number, year);
    const off = year.off.get(day) ?? (year.worked.has(day) ? null : weekend(day));
    return { isWorking: off === null, off, isSure: year.isAnnounced && !year.unsure.has(day) };
  };
  const isWorkingDay = (day: string): boolean => kindOf(day).isWorking;
  const step = (from: string, by: 1 | -1): string => {
    for (let count = 0, day = from; count <= longestRest; count += 1, day = dayAfter(day, by))
      if (isWorkingDay(day)) return day;
    throw new Error(`no working day within ${longestRest} days of ${from}`);
  };
  return {
    kindOf,
    isWorkingDay,
    /** The day itself, or the next on which somebody works. */
    workingDayOnOrAfter: (day: string): string => step(day, 1),
    /** The n-th working day behind a day, or before it where n is negative; the day itself for 0. */
    addWorkingDays: (day: string, count: number): string => {
      const by = count < 0 ? -1 : 1;
      let reached = day;
      for (let left = Math.abs(count); left > 0; left -= 1) reached = step(dayAfter(reached, by), by);
      return reached;
    },
    /** How many working days lie behind one day, up to and with another; 0 when the second is not later. */
    workingDaysAfter: (day: string, until: string): number => {
      let count = 0;
      for (let next = dayAfter(day, 1); next <= until; next = dayAfter(next, 1))
        if (isWorkingDay(next)) count += 1;
      return count;
    },
  };
}

type Year = {
  off: ReadonlyMap<string, Names>;
  worked: ReadonlySet<string>;
  unsure: ReadonlySet<string>;
  isAnnounced: boolean;
};

function yearOf(holidays: Holidays, number: number): Year {
  const announced = holidays.announced.find(({ year }) => year === number);
  const off = new Map(statutoryDays(holidays, number));
  // Compensation is given in the order of the holidays, each on the next day that is not off already.
  for (const [day, names] of [...off].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (weekend(day) === null) continue;
    let next = day;
    while (off.has(next) || weekend(next) !== null) next = dayAfter(next, 1);
    off.set(next, { vi: `nghỉ bù ${names.vi}`, en: `in lieu of ${names.en}` });
  }
  for (const { off: day, worked } of announced?.swaps ?? []) {
    const { vi, en } = { vi: shown(worked), en: worked };
    off.set(day, {
      vi: `nghỉ hoán đổi, làm bù ngày ${vi}`,
      en: `off in exchange for ${en}, which is worked`,
    });
  }
  return {
    off,
    worked: new Set(announced?.swaps.map(({ worked }) => worked)),
    unsure: new Set(announced?.unsure.map(({ day }) => day)),
    isAnnounced: announced !== undefined,
  };
}

/** The days of Art. 112(1). Where nothing was announced: two days before the lunar year and three of it; 2 and 3 September. */
function statutoryDays(holidays: Holidays, number: number): [string, Names][] {
  const { yearly, names } = holidays;
  const announced = holidays.announced.find(({ year }) => year === number);
  const moon = holidays.lunar.find(({ year }) => year === number);
  const tetFrom = announced?.tetFrom ?? (moon && dayAfter(moon.tet, -2));
  const beside = announced?.besideNationalDay ?? `${number}-09-03`;
  return [
    ...yearly.map(({ day, names }): [string, Names] => [`${number}-${day}`, names]),
    ...(tetFrom ? [0, 1, 2, 3, 4].map((days): [string, Names] => [dayAfter(tetFrom, days), names.tet]) : []),
    ...(moon ? [[moon.hungKings, names.hungKings] as [string, Names]] : []),
    [beside, names.besideNationalDay],
  ];
}

function weekend(day: string): Names | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return { vi: 'thứ Bảy', en: 'a Saturday' };
  return weekday === 0 ? { vi: 'Chủ nhật', en: 'a Sunday' } : null;
}

/** A day as it is written in Vietnamese: `04/5/2024`. */
export function shown(day: string): string {
  const [year, month = '', date] = day.split('-');
  return `${date}/${month.replace(/^0(?=[3-9])/, '')}/${year}`;
}

/** Viet Nam's working days, as far as they are held. */
export const workingDays: WorkingDays = workingDaysBy(v.parse(HolidaysFile, holidaysFile));
