import type { Named } from '../../shared/aggregation/round.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { useNamed } from '../app/use-named.ts';
import { whyNone } from '../format/why-none.ts';

const words = {
  vi: { many: (count: number) => `${count} đơn vị` },
  en: { many: (count: number) => `${count} units` },
};
/** So many units are named; of more only the number is told. */
const mostNamed = 5;

/** Beside how many units have a figure: those of whose ratio 0 of 0 was reported, which count and have no ratio. */
export function ZeroOfZero({
  units,
}: {
  units: readonly (Pick<Named, 'unit' | 'name'> & { reason: string | null })[];
}) {
  const say = useWords(words);
  const language = useLanguage();
  const named = useNamed();
  const found = units.filter(({ reason }) => reason === 'no-denominator');
  if (found.length === 0) return null;
  return (
    <span class="soft">
      {' · '}
      {whyNone('no-denominator', language)}:{' '}
      {found.length > mostNamed ? say.many(found.length) : found.map(named).join(', ')}
    </span>
  );
}
