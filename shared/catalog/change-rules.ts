import type { Catalog } from './catalog.ts';
import { type CatalogFault, catalogFault } from './catalog-faults.ts';
import { changed, same, told } from './changed-fields.ts';
import { compareVersions } from './document.ts';
import { meetingFaults } from './meeting-rules.ts';
import { periodsAsked } from './periods-asked.ts';
import type { CodeSystem, Form, Indicator, Scorecard, Unit } from './schema.ts';

/**
 * What is published cannot be changed where it was used: figures that stand were read under it. Every rule looks at
 * the whole draft, and every failure is told.
 * @param today the local day, as `2026-09-14`
 */
export function changeFaults(base: Catalog, draft: Catalog, today: string): CatalogFault[] {
  const faults: CatalogFault[] = [];
  if (compareVersions(draft.version, base.version) <= 0) {
    faults.push(
      catalogFault('version-not-newer', {
        section: 'catalog',
        path: 'version',
        got: draft.version,
        expected: `> ${base.version}`,
      }),
    );
  }
  for (const unit of base.units.values()) {
    const now = draft.units.get(unit.id);
    faults.push(...unitFaults(unit, now, today), ...codeFaults(unit, now, base.systems, today));
  }
  const asked = base.everyForm.filter((form) => periodsAsked(form, today).length > 0);
  const used = new Set(asked.flatMap((form) => form.indicators.map(({ indicator }) => indicator)));
  for (const indicator of base.indicators.values()) {
    if (used.has(indicator.id))
      faults.push(...indicatorFaults(indicator, draft.indicators.get(indicator.id)));
  }
  for (const form of asked) faults.push(...formFaults(form, sameVersion(draft.everyForm, form), today));
  const codes = new Set(asked.map(({ code }) => code));
  for (const scorecard of base.everyScorecard) {
    if (codes.has(scorecard.form)) faults.push(...scorecardFaults(scorecard, draft.everyScorecard));
  }
  return [...faults, ...meetingFaults(base, draft, today)];
}

function unitFaults(unit: Unit, draft: Unit | undefined, today: string): CatalogFault[] {
  if (unit.from !== null && unit.from > today) return [];
  const where = { section: 'units', entry: unit.id };
  if (!draft) return [catalogFault('unit-removed', where)];
  const past = (of: Unit) => of.names.filter(({ from }) => from === null || from <= today);
  const faults = changed('unit-past-changed', where, unit, draft, ['kind', 'code', 'from']);
  if (!same(past(unit), past(draft)))
    faults.push(...told('unit-past-changed', where, 'names', past(unit), past(draft)));
  if (unit.to !== null && unit.to < today) {
    return [...faults, ...changed('unit-past-changed', where, unit, draft, ['to', 'successors'])];
  }
  if (draft.to !== null && draft.to < today)
    faults.push(...told('unit-ended-in-past', where, 'to', unit.to, draft.to));
  return faults;
}

/** What a code of a system meant in a file: one may be added, none changed. */
function codeFaults(
  unit: Unit,
  draft: Unit | undefined,
  systems: readonly CodeSystem[],
  today: string,
): CatalogFault[] {
  if (!draft || (unit.from !== null && unit.from > today)) return [];
  const inForce = systems.filter(({ from }) => from === null || from <= today);
  const used = inForce.flatMap(({ system }) => (system === 'gso' ? [] : [system]));
  return used.flatMap((system) => {
    const [before, after] = [unit.codes[system], draft.codes[system]];
    if (before === undefined || before === after) return [];
    return told('unit-past-changed', { section: 'units', entry: unit.id }, `codes.${system}`, before, after);
  });
}

function indicatorFaults(indicator: Indicator, draft: Indicator | undefined): CatalogFault[] {
  const where = { section: 'indicators', entry: indicator.id };
  if (!draft) return [catalogFault('indicator-removed', where)];
  return changed('indicator-changed', where, indicator, draft, [
    'kind',
    'unit',
    'direction',
    'max',
    'overHundred',
    'sumOf',
    'over',
  ]);
}

function formFaults(form: Form, draft: Form | undefined, today: string): CatalogFault[] {
  const where = { section: 'forms', entry: versionName(form) };
  if (!draft) return [catalogFault('form-removed', where)];
  const keys = new Set([...Object.keys(form), ...Object.keys(draft)] as (keyof Form)[]);
  keys.delete('to');
  const faults = changed('form-asked-changed', where, form, draft, [...keys]);
  const begun = periodsAsked(form, today).at(-1) as string;
  if (!same(form.to, draft.to) && draft.to !== null && draft.to < begun) {
    faults.push(
      catalogFault('form-closed-in-past', { ...where, path: 'to', got: draft.to, expected: `>= ${begun}` }),
    );
  }
  return faults;
}

/**
 * Points that were given stay as they are: what is scored otherwise is another version, of another form. Names and
 * sources may be put right.
 */
function scorecardFaults(scorecard: Scorecard, drafts: readonly Scorecard[]): CatalogFault[] {
  const where = { section: 'scorecards', entry: versionName(scorecard) };
  const draft = sameVersion(drafts, scorecard);
  if (!draft) return [catalogFault('scorecard-removed', where)];
  const keys = ['form', 'max', 'rounding', 'groups', 'total', 'merged'] as const;
  return changed('scorecard-asked-changed', where, scorecard, draft, keys);
}

/** `qd766 v1` */
export function versionName({ code, version }: Pick<Form | Scorecard, 'code' | 'version'>): string {
  return `${code} v${version}`;
}

function sameVersion<T extends { code: string; version: number }>(
  list: readonly T[],
  { code, version }: T,
): T | undefined {
  return list.find((each) => each.code === code && each.version === version);
}
