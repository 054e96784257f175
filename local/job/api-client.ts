import { createHash } from 'node:crypto';

/** A person who has signed in: an ID token of the issuer that the service trusts. */
export type Person = { token: string };

/** The parts of the API's answers that the client uses; the API's own types stand in shared/query. */
export type SubmissionAnswer = {
  id: string;
  state: string;
  /** Of the file, or of a nil return's statement: what a signature confirms. */
  sha256: string;
  file: { name: string; sha256: string } | null;
  /** Set once the stored file has been compared with the announced length and digest. */
  receivedAt: string | null;
  warnings: string[];
  standingVersion: number;
  counts: { errors: number; warnings: number; repairs: number } | null;
};
export type Ticket = {
  id: string;
  upload: { method: string; url: string; headers: Record<string, string>; expiresAt: string };
};
type FieldFault = { field: string; message: { vi: string; en: string } };
type Problem = {
  code?: string;
  fields?: readonly FieldFault[];
  detail?: { vi: string };
  about?: Readonly<Record<string, string | number>>;
};

/** An answer that is not what was needed; the message carries the problem, never a signed URL. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** What is in the way, where the service says so. */
  readonly about: Readonly<Record<string, string | number>>;
  /** What is wrong with the request, field by field. */
  readonly fields: readonly FieldFault[];
  constructor(what: string, status: number, problem: Problem) {
    super(`${what}: ${status} ${problem.code ?? ''} ${problem.detail?.vi ?? ''}`.trim());
    this.code = problem.code ?? '';
    this.status = status;
    this.about = problem.about ?? {};
    this.fields = problem.fields ?? [];
  }
}

/** A file to be submitted, and for what. */
export type OpenFile = {
  unit: string;
  form: string;
  period: string;
  fileName: string;
  contentType: string;
  body: Uint8Array;
};

/** What every stage of the service answers; `signIn` and `moveClock` are the one-machine stack's own. */
export type Service = Pick<ApiClient, 'get' | 'submission' | 'open' | 'ticket' | 'sign'>;

/** The service as any client sees it: its API, and the signed URLs that the API answers with. */
export class ApiClient {
  readonly #url: string;

  /** @param url where the API answers, as `https://api.example.vn`, with nothing behind */
  constructor(url: string) {
    this.#url = url.replace(/\/$/, '');
  }

  /** Signs somebody in at the local stack's issuer (in AWS: at Cognito). */
  async signIn(who: { unit?: string; roles: string[]; subject: string }): Promise<Person> {
    return this.#json<Person>('POST', '/_local/token', { body: who });
  }

  get<T>(path: string, person?: Person): Promise<T> {
    return this.#json<T>('GET', path, person ? { person } : {});
  }

  /** A file that the API answers itself: a template. */
  async file(path: string, person: Person): Promise<Uint8Array> {
    const answer = await fetch(`${this.#url}${path}`, {
      headers: { authorization: `Bearer ${person.token}` },
    });
    if (!answer.ok) throw new ApiError(`GET ${path}`, answer.status, problemIn(await answer.text()));
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** A submission as its people see it. */
  submission(person: Person, id: string): Promise<SubmissionAnswer> {
    return this.get<SubmissionAnswer>(`/v1/submissions/${id}`, person);
  }

  /** Opens a submission for a file; the same key finds the same submission again. */
  open(person: Person, key: string, file: OpenFile): Promise<Ticket> {
    const { body, ...rest } = file;
    const sha256 = sha256Of(body);
    return this.#json<Ticket>('POST', '/v1/submissions', {
      person,
      key,
      body: { ...rest, bytes: body.byteLength, sha256 },
    });
  }

  /** A nil return: a submission without a file, whose statement the service makes; the same key finds the same again. */
  openNil(
    person: Person,
    key: string,
    body: { unit: string; form: string; period: string; why: string },
  ): Promise<{ id: string; unit: string; sha256: string; statement: string }> {
    return this.#json('POST', '/v1/submissions/nil', { person, key, body });
  }

  /** A fresh ticket for a submission that still waits for its file. */
  ticket(person: Person, id: string): Promise<Ticket> {
    return this.#json<Ticket>('POST', `/v1/submissions/${id}/ticket`, { person });
  }

  /** Puts the file by its signed URL, once. A 412 says that something is there; see also `putFile`. */
  async put({ upload }: Ticket, body: Uint8Array): Promise<void> {
    const { 'content-length': _length, ...headers } = upload.headers;
    const answer = await fetch(upload.url, { method: upload.method, headers, body: Buffer.from(body) });
    await answer.arrayBuffer();
    if (!answer.ok && answer.status !== 412) throw new ApiError('PUT', answer.status, {});
  }

  /** What is asked of any other route; the same key finds what was made by it again. */
  post<T>(path: string, person: Person, body: object, key?: string): Promise<T> {
    return this.#json<T>('POST', path, { person, body, ...(key === undefined ? {} : { key }) });
  }

  /** Replaces what is there (`PUT`). */
  replace<T>(path: string, person: Person, body: object): Promise<T> {
    return this.#json<T>('PUT', path, { person, body });
  }

  /** @param why why it replaces the version that stands; not asked for where none does */
  sign(
    person: Person,
    submission: SubmissionAnswer,
    explanations: Record<string, string>,
    why = '',
  ): Promise<object> {
    const { id, sha256, standingVersion: replaces } = submission;
    return this.#json<object>('POST', `/v1/submissions/${id}/sign`, {
      person,
      body: { sha256, explanations, replaces, why },
    });
  }

  /** Moves the stack's business clock; due schedules have run when this answers. */
  moveClock(to: string): Promise<{ now: string; fired: { schedule: string; outcome: string }[] }> {
    return this.#json('POST', '/_local/clock', { body: { to } });
  }

  async #json<T>(
    method: string,
    path: string,
    { person, key, body }: { person?: Person; key?: string; body?: unknown },
  ): Promise<T> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(person ? { authorization: `Bearer ${person.token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiError(`${method} ${path}`, answer.status, problemIn(text));
    return JSON.parse(text) as T;
  }
}

/** Lower-case hex. */
export function sha256Of(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
