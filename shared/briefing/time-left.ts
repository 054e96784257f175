import { localDayOf } from '../catalog/period.ts';
import type { Voice } from './voice.ts';

/**
 * How much time is left until the end of a year, as a report says it: `còn gần 3 tháng, đến hết ngày 31/12/2026`.
 * Counted in whole months from the local day of an instant; half a month and more is told as nearly one more.
 */
export function timeLeft(voice: Voice, at: string, year: number): string {
  const from = localDayOf(at);
  const end = `${year}-12-31`;
  const until = voice.say({
    vi: `đến hết ngày ${voice.day(end)}`,
    en: `until the end of ${voice.day(end)}`,
  });
  if (from > end)
    return voice.say({ vi: `đã hết hạn ngày ${voice.day(end)}`, en: `ended on ${voice.day(end)}` });
  const { months, days } = between(from, `${year + 1}-01-01`);
  return `${amountOf(voice, months, days)}, ${until}`;
}

function amountOf(voice: Voice, months: number, days: number): string {
  if (months === 0)
    return voice.say({ vi: `còn ${days} ngày`, en: `${days} ${days === 1 ? 'day' : 'days'} left` });
  if (days === 0) return voice.say({ vi: `còn ${long(months, 'vi')}`, en: `${long(months, 'en')} left` });
  const isNearlyOneMore = days >= 15;
  return isNearlyOneMore
    ? voice.say({ vi: `còn gần ${long(months + 1, 'vi')}`, en: `nearly ${long(months + 1, 'en')} left` })
    : voice.say({ vi: `còn hơn ${long(months, 'vi')}`, en: `a little more than ${long(months, 'en')} left` });
}

/** `4 tháng`, `1 năm 2 tháng` */
function long(months: number, language: 'vi' | 'en'): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const part = (count: number, vi: string, en: string) =>
    count === 0 ? [] : [language === 'vi' ? `${count} ${vi}` : `${count} ${en}${count === 1 ? '' : 's'}`];
  return [...part(years, 'năm', 'year'), ...part(rest, 'tháng', 'month')].join(' ');
}

/** Whole months from one local day to another, and the days that are left over. */
function between(from: string, to: string): { months: number; days: number } {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = to.split('-').map(Number);
  const whole = (endYear - year) * 12 + endMonth - month - (endDay < day ? 1 : 0);
  const reached = Date.UTC(year, month - 1 + whole, day);
  return {
    months: whole,
    days: Math.round((Date.UTC(endYear, endMonth - 1, endDay) - reached) / 86_400_000),
  };
}
