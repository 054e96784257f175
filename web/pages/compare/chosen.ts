import type { Basis } from '../../../shared/aggregation/basis.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import type { ScoredRound } from '../../app/scored-rounds.ts';
import { livingUnits, type UnitBook, unitMeant } from '../../app/use-units.ts';
import { isMeant } from '../../format/search.ts';
import { callings } from '../units/shown-units.ts';

/** So many are put side by side at most: more cannot be told apart. */
export const mostUnits = 5;
/** So many are offered at once while a name is typed. */
const mostOffered = 6;

/** What the parts of the page compare. */
export type Compared = {
  book: UnitBook;
  chosen: readonly Unit[];
  basis: Basis;
  rounds: readonly ScoredRound[];
};

/**
 * The provinces that an address names (`don-vi=82,province:52@2025`), each once, in its order, and what it names that is
 * none.
 */
export function chosenIn(book: UnitBook, asked = ''): { chosen: Unit[]; unknown: string[] } {
  const chosen = new Set<Unit>();
  const unknown: string[] = [];
  for (const name of asked.split(',').filter(Boolean)) {
    const unit = unitMeant(book, name);
    if (unit === undefined || unit.kind !== 'province') unknown.push(name);
    else if (chosen.size < mostUnits) chosen.add(unit);
  }
  return { chosen: [...chosen], unknown };
}

/** The provinces that may still be chosen and that a reader means by what was typed: on today's map the living ones. */
export function offeredUnits(
  { book, chosen, basis }: Pick<Compared, 'book' | 'chosen' | 'basis'>,
  wanted: string,
): Unit[] {
  if (wanted.trim() === '') return [];
  const living = livingUnits(book, 'province');
  const gone = [...book.units.values()].filter(
    (unit) => unit.kind === 'province' && !livesOn(unit, book.today),
  );
  const all = basis === 'current' ? living : [...living, ...gone];
  return all
    .filter((unit) => !chosen.includes(unit) && isMeant(wanted, callings(unit)))
    .slice(0, mostOffered);
}
