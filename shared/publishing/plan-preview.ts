import { engineVersion } from '../catalog/engine.ts';
import { localDayOf } from '../catalog/period.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { whatIsConcerned } from './affected.ts';
import type { PreviewMessage } from './draft-catalog.ts';
import type { DraftStore } from './drafts.ts';
import { judgeDraft } from './judge-draft.ts';

export type PlanParts = {
  drafts: DraftStore;
  submissions: Pick<SubmissionStore, 'slots'>;
  askPreviews(messages: readonly PreviewMessage[]): Promise<void>;
};

/**
 * Lists the standing submissions that a draft concerns and asks for each to be read again; those that were read
 * under it by this engine are not asked again. The list is written first, so that progress is told from the start.
 */
export async function planPreview(
  { draft: id, at }: PreviewMessage,
  parts: PlanParts,
): Promise<'planned' | 'nothing-to-preview'> {
  const judged = await judgeDraft({ id, at }, parts);
  if (!judged) throw new Error(`draft ${id}: a preview is asked for, but there is no such draft`);
  const ask = { forms: judged.forms, today: localDayOf(at) };
  const { files } = await whatIsConcerned(ask, { catalog: judged.base, submissions: parts.submissions });
  await parts.drafts.putPlan(id, { schema: 'catalog-plan/1', at, files });
  const results = await parts.drafts.results(id);
  const done = new Set(
    results.filter(({ engine }) => engine === engineVersion).map((each) => each.submission),
  );
  const missing = files.filter(({ submission }) => !done.has(submission));
  await parts.askPreviews(missing.map(({ submission }) => ({ draft: id, at, submission })));
  return missing.length > 0 ? 'planned' : 'nothing-to-preview';
}
