import type { IncomingMessage, RequestListener, Server } from 'node:http';

/**
 * Lets only requests through that name a key of this stack. dynalite and fauxqs check no signature (and
 * dynalite lets every web page in by CORS); key ids are new at each start and cannot be guessed, so that
 * neither another program nor a page in a browser reaches the data.
 */
export function guardByKey(
  server: Pick<Server, 'listeners' | 'removeAllListeners' | 'on'>,
  knownKeys: ReadonlySet<string>,
): void {
  const inner = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', ((request, response) => {
    if (knownKeys.has(keyOf(request))) {
      for (const listener of inner) listener(request, response);
      return;
    }
    request.resume();
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(
      JSON.stringify({
        __type: 'com.amazon.coral.service#UnrecognizedClientException',
        message: 'The security token included in the request is invalid.',
      }),
    );
  }) satisfies RequestListener);
}

function keyOf(request: IncomingMessage): string {
  return /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
