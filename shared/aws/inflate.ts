import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { InflateRaw } from '../normalisation/report.ts';

/** Inflates by zlib, 256 KiB at a time: the way through a stream costs more than small pieces save; an error of the stream is thrown where it is read. */
export const inflateRaw: InflateRaw = (compressed) =>
  Readable.from(compressed).compose(createInflateRaw({ chunkSize: 262_144 })) as AsyncIterable<Uint8Array>;
