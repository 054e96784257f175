import process from 'node:process';
import type { ApiClient, Person } from '../../local/job/api-client.ts';
import type { DraftView } from '../../shared/publishing/read-draft.ts';
import { waitForVerdict } from '../service/wait-for-verdict.ts';
import type { CatalogOptions } from './options.ts';

/** A draft with every failing report, whose lists come page by page. */
export async function wholeDraft(draft: DraftView, client: ApiClient, person: Person): Promise<DraftView> {
  const { preview } = draft;
  if (!preview || preview.next === null) return draft;
  const rest = await client.get<DraftView>(`/v1/catalog/drafts/${draft.id}?after=${preview.next}`, person);
  const { preview: more } = await wholeDraft(rest, client, person);
  const failing = [...preview.failing, ...(more?.failing ?? [])];
  const failingAlready = [...preview.failingAlready, ...(more?.failingAlready ?? [])];
  return { ...draft, preview: { ...preview, next: null, failing, failingAlready } };
}

/**
 * Waits for the preview of a draft, for so long at most, and says how far it is where a person looks.
 * @returns the draft as it was seen last
 */
export async function waitForPreview(
  draft: DraftView,
  client: ApiClient,
  person: Person,
  { waitSeconds }: Pick<CatalogOptions, 'waitSeconds'>,
): Promise<DraftView> {
  let seen = draft;
  const ask = async () => {
    seen = await client.get<DraftView>(`/v1/catalog/drafts/${draft.id}`, person);
    // In the words of what else is waited for: what is being checked has been received.
    return { state: seen.state === 'checking' ? 'received' : seen.state, receivedAt: null };
  };
  if (draft.state !== 'checking') return wholeDraft(draft, client, person);
  await waitForVerdict(ask, waitSeconds, () => {
    const { done = 0, of = null } = seen.preview ?? {};
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done}/${of ?? '?'}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return wholeDraft(seen, client, person);
}
