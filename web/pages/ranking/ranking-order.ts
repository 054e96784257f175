import { compare, type Decimal } from '../../../shared/observations/decimal.ts';
import { numberIn } from '../../format/statistics.ts';
import type { RankingRow } from './ranking-rows.ts';

/** By which column, and which way: `hang` rank, `ma` code, `tong` total, `doi` places risen, else a group. */
export type Sorting = { by: string; order: 'ascending' | 'descending' };

/** Sorted by rank, code or a group's points; what is not there stands at the end in either order. */
export function sortedRows(rows: readonly RankingRow[], { by, order }: Sorting): RankingRow[] {
  const sign = order === 'ascending' ? 1 : -1;
  const byCode = (a: RankingRow, b: RankingRow) => (a.code < b.code ? -1 : 1);
  if (by === 'ma') return [...rows].sort((a, b) => sign * byCode(a, b));
  return [...rows].sort((a, b) => {
    const [x, y] = [sortValue(a, by), sortValue(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compare(x, y) || byCode(a, b);
  });
}

function sortValue(row: RankingRow, by: string): Decimal | null {
  const whole = by === 'hang' ? row.rank : by === 'doi' ? row.rose : null;
  if (whole !== null) return numberIn(String(whole));
  return numberIn(by === 'tong' ? row.total : (row.groups[by] ?? null));
}

/** How an address sorts: `xep=<column>`, with a minus in front the other way round; by rank where it says nothing. */
export function sortingIn({ xep = 'hang' }: Record<string, string>): Sorting {
  return xep.startsWith('-') ? { by: xep.slice(1), order: 'descending' } : { by: xep, order: 'ascending' };
}

/** Points are sorted from the most at first, ranks from the first; pressed again, the other way round. */
export function sortQuery(by: string, { by: now, order }: Sorting): { xep: string | null } {
  const isPoints = by !== 'hang' && by !== 'ma';
  const isDown = now === by ? order === 'ascending' : isPoints;
  if (by === 'hang' && !isDown) return { xep: null };
  return { xep: `${isDown ? '-' : ''}${by}` };
}
