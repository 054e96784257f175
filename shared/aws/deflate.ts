import { promisify } from 'node:util';
import { deflateRaw as deflate } from 'node:zlib';
import type { DeflateRaw } from '../normalisation/output/write-zip.ts';

/** Packs by zlib. */
export const deflateRaw: DeflateRaw = promisify<Uint8Array, Uint8Array>(deflate);
