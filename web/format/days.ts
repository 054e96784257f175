import { writtenDay } from '../../shared/written.ts';
import type { Language } from '../app/language.tsx';

/** A local day, or a month where the day is not known: `15/10/2026` · `15 October 2026`. */
export function dayText(day: string, language: Language): string {
  return writtenDay(day, language);
}

/** The local day in Viet Nam of an instant, or of a local time of `Asia/Ho_Chi_Minh` without offset: `2026-10-15`. */
export function dayOf(moment: string): string {
  return localTime(moment).slice(0, 10);
}

/**
 * A moment in Viet Nam's time.
 * @param moment an instant with `Z` or an offset, or a local time of Asia/Ho_Chi_Minh without
 * @returns `17 giờ 00, 14/10/2026` · `17:00, 14 October 2026 (Viet Nam time)`
 */
export function momentText(moment: string, language: Language): string {
  const local = localTime(moment);
  const [hour, minute] = [local.slice(11, 13), local.slice(14, 16)];
  const day = dayText(local.slice(0, 10), language);
  return language === 'vi' ? `${hour} giờ ${minute}, ${day}` : `${hour}:${minute}, ${day} (Viet Nam time)`;
}

/**
 * A moment as a local time in Viet Nam, `2026-10-14T17:00:00`; not by the catalogue's own function, which brings its
 * table of periods with it to the first screen.
 */
export function localTime(moment: string): string {
  const isInstant = /(Z|[+-]\d\d:\d\d)$/.test(moment);
  // Viet Nam is at +07:00 all year.
  return isInstant ? new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 19) : moment;
}

/**
 * The time until the end of a local day, in words.
 * @param due the last local day, `2026-09-25`
 * @param now milliseconds since 1970
 * @returns `còn 3 ngày, đến hết 25/09/2026` · `hạn cuối là hôm nay, 25/09/2026` · `quá hạn 2 ngày (hạn 25/09/2026)`
 */
export function timeLeftText(due: string, now: number, language: Language): string {
  const today = dayOf(new Date(now).toISOString());
  const days = (Date.parse(due) - Date.parse(today)) / 86_400_000;
  const day = dayText(due, language);
  if (language === 'vi') {
    if (days === 0) return `hạn cuối là hôm nay, ${day}`;
    return days > 0 ? `còn ${days} ngày, đến hết ${day}` : `quá hạn ${-days} ngày (hạn ${day})`;
  }
  const count = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`;
  if (days === 0) return `due today, ${day}`;
  return days > 0 ? `${count(days)} left, until the end of ${day}` : `${count(-days)} overdue (due ${day})`;
}
