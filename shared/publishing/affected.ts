import type { Catalog } from '../catalog/catalog.ts';
import { periodOf } from '../catalog/period.ts';
import { periodsAsked } from '../catalog/periods-asked.ts';
import { readingBasis } from '../catalog/reading-basis.ts';
import { reportingKinds } from '../catalog/reporters.ts';
import type { Form } from '../catalog/schema.ts';
import { unitsOn } from '../catalog/unit.ts';
import type { SlotKey } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { StandingFile } from './drafts.ts';

/** The forms, by code, whose files may be read or scored otherwise under a draft. */
export function affectedForms(base: Catalog, draft: Catalog): Set<string> {
  const codes = new Set([...base.everyForm, ...draft.everyForm].map(({ code }) => code));
  const basis = (catalog: Catalog, code: string) => {
    const versions = catalog.everyForm.filter((form) => form.code === code);
    // Where a version ends, another may begin.
    return `${versions.map(({ to }) => to).join()} ${readingBasis(catalog, versions)}`;
  };
  return new Set([...codes].filter((code) => basis(base, code) !== basis(draft, code)));
}

/** What a draft concerns: files to be read again, and rounds to be computed again once it is published. */
export type Concerned = { files: StandingFile[]; rounds: { form: string; period: string }[] };

/**
 * What there is for these forms in every period that has begun: enumerated from the catalogue, since the table is
 * never scanned.
 * @param today the local day, as `2026-09-14`
 */
export async function whatIsConcerned(
  ask: { forms: ReadonlySet<string>; today: string },
  { catalog, submissions }: { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots'> },
): Promise<Concerned> {
  const keys = catalog.everyForm
    .filter(({ code }) => ask.forms.has(code))
    .flatMap((form) => periodsAsked(form, ask.today).flatMap((period) => slotsOf(catalog, form, period)));
  const slots = await submissions.slots(keys);
  const files = [...slots.values()].flatMap(({ key, standing }) =>
    // A nil return has no file that could fail.
    standing && !standing.nil ? [{ ...key, submission: standing.submission }] : [],
  );
  const rounds = new Map(
    [...slots.values()].map(({ key: { form, period } }) => [`${form}/${period}`, { form, period }]),
  );
  return { files: files.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)), rounds: [...rounds.values()] };
}

/** Of every unit of the kinds, whoever owes the form. */
function slotsOf(catalog: Catalog, form: Form, period: string): SlotKey[] {
  const day = periodOf(period)?.[form.window].to as string;
  return reportingKinds(form)
    .flatMap((kind) => unitsOn(catalog, kind, day))
    .map(({ id }) => ({ unit: id, form: form.code, period }));
}

const nameOf = ({ form, period, unit }: SlotKey) => `${form}/${period}/${unit}`;
