/** One place of a document that says something else: figures are named by unit, indicator and part. */
export type Difference = { at: string; old: string | null; new: string | null };

/** The names by which entries of a list are found again, whatever their order. */
const keys = ['unit', 'indicator', 'region', 'scorecard', 'form', 'code', 'id'] as const;

/**
 * Where two values of JSON differ, leaf by leaf.
 * @param at the place, as it is told: `units[province:82@2025].value`
 */
export function differencesOf(old: unknown, now: unknown, at = ''): Difference[] {
  if (isList(old) && isList(now) && isKeyed(old) && isKeyed(now)) {
    return differencesOf(byKey(old), byKey(now), at);
  }
  if (isTree(old) && isTree(now)) {
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return names.flatMap((name) => {
      const place = isKeyedName(name) || isList(old) ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`;
      return differencesOf(memberOf(old, name), memberOf(now, name), place);
    });
  }
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  return [{ at, old: told(old), new: told(now) }];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function memberOf(tree: object, name: string): unknown {
  return (tree as Record<string, unknown>)[name];
}

function nameOf(entry: unknown): string | undefined {
  if (!isTree(entry)) return undefined;
  const found = keys.filter((key) => typeof memberOf(entry, key) === 'string');
  return found.length === 0 ? undefined : found.map((key) => memberOf(entry, key)).join(' ');
}

function isKeyed(entries: readonly unknown[]): boolean {
  const names = entries.map(nameOf);
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function byKey(entries: readonly unknown[]): object {
  return Object.fromEntries(entries.map((entry) => [`${nameOf(entry)}`, entry]));
}

function isKeyedName(name: string): boolean {
  return /[:@ /]/.test(name);
}

function told(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
