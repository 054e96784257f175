import type { WholeFigure } from '../aggregation/whole-figures.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import { submissionAndSlot } from '../submissions/find-submission.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SlotKey } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { figuresIn } from './figures-asked.ts';

/** The figures of one submission, whether it stands or not; `nil`: none, its unit certified that there is nothing to report. */
export type SubmissionFiguresView = SlotKey & {
  id: string;
  /** The area inside the unit that they are about; null: the unit as a whole. */
  area: string | null;
  nil: boolean;
  items: WholeFigure[];
  next: null;
};

/**
 * What was read in a submission's file, before anybody signs it: to be held against what stands.
 * @param ask.area an area inside the unit (`commune:26734`)
 * @throws Refusal `not-found`, `not-checked-yet`, or `was-returned`: of a file with errors no figure is kept
 */
export async function readSubmissionFigures(
  ask: { id: string; area?: string | undefined; who: Identity },
  { catalog, submissions }: { catalog: Catalog; submissions: SubmissionStore },
): Promise<SubmissionFiguresView> {
  const { submission, key } = await submissionAndSlot(ask, submissions);
  const verdict = 'verdict' in submission ? submission.verdict : null;
  if (verdict === null) throw new Refusal('not-checked-yet');
  if (verdict.verdict === 'returned') throw new Refusal('was-returned');
  const { id, area = null } = ask;
  const { form } = formAndPeriod(catalog, key.form, key.period);
  const pages = await submissions.pagesOf([{ id, groups: verdict.pages }]);
  const items = await figuresIn(pages.get(id) ?? [], { key, form, area, ofOwner: true }, catalog);
  return { id, ...key, area, nil: submission.opened.nil !== undefined, items, next: null };
}
