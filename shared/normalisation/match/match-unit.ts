import type { Unit } from '../../catalog/schema.ts';
import { nameOn } from '../../catalog/unit.ts';
import { isDamaged, namesLike, withLostLetters } from './lost-letters.ts';
import { meaningsOf, type NumberReading, numberCode, type System, shapedCode } from './unit-codes.ts';
import { bareName, type UnitNames } from './unit-names.ts';

/** What a text says of a unit: it names one; a person has to choose; or it names none of this period. */
export type UnitMatch =
  | { match: Unit }
  | { ask: readonly Unit[]; reason: 'damaged' | 'shared' | 'renamed' | 'part-of' }
  | { reject: 'unknown' | 'dissolved' | 'not-a-unit'; instead: readonly Unit[] };

/** `12. An Giang`: a number in a list is no code. */
const numbering = /^\d{1,2}[.)]\s+/;
/** A code in front of a name or behind it, folded: `82`, `h20`, `p56`, `vn 45`. */
const codeFirst = /^([hp]?\d{2}|vn (?:\d{2}|[a-z]{2})) (.+)$/;
const codeLast = /^(.+) ([hp]?\d{2}|vn (?:\d{2}|[a-z]{2}))$/;
/** What stood before a merger (`Hà Giang (cũ)`) names the unit of that time, not today's. */
const formerly = / (?:cu|truoc sap nhap|truoc hop nhat)$/;

/**
 * What a text names among the units of a day ("UBND tỉnh Đồng Tháp", "TP. Huế", "82"). A name with lost or
 * look-alike letters, of a unit of another time, or shared by several is asked, with the units that it may be.
 */
export function matchUnit(names: UnitNames, text: string): UnitMatch {
  const digits = text.trim();
  // A spreadsheet drops the zero of "01".
  if (/^\d{1,2}$/.test(digits)) return byCode(names, digits.padStart(2, '0'));
  if (text.length > 200) return { reject: 'unknown', instead: [] };
  // A no-break space that was lost in front of a name is no letter of it.
  const trimmed = text.replace(/^[\s\uFFFD]+|[\s\uFFFD]+$/g, '');
  if (isDamaged(trimmed)) return likeUnit(names, withLostLetters(text));
  const whole = text.includes('\uFFFD');
  const found = byName(names, bareName(trimmed.replace(numbering, '')));
  return whole && 'reject' in found && found.reject === 'unknown' ? likeUnit(names, text) : found;
}

/** What a cell of a column of units names, and the system of its code where that is not the statistics office's. */
export type CellMatch = { found: UnitMatch; system: System | null };

/**
 * As `matchUnit`, for a cell of a column that names units, in which codes of every system may stand: H15, VN-33, P42.
 * @param numbers in which system the column's plain numbers are
 */
export function matchUnitCell(names: UnitNames, text: string, numbers: NumberReading = 'gso'): CellMatch {
  const shaped = shapedCode(text);
  if (shaped && names.codes.size > 0) return inSystem(names, shaped);
  const isNumber = numberCode(text, 'gso') !== undefined;
  if (isNumber && numbers === 'unclear') {
    return { found: { ask: meaningsOf(names.codes, text), reason: 'shared' }, system: null };
  }
  if (isNumber && numbers !== 'gso' && numbers !== 'unclear') {
    return inSystem(names, { system: numbers, code: numberCode(text, numbers) as string });
  }
  return { found: matchUnit(names, text), system: null };
}

function inSystem(names: UnitNames, { system, code }: { system: System; code: string }): CellMatch {
  const table = names.codes.get(system);
  const unit = table?.living.get(code);
  if (unit) return { found: { match: unit }, system };
  // A code of the other map names the unit of that time.
  const others = table?.others.get(code);
  return {
    found: others ? { ask: different(others), reason: 'renamed' } : { reject: 'unknown', instead: [] },
    system,
  };
}

function byCode(names: UnitNames, code: string): UnitMatch {
  const unit = names.byCode.get(code);
  if (unit) return { match: unit };
  const instead = names.otherCodes.get(code);
  return instead ? { ask: different(instead), reason: 'renamed' } : { reject: 'unknown', instead: [] };
}

function byName(names: UnitNames, name: string): UnitMatch {
  const wasFormer = formerly.test(name);
  const bare = name.replace(formerly, '');
  const units = names.byName.get(bare) ?? [];
  const [unit, ...more] = units;
  if (unit && more.length === 0 && !wasFormer) return { match: unit };
  if (unit && !wasFormer) return { ask: units, reason: 'shared' };
  const coded = withCode(names, bare);
  if (coded) return coded;
  const others = names.others.get(bare);
  if (others || unit) return { ask: different([...(others ?? []), ...units]), reason: 'renamed' };
  const dissolved = names.dissolved.get(bare);
  if (dissolved) return { reject: 'dissolved', instead: different(dissolved) };
  if (names.notUnits.has(bare.replace(/^vung /, ''))) return { reject: 'not-a-unit', instead: [] };
  // `Sở Khoa học và Công nghệ tỉnh Đồng Tháp` is an office in a unit, `huyện Cao Lãnh, tỉnh Đồng Tháp` a part of one.
  const whole = / (?:tinh|thanh pho|tp|bo) (.+)$/.exec(bare);
  const around = whole
    ? (names.byName.get(whole[1] as string) ?? names.others.get(whole[1] as string))
    : undefined;
  return around ? { ask: different(around), reason: 'part-of' } : { reject: 'unknown', instead: [] };
}

/** `Đồng Tháp (82)`, `H20 - Đồng Tháp`: a name beside its code. Where the two mean different units it is asked. */
function withCode(names: UnitNames, bare: string): UnitMatch | undefined {
  const [, code, name] = codeFirst.exec(bare) ?? [];
  const [, nameBefore, codeBehind] = codeLast.exec(bare) ?? [];
  const named = names.byName.get(bareName(name ?? nameBefore ?? '')) ?? [];
  const [unit, ...more] = named;
  if (!unit) return undefined;
  const written = (code ?? codeBehind ?? '').replace(' ', '-');
  const shaped = shapedCode(written);
  const coded = shaped ? names.codes.get(shaped.system)?.living.get(shaped.code) : names.byCode.get(written);
  if (coded === unit && more.length === 0) return { match: unit };
  return { ask: different([...named, ...(coded ? [coded] : [])]), reason: 'shared' };
}

/** The units whose names fit where letters were lost. Never a match: what was lost cannot be known. */
function likeUnit(names: UnitNames, text: string): UnitMatch {
  // A no-break space that was lost in front hides the prefix behind it: `\uFFFDTP. H\uFFFD`.
  const either = [text, text.replace(/^[\s\uFFFD]+/, '')].map((each) => namesLike(each, bareName));
  const like = (name: string) => either.some((fits) => fits(name));
  const living = [...names.byName].flatMap(([name, units]) => (like(name) ? units : []));
  const others = [...names.others].flatMap(([name, units]) => (like(name) ? units : []));
  const dissolved = [...names.dissolved].flatMap(([name, units]) => (like(name) ? units : []));
  const ask = different([...living, ...others]);
  if (ask.length === 0 && dissolved.length > 0) return { reject: 'dissolved', instead: different(dissolved) };
  return { ask, reason: 'damaged' };
}

function different(units: readonly Unit[]): Unit[] {
  return [...new Set(units)];
}

/** The official names of units on a day, to be shown to the person who is asked. */
export function suggestionsOf(units: readonly Unit[], day: string): string[] {
  return units.map((unit) => nameOn(unit, day).full).sort();
}
