import type { Problem } from '../../shared/lambda/problem.ts';
import { nothingFoundEn, nothingFoundVi } from '../../shared/nothing-found.ts';
import { isApiAddress } from './api-path.ts';
import type { Both } from './language.tsx';
import { currentToken, tokenRefused } from './request-token.ts';

/**
 * The API answered with a problem (RFC 9457), or could not be reached (`status` 0). Its message is for the reader;
 * it never holds an address with a signature.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Both;
  readonly fields: NonNullable<Problem['fields']>;
  readonly about: Readonly<Record<string, string | number>>;

  constructor(status: number, problem: Partial<Problem>) {
    super(`${status} ${problem.code ?? ''}`);
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'offline' : 'unknown');
    this.detail = problem.detail ?? (status === 0 ? unreachable : unexpected(status));
    this.fields = problem.fields ?? [];
    this.about = problem.about ?? {};
  }
}

const unreachable: Both = {
  vi: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  en: 'The server cannot be reached. Check the network and try again.',
};
const unexpected = (status: number): Both => ({
  vi: `Máy chủ trả lời lỗi ${status}. Hãy đợi một phút rồi thử lại; nếu vẫn lỗi, báo cho đơn vị vận hành kèm giờ và mã lỗi này.`,
  en: `The server answered with error ${status}. Wait a minute and try again; if it persists, tell the operator the time and this number.`,
});
const nowhere: Both = { vi: nothingFoundVi, en: nothingFoundEn };
/** Not a 401: nobody has to sign in again, and what is repeated by itself is repeated. */
const issuerAway = {
  code: 'sign-in-unreachable',
  detail: {
    vi: 'Không kết nối được với máy chủ đăng nhập nên chưa gia hạn được phiên đăng nhập. Hãy kiểm tra mạng, đợi một lát rồi thử lại; chưa cần đăng nhập lại.',
    en: 'The sign-in server cannot be reached, so your session could not be renewed. Check the network, wait a moment and try again; you need not sign in again.',
  },
};

/** What went wrong, as a problem that can be shown; a fault of the page itself goes to the console too. */
export function problemFrom(fault: unknown): ApiProblem {
  if (fault instanceof ApiProblem) return fault;
  console.error(fault);
  return new ApiProblem(500, {});
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type AskOptions = {
  body?: unknown;
  /** Of a request that may be sent twice and must be done once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/**
 * Asks the API of this origin, with the token of who is signed in. Addresses under `/v1/public/` go without one; one that
 * is none of the API's, since what it was made of is no id, is answered as not found without being asked.
 * @returns the JSON answer; undefined where there is none (204)
 * @throws ApiProblem for every other answer and for none; a 401 also ends the session (see request-token.ts)
 */
export async function ask<T>(method: Method, address: string, options: AskOptions = {}): Promise<T> {
  const answer = await send(method, address, options);
  if (answer.status === 204) return undefined as T;
  return arrived(answer.json() as Promise<T>, options.signal);
}

/** The same for a file: follows the redirect to its signed address. @throws ApiProblem as `ask` */
export async function askFile(address: string): Promise<Blob> {
  const answer = await send('GET', address, {});
  return arrived(answer.blob());
}

async function send(method: Method, address: string, options: AskOptions): Promise<Response> {
  if (!isApiAddress(address)) throw new ApiProblem(404, { code: 'not-found', detail: nowhere });
  const isPublic = address.startsWith('/v1/public/');
  const token = isPublic ? null : await currentToken();
  // Nobody is signed in any more: the service would say so too.
  if (!isPublic && token === null) throw new ApiProblem(401, {});
  let answer = await sendWith(token, method, address, options);
  if (answer.status === 401 && token !== null) {
    // Nothing was done of what was asked: the token is judged before anything else is.
    const fresh = await tokenRefused(token);
    if (fresh === 'unreachable') throw new ApiProblem(503, issuerAway);
    if (fresh !== 'none') answer = await sendWith(fresh.token, method, address, options);
  }
  if (answer.ok) return answer;
  throw new ApiProblem(answer.status, await problemIn(answer));
}

async function sendWith(
  token: string | null,
  method: Method,
  address: string,
  options: AskOptions,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  const asked = fetch(address, {
    method,
    headers,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return arrived(asked, options.signal);
}

/** What came; an answer that was cut short on its way is as none. @throws ApiProblem of status 0 */
async function arrived<T>(coming: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await coming;
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new ApiProblem(0, {});
  }
}

async function problemIn(answer: Response): Promise<Partial<Problem>> {
  try {
    return (await answer.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}
