import type { Catalog } from '../../catalog/catalog.ts';
import type { Form, Indicator } from '../../catalog/schema.ts';
import { fold } from '../fold.ts';
import { isDamaged, namesLike, withLostLetters } from './lost-letters.ts';

/** A form's indicators and groups by code (upper case) and by folded name, which several may share. */
export type IndicatorNames = {
  byCode: ReadonlyMap<string, Indicator>;
  byName: ReadonlyMap<string, readonly Indicator[]>;
  groups: ReadonlySet<string>;
};

export function indicatorNames(catalog: Catalog, form: Form): IndicatorNames {
  const byCode = new Map<string, Indicator>();
  const byName = new Map<string, readonly Indicator[]>();
  for (const row of form.indicators) {
    const indicator = catalog.indicators.get(row.indicator) as Indicator;
    byCode.set(codeOf(indicator.id), indicator);
    // `TDGQ` for `766.TDGQ`: within one form the part after the point is enough.
    byCode.set(codeOf(indicator.id.slice(indicator.id.indexOf('.') + 1)), indicator);
    for (const name of [indicator.names.vi, indicator.names.en].map(nameKey)) {
      const known = byName.get(name) ?? [];
      if (!known.includes(indicator)) byName.set(name, [...known, indicator]);
    }
  }
  const groups = form.groups.flatMap((group) => [nameKey(group.names.vi), nameKey(group.names.en)]);
  return { byCode, byName, groups: new Set(groups) };
}

/** An indicator by its code in the file, or undefined. */
export function indicatorByCode(names: IndicatorNames, code: string): Indicator | undefined {
  return names.byCode.get(codeOf(code));
}

/** The one indicator that has this name in the file, or undefined: none has it, or several. */
export function indicatorByName(names: IndicatorNames, name: string): Indicator | undefined {
  const [indicator, ...more] = names.byName.get(nameKey(name)) ?? [];
  return more.length === 0 ? indicator : undefined;
}

export function isGroupName(names: IndicatorNames, name: string): boolean {
  const key = nameKey(name);
  return names.groups.has(key) || names.groups.has(key.replace(/^nhom (?:chi (?:tieu|so) )?/, ''));
}

/**
 * The indicators that a text may mean which means none for certain: several have its name, or letters of it
 * were lost.
 * @returns their ids, in the form's order; empty when it resembles none
 */
export function indicatorsLike(names: IndicatorNames, text: string): string[] {
  if (text.length > 1_000) return [];
  const shared = names.byName.get(nameKey(text)) ?? [];
  if (shared.length > 1) return shared.map(({ id }) => id);
  if (!isDamaged(text)) return [];
  const lost = withLostLetters(text);
  const like = namesLike(lost, nameKey);
  const found = [...names.byName].flatMap(([name, which]) => (like(name) ? which.map(({ id }) => id) : []));
  const likeCode = namesLike(lost, (code) => codeOf(code).toLowerCase());
  const codes = [...names.byCode].flatMap(([code, { id }]) => (likeCode(code.toLowerCase()) ? [id] : []));
  return [...new Set([...found, ...codes])];
}

/** True when a code that is stored as a number may have lost its last zero: `11.1` where there is `11.10`. */
export function mayHaveLostZero(names: IndicatorNames, code: string): boolean {
  return /^\d+\.\d+$/.test(code) && names.byCode.has(codeOf(`${code}0`));
}

/** Abbreviations of administrative Vietnamese that are as common as what they stand for, folded. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bdvctt\b/g, 'dich vu cong truc tuien'],
  [/\bdvc\b/g, 'dich vu cong'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\bubnd\b/g, 'ui ban nhan dan'],
];

/** What two writings of one indicator's name have in common. */
export function nameKey(name: string): string {
  let key = fold(name);
  for (const [short, long] of abbreviations) key = key.replace(short, long);
  return key;
}

function codeOf(text: string): string {
  // A dash is typed as many signs: `749–02`.
  return text
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .toUpperCase();
}
