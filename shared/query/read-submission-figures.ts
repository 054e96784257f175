import { areasInside, type WholeFigure, wholeFigures } from '../aggregation/whole-figures.ts';
import { type Catalog, formIn } from '../catalog/catalog.ts';
import { periodOf, periodsBefore } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import type { Sources } from '../observations/observation.ts';
import { figuresOf } from '../observations/page.ts';
import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from '../submissions/find-submission.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import { everyVersion, type Slot, type SlotKey, type Standing } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { type ComparedFigure, comparedFigures } from './compared-figures.ts';

/** What a file is held against: an earlier version of the same report, or what stands for an earlier period. */
export const besides = ['version', 'period'] as const;
export type Beside = (typeof besides)[number];

/** A submission's figures as they were read, beside the last that its unit confirmed. */
export type SubmissionFigures = SlotKey & {
  id: string;
  /** What it can be held against; the first is taken where nothing is asked for. */
  choices: Beside[];
  /** What it is held against; null: there is nothing. */
  beside: {
    by: Beside;
    period: string;
    version: number;
    submission: string;
    signedAt: string;
    nil: boolean;
  } | null;
  items: ComparedFigure[];
};

type Parts = {
  catalog: Catalog;
  submissions: Pick<SubmissionStore, 'slot' | 'factsOf' | 'pagesOf'>;
  sources(id: string): Promise<Sources>;
};
type Found = { by: Beside; key: SlotKey; standing: Standing };

/** How many periods back something that stands is looked for. */
const periodsBack = 4;

/**
 * Every figure of a submission with its cells, beside those of the version that it is to replace or has replaced, or of
 * the nearest earlier period in which something stands.
 * @param ask.beside null: the version where there is one
 * @throws Refusal `not-found`; `not-checked-yet` while its file was not read
 */
export async function readSubmissionFigures(
  ask: { id: string; who: Identity; beside: Beside | null },
  parts: Parts,
): Promise<SubmissionFigures> {
  const { submission, slot, key } = await submissionAndSlot(ask, parts.submissions);
  const verdict = 'verdict' in submission ? submission.verdict : null;
  if (!verdict) throw new Refusal('not-checked-yet');
  const period = periodOf(key.period);
  const form = formIn(parts.catalog, key.form, key.period);
  if (!form || !period)
    throw new Error(`catalogue ${parts.catalog.version}: no form of ${key.form} ${key.period}`);
  const version = otherVersion(slot, ask.id, key);
  const earlier = await earlierPeriod(key, ask.who, parts);
  const found = [version, earlier].flatMap((each) => each ?? []);
  const beside = found.find(({ by }) => by === ask.beside) ?? found[0] ?? null;
  const [figures, before, sources] = await Promise.all([
    figuresAsRead({ key, id: ask.id, groups: verdict.pages }, form, parts),
    beside &&
      figuresAsRead(
        { key: beside.key, id: beside.standing.submission, groups: beside.standing.pages },
        form,
        parts,
      ),
    submission.opened.nil ? [] : parts.sources(ask.id),
  ]);
  return {
    id: ask.id,
    ...key,
    choices: found.map(({ by }) => by),
    beside: beside && {
      by: beside.by,
      period: beside.key.period,
      version: beside.standing.version,
      submission: beside.standing.submission,
      signedAt: beside.standing.signedAt,
      nil: beside.standing.nil,
    },
    items: comparedFigures({ figures, before, sources }, { form, catalog: parts.catalog }),
  };
}

/** The version before this one where it was ever signed; else what stands, which it would replace. */
function otherVersion(slot: Slot | undefined, id: string, key: SlotKey): Found | undefined {
  const versions = everyVersion(slot);
  const own = versions.findIndex(({ submission }) => submission === id);
  const standing = own < 0 ? slot?.standing : versions.slice(0, own).findLast(({ withdrawn }) => !withdrawn);
  return standing ? { by: 'version', key, standing } : undefined;
}

/** What stands for the nearest earlier period; what is not theirs to see is passed over. */
async function earlierPeriod(
  key: SlotKey,
  who: Identity,
  { catalog, submissions }: Pick<Parts, 'catalog' | 'submissions'>,
): Promise<Found | undefined> {
  for (const period of periodsBefore(key.period, periodsBack)) {
    if (!formIn(catalog, key.form, period)) return undefined;
    const before = { ...key, period };
    if (!maySee(who, before)) continue;
    const standing = (await submissions.slot(before))?.standing;
    if (standing && !standing.nil) return { by: 'period', key: before, standing };
  }
  return undefined;
}

/** Of a unit as a whole; where one publishes for others, of each of those. */
async function figuresAsRead(
  { key, id, groups }: { key: SlotKey; id: string; groups: readonly string[] },
  form: Form,
  { catalog, submissions }: Pick<Parts, 'catalog' | 'submissions'>,
): Promise<WholeFigure[]> {
  if (groups.length === 0) return [];
  const pages = (await submissions.pagesOf([{ id, groups }])).get(id) ?? [];
  if (form.about) return [...pages].flatMap(figuresOf);
  const [unit, period] = [catalog.units.get(key.unit), periodOf(key.period)];
  if (!unit || !period) throw new Error(`catalogue ${catalog.version}: no slot ${key.unit} ${key.period}`);
  return wholeFigures(pages, form, catalog, await areasInside(unit, form, period));
}
