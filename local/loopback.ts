import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Everything listens here and nowhere else: `*.localhost` names do not resolve everywhere. */
export const loopback = '127.0.0.1';

/** A port that the caller asked for is taken. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly code = 'port-in-use';

  constructor(port: number) {
    super(
      `Cổng ${port} đang được chương trình khác sử dụng; hãy chọn cổng khác với --port N.\n` +
        `Port ${port} is in use; choose another one with --port N.`,
    );
  }
}

/**
 * Binds a server to the loopback address.
 * @param port 0 takes any free one
 * @returns the port
 * @throws PortInUseError
 */
export async function listenOnLoopback(
  server: Pick<Server, 'listen' | 'address' | 'once' | 'off'>,
  port: number,
) {
  await new Promise<void>((done, fail) => {
    const failed = (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error);
    server.once('error', failed);
    server.listen(port, loopback, () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Ends a server at once, open connections included. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeAllConnections();
  await closed;
}

/** Reads a body. `'too-long'` when it exceeds the limit, in bytes; the rest is then read and forgotten. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-long'> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= limit) parts.push(part);
  }
  return length > limit ? 'too-long' : Buffer.concat(parts);
}
