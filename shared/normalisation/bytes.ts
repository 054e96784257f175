import type { ByteSource } from './report.ts';

/**
 * The bytes of a range in one piece.
 * @throws Error when the source gives fewer bytes than it has: a fault of the source, not of the file
 */
export async function readRange(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  let filled = 0;
  for await (const piece of source.read(from, to)) {
    if (filled + piece.length > bytes.length) throw new Error('byte source gave more than was asked for');
    bytes.set(piece, filled);
    filled += piece.length;
  }
  if (filled < bytes.length) throw new Error('byte source ended early');
  return bytes;
}

/** The same bytes in smaller pieces: who reads a sheet's first rows only need not make objects of a large piece. */
export async function* inPieces(
  pieces: AsyncIterable<Uint8Array>,
  length = 16_384,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += length) yield piece.subarray(at, at + length);
  }
}

/** A file that is already in memory. */
export function bytesInMemory(bytes: Uint8Array, pieceLength = 65_536): ByteSource {
  return {
    size: bytes.length,
    async *read(from, to) {
      for (let at = from; at < to; at += pieceLength) {
        yield bytes.subarray(at, Math.min(to, at + pieceLength));
      }
    },
  };
}
