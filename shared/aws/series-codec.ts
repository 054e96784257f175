import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SeriesPoint } from '../aggregation/series-point.ts';
import { storedAs } from './stored.ts';

/**
 * Points of series in as few bytes as twenty of them need to be read as one read unit. What every point has (its
 * words, the ids of the provinces before and since 2025-07-01) is in the compressor's dictionary. It is part of the
 * stored shape, and therefore stands here and is not made from a catalogue, which may change; its number is the first
 * byte of what is kept, before what is compressed with it.
 */
const before =
  '01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96'
    .split(' ')
    .map((code) => `"province:${code}@2008"`);
const now =
  '01@2008 04@2008 08@2025 11@2008 12@2008 14@2008 15@2025 19@2025 20@2008 22@2008 24@2025 25@2025 31@2025 33@2025 37@2025 38@2008 40@2008 42@2008 44@2025 46@2008 48@2025 51@2025 52@2025 56@2025 66@2025 68@2025 75@2025 79@2025 80@2025 82@2025 86@2025 91@2025 92@2025 96@2025'
    .split(' ')
    .map((id) => `"province:${id}"`);
const dictionary = Buffer.from(
  `0.0.1.2.3.4.5.6.7.8.9"missing":[],"not-applicable":["no-denominator":["not-additive":["parts-missing":["not-submitted":[null,null,null,` +
    `},"later":[{"from":"2025-07-01","columns":{"units":[${before.join()}],"numerator":null,"denominator":null,"value":["0.` +
    `{"schema":"series/1","period":"2026-Q3","catalog":"2026.2","national":{"numerator":"","denominator":"","value":null,"reason":null,"counted":34,"expected":34},"as-reported":{"units":[${now.join()}],"numerator":[],"denominator":[],"value":null,"reasons":{},"missing":[]}}`,
);

const current = 1;
/** Every dictionary that anything was ever kept with, by its number. */
export const dictionaries: ReadonlyMap<number, Buffer> = new Map([[current, dictionary]]);

export function packedPoint(point: SeriesPoint): Uint8Array {
  const body = deflateRawSync(JSON.stringify(point), { level: 9, windowBits: 14, memLevel: 7, dictionary });
  return Buffer.concat([Buffer.of(current), body]);
}

/** @throws Error when the bytes hold no point of a shape that is known */
export function pointIn(bytes: Uint8Array): SeriesPoint {
  const known = dictionaries.get(bytes[0] ?? 0);
  if (!known) throw new Error(`a stored point of a series with the unknown dictionary ${bytes[0]}`);
  const text = inflateRawSync(bytes.subarray(1), { dictionary: known }).toString();
  return storedAs<SeriesPoint>(text, 'series/1');
}
