import { inPieces } from '../bytes.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteEncoding } from '../text/byte-letters.ts';
import { ByteTranscoder } from '../text/byte-transcoder.ts';
import { guessByteEncoding } from '../text/guess-encoding.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | ByteEncoding;

/** A text's encoding, and how many bytes of byte order mark stand before it. */
export type DetectedEncoding = { encoding: Encoding; markLength: number };

/**
 * Finds the encoding of a text from its first bytes: by its byte order mark, by the zero bytes that UTF-16
 * puts into plain letters and digits, else UTF-8 when it is valid, else the encoding of one byte a letter in
 * which its words are Vietnamese.
 * @param whole true when the sample is the whole file
 * @throws FileRefusal `container-unknown` for what is no text, `encoding-vni` and `encoding-viscii` for what
 *   is not read, `encoding-unknown` for what cannot be told
 */
export function detectEncoding(sample: Uint8Array, whole: boolean): DetectedEncoding {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8-bom', markLength: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  const zeros = zeroShares(sample);
  if (zeros.odd > 0.3 && zeros.even < 0.02) return { encoding: 'utf-16le', markLength: 0 };
  if (zeros.even > 0.3 && zeros.odd < 0.02) return { encoding: 'utf-16be', markLength: 0 };
  if (hasControls(sample, alwaysControls)) throw new FileRefusal('container-unknown');
  if (isUtf8(sample, whole)) {
    if (hasControls(sample, visciiControls)) throw new FileRefusal('container-unknown');
    return { encoding: 'utf-8', markLength: 0 };
  }
  return { encoding: guessByteEncoding(sample), markLength: 0 };
}

function isUtf8(sample: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** The share of zero bytes among those at even and at odd places. */
function zeroShares(sample: Uint8Array): { even: number; odd: number } {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[(at % 2) as 0 | 1] += 1;
  const half = Math.max(1, sample.length / 2);
  return { even: zeros[0] / half, odd: zeros[1] / half };
}

/** Control characters that are a letter in no encoding; tab, line feed, form feed and carriage return are none. */
const alwaysControls = new Set([0, 3, 7, 8, 11, 14, 15, 16, 24, 26, 27, 28, 29, 31]);
/** Control characters that TCVN3 or VISCII gave to capitals. */
const visciiControls = new Set([1, 2, 4, 5, 6, 17, 18, 19, 20, 21, 22, 23, 25, 30]);

function hasControls(sample: Uint8Array, controls: ReadonlySet<number>): boolean {
  return sample.some((byte) => byte < 0x20 && controls.has(byte));
}

/** Bytes that are transcoded at once: as many as stay in a processor's cache together with what they become. */
const transcodedAtOnce = 65_536;

/**
 * Turns a text's bytes, after its byte order mark, into UTF-8. UTF-8 itself passes through unchecked:
 * whoever reads its fields decodes them strictly.
 * @throws FileRefusal `encoding-unknown` for broken UTF-16
 */
export async function* toUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    yield* bytes;
    return;
  }
  if (encoding === 'windows-1258' || encoding === 'tcvn3') {
    const transcoder = new ByteTranscoder(encoding);
    for await (const piece of inPieces(bytes, transcodedAtOnce)) yield transcoder.push(piece);
    yield transcoder.end();
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  for await (const piece of inPieces(bytes, transcodedAtOnce)) {
    yield encoder.encode(decodeStrictly(decoder, piece));
  }
  yield encoder.encode(decodeStrictly(decoder));
}

function decodeStrictly(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new FileRefusal('encoding-unknown');
  }
}
