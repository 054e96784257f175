import type { Unit } from '../../catalog/schema.ts';
import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import type { Area, AreaNames } from '../match/areas.ts';
import { matchUnit } from '../match/match-unit.ts';
import type { ReadingFault } from '../reading-faults.ts';
import type { LongHeader, LongRole } from './long-header.ts';

/** Whom a row is about, or why that is not known. `which`: the place of the column in `placeRoles`. */
export type NamedPlace =
  | { area: number; fault: null }
  | { area: -1; fault: ReadingFault; which: number; got: string | null; expected: string | null }
  | { area: -1; fault: 'blank' };

/** The columns that name a place, in the order in which their texts are given. */
export const placeRoles = ['unitCode', 'unitName', 'areaCode', 'areaName'] as const satisfies LongRole[];

/** The areas that a file's rows name, by number in the order in which they are met; 0 is the unit as a whole. */
export class Areas {
  readonly ids: (string | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  numberOf(area: Area): number {
    const known = this.#numbers.get(area.id);
    if (known !== undefined) return known;
    const number = this.ids.length;
    this.ids.push(area.id);
    this.#numbers.set(area.id, number);
    return number;
  }
}

/** What a text of a column of units may mean: the reporting unit, a unit inside it, another one, or nothing known. */
type Meaning = { is: 'home' } | { is: 'area'; area: Area } | { is: 'other' } | { is: 'unknown' } | null;

/**
 * Makes what tells the place of a row from the texts of its columns. Every column that is filled must mean the
 * same place; what is not known, or means two, is asked.
 * @param within the communes of each province, by its id, where a ministry's rows name both; else undefined
 */
export function placeNamer(
  asked: Asked,
  inside: AreaNames,
  within: ReadonlyMap<string, AreaNames> | undefined,
  areas: Areas,
): (texts: readonly string[]) => NamedPlace {
  const expected = nameOn(asked.unit, asked.day).full;
  const fault = (
    code: ReadingFault,
    which: number,
    texts: readonly string[],
    name = expected,
  ): NamedPlace => {
    return { area: -1, fault: code, which, got: texts[which] ?? null, expected: name };
  };
  return (given) => {
    const texts = given.map(tidy);
    if (texts.every((text) => text === '')) return { area: -1, fault: 'blank' };
    let place: Meaning = null;
    for (const which of [0, 1]) {
      const found = meaningOf(texts[which] as string, asked, inside);
      if (found === null) continue;
      if (found.is === 'unknown') return fault('unit-unknown', which, texts);
      if (found.is === 'other') return fault('unit-differs', which, texts);
      if (place && !isSame(place, found)) return fault('place-unclear', which, texts, texts[0]);
      place = found;
    }
    for (const which of [2, 3]) {
      const text = texts[which] as string;
      if (text === '') continue;
      const names: AreaNames = place?.is === 'area' ? (within?.get(place.area.id) ?? inside) : inside;
      const found: Area | null | undefined = names.find(text);
      if (!found) return fault(found === null ? 'place-unclear' : 'unit-unknown', which, texts);
      if (which === 3 && place?.is === 'area' && texts[2] !== '' && place.area.id !== found.id) {
        return fault('place-unclear', which, texts, place.area.name);
      }
      place = { is: 'area', area: found };
    }
    return { area: place?.is === 'area' ? areas.numberOf(place.area) : 0, fault: null };
  };
}

function meaningOf(text: string, asked: Asked, inside: AreaNames): Meaning {
  if (text === '') return null;
  const unit = unitIn(text, asked);
  if (unit === asked.unit) return { is: 'home' };
  const area = inside.find(text);
  if (area) return { is: 'area', area };
  return { is: unit ? 'other' : 'unknown' };
}

function unitIn(text: string, { units }: Asked): Unit | undefined {
  return matchUnit(units, text) ?? undefined;
}

function isSame(a: NonNullable<Meaning>, b: NonNullable<Meaning>): boolean {
  if (a.is === 'area' && b.is === 'area') return a.area.id === b.area.id;
  return a.is === b.is;
}

/** True when the table names the places inside its units. */
export function namesAreas({ columns }: LongHeader): boolean {
  return columns.areaCode !== undefined || columns.areaName !== undefined;
}
