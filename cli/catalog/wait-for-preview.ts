import process from 'node:process';
import type { ApiClient, Person } from '../../local/job/api-client.ts';
import type { DraftView } from '../../shared/publishing/read-draft.ts';
import { waitForVerdict } from '../service/wait-for-verdict.ts';
import type { CatalogOptions } from './options.ts';

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
  if (draft.state !== 'checking') return draft;
  await waitForVerdict(ask, waitSeconds, () => {
    const { done = 0, of = null } = seen.preview ?? {};
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done}/${of ?? '?'}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return seen;
}
