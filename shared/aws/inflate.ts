import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { InflateRaw } from '../normalisation/report.ts';

/**
 * Inflates by zlib, 256 KiB at a time (a way through a stream costs more than small pieces save); an error of either stream is thrown where it is read. Who stops reading
 * early ends both streams; that they were ended is then no error. Bytes behind the end of the DEFLATE stream
 * are an error, as they are to a browser's DecompressionStream: zlib alone would pass over them.
 */
export const inflateRaw: InflateRaw = async function* (compressed) {
  const inflater = createInflateRaw({ chunkSize: 262_144 });
  let given = 0;
  const counted = async function* () {
    for await (const piece of compressed) {
      given += piece.length;
      yield piece;
    }
  };
  pipeline(counted, inflater, () => {});
  yield* inflater as AsyncIterable<Uint8Array>;
  if (inflater.bytesWritten < given) throw new Error('bytes behind the end of the DEFLATE stream');
};
