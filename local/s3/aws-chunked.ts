import { S3Error } from './s3-error.ts';

/** The longest line that frames a chunk or a trailer, in bytes. */
const lineLimit = 1024;

/**
 * Takes the `aws-chunked` framing off a body: `size-in-hex CRLF bytes CRLF …  0 CRLF trailers CRLF`
 * (S3 API Reference, "Signature calculations: trailing headers").
 * @param trailers receives the trailers, in lower case, when the body has ended
 * @throws S3Error when the framing is broken or ends too early
 */
export async function* decodeChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let state: 'size' | 'bytes' | 'after-bytes' | 'trailer' | 'end' = 'size';
  let left = 0;
  for await (const part of source) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    while (rest.length > 0) {
      if (state === 'bytes') {
        const piece = rest.subarray(0, left);
        rest = rest.subarray(piece.length);
        left -= piece.length;
        if (left === 0) state = 'after-bytes';
        yield piece;
        continue;
      }
      const at = rest.indexOf('\r\n');
      if (at < 0) {
        if (rest.length > lineLimit) throw broken('a line is too long');
        break;
      }
      const line = rest.toString('latin1', 0, at);
      rest = rest.subarray(at + 2);
      if (state === 'after-bytes') {
        if (line !== '') throw broken('a chunk is longer than its size');
        state = 'size';
      } else if (state === 'size') {
        left = /^[0-9a-f]{1,8}(;.*)?$/i.test(line) ? Number.parseInt(line, 16) : Number.NaN;
        if (Number.isNaN(left)) throw broken('a chunk has no size');
        state = left === 0 ? 'trailer' : 'bytes';
      } else if (state === 'trailer' && line !== '') {
        const colon = line.indexOf(':');
        if (colon < 1) throw new S3Error('MalformedTrailerError', 'The trailer is not well-formed.');
        trailers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
      } else {
        state = 'end';
      }
    }
  }
  if (state !== 'end' && state !== 'trailer') throw broken('the body ends too early');
}

function broken(what: string): S3Error {
  return new S3Error('IncompleteBody', `The aws-chunked body is broken: ${what}`);
}
