import type { Series } from '../../../shared/query/read-series.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import { lastMonthOf } from '../../charts/period-place.ts';

/** A period's figures, and those of the period of its kind before, if there are any. */
export type Round = { item: SeriesItem; before: SeriesItem | null };

/** The periods of several series in the order of time; a year stands before the quarter in which it ends. */
export function roundsOf(series: readonly Pick<Series, 'items'>[]): Round[] {
  const rounds = series.flatMap(({ items }) =>
    items.map((item, at): Round => ({ item, before: items[at - 1] ?? null })),
  );
  const place = ({ item: { period } }: Round) => lastMonthOf(period) ?? 0;
  return rounds.sort((a, b) => place(a) - place(b) || a.item.period.length - b.item.period.length);
}

/** The round that is asked for, else the latest for which somebody has reported. */
export function roundMeant(rounds: readonly Round[], period: string | null): Round | undefined {
  const asked = rounds.find(({ item }) => item.period === period);
  return asked ?? rounds.findLast(({ item }) => item.coverage.counted > 0) ?? rounds.at(-1);
}
