import type { Indicator } from '../../../shared/catalog/schema.ts';
import { compare } from '../../../shared/observations/decimal.ts';
import type { SeriesFigure } from '../../../shared/query/series-view.ts';
import { numberIn } from '../../format/statistics.ts';

/**
 * Units as they are listed: by rank where there is one, else the larger first (of what is better when it is less, the
 * smaller); those without a figure last, in the order of their codes.
 */
export function inRankOrder(
  units: readonly SeriesFigure[],
  direction: Indicator['direction'],
): SeriesFigure[] {
  const sign = direction === 'down' ? 1 : -1;
  return units.toSorted((a, b) => {
    if (a.rank !== null && b.rank !== null) return a.rank - b.rank;
    const [one, other] = [numberIn(a.value), numberIn(b.value)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return compare(one, other) * sign;
  });
}

/** Units whose figures cannot be told on the map that was asked for. */
export function refusedIn(units: readonly SeriesFigure[]): SeriesFigure[] {
  return units.filter(({ reason }) => reason === 'not-additive' || reason === 'parts-missing');
}
