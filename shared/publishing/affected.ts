import type { Catalog } from '../catalog/catalog.ts';
import { versionName } from '../catalog/change-rules.ts';
import type { CatalogChange } from '../catalog/diff.ts';
import { periodOf } from '../catalog/period.ts';
import { periodsAsked } from '../catalog/periods-asked.ts';
import type { Form } from '../catalog/schema.ts';
import { unitsOn } from '../catalog/unit.ts';
import type { SlotKey } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { StandingFile } from './drafts.ts';

/** Sections of which no file's reading and no score depends. */
const apart = new Set(['bodies', 'meetings', 'regions']);

/** The forms, by code, whose files may be read or scored otherwise under a draft. */
export function affectedForms(changes: readonly CatalogChange[], base: Catalog, draft: Catalog): Set<string> {
  const forms = [...base.everyForm, ...draft.everyForm];
  const affected = new Set<string>();
  const affect = (isIt: (form: Form) => boolean) => {
    for (const form of forms) if (isIt(form)) affected.add(form.code);
  };
  for (const { section, entry } of changes) {
    if (apart.has(section) || entry === 'source' || entry === 'schema') continue;
    const code = entry.replace(/ v\d+$/, '');
    const unit = base.units.get(entry) ?? draft.units.get(entry);
    if (section === 'forms') affect((form) => form.code === code);
    else if (section === 'scorecards') {
      const everyCard = [...base.everyScorecard, ...draft.everyScorecard];
      const cards = everyCard.filter((each) => versionName(each) === entry);
      affect((form) => cards.some((card) => card.form === form.code));
    } else if (section === 'indicators') {
      affect((form) => form.indicators.some(({ indicator }) => indicator === entry));
    } else if (unit) affect((form) => form.unitKind === unit.kind || form.about?.kind === unit.kind);
    // What is not known here may matter to any form.
    else affect(() => true);
  }
  return affected;
}

/**
 * What stands for these forms in every period that has begun: enumerated from the catalogue, since the table is never
 * scanned.
 * @param today the local day, as `2026-09-14`
 */
export async function standingFiles(
  ask: { forms: ReadonlySet<string>; today: string },
  { catalog, submissions }: { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots'> },
): Promise<StandingFile[]> {
  const keys = catalog.everyForm
    .filter(({ code }) => ask.forms.has(code))
    .flatMap((form) => periodsAsked(form, ask.today).flatMap((period) => slotsOf(catalog, form, period)));
  const slots = await submissions.slots(keys);
  const files = [...slots.values()].flatMap(({ key, standing }) =>
    // A nil return has no file that could fail.
    standing && !standing.nil ? [{ ...key, submission: standing.submission }] : [],
  );
  return files.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Of every unit of the kind, whoever owes the form. */
function slotsOf(catalog: Catalog, form: Form, period: string): SlotKey[] {
  const day = periodOf(period)?.[form.window].to as string;
  return unitsOn(catalog, form.unitKind, day).map(({ id }) => ({ unit: id, form: form.code, period }));
}

const nameOf = ({ form, period, unit }: SlotKey) => `${form}/${period}/${unit}`;
