import type { Unit } from '../../shared/catalog/schema.ts';
import { useLanguage } from '../app/language.tsx';
import { type UnitBook, unitNameIn } from '../app/use-units.ts';

/** The address of a unit's page. */
export function unitAddress(id: string, period?: string): string {
  return `/don-vi/${id}${period === undefined ? '' : `?ky=${period}`}`;
}

/** A unit by its name, as a link to its page. */
export function UnitLink({ book, unit }: { book: UnitBook; unit: Unit }) {
  const language = useLanguage();
  return <a href={unitAddress(unit.id)}>{unitNameIn(book, unit, language)}</a>;
}

/** Several of them in one line. */
export function UnitLinks({ book, units }: { book: UnitBook; units: readonly Unit[] }) {
  return (
    <>
      {units.map((unit, at) => (
        <span key={unit.id}>
          {at > 0 && ', '}
          <UnitLink book={book} unit={unit} />
        </span>
      ))}
    </>
  );
}
