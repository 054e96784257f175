import { IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import type { ReadCalls } from '../access/json-calls.ts';
import { readBody } from '../loopback.ts';

/** The longest body that is looked into, in bytes: DynamoDB's own limit of a request. */
const bodyLimit = 16 * 1024 * 1024;

/**
 * Lets only requests through that name a key of this stack, and of functions only what their roles allow.
 * dynalite and fauxqs check no signature (and dynalite lets every web page in by CORS); key ids are new at
 * each start and cannot be guessed, so that neither another program nor a page in a browser reaches the
 * data.
 */
export function guardByKey(
  server: Pick<Server, 'listeners' | 'removeAllListeners' | 'on'>,
  access: Access,
  readCalls: ReadCalls,
): void {
  const inner = server.listeners('request') as RequestListener[];
  const pass: RequestListener = (request, response) => {
    for (const listener of inner) listener(request, response);
  };
  server.removeAllListeners('request');
  server.on('request', ((request, response) => {
    const key = keyOf(request);
    if (key === access.keys.user.accessKeyId) {
      pass(request, response);
    } else if (access.keys.functionOf(key) === undefined) {
      request.resume();
      refuse(
        response,
        400,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    } else {
      judged(request, response, { access, key, readCalls, pass }).catch(() => response.destroy());
    }
  }) satisfies RequestListener);
}

type Judging = {
  access: Access;
  key: string;
  readCalls: ReadCalls;
  pass: (
    request: IncomingMessage,
    response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
  ) => unknown;
};

/** Passes a request on when the role of the key's function allows all that it asks for. */
export async function judged(
  request: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
  { access, key, readCalls, pass }: Judging,
): Promise<void> {
  const body = await readBody(request, bodyLimit);
  if (body === 'too-long') {
    refuse(response, 413, 'RequestEntityTooLargeException', 'The request is too long.');
    return;
  }
  const target = String(request.headers['x-amz-target'] ?? '');
  const asked = readCalls(target.split('.')[1] ?? '', parsed(body));
  const denials =
    asked === undefined
      ? [`a call that this stack cannot judge: ${target || request.url}`]
      : asked.flatMap(({ action, resource, context }) => access.judge(key, action, resource, context) ?? []);
  if (denials[0] === undefined) await pass(replayed(request, body), response);
  else refuse(response, 400, 'AccessDeniedException', denials[0]);
}

/** The request again, from its start, for who has not read it yet. */
function replayed(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const parts = { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, headers };
  // `headers` is made from raw headers by a setter of the class, so it is set last.
  Object.assign(again, parts, { complete: true });
  again.push(body);
  again.push(null);
  return again;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Both spellings of the message, since DynamoDB's and SQS's clients look for different ones. */
function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message, Message: message }));
}

/** The key that a request says it was signed with; empty when it says none. */
export function keyOf(request: IncomingMessage): string {
  return /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
