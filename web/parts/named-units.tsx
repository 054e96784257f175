import type { Named } from '../../shared/aggregation/round.ts';
import { useLanguage } from '../app/language.tsx';
import type { UnitBook } from '../app/use-units.ts';
import { unitAddress } from './unit-link.tsx';

/**
 * Units as an answer names them (under the names of its period), each a link to its page; in English under the
 * catalogue's English name.
 */
export function NamedUnits({ book, units }: { book: UnitBook; units: readonly Named[] }) {
  const language = useLanguage();
  return (
    <>
      {units.map((named, at) => (
        <span key={named.unit}>
          {at > 0 && ', '}
          <a href={unitAddress(named.unit)}>{namedIn(book, named, language)}</a>
        </span>
      ))}
    </>
  );
}

/** The name of a unit that an answer names. */
export function namedIn(book: UnitBook, { unit, name }: Named, language: 'vi' | 'en'): string {
  if (language === 'vi') return name;
  return book.units.get(unit)?.names.find(({ full }) => full === name)?.en ?? name;
}
