import type { Catalog } from '../../catalog/catalog.ts';
import { codeOf, systemsOn } from '../../catalog/code-systems.ts';
import type { CodeSystem, Unit } from '../../catalog/schema.ts';
import { livesOn } from '../../catalog/unit.ts';
import { fold } from '../fold.ts';

export type System = CodeSystem['system'];

/** The codes of one system: of units that they mean on the day, and of others, by the units in their place. */
export type CodeTable = { living: ReadonlyMap<string, Unit>; others: ReadonlyMap<string, readonly Unit[]> };
export type CodeTables = ReadonlyMap<System, CodeTable>;

/** Systems whose codes show by their shape which they are of: H15 is never 15. `000.00.00.H15` is the whole identifier. */
const shapes: readonly (readonly [System, RegExp])[] = [
  ['portal', /^(?:000[.]00[.]00[.])?(H\d{2})$/],
  ['papi', /^(P\d{2})$/],
  ['iso', /^(VN-(?:\d{2}|[A-Z]{2}))$/],
];
/** Systems of plain numbers, which only a whole column can tell apart. */
const numberSystems = ['gso', 'sapnhap', 'pci'] as const;
type NumberSystem = (typeof numberSystems)[number];
/** In which system the plain numbers of a column are read; `unclear`: more than one would do. */
export type NumberReading = NumberSystem | 'unclear';

/** Headings of a column of codes that name the system, folded, beside those of codes in general. */
export const codeHeadings: readonly string[] = [
  ...['ma gso', 'gso code', 'ma thong ke', 'ma tctk', 'ma cuc thong ke'],
  ...['ma h', 'ma dinh danh', 'ma dinh danh don vi', 'ma dvcqg', 'ma cong dvc', 'portal code'],
  ...['ma iso', 'iso code', 'iso 3166 2', 'ma iso 3166 2', 'ma papi', 'papi code', 'papi id'],
  ...['ma pci', 'pci id', 'pci code', 'ma sap nhap', 'ma ban do sap nhap', 'mahc'],
];
const named: readonly (readonly [NumberSystem, RegExp])[] = [
  ['gso', /\b(?:gso|thong ke|tctk)\b/],
  ['sapnhap', /\b(?:sap nhap|mahc)\b/],
  ['pci', /\bpci\b/],
];

/** The tables of every system, for the map of a day. @param standing the units in the place of one that does not live then */
export function codeTables(catalog: Catalog, day: string, standing: (unit: Unit) => Unit[]): CodeTables {
  const inForce = new Set(systemsOn(catalog, day).map(({ system }) => system));
  const provinces = [...catalog.units.values()].filter(({ kind }) => kind === 'province');
  return new Map(
    catalog.systems.map(({ system }): [System, CodeTable] => {
      const living = new Map<string, Unit>();
      const others = new Map<string, readonly Unit[]>();
      for (const unit of provinces) {
        const code = codeOf(unit, system);
        if (code === undefined) continue;
        if (inForce.has(system) && livesOn(unit, day)) living.set(code, unit);
        else others.set(code, [...new Set([...(others.get(code) ?? []), ...standing(unit)])]);
      }
      return [system, { living, others }];
    }),
  );
}

/** The code of another system that a text is, told by its shape; undefined: it is none, or a plain number. */
export function shapedCode(text: string): { system: System; code: string } | undefined {
  if (text.length > 20) return undefined;
  const plain = text.normalize('NFKC').trim().replace(/[‐-―]/g, '-').toUpperCase();
  for (const [system, shape] of shapes) {
    const code = shape.exec(plain)?.[1];
    if (code !== undefined) return { system, code };
  }
  return undefined;
}

/** A plain number of one or two digits as a code of a system; a spreadsheet drops the zero of "01". */
export function numberCode(text: string, system: NumberSystem): string | undefined {
  const digits = text.trim();
  if (!/^\d{1,2}$/.test(digits)) return undefined;
  return system === 'gso' ? digits.padStart(2, '0') : digits;
}

/** True for what may be a code of another system than the statistics office's. */
export function mayBeForeign(text: string): boolean {
  return numberCode(text, 'pci') !== undefined || shapedCode(text) !== undefined;
}

/** The units that a plain number means in each system that counts the day's map. */
export function meaningsOf(tables: CodeTables, text: string): Unit[] {
  const units = numberSystems.flatMap((system) => unitIn(tables, system, text) ?? []);
  return [...new Set(units)];
}

function unitIn(tables: CodeTables, system: NumberSystem, text: string): Unit | undefined {
  const code = numberCode(text, system);
  return code === undefined ? undefined : tables.get(system)?.living.get(code);
}

/** A plain number in a column of codes, and the id of the unit that is named beside it, where one is. */
export type NumberEntry = { text: string; named: string | undefined };
/** What a table's columns of units hold beside names; `isMixed`: codes that show another system by their shape, too. */
export type ColumnNumbers = { entries: readonly NumberEntry[]; isMixed: boolean; heading: string };

/**
 * In which system a column's plain numbers are. 15 is Lào Cai in the codes of the statistics office and Sơn La on the
 * merger map: the heading says which, or a zero in front (`04`: only the statistics office writes it), or the names
 * beside the numbers, or that they are codes of no other system. Numbers without names that are codes of another
 * system alone may as well count the rows, and 15 among codes like H14 and H16 may have lost its letter. Whatever is
 * left is asked.
 */
export function numberReading(
  tables: CodeTables,
  { entries, isMixed, heading }: ColumnNumbers,
): NumberReading {
  const folded = fold(heading.slice(0, 100));
  const told = named.find(([, pattern]) => pattern.test(folded))?.[0];
  if (told && (tables.get(told)?.living.size ?? 0) > 0) return told;
  if (entries.length === 0) return 'gso';
  if (isMixed && entries.some((entry) => entry.named === undefined)) return 'unclear';
  if (entries.some(({ text }) => /^\s*0/.test(text))) return 'gso';
  const fits = numberSystems.filter((system) =>
    entries.every((entry) => {
      const unit = unitIn(tables, system, entry.text);
      return unit !== undefined && (entry.named === undefined || entry.named === unit.id);
    }),
  );
  const [only] = fits;
  // None fits: each number is read as the statistics office's, and asked where it is none.
  if (only === undefined || fits.every((system) => system === 'gso')) return 'gso';
  if (fits.length === 1) return entries.every((entry) => entry.named !== undefined) ? only : 'unclear';
  const isSame = entries.every(
    ({ text }) => new Set(fits.map((system) => unitIn(tables, system, text))).size === 1,
  );
  return isSame ? only : 'unclear';
}
