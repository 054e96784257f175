import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';

/** What is compressed on its way: as CloudFront does with what it is told to. */
const text = /^(text\/|application\/(javascript|json|problem\+json)|image\/svg)/;

/**
 * A front before the stack that compresses as CloudFront does: text that is not compressed yet, with brotli. What was
 * compressed once is kept, as an edge keeps files.
 * @param origin the stack's address, `http://127.0.0.1:4800`
 */
export async function startFront(origin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const kept = new Map<string, Buffer>();
  const server: Server = createServer((message, response) => {
    pass(origin, message, response, kept);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

function pass(
  origin: string,
  message: IncomingMessage,
  response: ServerResponse,
  kept: Map<string, Buffer>,
): void {
  const to = new URL(message.url ?? '/', origin);
  const headers = { ...message.headers, host: to.host };
  const forward = request(to, { method: message.method, headers }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      const body = Buffer.concat(parts);
      const isPlain = answer.headers['content-encoding'] === undefined;
      const isText = text.test(answer.headers['content-type'] ?? '');
      if (!isPlain || !isText) {
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
        return;
      }
      const { 'content-length': _, ...rest } = answer.headers;
      const packed = compressed(to.pathname.startsWith('/assets/') ? to.pathname : null, body, kept);
      response.writeHead(answer.statusCode ?? 502, { ...rest, 'content-encoding': 'br' }).end(packed);
    });
  });
  forward.on('error', () => response.writeHead(502).end());
  message.pipe(forward);
}

/** @param name of a file that never changes; null: of an answer that may */
function compressed(name: string | null, body: Buffer, kept: Map<string, Buffer>): Buffer {
  const known = name === null ? undefined : kept.get(name);
  if (known) return known;
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  if (name !== null) kept.set(name, packed);
  return packed;
}
