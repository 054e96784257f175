import * as v from 'valibot';
import catalogFile from './data/catalog.json' with { type: 'json' };
import formsFile from './data/forms.json' with { type: 'json' };
import indicatorsFile from './data/indicators.json' with { type: 'json' };
import meetingsFile from './data/meetings.json' with { type: 'json' };
import scorecardsFile from './data/scorecards.json' with { type: 'json' };
import unitsFile from './data/units.json' with { type: 'json' };
import { requirePeriods } from './deadline.ts';
import { checkEach } from './gather-faults.ts';
import { checkMeaning } from './indicator-checks.ts';
import { periodOf } from './period.ts';
import { checkRegions } from './regions.ts';
import {
  CatalogFile,
  type CodeSystem,
  type Form,
  FormsFile,
  type HeldMeeting,
  type Indicator,
  IndicatorsFile,
  MeetingsFile,
  type Region,
  type Scorecard,
  ScorecardsFile,
  type Unit,
  UnitsFile,
} from './schema.ts';
import { checkUnits } from './unit-checks.ts';

/**
 * What figures mean: units, indicators, forms, scorecards and meetings, as data files that are checked
 * here, once, when they are loaded: first each file's shape, then what each says of the others.
 */
export type Catalog = {
  version: string;
  units: ReadonlyMap<string, Unit>;
  /** Systems of codes of units that meet in files. */
  systems: readonly CodeSystem[];
  regions: readonly Region[];
  indicators: ReadonlyMap<string, Indicator>;
  /** By code, the newest version of each. */
  forms: ReadonlyMap<string, Form>;
  scorecards: ReadonlyMap<string, Scorecard>;
  /** Every version: old periods keep their forms. */
  everyForm: readonly Form[];
  everyScorecard: readonly Scorecard[];
  /** The sessions that were held; those to come are in the calendar. */
  meetings: ReadonlyMap<string, HeldMeeting>;
  bodies: ReadonlyMap<string, { code: string; names: { vi: string; en: string } }>;
};

/** The shape of each file of a catalogue. */
export const fileSchemas = {
  catalog: CatalogFile,
  units: UnitsFile,
  indicators: IndicatorsFile,
  forms: FormsFile,
  scorecards: ScorecardsFile,
  meetings: MeetingsFile,
} as const;

/** The files of a catalogue, before they are checked. */
export type CatalogFiles = Record<keyof typeof fileSchemas, unknown>;

/**
 * Checks a catalogue's files and what they say of each other.
 * @throws Error that names the file and the entry which is wrong, CatalogError with every contradiction
 */
export function loadCatalog(files: CatalogFiles): Catalog {
  const meetings = parse('meetings', MeetingsFile, files.meetings);
  const { units, systems, regions } = parse('units', UnitsFile, files.units);
  const everyForm = parse('forms', FormsFile, files.forms).forms;
  const everyScorecard = parse('scorecards', ScorecardsFile, files.scorecards).scorecards;
  const catalog: Catalog = {
    version: parse('catalog', CatalogFile, files.catalog).version,
    units: byKey('units', units, (unit) => unit.id),
    systems,
    regions: regions.regions,
    indicators: byKey(
      'indicators',
      parse('indicators', IndicatorsFile, files.indicators).indicators,
      (indicator) => indicator.id,
    ),
    forms: newestOf('forms', everyForm),
    scorecards: newestOf('scorecards', everyScorecard),
    everyForm,
    everyScorecard,
    meetings: byKey('meetings', meetings.meetings, (meeting) => meeting.id),
    bodies: byKey('bodies', meetings.bodies, (body) => body.code),
  };
  checkEach([checkUnits, checkRegions, checkReferences], (check) => check(catalog));
  // What is named is there: so what it means can be looked at.
  checkMeaning(catalog);
  return catalog;
}

function parse<T extends v.GenericSchema>(file: string, schema: T, content: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(`catalogue file ${file}.json: ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
}

function byKey<T>(file: string, entries: readonly T[], key: (entry: T) => string): ReadonlyMap<string, T> {
  const map = new Map(entries.map((entry) => [key(entry), entry]));
  if (map.size === entries.length) return map;
  const seen = new Set<string>();
  const twice = entries.map(key).find((name) => seen.size === seen.add(name).size);
  throw new Error(`catalogue file ${file}.json: ${twice} stands twice`);
}

/** The newest version of each code. @throws Error when a version stands twice */
function newestOf<T extends { code: string; version: number }>(
  file: string,
  entries: readonly T[],
): ReadonlyMap<string, T> {
  byKey(file, entries, ({ code, version }) => `${code} ${version}`);
  return new Map([...entries].sort((a, b) => a.version - b.version).map((entry) => [entry.code, entry]));
}

/** The version of a form that is asked for in a period (`2026-Q3`); undefined: none is. */
export function formIn(catalog: Catalog, code: string, period: string): Form | undefined {
  return catalog.everyForm.find((form) => form.code === code && isAskedIn(form, period));
}

/** Whether a form is asked for in a period; codes of one kind of period sort as time does. */
export function isAskedIn({ periodKind, from, to }: Form, period: string): boolean {
  return periodOf(period)?.kind === periodKind && from <= period && (to === null || period <= to);
}

/** The version of a scorecard whose form is asked for in a period; undefined: none is. */
export function scorecardIn(catalog: Catalog, code: string, period: string): Scorecard | undefined {
  return catalog.everyScorecard.find(
    (scorecard) => scorecard.code === code && formIn(catalog, scorecard.form, period) !== undefined,
  );
}

function checkReferences(catalog: Catalog): void {
  const known = (what: string, map: ReadonlyMap<string, unknown>, name: string, where: string) => {
    if (!map.has(name))
      throw new Error(`catalogue: ${where} names the ${what} ${name}, which does not exist`);
  };
  for (const { id, sumOf = [] } of catalog.indicators.values()) {
    for (const part of sumOf) known('indicator', catalog.indicators, part, `the sum ${id}`);
  }
  checkEach(catalog.everyForm, (form) => {
    requirePeriods(form);
    for (const reporter of form.reporters ?? []) known('unit', catalog.units, reporter, `form ${form.code}`);
    const groups = new Set(form.groups.map((group) => group.code));
    for (const row of form.indicators) {
      known('indicator', catalog.indicators, row.indicator, `form ${form.code}`);
      if (!groups.has(row.group)) throw new Error(`catalogue: form ${form.code} has no group ${row.group}`);
    }
  });
  for (const scorecard of catalog.everyScorecard) {
    known('form', catalog.forms, scorecard.form, `scorecard ${scorecard.code}`);
    for (const group of scorecard.groups) {
      const names =
        group.rule === 'sum-of-rounded' ? group.metrics.map((metric) => metric.indicator) : [group.indicator];
      for (const name of names) known('indicator', catalog.indicators, name, `scorecard ${scorecard.code}`);
    }
  }
  for (const meeting of catalog.meetings.values()) {
    known('body', catalog.bodies, meeting.body, `meeting ${meeting.id}`);
  }
}

/** The files of the catalogue that the code brings. */
export const builtInFiles: CatalogFiles = {
  catalog: catalogFile,
  units: unitsFile,
  indicators: indicatorsFile,
  forms: formsFile,
  scorecards: scorecardsFile,
  meetings: meetingsFile,
};

/** The catalogue that the code brings: the service's own until another is published. */
export const catalog: Catalog = loadCatalog(builtInFiles);
