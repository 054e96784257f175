import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { InflateRaw } from '../normalisation/report.ts';

/** Inflates by zlib, piece by piece; an error of the stream is thrown where it is read. */
export const inflateRaw: InflateRaw = (compressed) =>
  Readable.from(compressed).compose(createInflateRaw()) as AsyncIterable<Uint8Array>;
