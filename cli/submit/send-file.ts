import { createHash, randomUUID } from 'node:crypto';
import {
  type ApiClient,
  ApiError,
  type OpenFile,
  type Person,
  type Ticket,
} from '../../local/job/api-client.ts';
import { putFile } from '../../local/job/put-file.ts';
import type { SubmissionView } from '../../shared/query/read-submission.ts';

/** What a file is submitted for. */
export type Slot = Pick<OpenFile, 'unit' | 'form' | 'period'>;

/** How the file got there: sent now, by an earlier run, in a submission before, or in the one that stands. */
export type Sent = { id: string; how: 'put' | 'was-there' | 'submitted-before' | 'stands' };

/**
 * Opens a submission for a file and puts it by its signed URL. Run again, with the same file for the same slot,
 * it goes on where it stopped: the Idempotency-Key is made from what is sent.
 * @param again a new submission, whatever was sent before
 * @throws ApiError that the service answered
 */
export async function sendFile(
  service: ApiClient,
  person: Person,
  { file, sha256, again }: { file: OpenFile; sha256: string; again: boolean },
): Promise<Sent> {
  let ticket: Ticket;
  try {
    ticket = await service.open(person, again ? randomUUID() : keyOf(file, sha256), file);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'unchanged-file' && !again) {
      return { id: String(error.about.submission), how: 'stands' };
    }
    if (error.code !== 'already-received') throw error;
    return { id: await submittedBefore(service, person, { file, sha256, error }), how: 'submitted-before' };
  }
  // An expired or used-up URL is asked for anew, a lost answer is looked up: see putFile.
  const how = await putFile(service, { person, ticket, body: file.body });
  return { id: ticket.id, how };
}

function keyOf({ unit, form, period, fileName, contentType }: OpenFile, sha256: string): string {
  const about = JSON.stringify([unit, form, period, fileName, contentType, sha256]);
  return `cli-${createHash('sha256').update(about).digest('hex')}`;
}

/** Pages of a slot's list; a slot has a handful of submissions. */
const pagesAtMost = 20;

async function submittedBefore(
  service: ApiClient,
  person: Person,
  { file, sha256, error }: { file: OpenFile; sha256: string; error: ApiError },
): Promise<string> {
  const { unit, form, period } = file;
  let after: string | null = null;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const query = new URLSearchParams({ unit, form, period, ...(after === null ? {} : { after }) });
    const { items, next }: { items: SubmissionView[]; next: string | null } = await service.get(
      `/v1/submissions?${query}`,
      person,
    );
    const same = items.find((item) => item.sha256 === sha256 && item.receivedAt !== null);
    if (same) return same.id;
    if (next === null) break;
    after = next;
  }
  throw error;
}
