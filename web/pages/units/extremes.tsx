import type { Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { extremesOf, type RankedItem } from './standing.ts';

const words = {
  vi: {
    strongest: 'Mạnh nhất',
    weakest: 'Yếu nhất',
    rank: (rank: number, of: number) => `hạng ${rank} trong ${of}`,
    alike: (others: number) => `, cùng ${others} đơn vị khác`,
    none: 'Chưa có chỉ tiêu nào được xếp hạng.',
    noStrong: 'Không có chỉ tiêu nào ở nửa trên.',
    noWeak: 'Không có chỉ tiêu nào ở nửa dưới.',
  },
  en: {
    strongest: 'Strongest',
    weakest: 'Weakest',
    rank: (rank: number, of: number) => `rank ${rank} of ${of}`,
    alike: (others: number) => `, with ${others} other ${others === 1 ? 'unit' : 'units'}`,
    none: 'No indicator is ranked yet.',
    noStrong: 'No indicator is in the upper half.',
    noWeak: 'No indicator is in the lower half.',
  },
};

/** In what a unit stands best and worst. */
export function Extremes({
  items,
  known,
}: {
  items: readonly RankedItem[];
  known: ReadonlyMap<string, Indicator>;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { strongest, weakest } = extremesOf(items);
  if (strongest.length + weakest.length === 0) return <p class="missing">{say.none}</p>;
  const list = (title: string, of: readonly RankedItem[], none: string) => (
    <li class="card">
      <h4>{title}</h4>
      {of.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="units-list">
          {of.map(({ indicator, rank, ranked, alike }) => (
            <li key={indicator}>
              {known.get(indicator)?.names[language] ?? indicator}: {say.rank(rank ?? 0, ranked)}
              {alike > 1 && say.alike(alike - 1)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
  return (
    <ul class="cards units-extremes">
      {list(say.strongest, strongest, say.noStrong)}
      {list(say.weakest, weakest, say.noWeak)}
    </ul>
  );
}
