import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { Ticket } from '../../shared/submissions/open-submission.ts';
import { ask } from '../app/api.ts';
import { apiPath } from '../app/api-path.ts';
import type { Desk, Granted } from './desk.ts';
import { freshKey, isSame, keepUpload, keptUpload, keyOf, type UploadOf } from './kept-upload.ts';

type Opened = { id: string; upload: Ticket };

/**
 * The desk of a unit's report: a submission for each file of a slot. What it opened is remembered over a reload of the
 * tab; the signed address never is.
 * @param known the submission that the file belongs to, where the page knows
 */
export function reportDesk(of: UploadOf, bytes: number, known: string | null): Desk {
  const kept = keptUpload(of, sessionStorage);
  let memory = kept && isSame(kept, of) ? kept : { ...of, key: '', id: known, bytes };
  const remember = (change: { key?: string; id: string | null }) => {
    memory = { ...memory, ...change };
    keepUpload(memory, sessionStorage);
  };
  const granted = ({ id, upload }: Opened): Granted => {
    remember({ id });
    return { id, ticket: upload };
  };
  return {
    known: known ?? memory.id,
    open: async (isNew, signal) => {
      const key = isNew ? freshKey() : memory.key || (await keyOf(of));
      // Kept before it is used: a repeat after a lost answer finds what it opened.
      remember({ key, id: null });
      const body = { ...of, bytes };
      return granted(await ask<Opened>('POST', '/v1/submissions', { body, idempotencyKey: key, signal }));
    },
    renew: async (id, signal) =>
      granted(await ask<Opened>('POST', apiPath`/v1/submissions/${id}/ticket`, { signal })),
    isWaiting: async (id, signal) => {
      const { state } = await ask<SubmissionView>('GET', apiPath`/v1/submissions/${id}`, { signal });
      return state === 'opened';
    },
  };
}
