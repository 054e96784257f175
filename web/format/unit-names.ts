import type { Named } from '../../shared/aggregation/round.ts';
import type { Unit } from '../../shared/catalog/schema.ts';
import type { Language } from '../app/language.tsx';

/**
 * How a unit that an answer names is called: in Vietnamese as the answer says, in English under the English name that
 * goes with it; as the answer says where the catalogue has none.
 */
export function nameAmong(
  units: ReadonlyMap<string, Unit>,
  { unit, name }: Pick<Named, 'unit' | 'name'>,
  language: Language,
): string {
  if (language === 'vi') return name;
  return units.get(unit)?.names.find(({ full }) => full === name)?.en ?? name;
}
