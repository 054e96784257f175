import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { StoredRound } from '../aggregation/stored-round.ts';
import { storedAs } from './stored.ts';

/**
 * A round is mostly digits, in which a short match costs more than the digits that it stands for. Without those below
 * seven bytes, 34 units' hundred ratios take 16.1 KB in 0.2 ms; Brotli at level 10 takes 14.8 KB and ninety times as
 * long, at its cheaper levels more of both.
 */
const digits = { params: { [constants.ZSTD_c_minMatch]: 7 } };

export function packedRound(round: StoredRound): Uint8Array {
  return zstdCompressSync(JSON.stringify(round), digits);
}

/** @throws Error when the bytes hold no round of a shape that is known */
export function roundIn(bytes: Uint8Array): StoredRound {
  return storedAs<StoredRound>(zstdDecompressSync(bytes).toString(), 'round/1');
}
