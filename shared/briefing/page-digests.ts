import type { Page, Page1 } from '../observations/page.ts';
import type { Standing } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { digestOf, type Input } from './snapshot.ts';

/**
 * The digests of a submission's pages, of their content in canonical form: not of the bytes in which they are packed,
 * which another version of the compression may write otherwise. Each stands under the name that the page itself has,
 * so that where one is not there no other takes its place. One page is unpacked at a time, and of one submission the
 * packs are held, so that a national quarter with its communes fits.
 */
export async function pageDigests(
  { submission, pages }: Pick<Standing, 'submission' | 'pages'>,
  submissions: Pick<SubmissionStore, 'pagesOf'>,
): Promise<Input['pages']> {
  if (pages.length === 0) return [];
  const found = await submissions.pagesOf([{ id: submission, groups: pages }]);
  const digests: Input['pages'] = [];
  for (const page of found.get(submission) ?? [])
    digests.push({ group: nameOf(page), sha256: digestOf(page) });
  return digests.sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** A page from before areas was named as its group. */
function nameOf(page: Page | Page1): string {
  return page.schema === 'page/1' ? page.group : page.name;
}
