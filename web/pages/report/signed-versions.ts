import type { SubmissionView } from '../../../shared/query/read-submission.ts';

/** One signature of a slot: which version it made, when (ISO 8601, UTC), by whom, and the one before it. */
export type Signed = { version: number; at: string; by: string; before: Signed | null };

/**
 * The versions of a slot by submission: each signature made one, numbered from 1 in the order of time.
 * @param items every submission of the slot
 */
export function signedVersions(
  items: readonly Pick<SubmissionView, 'id' | 'history'>[],
): Map<string, Signed> {
  const signatures = items
    .flatMap(({ id, history }) =>
      history.filter(({ move }) => move === 'sign').map(({ at, by }) => ({ id, at, by: by ?? '' })),
    )
    .sort((left, right) => (left.at < right.at ? -1 : 1));
  const versions = new Map<string, Signed>();
  let before: Signed | null = null;
  for (const [index, { id, at, by }] of signatures.entries()) {
    before = { version: index + 1, at, by, before };
    versions.set(id, before);
  }
  return versions;
}
