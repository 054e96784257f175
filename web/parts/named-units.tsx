import type { Named } from '../../shared/aggregation/round.ts';
import { useLanguage } from '../app/language.tsx';
import type { UnitBook } from '../app/use-units.ts';
import { nameAmong } from '../format/unit-names.ts';
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
export function namedIn(book: UnitBook, named: Named, language: 'vi' | 'en'): string {
  return nameAmong(book.units, named, language);
}
