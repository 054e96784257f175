import type { Catalog } from '../../catalog/catalog.ts';
import { regionsOn } from '../../catalog/regions.ts';
import type { Unit } from '../../catalog/schema.ts';
import { nameOn, unitsOn } from '../../catalog/unit.ts';
import { fold } from '../fold.ts';
import { withoutNumbering } from '../layout/row-kind.ts';
import { isDamaged, namesLike, withLostLetters } from './lost-letters.ts';
import { matchUnitCell, suggestionsOf } from './match-unit.ts';
import type { CodeTables, NumberReading } from './unit-codes.ts';
import { unitNames } from './unit-names.ts';

/** A unit inside the reporting one: a commune of a province, or a province where a ministry reports. */
export type Area = {
  /** `commune:26734`, before 2025-07-01 `ward:26734` (another place), or a unit's id: `province:82@2025`. */
  id: string;
  code: string;
  /** Official, with its type: "Phường Ba Đình"; of a ward with its district. */
  name: string;
};

/** The areas of one reporting unit in one period, by every name under which they may be written. */
export type AreaNames = {
  all: readonly Area[];
  /** By code or name; null: it is not clear which area is meant; undefined: none. */
  find(text: string): Area | null | undefined;
  /** The names of the areas that a text may mean which means none for certain: shown, never taken. */
  like(text: string): string[];
  /** Of wards: a name that several have is told by its district (`Phường 1, Quận 3`). */
  inDistricts?: true;
  /** Where the areas are provinces: the codes under which they may be written. */
  codes?: {
    tables: CodeTables;
    /** The name of the area that a text means by a code of another system than the statistics office's. */
    foreign(text: string): string | undefined;
    /** The same areas, with plain numbers read in a system. */
    readAs(numbers: NumberReading): AreaNames;
    /** The ids of the provinces of the region that a text names; undefined: it names none of that day. */
    region(text: string): readonly string[] | undefined;
  };
};

/**
 * The areas that a unit may report on: of a province its communes, of a ministry the provinces that live on
 * the day. The list of communes is loaded when it is first asked for.
 * @param day local day, the last of the period's window
 */
export async function areaNames(catalog: Catalog, unit: Unit, day: string): Promise<AreaNames> {
  if (unit.kind === 'ministry') {
    return provincesOf(catalog, day);
  }
  const { communesOn } = await import('../../catalog/communes.ts');
  const communes = await communesOn(unit.code, day);
  const names = namesOf(
    communes.map(({ id, code, name, maybe, district }) => {
      const own = [name.full, ...(maybe ? [maybe] : [])].flatMap((full) => [
        full,
        ...shortened(full, name.vi),
      ]);
      own.unshift(name.vi);
      if (!district) return { area: { id, code, name: name.full }, names: own };
      const full = `${name.full}, ${district.full}`;
      return { area: { id, code, name: full }, names: [...own, ...withDistrict(own, district.full)] };
    }),
  );
  return communes.some(({ district }) => district) ? { ...names, inDistricts: true } : names;
}

/** `P. Ba Đình`, `X. Sơn Hà`, `TT. Sa Pa`. */
function shortened(full: string, name: string): string[] {
  const short = { Phường: 'P.', Xã: 'X.', 'Thị trấn': 'TT.' }[full.slice(0, -name.length - 1)];
  return short ? [`${short} ${name}`] : [];
}

/** `Phường 1, Quận 3`, `Bến Nghé (Quận 1)`: wards of one province that bear one name differ by their district. */
function withDistrict(names: readonly string[], district: string): string[] {
  const type = districtTypes.find((each) => district.startsWith(`${each} `)) ?? 'Quận';
  const bare = district.slice(type.length + 1);
  const short = { Quận: 'Q.', Huyện: 'H.', 'Thị xã': 'TX.', 'Thành phố': 'TP.' }[type];
  // A number alone is no name; of Huyện and Thành phố Cao Lãnh the bare name means two, and is asked.
  const districts = [district, `${short} ${bare}`, ...(/^\d+$/.test(bare) ? [] : [bare])];
  return names.flatMap((name) => districts.map((each) => `${name}, ${each}`));
}

const districtTypes = ['Quận', 'Huyện', 'Thị xã', 'Thành phố'] as const;

function provincesOf(catalog: Catalog, day: string): AreaNames {
  const names = unitNames(catalog, 'province', day);
  const areas = new Map(
    unitsOn(catalog, 'province', day).map((each): [Unit, Area] => [
      each,
      { id: each.id, code: each.code, name: nameOn(each, day).full },
    ]),
  );
  const all = [...areas.values()];
  const regions = new Map(
    regionsOn(catalog, day).flatMap(({ names: { vi, en }, members }) =>
      [vi, en].map((name) => [fold(name), members] as const),
    ),
  );
  const region = (text: string) =>
    text.length > 100 ? undefined : regions.get(fold(withoutNumbering(text)).replace(/^vung /, ''));
  const readAs = (numbers: NumberReading): AreaNames => ({
    all,
    find(text) {
      const { found } = matchUnitCell(names, text, numbers);
      return 'match' in found ? areas.get(found.match) : 'ask' in found ? null : undefined;
    },
    like(text) {
      const { found } = matchUnitCell(names, text, numbers);
      return 'ask' in found ? suggestionsOf(found.ask, day) : [];
    },
    codes: {
      tables: names.codes,
      foreign(text) {
        const { found, system } = matchUnitCell(names, text, numbers);
        return system !== null && 'match' in found ? areas.get(found.match)?.name : undefined;
      },
      readAs,
      region,
    },
  });
  return readAs('gso');
}

/**
 * Two communes of one province may differ by their marks alone (Xã Sơn Hà, Xã Sơn Hạ) or by their type alone
 * (Phường Mỹ Tho, Xã Mỹ Thọ): so the marks are compared first, and a name without marks that means two is asked. So is
 * the name of a ward that several districts of its province have, without its district.
 */
function namesOf(entries: readonly { area: Area; names: readonly string[] }[]): AreaNames {
  const byCode = new Map(entries.map(({ area }) => [area.code, area]));
  // Nearly all names are written in full: the others are made when one is asked for.
  const full = new Map<string, Area | null>();
  for (const { area } of entries) addTo(full, markedKey(area.name), area);
  let marked: Map<string, Area | null> | undefined;
  const markedNames = () => {
    if (marked) return marked;
    marked = new Map();
    for (const { area, names } of entries) for (const name of names) addTo(marked, markedKey(name), area);
    return marked;
  };
  // So are those without their marks.
  let folded: Map<string, Area[]> | undefined;
  const foldedNames = () => {
    if (folded) return folded;
    folded = new Map();
    for (const { area, names } of entries) {
      for (const name of new Set(names.map(fold))) folded.set(name, [...(folded.get(name) ?? []), area]);
    }
    return folded;
  };
  return {
    all: entries.map(({ area }) => area),
    find(text) {
      const code = text.trim();
      if (/^\d{1,5}$/.test(code)) return byCode.get(code) ?? byCode.get(code.padStart(5, '0'));
      const key = markedKey(text);
      const exact = full.get(key) ?? markedNames().get(key);
      if (exact !== undefined) return exact;
      const [area, ...others] = foldedNames().get(fold(text)) ?? [];
      return others.length > 0 ? null : area;
    },
    like(text) {
      if (text.length > 200) return [];
      const shared = foldedNames().get(fold(text)) ?? [];
      if (shared.length > 1) return shared.map(({ name }) => name);
      if (!isDamaged(text)) return [];
      const isLike = namesLike(withLostLetters(text), fold);
      const found = [...foldedNames()].flatMap(([name, areas]) => (isLike(name) ? areas : []));
      return [...new Set(found)].map(({ name }) => name);
    },
  };
}

function addTo(map: Map<string, Area | null>, key: string, area: Area): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === area ? area : null);
}

/** Folded as `fold` does, but with the marks kept: the tone behind its word, so that Hòa and Hoà are one. */
function markedKey(text: string): string {
  let key = '';
  let tones = '';
  let isBetween = true;
  const letters = text.normalize('NFD').toLowerCase();
  for (const letter of letters) {
    if (letter >= 'a' && letter <= 'x') {
      if (isBetween && key !== '') key += ' ';
      isBetween = false;
      key += letter;
    } else if (tone.includes(letter)) {
      if (!isBetween) tones += letter;
    } else if (isSeparator(letter)) {
      key += tones;
      tones = '';
      isBetween = true;
    } else {
      if (isBetween && key !== '') key += ' ';
      isBetween = false;
      key += letter === 'y' ? 'i' : letter;
    }
  }
  return key + tones;
}

const tone = '\u0300\u0301\u0303\u0309\u0323';
const separator = /[\p{Z}\p{P}\p{S}\s]/u;

/** Letters of ASCII are most of a name: they need no table of Unicode. */
function isSeparator(letter: string): boolean {
  return !((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) && separator.test(letter);
}
