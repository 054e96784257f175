import { useUnits } from '../../app/use-units.ts';
import { UnitLink } from '../../parts/unit-link.tsx';

/** A unit's name today, as a link to its page; its identity until that is known, or where it is not. */
export function UnitName({ unit }: { unit: string }) {
  const { answer } = useUnits();
  const book = answer.state === 'ready' ? answer.value : null;
  const found = book?.units.get(unit);
  return book && found ? <UnitLink book={book} unit={found} /> : unit;
}
