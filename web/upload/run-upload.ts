import { ApiProblem, problemFrom } from '../app/api.ts';
import { onSession, readSession } from '../app/session.ts';
import type { Desk, Granted } from './desk.ts';
import { putFile } from './put-file.ts';
import { type Doing, nextUpload, readyUpload, type Upload, type UploadEvent } from './upload-state.ts';

/** What a page is told: the state, and how many bytes were handed to the line. */
export type Shown = { upload: Upload; sent: number };

export type RunningUpload = {
  tell: (event: UploadEvent) => void;
  /** Lets go of everything; what was sent stays sent. */
  end: () => void;
};

/**
 * Does what the states of an upload ask for, until it is done: asks for leave, puts the file, waits, and goes on when
 * the connection or the session is back.
 */
export function runUpload(file: Blob, desk: Desk, onChange: (shown: Shown) => void): RunningUpload {
  let upload = readyUpload(desk.known);
  let granted: Granted | null = null;
  let sent = 0;
  let doing = new AbortController();

  const tell = (event: UploadEvent) => {
    const next = nextUpload(upload, event);
    if (next === upload) return;
    upload = next;
    doing.abort();
    doing = new AbortController();
    sent = upload.step === 'done' ? file.size : 0;
    if (upload.step === 'waiting') wait(upload.milliseconds, doing.signal);
    if (upload.step === 'working') work(upload.doing, upload.id, doing.signal);
    onChange({ upload, sent });
  };
  const wait = (milliseconds: number, signal: AbortSignal) => {
    // Not all at once, when a whole country's line comes back.
    const timer = setTimeout(() => tell({ event: 'time' }), milliseconds * (0.8 + 0.4 * Math.random()));
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  const work = (what: Doing, id: string | null, signal: AbortSignal) => {
    perform(what, id, signal).then(
      (event) => {
        if (!signal.aborted) tell(event);
      },
      (fault) => {
        if (signal.aborted) return;
        const problem = fault instanceof ApiProblem ? fault : { ...told(fault), status: 400 };
        tell({ event: 'api', problem, online: navigator.onLine });
      },
    );
  };
  const perform = async (what: Doing, id: string | null, signal: AbortSignal): Promise<UploadEvent> => {
    if (what === 'put') return put(signal);
    if (what === 'look') return { event: 'looked', isWaiting: await desk.isWaiting(id ?? '', signal) };
    granted =
      what === 'renew' ? await desk.renew(id ?? '', signal) : await desk.open(what === 'open-anew', signal);
    return { event: granted.ticket === null ? 'arrived' : 'ticket', id: granted.id };
  };
  const put = async (signal: AbortSignal): Promise<UploadEvent> => {
    if (granted === null || granted.ticket === null) return { event: 'storage', status: 403, online: true };
    if (!(await isReadable(file))) return { event: 'unreadable' };
    const onProgress = (bytes: number) => {
      sent = Math.min(bytes, file.size);
      onChange({ upload, sent });
    };
    const status = await putFile(granted.ticket, file, { onProgress, signal });
    return { event: 'storage', status, online: navigator.onLine };
  };
  const stopListening = onSession(() => {
    const session = readSession();
    if (session !== null && session.expiresAt > Date.now()) tell({ event: 'signed-in' });
  });
  const onOnline = () => tell({ event: 'online' });
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

/** A fault of the page itself: told in the words for what nobody expected, and never repeated by itself. */
function told(fault: unknown): Pick<ApiProblem, 'code' | 'detail' | 'about'> {
  const { code, detail, about } = problemFrom(fault);
  return { code, detail, about };
}

/** A file that was changed or moved since it was chosen can be read no more; the put would fail without a word. */
async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
