import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { Ticket } from '../../shared/submissions/open-submission.ts';
import type { EvidenceFile } from '../../shared/submissions/submission.ts';
import { ask } from '../app/api.ts';
import { apiPath } from '../app/api-path.ts';
import type { ContentKeys } from '../app/content-keys.ts';
import type { Desk, Granted } from './desk.ts';

type Attached = { number: number; upload: Ticket | null };

/**
 * The desk of evidence beside a submission; an attachment is known by its number. Asked again under the same key it
 * finds the same attachment, with a fresh ticket while its file has not come.
 * @param keys the form's: left and begun again with the same file, it is the same attachment
 */
export function evidenceDesk(
  submission: string,
  { file, dispatch, keys }: { file: EvidenceFile; dispatch: string; keys: ContentKeys },
): Desk {
  const body = attachmentBody(dispatch, file);
  const attach = async (idempotencyKey: string, signal: AbortSignal): Promise<Granted> => {
    const { number, upload } = await ask<Attached>(
      'POST',
      apiPath`/v1/submissions/${submission}/attachments`,
      {
        body,
        idempotencyKey,
        signal,
      },
    );
    return { id: String(number), ticket: upload };
  };
  return {
    known: null,
    open: (isNew, signal) => attach(isNew ? keys.anew(body) : keys.keyOf(body), signal),
    renew: (_id, signal) => attach(keys.keyOf(body), signal),
    isWaiting: async (id, signal) => {
      const { attachments } = await ask<SubmissionView>('GET', apiPath`/v1/submissions/${submission}`, {
        signal,
      });
      return !attachments.some(({ number, receivedAt }) => String(number) === id && receivedAt !== null);
    },
  };
}

/** What is asked for: a dispatch number, a file, or both. */
export function attachmentBody(dispatch: string, file: EvidenceFile | null): object {
  const { name: fileName, ...rest } = file ?? { name: '' };
  return {
    ...(dispatch === '' ? {} : { dispatch }),
    ...(file === null ? {} : { evidence: { fileName, ...rest } }),
  };
}
