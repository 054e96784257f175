import canonicalize from 'canonicalize';
import type { CatalogDocument } from './document.ts';

type Names = { vi: string; en: string };

/** One entry of the catalogue that a draft adds, removes or changes. */
export type CatalogChange = {
  section: string;
  /** The entry's id, or its code and version. */
  entry: string;
  /** What it is called, where it has names. */
  names: Names | null;
  change: 'added' | 'removed' | 'changed';
  /** What of it changes: where, and what stood and is to stand there. */
  fields: readonly { path: string; from: unknown; to: unknown }[];
  /** The same in words. */
  words: Names;
};

/** So many places of one entry are told; one that changes more is another entry. */
const mostFields = 50;

/** What a draft changes, section by section, in the order of the draft; what is removed comes last. */
export function catalogDiff(base: CatalogDocument, draft: CatalogDocument): CatalogChange[] {
  const { schema: _schema, version: _version, ...sections } = draft;
  return Object.entries(sections).flatMap(([section, content]) => {
    const before = entriesIn(section, (base as Record<string, unknown>)[section]);
    const after = entriesIn(section, content);
    const removed = [...before].filter(([key]) => !after.has(key));
    return [
      ...[...after].flatMap(([key, entry]) => changeOf(before.get(key), entry) ?? []),
      ...removed.flatMap(([, entry]) => changeOf(entry, undefined) ?? []),
    ];
  });
}

type Entry = { section: string; entry: string; content: unknown };

/** Every entry of a section by list and name: units, forms, bodies …; what is no list of entries is one entry. */
function entriesIn(list: string, content: unknown): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const add = (section: string, entry: string, value: unknown) =>
    found.set(`${section} ${entry}`, { section, entry, content: value });
  for (const [name, value] of Object.entries(objectOf(content))) {
    if (Array.isArray(value))
      for (const [place, each] of value.entries()) add(name, nameOf(each, place), each);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, { section, entry, content: inner }] of entriesIn(name, value)) {
        if (!found.has(key)) add(section, entry, inner);
      }
    } else add(list, name, value);
  }
  return found;
}

function nameOf(value: unknown, place: number): string {
  const { id, code, version, system } = objectOf(value);
  if (typeof id === 'string') return id;
  if (typeof code === 'string') return typeof version === 'number' ? `${code} v${version}` : code;
  return typeof system === 'string' ? system : String(place);
}

function changeOf(before: Entry | undefined, after: Entry | undefined): CatalogChange | null {
  const { section, entry, content } = (after ?? before) as Entry;
  const change = !before ? 'added' : !after ? 'removed' : 'changed';
  const fields = change === 'changed' ? differences(before?.content, content, '') : [];
  if (change === 'changed' && fields.length === 0) return null;
  const names = namesOf(content);
  const told = fields.slice(0, mostFields);
  return {
    section,
    entry,
    names,
    change,
    fields: told,
    words: wordsOf({ section, entry, names, change, fields: told }),
  };
}

function namesOf(content: unknown): Names | null {
  const { names, theme } = objectOf(content);
  const last = Array.isArray(names) ? objectOf(names.at(-1)) : objectOf(names);
  if (typeof last.vi === 'string') {
    const full = typeof last.full === 'string' ? last.full : last.vi;
    return { vi: full, en: typeof last.en === 'string' ? last.en : full };
  }
  return typeof theme === 'string' ? { vi: theme, en: theme } : null;
}

/** Where two values differ; lists of entries are compared entry by entry, by their names. */
function differences(before: unknown, after: unknown, path: string): CatalogChange['fields'][number][] {
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  if (isNamed(before) && isNamed(after)) {
    const byName = (list: object[]) => Object.fromEntries(list.map((each) => [elementName(each), each]));
    const inOrder = before.map(elementName).join() === after.map(elementName).join();
    const inside = differences(byName(before), byName(after), path);
    return inOrder || inside.length > 0
      ? inside
      : [{ path, from: before.map(elementName), to: after.map(elementName) }];
  }
  return canonicalize({ value: before }) === canonicalize({ value: after })
    ? []
    : [{ path, from: before ?? null, to: after ?? null }];
}

/** A list whose elements are told apart by their names, each once. */
function isNamed(value: unknown): value is object[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const names = value.map((each) => (isPlain(each) ? elementName(each) : undefined));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function elementName(element: object): string | undefined {
  const { id, code, indicator, year, from } = element as Record<string, unknown>;
  const name = [id, code, indicator, year, from].find(
    (each) => typeof each === 'string' || typeof each === 'number',
  );
  return name === undefined ? undefined : String(name);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Record<string, unknown> {
  return isPlain(value) ? value : {};
}

const sectionNames: Readonly<Record<string, Names>> = {
  units: { vi: 'Đơn vị', en: 'Unit' },
  systems: { vi: 'Hệ thống mã', en: 'Code system' },
  regions: { vi: 'Vùng', en: 'Region' },
  indicators: { vi: 'Chỉ tiêu', en: 'Indicator' },
  forms: { vi: 'Biểu mẫu', en: 'Form' },
  scorecards: { vi: 'Bộ chỉ số', en: 'Scorecard' },
  bodies: { vi: 'Cơ quan', en: 'Body' },
  meetings: { vi: 'Phiên họp', en: 'Meeting' },
};
const changeNames = {
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
  changed: { vi: 'sửa', en: 'changed' },
} as const;

function wordsOf({ section, entry, names, change, fields }: Omit<CatalogChange, 'words'>): Names {
  const inLanguage = (lang: 'vi' | 'en') => {
    const what = `${sectionNames[section]?.[lang] ?? section} ${entry}${names ? ` (${names[lang]})` : ''}`;
    const places = fields.map(({ path, from, to }) => `${path || '·'}: ${shown(from)} → ${shown(to)}`);
    return [`${what}: ${changeNames[change][lang]}`, ...places].join('; ');
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
