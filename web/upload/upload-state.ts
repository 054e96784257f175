import type { Both } from '../app/language.tsx';

/**
 * Sending one file, as states and events: pure, so that every order in which a line can break is tried in tests. What
 * is done in a state (`doing`) follows from the state alone; see run-upload.ts.
 */
export type Doing =
  /** Asks for a ticket under the key that belongs to this file and slot: asked again, it finds the same submission. */
  | 'open'
  /** The same under a new key: a submission of its own. */
  | 'open-anew'
  /** Asks for a fresh ticket for the submission that is known. */
  | 'renew'
  | 'put'
  /** Something lies there already: asks the service whether it is the file. */
  | 'look';

type Underway = { doing: Doing; id: string | null; tries: number; renewals: number };

export type Upload =
  | { step: 'ready'; id: string | null; wasStopped: boolean }
  | ({ step: 'working' } & Underway)
  | ({ step: 'waiting'; milliseconds: number; why: 'no-answer' | 'busy' } & Underway)
  | ({ step: 'offline' } & Underway)
  | ({ step: 'signed-out' } & Underway)
  | { step: 'refused'; id: string | null; trouble: Trouble; next: Doing }
  | { step: 'done'; id: string; how: 'put' | 'was-there' };

/** The part of an API's problem that is told. */
export type Told = {
  status: number;
  code: string;
  detail: Both;
  about: Readonly<Record<string, string | number>>;
};

/** Why it does not go on by itself. */
export type Trouble =
  | { kind: 'api'; problem: Told }
  /** S3 refused the file: 400 it is not what was announced, 403 the ticket is not accepted. */
  | { kind: 'storage'; status: number }
  /** The file on this machine cannot be read any more: changed, moved, removed. */
  | { kind: 'file' }
  /** This very file was sent for this slot before, not in this tab. */
  | { kind: 'sent-before' }
  | { kind: 'gave-up' };

export type UploadEvent =
  | { event: 'begin' }
  | { event: 'begin-anew' }
  | { event: 'ticket'; id: string }
  /** No ticket is given: the file has come before. */
  | { event: 'arrived'; id: string }
  | { event: 'api'; problem: Told; online: boolean }
  /** The storage's answer; 0: none came. */
  | { event: 'storage'; status: number; online: boolean }
  /** `isWaiting`: the service has not heard of a file yet. */
  | { event: 'looked'; isWaiting: boolean }
  | { event: 'unreadable' }
  | { event: 'time' }
  | { event: 'online' }
  | { event: 'signed-in' }
  | { event: 'stop' };

/** After so many failed tries a person decides whether it goes on: some eight minutes. */
export const mostTries = 20;
/** A refused ticket is asked for anew so often; a real refusal is not repeated for ever. */
export const mostRenewals = 3;

/** How long to wait after so many failed tries: 1, 2, 4, 8, 16 s, then 30 s each time. */
export function pauseAfter(tries: number): number {
  return Math.min(1000 * 2 ** (tries - 1), 30_000);
}

/** @param id the submission that was opened for this file before, as this tab remembers it */
export function readyUpload(id: string | null): Upload {
  return { step: 'ready', id, wasStopped: false };
}

/** What an event makes of a state; one that means nothing there (an answer after stopping) changes nothing. */
export function nextUpload(upload: Upload, event: UploadEvent): Upload {
  switch (event.event) {
    case 'begin':
      if (upload.step === 'ready') return begun(upload.id === null ? 'open' : 'renew', upload.id);
      if (upload.step === 'refused') return begun(upload.next, upload.id);
      return upload;
    case 'begin-anew':
      return upload.step === 'refused' ? begun('open-anew', null) : upload;
    case 'stop':
      if (upload.step === 'done' || upload.step === 'ready') return upload;
      return { step: 'ready', id: upload.id, wasStopped: true };
    case 'time':
      return upload.step === 'waiting' ? resumed(upload) : upload;
    case 'online':
      return upload.step === 'waiting' || upload.step === 'offline' ? resumed(upload) : upload;
    case 'signed-in':
      return upload.step === 'signed-out' ? resumed(upload) : upload;
    default:
      return upload.step === 'working' ? afterAnswer(upload, event) : upload;
  }
}

type Working = Extract<Upload, { step: 'working' }>;
type AnswerEvent = Extract<
  UploadEvent,
  { event: 'ticket' | 'arrived' | 'api' | 'storage' | 'looked' | 'unreadable' }
>;

/** An answer counts where it was asked for, and changes nothing elsewhere. */
function afterAnswer(upload: Working, event: AnswerEvent): Upload {
  const { doing, id } = upload;
  if (doing === 'put') {
    if (event.event === 'unreadable') return refused(upload, { kind: 'file' }, 'renew');
    return event.event === 'storage' ? afterStorage(upload, event.status, event.online) : upload;
  }
  if (event.event === 'api') return afterProblem(upload, event.problem, event.online);
  if (doing === 'look') {
    if (event.event !== 'looked') return upload;
    // It was put, and the service has not been told yet.
    return event.isWaiting ? paused(upload, 'busy', true) : { step: 'done', id: id ?? '', how: 'was-there' };
  }
  if (event.event === 'arrived') return { step: 'done', id: event.id, how: 'was-there' };
  return event.event === 'ticket' ? { ...upload, doing: 'put', id: event.id } : upload;
}

function afterProblem(upload: Working, problem: Told, online: boolean): Upload {
  const { status, code } = problem;
  const { doing } = upload;
  if (status === 0) return paused(upload, 'no-answer', online);
  if (status === 429 || status >= 500) return paused(upload, 'busy', true);
  if (status === 401) return { ...upload, doing: repeated(doing), step: 'signed-out' };
  if (code === 'already-received') {
    if (upload.id !== null) return { ...upload, doing: 'look' };
    return refused(upload, { kind: 'sent-before' }, 'open-anew');
  }
  // What was opened under the key is not there to be filled any more: this is a submission of its own.
  if (doing === 'open' && (code === 'was-withdrawn' || code === 'idempotency-key-reused')) {
    return { ...upload, doing: 'open-anew', id: null };
  }
  if (doing === 'renew' && code === 'not-found') return { ...upload, doing: 'open', id: null };
  const next = code === 'was-withdrawn' ? 'open-anew' : upload.id === null ? 'open' : 'renew';
  return refused(upload, { kind: 'api', problem }, next);
}

function afterStorage(upload: Working, status: number, online: boolean): Upload {
  if (status >= 200 && status < 300) return { step: 'done', id: upload.id ?? '', how: 'put' };
  if (status === 0) return paused(upload, 'no-answer', online);
  if (status === 412) return { ...upload, doing: 'look' };
  if (status === 403 && upload.renewals < mostRenewals) {
    return { ...upload, doing: 'renew', renewals: upload.renewals + 1 };
  }
  // 409: two puts of one key at once.
  if ([408, 409, 429].includes(status) || status >= 500) return paused(upload, 'busy', true);
  return refused(upload, { kind: 'storage', status }, 'renew');
}

function paused(upload: Working, why: 'no-answer' | 'busy', online: boolean): Upload {
  const { id, renewals } = upload;
  const doing = repeated(upload.doing);
  if (!online) return { ...upload, doing, step: 'offline' };
  const tries = upload.tries + 1;
  if (tries >= mostTries) return refused(upload, { kind: 'gave-up' }, id === null ? 'open' : 'renew');
  return { step: 'waiting', doing, id, tries, renewals, why, milliseconds: pauseAfter(tries) };
}

/** Of a new submission it is not known whether it was opened; its key is: asked again, it is the same one. */
function repeated(doing: Doing): Doing {
  return doing === 'open-anew' ? 'open' : doing;
}

function resumed({ doing, id, tries, renewals }: Underway): Upload {
  return { step: 'working', doing, id, tries, renewals };
}

function begun(doing: Doing, id: string | null): Upload {
  return { step: 'working', doing, id, tries: 0, renewals: 0 };
}

function refused({ id }: Working, trouble: Trouble, next: Doing): Upload {
  return { step: 'refused', id, trouble, next };
}
