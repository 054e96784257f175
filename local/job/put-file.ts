import { ApiError, type Person, type Service, sha256Of, type Ticket } from './api-client.ts';
import { until } from './until.ts';

/** How often a put is tried; S3 takes it at most once, whatever happens to the answers. */
const tries = 4;

/** Sends one request; `fetch`, or something of a page that also shows progress. */
export type Send = (url: string, request: RequestInit) => Promise<Response>;

/**
 * Puts a file by its ticket until it is known to have arrived, exactly once.
 *
 * - No answer, 5xx, or 409 (two puts at once): tried again by the same ticket; S3 refuses a second one.
 * - 412: something is there already: the file, if an answer was lost. The service says whether it is.
 * - 403: the ticket has ended, or the credentials that signed it: asked for again, once.
 *
 * @returns `put`, or `was-there` when an earlier put had arrived
 * @throws ApiError when S3 refuses the file, or the service says that another one is there
 */
export async function putFile(
  service: Service,
  file: { person: Person; ticket: Ticket; body: Uint8Array },
  send: Send = fetch,
): Promise<'put' | 'was-there'> {
  let { ticket } = file;
  let answer: Exclude<Answer, 'taken'> = 'none';
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    const came = await putOnce(ticket, file.body, send);
    if (came === 'taken') return 'put';
    answer = came;
    if (answer === 412) return confirmed(service, file);
    if (answer === 403 && ticket === file.ticket) {
      const next = await freshTicket(service, file);
      if (next === 'received') return confirmed(service, file);
      ticket = next;
      continue;
    }
    if (answer !== 'none' && answer !== 409 && answer < 500) break;
  }
  throw new ApiError('PUT', answer === 'none' ? 0 : answer, {});
}

type Answer = 'taken' | 'none' | number;

/** A connection that breaks is no answer: whether the file arrived is not known then. */
async function putOnce({ upload }: Ticket, body: Uint8Array, send: Send): Promise<Answer> {
  // What sends the body sets its length, and a page may not.
  const { 'content-length': _length, ...headers } = upload.headers;
  try {
    const answer = await send(upload.url, { method: upload.method, headers, body: body.slice() });
    await answer.arrayBuffer();
    return answer.ok ? 'taken' : answer.status;
  } catch {
    return 'none';
  }
}

async function freshTicket(
  service: Service,
  { person, ticket }: { person: Person; ticket: Ticket },
): Promise<Ticket | 'received'> {
  try {
    return await service.ticket(person, ticket.id);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'already-received') return 'received';
    throw error;
  }
}

/**
 * The service compares what S3 keeps with what was announced before it says "received": then the file is
 * ours if its digest is. @throws ApiError when it is another file's submission
 */
async function confirmed(
  service: Service,
  { person, ticket, body }: { person: Person; ticket: Ticket; body: Uint8Array },
): Promise<'was-there'> {
  const submission = await until(`the receipt of submission ${ticket.id}`, async () => {
    const found = await service.submission(person, ticket.id);
    return found.receivedAt === null ? undefined : found;
  });
  if (submission.sha256 !== sha256Of(body)) throw new ApiError('PUT', 412, { code: 'digest-differs' });
  return 'was-there';
}
