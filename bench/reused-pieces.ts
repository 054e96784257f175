import { open } from 'node:fs/promises';
import type { ByteSource } from '../shared/normalisation/report.ts';

const pieceLength = 524_288;
/** A stream between the file and its reader may hold a few pieces that it has asked for. */
const piecesHeld = 4;

/** A file on disk, read into a ring of buffers: what a reader's own memory comes to is not hidden behind pieces. */
export async function reusedPieces(path: string): Promise<ByteSource & AsyncDisposable> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    async *read(from, to) {
      const ring: Uint8Array[] = [];
      const length = Math.min(pieceLength, to - from);
      for (let at = from, turn = 0; at < to; turn += 1) {
        const piece = ring[turn % piecesHeld] ?? new Uint8Array(length);
        ring[turn % piecesHeld] = piece;
        const { bytesRead } = await file.read(piece, 0, Math.min(length, to - at), at);
        if (bytesRead === 0) throw new Error(`${path} ends early`);
        yield piece.subarray(0, bytesRead);
        at += bytesRead;
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
