import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import type { Area, AreaNames } from '../match/areas.ts';
import { matchUnitCell } from '../match/match-unit.ts';
import {
  mayBeForeign,
  type NumberEntry,
  type NumberReading,
  numberCode,
  numberReading,
  shapedCode,
} from '../match/unit-codes.ts';
import { suggest, unitFinding } from '../match/unit-finding.ts';
import type { ReadingFault } from '../reading-faults.ts';
import type { Bilingual } from '../report.ts';
import type { Cell } from '../table.ts';
import type { LongHeader } from './long-header.ts';
import type { LongRole } from './long-role.ts';

/** Whom a row is about, or why that is not known. `which`: the place of the column in `placeRoles`. */
export type NamedPlace =
  | { area: number; fault: null; coded: readonly CodedCell[] }
  | {
      area: -1;
      fault: ReadingFault;
      which: number;
      got: string | null;
      expected: string | null;
      hint: Bilingual | null;
    }
  | { area: -1; fault: 'blank' };

/** A cell that names a place by a code of another system, and the place's name. */
export type CodedCell = { which: number; from: string; to: string };

/** The columns that name a place, in the order in which their cells are given. */
export const placeRoles = [
  'unitCode',
  'unitName',
  'areaCode',
  'areaName',
] as const satisfies readonly LongRole[];
/** Those, and the one that tells wards of one name apart. */
export const placeColumns = [...placeRoles, 'district'] as const satisfies readonly LongRole[];

/** The areas that a file's rows name, by number in the order in which they are met; 0 is the unit as a whole. */
export class Areas {
  readonly ids: (string | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  numberOf(area: Area | null): number {
    if (area === null) return 0;
    const known = this.#numbers.get(area.id);
    if (known !== undefined) return known;
    const number = this.ids.length;
    this.ids.push(area.id);
    this.#numbers.set(area.id, number);
    return number;
  }
}

/** Texts of the columns of units that are remembered. */
const mostUnits = 1_000;

/** The plain numbers among a table's codes of provinces, each with what is named beside it, once. */
export class PlaceNumbers {
  readonly #entries = new Map<string, NumberEntry>();
  #isMixed = false;

  /** @param texts what a row's cells say of one place */
  add(texts: readonly string[], areas: AreaNames): void {
    this.#isMixed ||= texts.some((text) => shapedCode(text) !== undefined);
    const numbers = texts.filter((text) => numberCode(text, 'gso') !== undefined);
    if (numbers.length === 0) return;
    const names = texts.filter((text) => text !== '' && !numbers.includes(text));
    const named = names.map((text) => areas.find(text)?.id).find((id) => id !== undefined);
    for (const text of numbers) this.#entries.set(`${text} ${named ?? ''}`, { text, named });
  }

  /** In which system they are. @param heading the words over the column of codes */
  reading({ codes }: AreaNames, heading: string): NumberReading {
    const entries = [...this.#entries.values()];
    return codes ? numberReading(codes.tables, { entries, isMixed: this.#isMixed, heading }) : 'gso';
  }
}

type Fault = { code: ReadingFault; expected: string; hint: Bilingual | null };

/** What one cell says: the reporting unit (null), a unit inside it, or why neither. */
type Said = { area: Area | null } | Fault;

/**
 * Makes what tells the place of a row from its cells. Every cell that is filled must mean the same place: what is
 * not known, or means two, is asked.
 * @param within the communes of each province, by its id, where a ministry's rows name both; else undefined
 */
export function placeNamer(
  asked: Asked,
  inside: AreaNames,
  within: ReadonlyMap<string, AreaNames> | undefined,
  areas: Areas,
  numbers: PlaceNumbers,
): (cells: readonly (Cell | undefined)[]) => NamedPlace {
  // A few units are named in every combination with their areas.
  const units = new Map<string, Said>();
  const unitOf = (text: string): Said => {
    const said = units.get(text) ?? unitSaid(text, asked, inside);
    if (units.size < mostUnits) units.set(text, said);
    return said;
  };
  return (cells) => {
    const coded: CodedCell[] = [];
    const texts = placeColumns.map((_, which) => tidy(cells[which]?.text ?? ''));
    if (inside.codes) numbers.add(texts.slice(0, within ? 2 : placeRoles.length), inside);
    let place: Area | null | undefined;
    for (const which of placeRoles.keys()) {
      const text = texts[which] as string;
      if (text === '') continue;
      const isUnit = which < 2;
      // A commune's name is looked up among those of its province; its code and name stand side by side.
      const names = (!isUnit && place && within?.get(place.id)) || inside;
      const said = isUnit ? unitOf(text) : areaSaid(text, asked, names, which === 3 ? texts[4] : '');
      const isSecond = which === 1 || (which === 3 && texts[2] !== '');
      const differs = 'area' in said && isSecond && place !== undefined && place?.id !== said.area?.id;
      const fault = 'area' in said ? (differs ? unclear(place ?? null, asked) : null) : said;
      if (fault) {
        const { code, expected, hint } = fault;
        return { area: -1, fault: code, which, got: cells[which]?.text ?? null, expected, hint };
      }
      place = (said as { area: Area | null }).area;
      const to = codedName(text, asked, names);
      if (to !== undefined) coded.push({ which, from: cells[which]?.text ?? '', to });
    }
    return place === undefined
      ? { area: -1, fault: 'blank' }
      : { area: areas.numberOf(place), fault: null, coded };
  };
}

/** The name of what a text means by a code of another system; undefined: it is none. */
function codedName(text: string, { units, unit, day }: Asked, names: AreaNames): string | undefined {
  if (!mayBeForeign(text)) return undefined;
  const isOwn = matchUnitCell(units, text).system !== null;
  return names.codes?.foreign(text) ?? (isOwn ? nameOn(unit, day).full : undefined);
}

function unitSaid(text: string, asked: Asked, inside: AreaNames): Said {
  const { found } = matchUnitCell(asked.units, text);
  const finding = unitFinding(found, asked);
  if (!finding) return { area: null };
  const area = inside.find(text);
  if (area) return { area };
  const like = inside.like(text);
  return like.length > 0 ? { ...finding, code: 'unit-unclear', hint: suggest(like) } : finding;
}

/** @param district what the column of districts says beside a ward's name */
function areaSaid(text: string, asked: Asked, names: AreaNames, district = ''): Said {
  const area = names.find(names.inDistricts && district !== '' ? `${text}, ${district}` : text);
  if (area) return { area };
  // `Toàn tỉnh Đồng Tháp` beside the communes: the unit as a whole.
  if (area === undefined && !unitFinding(matchUnitCell(asked.units, text).found, asked))
    return { area: null };
  const like = names.like(text);
  const code = area === null || like.length > 0 ? 'unit-unclear' : 'unit-unknown';
  return { ...unclear(null, asked), code, hint: suggest(like) };
}

function unclear(place: Area | null, { unit, day }: Asked): Fault {
  return { code: 'unit-unclear', expected: place?.name ?? nameOn(unit, day).full, hint: null };
}

/** True when the table names the places inside its units. */
export function namesAreas({ columns }: LongHeader): boolean {
  return columns.areaCode !== undefined || columns.areaName !== undefined;
}
