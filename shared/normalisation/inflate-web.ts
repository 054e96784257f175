import type { InflateRaw } from './report.ts';

/** Small pieces in keep small what one of them can become before the reader is asked again. */
const pieceLength = 16_384;

/** Inflates a raw DEFLATE stream with what every browser and Node have. A damaged stream throws. */
export const inflateWeb: InflateRaw = async function* (compressed) {
  const inflater = new DecompressionStream('deflate-raw');
  const reader = streamOf(inPieces(compressed)).pipeThrough(inflater).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Also when the caller stops early: the source must be let go.
    await reader.cancel().catch(() => undefined);
  }
};

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += pieceLength) {
      yield new Uint8Array(chunk.subarray(at, at + pieceLength));
    }
  }
}

function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
