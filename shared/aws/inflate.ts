import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { InflateRaw } from '../normalisation/report.ts';

/** A way through a stream costs more than small pieces save. */
const pieceLength = 262_144;

/**
 * Inflates by zlib, 256 KiB at a time; an error of either stream is thrown where it is read. Who stops reading
 * early ends both streams; that they were ended is then no error. Bytes behind the end of the DEFLATE stream
 * are an error, as they are to a browser's DecompressionStream: zlib alone would pass over them.
 */
async function* inflate(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: pieceLength });
  let given = 0;
  const counted = async function* () {
    for await (const piece of compressed) {
      given += piece.length;
      yield piece;
    }
  };
  pipeline(counted, inflater, () => {});
  for await (const piece of inflater as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    yield piece;
    letGo(piece);
  }
  if (inflater.bytesWritten < given) throw new Error('bytes behind the end of the DEFLATE stream');
}

/**
 * Gives a piece's memory back at once: the collector sees small objects and lets a hundred megabytes stand. Only
 * when the piece ends its buffer: into what is left of one, zlib writes its next piece.
 */
function letGo({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === pieceLength && byteOffset + length === pieceLength) buffer.transfer(0);
}

/** What Node has for reading zips. */
export const inflateRaw: InflateRaw = Object.assign(inflate, {
  crc32: (bytes: Uint8Array, start: number) => crc32(bytes, start),
});
