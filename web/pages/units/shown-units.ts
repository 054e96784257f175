import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import { kinOf, livingUnits, type UnitBook } from '../../app/use-units.ts';
import { isMeant } from '../../format/search.ts';

/** The units that a reader looks for, by what they are; one of today is also meant by the names of those it was made of. */
export function shownUnits(
  book: UnitBook,
  wanted: string,
): { provinces: Unit[]; ministries: Unit[]; gone: Unit[] } {
  const isOwn = (unit: Unit) => isMeant(wanted, callings(unit));
  const isShown = (unit: Unit) => isOwn(unit) || kinOf(book, unit).predecessors.some(isOwn);
  const gone = [...book.units.values()].filter((unit) => !livesOn(unit, book.today));
  return {
    provinces: livingUnits(book, 'province').filter(isShown),
    ministries: livingUnits(book, 'ministry').filter(isShown).sort(byName),
    gone: gone.filter(isOwn).sort(byName),
  };
}

/** Everything by which a unit may be called. */
export function callings({ code, names }: Unit): string[] {
  return [code, ...names.flatMap(({ vi, full, en }) => [vi, full, en])];
}

const collator = new Intl.Collator('vi');

/** In the order of the Vietnamese alphabet. */
export function byName(a: Unit, b: Unit): number {
  return collator.compare(a.names.at(-1)?.vi ?? a.code, b.names.at(-1)?.vi ?? b.code);
}
