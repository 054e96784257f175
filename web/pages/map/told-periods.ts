import type { Series } from '../../../shared/query/read-series.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { defaultPeriod, dueDayOf } from '../../app/default-period.ts';
import { lastMonthOf } from '../../charts/period-place.ts';

/** A period's figures, and those of the period of its kind before, if there are any. */
export type ToldPeriod = { item: SeriesItem; before: SeriesItem | null };

/** The periods of several series in the order of time; a year stands before the quarter in which it ends. */
export function toldPeriods(series: readonly Pick<Series, 'items'>[]): ToldPeriod[] {
  const told = series.flatMap(({ items }) =>
    items.map((item, at): ToldPeriod => ({ item, before: items[at - 1] ?? null })),
  );
  const place = ({ item: { period } }: ToldPeriod) => lastMonthOf(period) ?? 0;
  return told.sort((a, b) => place(a) - place(b) || a.item.period.length - b.item.period.length);
}

/** The period that is asked for, else the one that `defaultPeriod` says. @param forms that ask for the periods */
export function periodMeant(
  told: readonly ToldPeriod[],
  period: string | null,
  forms: Parameters<typeof dueDayOf>[0],
  today: string,
): ToldPeriod | undefined {
  const asked = told.find(({ item }) => item.period === period);
  if (asked) return asked;
  return defaultPeriod(told, ({ item }) => ({ ...item.coverage, due: dueDayOf(forms, item.period) }), today);
}
