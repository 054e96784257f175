import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback, loopback, readBody } from '../loopback.ts';

/** Bytes of a synchronous answer: 6 MB, and some for its envelope (Lambda quotas). */
export const payloadLimit = 6_291_556;

/** One call of a function, on its way into a process. */
export type Invocation = { requestId: string; arn: string; deadlineMs: number; event: string };

/** The side of the Runtime API that knows a process. */
export type Seat = {
  next: (deliver: (invocation: Invocation) => void) => void;
  response: (requestId: string, payload: string | 'too-long') => void;
  error: (requestId: string | undefined, payload: string) => void;
};

export type RuntimeApi = {
  /** `host:port`; a process finds its own seat below `/<seat name>`. */
  address: string;
  seats: Map<string, Seat>;
  stop: () => Promise<void>;
};

/**
 * Serves the Lambda Runtime API (version 2018-06-01) to all function processes. Each has a path of its
 * own that nobody can guess, since any program on this machine can reach the port.
 */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const seats = new Map<string, Seat>();
  const server = createServer((request, response) => {
    handle(seats, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  const port = await listenOnLoopback(server, 0);
  return { address: `${loopback}:${port}`, seats, stop: () => closeServer(server) };
}

const route =
  /^\/(?<seat>[^/]+)\/2018-06-01\/runtime\/(?:(?<init>init\/error)|invocation\/(?:next|(?<id>[^/]+)\/(?<kind>response|error)))$/;

async function handle(seats: Map<string, Seat>, request: IncomingMessage, response: ServerResponse) {
  const parts = route.exec(request.url ?? '')?.groups;
  const seat = seats.get(parts?.seat ?? '');
  if (parts === undefined || seat === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (request.method === 'GET') {
    seat.next((invocation) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': invocation.requestId,
        'lambda-runtime-deadline-ms': String(invocation.deadlineMs),
        'lambda-runtime-invoked-function-arn': invocation.arn,
        'lambda-runtime-trace-id': `Root=1-${invocation.requestId.slice(0, 8)}-${invocation.requestId.replaceAll('-', '').slice(8)};Sampled=0`,
      });
      response.end(invocation.event);
    });
    return;
  }
  const body = await readBody(request, payloadLimit);
  response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
  const text = body === 'too-long' ? body : body.toString();
  if (parts.kind === 'response') seat.response(parts.id ?? '', text);
  else seat.error(parts.id, text);
}
