import canonicalize from 'canonicalize';
import type { Catalog } from './catalog.ts';
import { type CatalogFault, type CatalogFaultCode, catalogFault } from './catalog-faults.ts';
import { compareVersions } from './document.ts';
import { freezeOf } from './meeting.ts';
import { localDayOf } from './period.ts';
import { periodsAsked } from './periods-asked.ts';
import type { Form, Indicator, Meeting, Scorecard, Unit } from './schema.ts';

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
  for (const unit of base.units.values()) faults.push(...unitFaults(unit, draft.units.get(unit.id), today));
  const asked = base.everyForm.filter((form) => periodsAsked(form, today).length > 0);
  const used = new Set(asked.flatMap((form) => form.indicators.map(({ indicator }) => indicator)));
  for (const indicator of base.indicators.values()) {
    if (used.has(indicator.id))
      faults.push(...indicatorFaults(indicator, draft.indicators.get(indicator.id)));
  }
  for (const form of asked) faults.push(...formFaults(form, sameVersion(draft.everyForm, form), today));
  const codes = new Set(asked.map(({ code }) => code));
  for (const scorecard of base.everyScorecard) {
    if (!codes.has(scorecard.form) || sameVersion(draft.everyScorecard, scorecard)) continue;
    faults.push(catalogFault('scorecard-removed', { section: 'scorecards', entry: versionName(scorecard) }));
  }
  for (const meeting of base.meetings.values()) {
    if (isOver(meeting, today)) faults.push(...meetingFaults(meeting, draft.meetings.get(meeting.id)));
  }
  return faults;
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

function indicatorFaults(indicator: Indicator, draft: Indicator | undefined): CatalogFault[] {
  const where = { section: 'indicators', entry: indicator.id };
  if (!draft) return [catalogFault('indicator-removed', where)];
  return changed('indicator-changed', where, indicator, draft, ['kind', 'unit']);
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

function meetingFaults(meeting: Meeting, draft: Meeting | undefined): CatalogFault[] {
  const where = { section: 'meetings', entry: meeting.id };
  if (!draft) return [catalogFault('meeting-removed', where)];
  return changed('meeting-past-changed', where, meeting, draft, ['freezeAt', 'periods', 'scorecards']);
}

/** Over, or its figures are frozen already. */
function isOver(meeting: Meeting, today: string): boolean {
  const freeze = freezeOf(meeting);
  return freeze ? localDayOf(freeze.cutOff) < today : meeting.date < today.slice(0, meeting.date.length);
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

type Where = { section: string; entry: string };

function changed<T extends object>(
  code: CatalogFaultCode,
  where: Where,
  before: T,
  after: T,
  keys: readonly (keyof T & string)[],
): CatalogFault[] {
  const wrong = keys.filter((key) => !same(before[key], after[key]));
  return wrong.flatMap((key) => told(code, where, key, before[key], after[key]));
}

function told(
  code: CatalogFaultCode,
  where: Where,
  path: string,
  before: unknown,
  after: unknown,
): CatalogFault[] {
  const text = (value: unknown) => JSON.stringify(value ?? null).slice(0, 200);
  return [catalogFault(code, { ...where, path, got: text(after), expected: text(before) })];
}

/** Both come from one schema, but their keys may stand in another order. */
function same(a: unknown, b: unknown): boolean {
  return canonicalize({ value: a }) === canonicalize({ value: b });
}
