import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { Ticket } from '../../shared/submissions/open-submission.ts';
import { ApiProblem, ask } from '../app/api.ts';
import { onSession, readSession } from '../app/session.ts';
import {
  freshKey,
  isSame,
  type KeptUpload,
  keepUpload,
  keptUpload,
  keyOf,
  type UploadOf,
} from './kept-upload.ts';
import { putFile } from './put-file.ts';
import { nextUpload, readyUpload, type Upload, type UploadEvent } from './upload-state.ts';

/** What a page is told: the state, and how many bytes were handed to the line. */
export type Shown = { upload: Upload; sent: number };

export type RunningUpload = {
  tell: (event: UploadEvent) => void;
  /** Lets go of everything; what was sent stays sent. */
  end: () => void;
};

/**
 * Does what the states of an upload ask for, until it is done: asks tickets, puts the file, waits, and goes on when the
 * connection or the session is back.
 * @param known the submission that the file belongs to, where the page knows; else what this tab remembers
 */
export function runUpload(
  file: Blob,
  of: UploadOf,
  { known, onChange }: { known: string | null; onChange: (shown: Shown) => void },
): RunningUpload {
  const kept = keptUpload(of, sessionStorage);
  const before = kept && isSame(kept, of) ? kept : null;
  let memory: KeptUpload = before ?? { ...of, key: '', id: known, bytes: file.size };
  let upload = readyUpload(known ?? memory.id);
  let ticket: Ticket | null = null;
  let sent = 0;
  let doing = new AbortController();

  const remember = (change: Partial<KeptUpload>) => {
    memory = { ...memory, ...change };
    keepUpload(memory, sessionStorage);
  };
  const tell = (event: UploadEvent) => {
    const next = nextUpload(upload, event);
    if (next === upload) return;
    upload = next;
    doing.abort();
    doing = new AbortController();
    if (upload.step === 'working') work(upload.doing, doing.signal);
    else sent = upload.step === 'done' ? file.size : 0;
    if (upload.step === 'waiting') wait(upload.milliseconds, doing.signal);
    onChange({ upload, sent });
  };
  const wait = (milliseconds: number, signal: AbortSignal) => {
    // Not all at once, when a whole country's line comes back.
    const timer = setTimeout(() => tell({ event: 'time' }), milliseconds * (0.8 + 0.4 * Math.random()));
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  const work = (what: Extract<Upload, { step: 'working' }>['doing'], signal: AbortSignal) => {
    const answered = what === 'put' ? put(signal) : what === 'look' ? look(signal) : getTicket(what, signal);
    answered.then(
      (event) => {
        if (!signal.aborted) tell(event);
      },
      (fault) => {
        if (signal.aborted) return;
        if (!(fault instanceof ApiProblem)) console.error(fault);
        const problem = fault instanceof ApiProblem ? fault : new ApiProblem(400, {});
        tell({ event: 'api', problem, online: navigator.onLine });
      },
    );
  };
  const getTicket = async (
    what: 'open' | 'open-anew' | 'renew',
    signal: AbortSignal,
  ): Promise<UploadEvent> => {
    const answer =
      what === 'renew'
        ? await ask<Answered>('POST', `/v1/submissions/${upload.id}/ticket`, { signal })
        : await open(what, signal);
    ticket = answer.upload;
    remember({ id: answer.id });
    return { event: 'ticket', id: answer.id };
  };
  const open = async (what: 'open' | 'open-anew', signal: AbortSignal): Promise<Answered> => {
    // A new key is kept before it is used: a repeat after a lost answer finds what it opened.
    const key = what === 'open-anew' ? freshKey() : memory.key || (await keyOf(of));
    remember({ key, id: null });
    return ask<Answered>('POST', '/v1/submissions', {
      body: { ...of, bytes: file.size },
      idempotencyKey: key,
      signal,
    });
  };
  const put = async (signal: AbortSignal): Promise<UploadEvent> => {
    if (ticket === null) return { event: 'storage', status: 403, online: true };
    if (!(await isReadable(file))) return { event: 'unreadable' };
    const onProgress = (bytes: number) => {
      sent = Math.min(bytes, file.size);
      onChange({ upload, sent });
    };
    const status = await putFile(ticket, file, { onProgress, signal });
    return { event: 'storage', status, online: navigator.onLine };
  };
  const look = async (signal: AbortSignal): Promise<UploadEvent> => {
    const { state } = await ask<SubmissionView>('GET', `/v1/submissions/${upload.id}`, { signal });
    return { event: 'looked', isWaiting: state === 'opened' };
  };
  const onOnline = () => tell({ event: 'online' });
  const stopListening = onSession(() => {
    const session = readSession();
    if (session !== null && session.expiresAt > Date.now()) tell({ event: 'signed-in' });
  });
  addEventListener('online', onOnline);
  return {
    tell,
    end: () => {
      doing.abort();
      stopListening();
      removeEventListener('online', onOnline);
    },
  };
}

type Answered = { id: string; upload: Ticket };

/** A file that was changed or moved since it was chosen can be read no more; the put would fail without a word. */
async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
