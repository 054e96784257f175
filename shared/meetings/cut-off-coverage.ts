import { placed } from '../aggregation/basis.ts';
import { gatherRound } from '../aggregation/gather-round.ts';
import { type CoverageDocument, coverageDocument } from '../aggregation/punctuality.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Asked } from './owed.ts';

/** One of a meeting's asks as it stood at the cut-off: how far each unit got, and the coverage that is frozen of it. */
export type Covered = { asked: Asked; coverage: CoverageDocument };

/**
 * The coverage of one ask as at the cut-off: the document that is frozen, and that the API tells.
 * @param cutOff an instant (ISO 8601, UTC)
 */
export async function coverageAt(
  { form, period }: Pick<Asked, 'form' | 'period'>,
  cutOff: string,
  { catalog, submissions }: { catalog: Catalog; submissions: Pick<SubmissionStore, 'slots' | 'pagesOf'> },
): Promise<CoverageDocument> {
  // Who has reported does not hang on the figures, but where one unit publishes them for others.
  const read = { slots: submissions.slots, pagesOf: submissions.pagesOf, pagesToSum: async () => new Map() };
  const { round } = await gatherRound({ form, period, cutOff }, { catalog, submissions: read });
  return coverageDocument(placed(round, 'as-reported'), cutOff);
}

/** The units that owe a report, and of which none stood in time: nobody where nobody owes the form by a day. */
export function missingIn({
  due,
  units,
}: Pick<CoverageDocument, 'due' | 'units'>): CoverageDocument['units'] {
  return due === null ? [] : units.filter(({ state }) => state === 'missing');
}
