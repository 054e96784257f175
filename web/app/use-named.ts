import type { Named } from '../../shared/aggregation/round.ts';
import type { Unit } from '../../shared/catalog/schema.ts';
import { nameAmong } from '../format/unit-names.ts';
import { useLanguage } from './language.tsx';
import { useAnswer } from './use-answer.ts';

/** How units that an answer names are called; the catalogue is asked for only where a reader of English needs it. */
export function useNamed(): (named: Pick<Named, 'unit' | 'name'>) => string {
  const language = useLanguage();
  const { answer } = useAnswer<{ items: Unit[] }>(language === 'en' ? '/v1/public/catalog/units' : null);
  const units = new Map(answer.state === 'ready' ? answer.value.items.map((unit) => [unit.id, unit]) : []);
  return (named) => nameAmong(units, named, language);
}
